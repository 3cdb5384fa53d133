import GhostHands
import Hummingbird

/// Reads the parameters behind a `?`, gathering every violation.
struct QueryReader {
    private let parameters: Parameters
    private(set) var violations: [FieldViolation] = []

    init(_ request: Request) { parameters = request.uri.queryParameters }

    func text(_ name: String) -> String? { parameters.get(name).flatMap { $0.isEmpty ? nil : $0 } }

    /// A parameter that may come more than once.
    func texts(_ name: String) -> [String] {
        parameters.getAll(name).filter { !$0.isEmpty }
    }

    mutating func int(_ name: String, in range: ClosedRange<Int>, default standard: Int) -> Int {
        guard let text = text(name) else { return standard }
        guard let value = Int(text) else {
            violations.append(FieldViolation(field: name, message: "Expected an integer", code: .invalidType))
            return standard
        }
        if value < range.lowerBound { violate(name, "At least \(range.lowerBound)", .tooSmall) }
        if value > range.upperBound { violate(name, "At most \(range.upperBound)", .tooBig) }
        return value
    }

    mutating func violate(_ name: String, _ message: String, _ code: FieldViolation.Code) {
        guard violations.count < Bounds.named else { return }
        violations.append(FieldViolation(field: name, message: message, code: code))
    }

    /// Refuses the request when anything was wrong with it.
    func finish() throws {
        if !violations.isEmpty { throw APIError.invalid(violations) }
    }
}
