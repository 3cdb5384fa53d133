/// Gathers what is wrong with the settings, so that all of it is said at once.
struct Faults {
    private(set) var errors: [SetupError] = []

    /// A setting's value; when its value is not possible, the fault is noted.
    ///
    /// - Parameters:
    ///   - value: reads it.
    ///   - standard: what to go on with; no program runs with it.
    /// - Returns: the value, or the standard.
    mutating func noting<Value>(_ value: @autoclosure () throws -> Value, else standard: Value) -> Value {
        do {
            return try value()
        } catch {
            errors.append(error as? SetupError ?? SetupError("\(error)", mend: "run `ghosthands doctor`"))
            return standard
        }
    }

    /// A number of the environment's; the least possible when its value is not.
    mutating func number(_ setting: Setting, _ range: ClosedRange<Int>, in environment: Environment) -> Int {
        noting(try environment.int(setting, in: range), else: range.lowerBound)
    }

    /// A yes or no of the environment's; nil when it is not set, or to something else.
    mutating func flag(_ setting: Setting, in environment: Environment) -> Bool? {
        noting(try environment.bool(setting), else: nil)
    }
}
