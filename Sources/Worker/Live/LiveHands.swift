import Chromium
import Foundation
import GhostHands
import NIOConcurrencyHelpers
import Waiting

/// Does to a page what the person at one seat asks for, and nothing of an earlier epoch.
final class LiveHands: Sendable {
    /// A file that is still coming.
    fileprivate struct Upload {
        var folder: URL?
        var done: [URL] = []
        var current: (url: URL, handle: FileHandle, left: Int)?
        var bytes = 0
    }

    private static let mostBytes = 25 << 20
    private static let mostFiles = 10
    private let seat: LiveSeat
    private let upload = NIOLockedValueBox(Upload())

    init(_ seat: LiveSeat) { self.seat = seat }

    private var view: LiveView { seat.stage.view }

    /// Does one thing.
    func act(on words: JSON) async {
        let kind = words["t"].string ?? ""
        guard seat.ticket.mode == .control, !seat.stage.isOver.isRaised else { return }
        if kind == "take" {
            await seat.stage.take(seat.id, seat.ticket.link)
            return
        }
        let standing = seat.stage.standing(of: seat.id)
        guard standing.isYours, words["e"].int == standing.epoch else { return }
        seat.counts.withLockedValue { $0.inputs += 1 }
        switch kind {
        case "give": seat.stage.release(seat.id)
        case "copy", "cut": await copy(removing: kind == "cut")
        case "paste": await paste(words["text"].string ?? "")
        case "tab": view.show(words["id"].string ?? "")
        case "shut": view.close(words["id"].string ?? "")
        case "dialog":
            let text = words["text"].string.map { String($0.prefix(2_000)) }
            view.answer(words["id"].int ?? 0, words["yes"].bool == true ? .accept(text) : .dismiss)
        case "pick": await choose(words)
        case "file": begin(words)
        case "files": await give(words["id"].int ?? 0)
        default:
            guard let input = LiveInput.read(words) else { return }
            if input.mayOpen { try? await view.arm() }
            view.act(input)
        }
    }

    private func choose(_ words: JSON) async {
        let value = words["value"].string.map { String($0.prefix(100)) }
        let holds = (try? await view.choose(words["id"].int ?? 0, index: words["index"].int, value: value)) ?? false
        if !holds { seat.post.say(["t": "note", "text": "The page did not take that choice."]) }
    }

    private func copy(removing: Bool) async {
        guard let text = try? await view.selection() else { return }
        seat.post.say(["t": "copied", "text": .string(text)])
        guard removing, !text.isEmpty else { return }
        for isDown in [true, false] { view.act(.key(.init("Delete", isDown: isDown, code: "Delete"))) }
    }

    /// Text that a field has no room for is typed: rows of boxes hand the next character on to the next box.
    private func paste(_ text: String) async {
        let text = String(text.prefix(60_000))
        let room = view.now.focus?.room ?? .max
        if text.count > room, text.count <= 64, !text.contains(where: \.isNewline) {
            for character in text {
                for isDown in [true, false] { view.act(.key(.init(String(character), isDown: isDown))) }
            }
            return
        }
        var rest = text[...]
        while !rest.isEmpty {
            view.act(.text(String(rest.prefix(4_000))))
            rest = rest.dropFirst(4_000)
        }
    }
}

// MARK: Files

extension LiveHands {
    private func begin(_ words: JSON) {
        let name = FileName.safe(words["name"].string ?? "")
        upload.withLockedValue { upload in
            guard let size = words["size"].int, (0...Self.mostBytes).contains(size),
                upload.bytes + size <= Self.mostBytes,
                upload.done.count < Self.mostFiles, upload.current == nil
            else { return }
            let folder = upload.folder ?? seat.stage.folder.appending(path: "live-\(UUID().uuidString)")
            let own = folder.appending(path: "\(upload.done.count)")
            try? FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
            upload.folder = folder
            let url = own.appending(path: name)
            guard FileManager.default.createFile(atPath: url.path, contents: nil),
                let handle = FileHandle(forWritingAtPath: url.path)
            else { return }
            upload.bytes += size
            upload.current = (url, handle, size)
            if size == 0 { upload.finish() }
        }
        seat.post.say(["t": "ready", "name": .string(name)])
    }

    /// A piece of the file that is coming.
    ///
    /// - Returns: whether it may be sent; what is no piece of any file may not.
    func take(_ message: Data) -> Bool {
        guard message.count > 16, message.first == LiveHead.Kind.file.rawValue else { return false }
        let piece = message.dropFirst(16)
        return upload.withLockedValue { upload in
            guard var current = upload.current, piece.count <= current.left else { return false }
            try? current.handle.write(contentsOf: piece)
            current.left -= piece.count
            upload.current = current
            if current.left == 0 { upload.finish() }
            return true
        }
    }

    private func give(_ id: Int) async {
        let files = upload.withLockedValue { upload in
            defer { upload.done = [] }
            return upload.done
        }
        do {
            try await view.give(id, files)
        } catch {
            seat.post.say(["t": "note", "text": "The page did not take the file."])
        }
    }

    func end() {
        let folder = upload.withLockedValue { upload in
            try? upload.current?.handle.close()
            upload.current = nil
            return upload.folder
        }
        // A page reads a file when it sends it: what was given stays until the stage is over.
        if let folder, seat.stage.isOver.isRaised { try? FileManager.default.removeItem(at: folder) }
    }
}

extension LiveHands.Upload {
    fileprivate mutating func finish() {
        guard let current else { return }
        try? current.handle.close()
        done.append(current.url)
        self.current = nil
    }
}

/// Names of files that people send.
enum FileName {
    /// A name that is nothing but a name.
    static func safe(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let kept = last.filter { !$0.isNewline && $0 != "\0" && $0 != ":" }.prefix(120)
        return kept.isEmpty || kept.allSatisfy { $0 == "." } ? "file" : String(kept)
    }
}
