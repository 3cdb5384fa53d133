public import Foundation
import NIOConcurrencyHelpers

private struct Aim: Decodable {
    let gone: Bool
    let steps: Int
}

private struct Held: Decodable { let holds: Bool }

extension LiveView {
    private static let mostUnanswered = 400
    /// From when on a page that answers nothing is said to be stuck.
    private static let patience = Duration.seconds(3)

    /// Does to the page shown what the person does, without waiting for the browser: what comes next is not held up by
    /// a page that is busy.
    /// - Parameter input: What the person does.
    /// - Returns: Whether it was passed on; a page that answers nothing gets no more after a while.
    @discardableResult
    public func act(_ input: RemoteInput) -> Bool {
        guard let page, page.isOpen, let command = try? page.command(for: input) else { return false }
        let now = ContinuousClock.now
        let (isFull, isStuck) = back.withLockedValue { back in
            defer { back.unanswered += back.unanswered < Self.mostUnanswered ? 1 : 0 }
            if back.unanswered == 0 { back.answeredAt = now }
            return (back.unanswered >= Self.mostUnanswered, now - back.answeredAt > Self.patience)
        }
        if isStuck, scene.current.stillness == nil { change { $0.stillness = $0.stillness ?? .stuck } }
        guard !isFull else { return false }
        page.session.post(command, by: Deadline(after: .seconds(30))).whenDone { [weak self] in
            guard let self else { return }
            back.withLockedValue { back in
                back.unanswered -= 1
                back.answeredAt = .now
            }
            if scene.current.stillness == .stuck {
                change { $0.stillness = $0.stillness == .stuck ? nil : $0.stillness }
            }
            if input.mayAsk { stir() }
        }
        return true
    }

    /// Answers the dialog that stands open.
    /// - Parameters:
    ///   - id: Which dialog; another one is left alone.
    ///   - answer: The answer.
    public func answer(_ id: Int, _ answer: DialogAnswer) {
        guard let dialog = scene.current.dialog, dialog.id == id, let page else { return }
        let session = back.withLockedValue { $0.dialogSession } ?? page.session.id
        let target = Session(connection: page.session.connection, id: session)
        _ = target.post(.answerDialog(answer.proposing(dialog.proposed)), by: Deadline(after: .seconds(5)))
        change { scene in
            scene.dialog = nil
            if scene.stillness == .dialog { scene.stillness = nil }
        }
        stir()
    }

    /// Answers the list or the picker that the person opened.
    /// - Parameters:
    ///   - id: Which control.
    ///   - index: Which of a list's entries.
    ///   - value: A picker's value; nil for a list.
    /// - Returns: Whether the control holds it.
    /// - Throws: ``ChromiumError`` when the page is gone.
    public func choose(_ id: Int, index: Int?, value: String?) async throws -> Bool {
        guard let picker = scene.current.picker, picker.id == id, let page,
            let frame = back.withLockedValue({ $0.pickerFrame }), let node = page.state.current.frames[frame]
        else { return false }
        change { $0.picker = nil }
        let deadline = Deadline(after: .seconds(5))
        defer { stir() }
        if picker.kind == "select" {
            guard let index, picker.options.indices.contains(index) else { return false }
            if picker.options[index].on { return true }
            if try await chooseByKeys(id, index, page, node, deadline) { return true }
        }
        // Only a list asks for the place.
        let arguments: [JSONValue] = [.int(id), .int(index ?? 0), .string(value ?? "")]
        let held: Held = try await page.look(.live, "put", arguments, in: node, by: deadline)
        return held.holds
    }

    /// As a person would, in the list that the browser opens: the page sees one change, and that a person made it.
    private func chooseByKeys(
        _ id: Int,
        _ index: Int,
        _ page: Page,
        _ node: FrameTree.Node,
        _ deadline: Deadline
    ) async throws -> Bool {
        let aim: Aim = try await page.look(.live, "aim", [.int(id), .int(index)], in: node, by: deadline)
        guard !aim.gone, aim.steps <= 300 else { return false }
        var commands: [Command<Nothing>] = []
        func strike(_ name: String, _ modifiers: Key.Modifiers = []) {
            guard let key = Key(name) else { return }
            commands += [.keyDown(key, modifiers: modifiers), .keyUp(key, modifiers: modifiers)]
        }
        strike("ArrowDown", .alt)
        // Keys that come before the list is open change the closed one, step by step.
        for reply in commands.map({ page.session.post($0, by: deadline) }) { await reply.ended() }
        commands = []
        strike("Home")
        for _ in 0..<aim.steps { strike("ArrowDown") }
        strike("Enter")
        for reply in commands.map({ page.session.post($0, by: deadline) }) { await reply.ended() }
        let held: Held = try await page.look(.live, "settle", [.int(id), .int(index)], in: node, by: deadline)
        return held.holds
    }

    /// Gives the page the files that it asked for.
    /// - Parameters:
    ///   - id: Which question.
    ///   - files: The files; none to take the question back.
    /// - Throws: ``ChromiumError``: notActionable when the page takes one file only, or none any more.
    public func give(_ id: Int, _ files: [URL]) async throws {
        guard let asked = scene.current.files, asked.id == id, let page,
            let chooser = back.withLockedValue({ $0.chooser })
        else { return }
        change { $0.files = nil }
        guard !files.isEmpty, let node = chooser.opened.backendNodeId else { return }
        guard files.count == 1 || asked.takesSeveral else {
            throw ChromiumError(.notActionable, "the element is not ready: takes one file only")
        }
        let paths = try page.surroundings.uploads.stage(files)
        let session = Session(connection: page.session.connection, id: chooser.session)
        _ = try await session.call(.setFiles(paths, ofNode: node), by: Deadline(after: .seconds(20)))
        stir()
    }

    /// What is selected in the page shown; nothing of a password.
    public func selection() async throws -> String {
        guard let page, scene.current.dialog == nil else { return "" }
        for node in page.state.current.frames.inOrder.prefix(40) {
            let deadline = Deadline(after: .seconds(1))
            let text: String? = try? await page.look(.live, "selection", in: node, by: deadline)
            if let text, !text.isEmpty { return text }
        }
        return ""
    }

    /// Closes one of the pages, unless it is the last.
    public func close(_ tab: String) {
        let pages = context.pages
        guard pages.count > 1, pages.contains(where: { $0.target == tab }) else { return }
        context.close(tab)
    }
}

extension RemoteInput {
    /// Whether the page may ask for something because of it, or the text cursor be elsewhere.
    fileprivate var mayAsk: Bool {
        switch self {
        case .mouse(let mouse): mouse.action != .move
        case .touch(let touch): touch.action == .end
        case .key, .text: true
        case .wheel, .composition: false
        }
    }
}
