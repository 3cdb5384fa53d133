import Foundation

/// The two secrets that every installation has (R42).
struct Keys: Sendable {
    /// What callers send as `X-GH-Service-Key`.
    let service: String
    /// 64 hex digits: seals sessions, signs links.
    let credential: String

    /// What the credential key is called (`GH_CREDENTIAL_KEY_ID`).
    var id: UInt16 = 1
    /// The keys that were used before it, by what they are called (`GH_CREDENTIAL_KEYS_OLD`).
    var old: [UInt16: Data] = [:]

    /// The bytes of the credential key.
    var credentialBytes: Data { Self.bytes(credential) }

    private static func bytes(_ digits: String) -> Data {
        var bytes = Data()
        var rest = digits[...]
        while let byte = UInt8(rest.prefix(2), radix: 16) {
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }

    /// Reads keys that were used before: `ID:KEY`, separated by commas or lines.
    ///
    /// - Throws: ``SetupError`` when they are none.
    static func old(_ text: String) throws -> [UInt16: Data] {
        var keys: [UInt16: Data] = [:]
        for part in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            let halves = part.split(separator: ":", maxSplits: 1)
            guard halves.count == 2, let id = UInt16(halves[0]), keys[id] == nil, halves[1].count == 64,
                halves[1].allSatisfy({ $0.isASCII && $0.isHexDigit })
            else {
                throw SetupError(
                    "GH_CREDENTIAL_KEYS_OLD is not a list of keys with their ids",
                    mend: "write ID:KEY for each, separated by commas; an ID is 0 to 65535, a KEY 64 hex digits"
                )
            }
            keys[id] = bytes(String(halves[1]))
        }
        return keys
    }

    /// The key that seals the session files of the person at the keyboard, generated the first time.
    ///
    /// - Throws: ``SetupError`` when it cannot be kept.
    static func ofSessions(in folder: DataFolder) throws -> Data { bytes(try kept("session_key", in: folder)) }

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
