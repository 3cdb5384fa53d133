import Foundation
import Postgres
import Worker

/// Checks of settings whose value is more than a number or a word.
extension Settings {
    static func database(_ environment: Environment) throws -> String? {
        guard let url = try environment.text(.databaseURL) else { return nil }
        do {
            _ = try PostgresConfiguration(url: url)
            return url
        } catch let error as PostgresError {
            throw SetupError(
                "DATABASE_URL cannot be used: \(error.message)",
                mend:
                    "set it as postgres://USER:PASSWORD@HOST:PORT/DATABASE, and in the password write @ as %40, : as %3A, "
                    + "/ as %2F, # as %23, ? as %3F and % as %25"
            )
        }
    }

    static func address(_ setting: Setting, _ environment: Environment) throws -> ListenAddress {
        guard let host = try environment.text(setting), host != setting.standard else { return .local }
        return try ListenAddress(host, of: setting)
    }

    /// Names longer than the jobs' column would let no claim succeed.
    static func workerID(_ environment: Environment) throws -> String? {
        guard let id = try environment.text(.workerID) else { return nil }
        let isPlain = id.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f }
        guard isPlain, id.unicodeScalars.count <= 100 else {
            throw SetupError(
                "GH_WORKER_ID is longer than 100 characters, or has control characters in it",
                mend: "set it to a short name such as worker-1, or unset it"
            )
        }
        return id
    }

    /// The secrets that callbacks are signed with, the present one first.
    static func callbackSecrets(_ environment: Environment) throws -> [String] {
        let present = try callbackSecret(.callbackSecret, environment)
        let old = try callbackSecret(.oldCallbackSecret, environment)
        if present == nil, old != nil {
            throw SetupError(
                "GH_CALLBACK_SECRET_OLD is set, and GH_CALLBACK_SECRET is not",
                mend: "set GH_CALLBACK_SECRET to the new secret, or unset GH_CALLBACK_SECRET_OLD"
            )
        }
        return [present, old].compactMap(\.self)
    }

    private static func callbackSecret(_ setting: Setting, _ environment: Environment) throws -> String? {
        guard let secret = try environment.text(setting) else { return nil }
        guard !secret.hasPrefix("whsec_") || Data(base64Encoded: String(secret.dropFirst(6)))?.isEmpty == false else {
            throw SetupError(
                "\(setting.name) begins with whsec_, but what follows is not base64",
                mend: "make one with `echo whsec_$(openssl rand -base64 24)`"
            )
        }
        return secret
    }

    static func traces(_ environment: Environment) throws -> TraceRule {
        guard let text = try environment.text(.trace) else { return .off }
        guard let rule = TraceRule(rawValue: text.lowercased()) else {
            throw SetupError("GH_TRACE is neither off nor failed", mend: "set it to off or failed")
        }
        return rule
    }

    /// What is wrong with keys wherever they come from; whether one is missing only ``keys()`` asks.
    static func checkKeys(_ environment: Environment) throws {
        if let credential = try environment.text(.credentialKey) { try Keys.check(credential) }
        let id = UInt16(try environment.int(.credentialKeyID, in: 0...65_535))
        if let old = try environment.text(.credentialKeysOld), try Keys.old(old)[id] != nil {
            throw SetupError(
                "GH_CREDENTIAL_KEYS_OLD has a key of the id \(id), which is the present one's",
                mend: "set GH_CREDENTIAL_KEY_ID to another id than those of the old keys"
            )
        }
        guard let service = try environment.text(.serviceKey) else { return }
        let isPlain = service.unicodeScalars.allSatisfy { (0x20...0x7e).contains($0.value) }
        guard isPlain, !service.hasPrefix(" "), !service.hasSuffix(" ") else {
            throw SetupError(
                "GH_SERVICE_KEY begins or ends with a space, or has characters that no header may hold",
                mend: "make one with `openssl rand -hex 32`"
            )
        }
    }
}
