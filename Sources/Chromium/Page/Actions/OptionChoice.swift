/// Names an option of a native select.
public enum OptionChoice: Hashable, Sendable {
    /// By its value.
    case value(String)
    /// By what the user reads.
    case label(String)
    /// By its place among all the select's options.
    case index(Int)
    /// By both what the user reads and its value: in a list that was drawn anew, either alone may be another's.
    case option(label: String, value: String)

    var argument: JSONValue {
        switch self {
        case .value(let value): ["value": .string(value)]
        case .label(let label): ["label": .string(label)]
        case .index(let index): ["index": .int(index)]
        case .option(let label, let value): ["label": .string(label), "value": .string(value)]
        }
    }
}

extension Page {
    /// Chooses options of a native select, and no others, once they are there and enabled.
    /// - Parameters:
    ///   - element: The select, or its label.
    ///   - choices: The options; none empties the select.
    ///   - timeout: How long it may take, including the wait for the options to appear.
    /// - Throws: ``ChromiumError``: notActionable when there is no such option, detached, timedOut.
    public func select(
        _ element: ElementHandle,
        _ choices: [OptionChoice],
        timeout: Duration = .seconds(10)
    ) async throws {
        try await asEntry {
            let deadline = Deadline(after: timeout)
            let wants = JSONValue.array(choices.map(\.argument))
            let arguments: [JSONValue] = [.int(element.id), wants, deadline.budget]
            let ready = try await act("choose", arguments, in: node(of: element), by: deadline)
            _ = try ready.checked()
        }
    }
}
