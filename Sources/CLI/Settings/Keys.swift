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
        if let text = try? String(contentsOf: file, encoding: .utf8) {
            let key = text.trimmingCharacters(in: .whitespacesAndNewlines)
            if key.count == 64 { return key }
        }
        var random = SystemRandomNumberGenerator()
        let key = (0..<4).map { _ in
            let digits = String(random.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
        let manager = FileManager.default
        let options: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard manager.createFile(atPath: file.path, contents: Data("\(key)\n".utf8), attributes: options) else {
            throw SetupError(
                "the key file \(file.path) cannot be written",
                mend: "check the permissions of the data folder"
            )
        }
        return key
    }
}
