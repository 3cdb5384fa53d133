import Foundation
import NIOConcurrencyHelpers

extension LiveView {
    /// Begins to send pictures of a page, the first at once: a page that stands still sends none by itself.
    func cast(_ page: Page) {
        let quality = back.withLockedValue { $0.quality }
        let size = page.surroundings.options.viewport
        let cast = Screencast(quality: quality, mostWidth: size.width, mostHeight: size.height)
        _ = page.session.post(.startScreencast(cast), by: Deadline(after: .seconds(10)))
        prime(page, quality)
    }

    private func prime(_ page: Page, _ quality: Int) {
        let before = scene.current.picture?.number ?? 0
        let picture = Command<Picture>.picture(.jpeg(quality: quality), of: nil, beyond: false)
        page.session.post(picture, by: Deadline(after: .seconds(10))).then { [weak self] picture in
            guard let self, scene.current.picture?.number ?? 0 == before else { return }
            let size = page.surroundings.options.viewport
            show(picture.data, of: page, size.width, size.height)
        }
    }

    func stopCast(_ page: Page) {
        _ = page.session.post(.stopScreencast, by: Deadline(after: .seconds(5)))
    }

    /// Hears what a page reports, until it is left.
    func listen(to page: Page) {
        let isNew = back.withLockedValue { back in
            guard back.listening[page.target] == nil else { return false }
            back.listening[page.target] = .begun
            return true
        }
        guard isNew else { return }
        page.leaveDialogsOpen()
        let number = page.listeners.add { [weak self, weak page] event in
            guard let self, let page else { return }
            hear(event, from: page)
        }
        back.withLockedValue { $0.listening[page.target] = .by(number) }
    }

    private func hear(_ event: Event, from page: Page) {
        if case .frame(let number, let shown) = ViewEvent(event) {
            // At once: the newest replaces the one before, so that what comes is never old.
            _ = page.session.post(.acknowledgeFrame(number), by: Deadline(after: .seconds(10)))
            let size = (Int(shown.metadata.deviceWidth), Int(shown.metadata.deviceHeight))
            return show(shown.data, of: page, size.0, size.1)
        }
        if case .dialogClosed = ViewEvent(event) { return dialogClosed() }
        switch PageEvent(event) {
        case .dialogOpened(let dialog): open(dialog, event.session, page)
        case .fileChooserOpened(let opened):
            let id = next()
            back.withLockedValue { $0.chooser = (opened, event.session ?? page.session.id ?? "") }
            change { $0.files = .init(id: id, takesSeveral: opened.takesSeveral) }
        case .frameNavigated(let navigated) where navigated.frame.parentId == nil:
            if page.target == scene.current.shown { cast(page) }
            change { scene in
                scene.picker = nil
                scene.files = nil
                scene.focus = nil
            }
            stir()
        case .lifecycle(let moment) where moment.name == "load": stir()
        case .crashed: change { $0.stillness = .closed }
        default: break
        }
    }

    private func open(_ dialog: DialogOpened, _ session: String?, _ page: Page) {
        let id = next()
        back.withLockedValue { $0.dialogSession = session ?? page.session.id }
        change { scene in
            scene.shown = page.target
            scene.dialog = .init(
                id: id,
                kind: dialog.type,
                message: String(dialog.message.prefix(2_000)),
                proposed: String((dialog.defaultPrompt ?? "").prefix(2_000))
            )
            scene.stillness = .dialog
        }
    }

    private func dialogClosed() {
        change { scene in
            scene.dialog = nil
            if scene.stillness == .dialog { scene.stillness = nil }
        }
        stir()
    }

    private func show(_ data: Data, of page: Page, _ width: Int, _ height: Int) {
        guard page.target == scene.current.shown else { return }
        let (id, time) = (next(), age)
        change { scene in
            scene.picture = .init(number: id, data: data, width: width, height: height, time: time)
            if scene.stillness != .dialog { scene.stillness = nil }
        }
    }
}
