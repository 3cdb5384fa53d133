import NIOConcurrencyHelpers

private struct Looked: Decodable {
    struct Focus: Decodable {
        let mode: String
        let secret: Bool
        let room: Int?
        let box: [Double]
    }

    let focus: Focus?
    let asked: LiveScene.Picker?
    let inFrame: Bool
    let title: String
}

extension LiveView {
    /// Follows the pages while somebody looks: new windows are shown, closed ones left, and after whatever a person did
    /// it is seen where the text cursor is and what the page asks.
    /// - Throws: `CancellationError`; ``ChromiumError`` when the context is gone.
    public func follow() async throws {
        begin()
        defer { end() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.followPages() }
            group.addTask { try await self.followStirs() }
            try await group.next()
            group.cancelAll()
        }
    }

    private func begin() {
        for page in context.pages { listen(to: page) }
        if let page {
            change { $0.shown = page.target }
            cast(page)
        }
        stir()
    }

    /// Without anybody who looks, dialogs are answered again as they were before.
    private func end() {
        for page in context.pages {
            stopCast(page)
            page.answerDialogs(with: .accept(nil))
            let hearing = back.withLockedValue { $0.listening.removeValue(forKey: page.target) }
            if case .by(let number)? = hearing { page.listeners.remove(number) }
        }
        if let dialog = scene.current.dialog { answer(dialog.id, .dismiss) }
        change { scene in
            (scene.dialog, scene.picker, scene.files) = (nil, nil, nil)
            scene.stillness = .loading
        }
    }

    private func followPages() async throws {
        var seen: [String]?
        while true {
            let pages = try await context.state.wait(until: .never, for: "a window") { [seen] state in
                let open = state.pages.filter { $0.isOpen && !state.helpers.contains($0.target) }
                return open.map(\.target) == seen ? nil : open
            }
            for page in pages.dropFirst(Self.mostTabs) { context.close(page.target) }
            let kept = pages.prefix(Self.mostTabs)
            for page in kept { listen(to: page) }
            let isNew = kept.last.map { seen?.contains($0.target) == false } ?? false
            seen = pages.map(\.target)
            if kept.isEmpty {
                change { ($0.stillness, $0.picture) = (.closed, nil) }
            } else if isNew || !kept.contains(where: { $0.target == scene.current.shown }), let last = kept.last {
                show(last.target)
            }
            stir()
        }
    }

    private func followStirs() async throws {
        var seen = 0
        while true {
            seen = try await stirs.wait(until: .never, for: "a stir") { [seen] count in count > seen ? count : nil }
            do {
                try await look()
            } catch let error as ChromiumError where error.code != .closed {
                continue
            }
        }
    }

    /// Shows another of the pages.
    /// - Parameter tab: The page's id.
    public func show(_ tab: String) {
        guard let page = context.pages.first(where: { $0.target == tab }) else { return }
        if let before = self.page, before.target != tab { stopCast(before) }
        change { scene in
            scene.shown = tab
            (scene.picture, scene.picker, scene.focus) = (nil, nil, nil)
            if scene.stillness != .dialog { scene.stillness = .loading }
        }
        _ = page.session.post(.bringToFront, by: Deadline(after: .seconds(5)))
        cast(page)
        stir()
    }

    /// Sees what the page asks, and where text would go.
    private func look() async throws {
        guard scene.current.dialog == nil, let page else { return tabs(titled: nil) }
        let deadline = Deadline(after: .seconds(3))
        try await arm()
        var focus: LiveScene.Focus?
        var title: String?
        for node in page.state.current.frames.inOrder.prefix(40) {
            guard let seen: Looked = try? await page.look(.live, "look", in: node, by: deadline) else { continue }
            title = title ?? seen.title
            if let found = seen.focus, !seen.inFrame {
                focus = .init(mode: found.mode, isSecret: found.secret, room: found.room, box: found.box)
            }
            guard let asked = seen.asked else { continue }
            back.withLockedValue { $0.pickerFrame = node.id }
            change { $0.picker = asked }
        }
        if focus != scene.current.focus { change { $0.focus = focus } }
        tabs(titled: title)
    }

    private func tabs(titled title: String?) {
        let (old, shown) = (scene.current.tabs, scene.current.shown)
        let tabs = context.pages.prefix(Self.mostTabs).map { page in
            let known = old.first { $0.id == page.target }?.title ?? ""
            let name = page.target == shown ? title ?? known : known
            return LiveScene.Tab(id: page.target, title: name, address: page.url)
        }
        if tabs != old { change { $0.tabs = tabs } }
    }

    /// Makes sure that every document of the page shown tells of lists that would open beside it.
    public func arm() async throws {
        guard let page, scene.current.dialog == nil else { return }
        let documents = page.state.current.frames.documents
        let known = back.withLockedValue { $0.armed[page.target] ?? [:] }
        guard documents != known else { return }
        let deadline = Deadline(after: .seconds(1))
        for node in page.state.current.frames.inOrder where known[node.id] != node.document {
            let _: Bool? = try? await page.look(.live, "watch", in: node, by: deadline)
        }
        back.withLockedValue { $0.armed[page.target] = documents }
    }
}
