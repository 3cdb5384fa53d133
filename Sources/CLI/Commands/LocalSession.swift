import Chromium
import Foundation
import GhostHands
import Store

/// What sites have left for the person at the keyboard, in a file sealed with a key of theirs.
struct LocalSession: Sendable {
    private let path: String
    private let file: SealedFile
    private let base: SessionState

    /// The session of a file; empty where there is no such file yet.
    ///
    /// - Throws: ``SetupError`` when it cannot be read.
    init(_ path: String, _ settings: Settings) throws {
        self.path = path
        try settings.dataFolder.prepare()
        file = SealedFile(URL(filePath: path), key: try Keys.ofSessions(in: settings.dataFolder))
        base = try Self.read(file, path)
        // What cannot be kept is said before anything is sent.
        try Self.write(base.storageState.data, to: file, path)
    }

    private static func write(_ data: Data, to file: SealedFile, _ path: String) throws {
        do {
            try file.write(data)
        } catch {
            throw SetupError("\(path) cannot be written", mend: "name a file in a folder that exists and is yours")
        }
    }

    private static func read(_ file: SealedFile, _ path: String) throws -> SessionState {
        let contents: SealedFile.Contents
        do {
            contents = try file.read()
        } catch {
            throw SetupError("\(path) cannot be read", mend: "name a file that is yours")
        }
        switch contents {
        case .none: return SessionState()
        case .data(let data): if let json = try? JSON(parsing: data) { return SessionState(storageState: json) }
        case .broken: break
        }
        throw SetupError(
            "\(path) holds no session that your key opens",
            mend: "name another file; a new one is made where there is none"
        )
    }

    /// What the browser begins with; nil where there is nothing.
    var storageState: StorageState? {
        let state = base.current(at: Date().timeIntervalSince1970)
        return state.isEmpty ? nil : try? JSONDecoder().decode(StorageState.self, from: state.storageState.data)
    }

    /// Keeps what sites have left, merged with what another run has kept meanwhile.
    ///
    /// - Throws: ``SetupError`` when the file cannot be written; ``ChromiumError``.
    func keep(_ context: BrowserContext) async throws {
        let data = try JSONEncoder().encode(try await context.storageState())
        guard let json = try? JSON(parsing: data) else { return }
        let ours = SessionState(storageState: json)
            .withUnread(of: base, partlyRead: SessionState.partlyRead(in: json))
        let merged = SessionState.merged(base: base, ours: ours, stored: try Self.read(file, path))
        let (state, dropped) = merged.current(at: Date().timeIntervalSince1970).bounded(to: Sessions.mostBytes)
        try Self.write(state.storageState.data, to: file, path)
        if !dropped.isNothing { Terminal.remark("The session is too large to be kept whole") }
    }
}
