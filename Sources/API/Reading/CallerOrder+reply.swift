import GhostHands

extension CallerOrder.Reading {
    /// The order and the warnings, or the reply that names what is wrong.
    func orThrow() throws -> (order: Order, warnings: [String]) {
        switch self {
        case .valid(let order, let warnings): return (order, warnings)
        case .invalid(let violations): throw APIError.invalid(violations)
        }
    }
}
