import ArgumentParser
import GhostHands

extension WebAddress {
    /// The address that a command was given.
    ///
    /// - Throws: `ValidationError` that says what is wrong with it.
    init(argument text: String) throws {
        switch WebAddress.parse(text) {
        case .address(let address): self = address
        case .refused(let reason): throw ValidationError("URL: \(reason)")
        }
    }
}
