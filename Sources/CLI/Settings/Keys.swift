import Foundation

/// The two secrets that every installation has (R42).
struct Keys: Sendable {
    /// What callers send as `X-GH-Service-Key`.
    let service: String
    /// 64 hex digits: seals sessions, signs links.
    let credential: String

    /// The bytes of the credential key.
    var credentialBytes: Data {
        var bytes = Data()
        var rest = credential[...]
        while let byte = UInt8(rest.prefix(2), radix: 16) {
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }

    static func check(_ credential: String) throws {
        guard credential.count == 64, credential.allSatisfy(\.isHexDigit) else {
            throw SetupError("GH_CREDENTIAL_KEY is not 64 hex digits", mend: "make one with `openssl rand -hex 32`")
        }
    }

    /// The keys kept in the data folder, generated the first time.
    ///
    /// - Throws: ``SetupError`` when they cannot be kept.
    static func kept(in folder: DataFolder) throws -> Keys {
        Keys(
            service: try kept("service_key", in: folder),
            credential: try kept("credential_key", in: folder)
        )
    }

    private static func kept(_ name: String, in folder: DataFolder) throws -> String {
        let file = folder.keys.appending(path: name)
        guard FileManager.default.fileExists(atPath: file.path) else { return try make(file) }
        let key = (try? String(contentsOf: file, encoding: .utf8))?.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let key, (try? check(key)) != nil else {
            // Another in its place would make what it sealed unreadable.
            throw SetupError(
                "the key file \(file.path) cannot be read, or holds no key of 64 hex digits",
                mend:
                    "restore it from a backup; else what it sealed is lost, and a new key is made once the file is gone"
            )
        }
        try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        return key
    }

    /// Made beside its place and moved there, so that no run that is killed leaves half of one.
    private static func make(_ file: URL) throws -> String {
        var random = SystemRandomNumberGenerator()
        let key = (0..<4).map { _ in
            let digits = String(random.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
        let manager = FileManager.default
        let draft = file.appendingPathExtension("new")
        let options: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard manager.createFile(atPath: draft.path, contents: Data("\(key)\n".utf8), attributes: options),
            (try? manager.moveItem(at: draft, to: file)) != nil
        else {
            throw SetupError(
                "the key file \(file.path) cannot be written",
                mend: "check the permissions of the data folder"
            )
        }
        return key
    }
}
