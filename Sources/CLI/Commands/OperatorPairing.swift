import Foundation
import GhostHands
import Store

/// What a person's own browser is paired with, in a file that only their account and key can read.
struct OperatorPairing: Sendable {
    /// Where the service is.
    let server: String
    /// What proves the browser.
    let token: String
    /// What the person calls it.
    let name: String

    /// The folder of the browser: its pairing, and what sites have left in it.
    static func folder(_ settings: Settings) -> URL { settings.dataFolder.url.appending(path: "operator") }

    private static func file(_ settings: Settings) throws -> SealedFile {
        try settings.dataFolder.prepare()
        let place = Self.folder(settings)
        do {
            try FileManager.default.createDirectory(
                at: place,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw SetupError("\(place.path) cannot be made", mend: "set GH_DATA_DIR to a folder you may write")
        }
        return SealedFile(place.appending(path: "pairing"), key: try Keys.ofSessions(in: settings.dataFolder))
    }

    /// What was kept.
    ///
    /// - Returns: nil where nothing was paired yet.
    /// - Throws: ``SetupError`` when it cannot be read.
    static func read(_ settings: Settings) throws -> OperatorPairing? {
        let contents: SealedFile.Contents
        do { contents = try file(settings).read() } catch let error as SetupError { throw error } catch {
            throw SetupError("the pairing cannot be read", mend: "pair again: `ghosthands operator pair`")
        }
        guard case .data(let data) = contents, let json = try? JSON(parsing: data), let server = json["server"].string,
            let token = json["token"].string
        else { return nil }
        return OperatorPairing(server: server, token: token, name: json["name"].string ?? "")
    }

    /// Keeps it.
    ///
    /// - Throws: ``SetupError`` when it cannot be written.
    func keep(_ settings: Settings) throws {
        let json: JSON = ["server": .string(server), "token": .string(token), "name": .string(name)]
        do { try Self.file(settings).write(json.data) } catch let error as SetupError { throw error } catch {
            throw SetupError("the pairing cannot be kept", mend: "free some disk space, and pair again")
        }
    }
}
