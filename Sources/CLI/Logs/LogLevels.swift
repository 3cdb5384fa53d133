import Logging
import NIOConcurrencyHelpers

/// From which level on is logged, for all or for one part of the program; changed while it runs.
final class LogLevels: Sendable {
    /// Levels as they are written: `info,worker=debug`.
    struct Plan: Hashable, Sendable {
        /// For every part that is not named.
        var standard = Logger.Level.info
        /// For parts by their names.
        var parts: [String: Logger.Level] = [:]

        /// The parts there are.
        static let names = ["api", "worker", "callbacks", "upkeep", "database", "browser"]

        init(_ standard: Logger.Level) { self.standard = standard }

        /// Reads a plan; nil when it is none.
        init?(_ text: String) {
            for word in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
                let sides = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                guard let name = sides.last, let level = Logger.Level(rawValue: name) else { return nil }
                if sides.count == 1 {
                    standard = level
                } else {
                    guard Self.names.contains(sides[0]) else { return nil }
                    parts[sides[0]] = level
                }
            }
        }

        /// The level of a part; nil is the program itself.
        subscript(part: String?) -> Logger.Level { part.flatMap { parts[$0] } ?? standard }
    }

    private let first: Plan
    private let present: NIOLockedValueBox<Plan>

    init(_ plan: Plan) {
        first = plan
        present = NIOLockedValueBox(plan)
    }

    /// What holds now.
    var plan: Plan { present.withLockedValue(\.self) }

    /// Takes another plan; without one all is logged in detail, and the next time as it was at the start.
    ///
    /// - Returns: what holds from now on.
    func change(to plan: Plan?) -> Plan {
        present.withLockedValue { present in
            present = plan ?? (present == first ? Plan(min(.debug, first.standard)) : first)
            return present
        }
    }
}
