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
