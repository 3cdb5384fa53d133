import Logging
import Store

extension Keys {
    /// What seals and opens with these keys; says of a key that is not there that something waits for it, once.
    func sealer(_ logger: Logger, noting keys: MissingKeys = MissingKeys()) -> Sealer {
        Sealer(key: credentialBytes, id: id, old: old) { missing in
            guard keys.note(missing) else { return }
            logger.critical(
                "something was sealed with a key that is not here; it counts as absent until the key is back",
                metadata: ["key_id": "\(missing)", "setting": "GH_CREDENTIAL_KEYS_OLD"]
            )
        }
    }
}

extension Store {
    /// Sees that the keys are those which have sealed under their names, before anything is sealed with them.
    ///
    /// - Throws: ``SetupError`` where one is not.
    func checkKeys(_ logger: Logger) async throws {
        let strangers: [UInt16]
        do { strangers = try await KeyProofs(self).strangers() } catch { throw SetupError(database: error) }
        guard !strangers.isEmpty else { return }
        let ids = strangers.map(String.init).joined(separator: ", ")
        logger.critical("a key is not the one that has sealed under its name", metadata: ["key_id": "\(ids)"])
        throw SetupError(
            "the key called \(ids) is not the one that has sealed sessions and credentials under that name",
            mend: "give the key that was used before; to change it, call the new one by another GH_CREDENTIAL_KEY_ID "
                + "and name the old one in GH_CREDENTIAL_KEYS_OLD (docs/sessions.md, Sealing)"
        )
    }
}
