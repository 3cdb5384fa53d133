/// What is to stand in a plain field.
public struct FieldEntry: Hashable, Sendable {
    /// The field.
    public let element: ElementHandle
    /// What is to stand in it.
    public let content: Content

    /// The contents that plain fields have.
    public enum Content: Hashable, Sendable {
        /// Text; for dates and the like in the input's own form (`2026-01-31`).
        case text(String)
        /// Options of a native select, and no others.
        case options([OptionChoice])
    }

    /// An entry.
    public init(_ element: ElementHandle, _ content: Content) {
        self.element = element
        self.content = content
    }
}

extension Page {
    /// Fills plain fields one after the other with one call a frame, each as an edit of the browser's own.
    ///
    /// Between two fields the page has its turn, as it has between the keys of a person, and after the last one so have
    /// its zero-delay timers. A field that is not ready, or does not hold its entry, is left to
    /// ``fill(_:with:timeout:)`` and ``select(_:optionIndexes:timeout:)``, which insist.
    /// - Parameters:
    ///   - entries: The fields, in their order.
    ///   - timeout: How long they may take in all.
    /// - Returns: For each whether it holds its entry; none for those that were left since a person came in between.
    /// - Throws: ``ChromiumError``: the page is gone, detached, timedOut.
    public func fillAll(_ entries: [FieldEntry], timeout: Duration = .seconds(10)) async throws -> [Bool] {
        try await asEntry { try await fill(entries, by: Deadline(after: timeout)) }
    }

    private func fill(_ entries: [FieldEntry], by deadline: Deadline) async throws -> [Bool] {
        var done: [Bool] = []
        while done.count < entries.count {
            let first = entries[done.count].element
            let run = entries[done.count...].prefix { $0.element.frame == first.frame }
            let arguments = JSONValue.array(run.map(\.argument))
            do {
                let filled = try await act("fillAll", [arguments], in: node(of: first), by: deadline)
                guard let entered = filled.entered, entered.count <= run.count,
                    entered.count == run.count || filled.stirred != nil
                else { throw ChromiumError(.protocol, "fillAll answered for other fields") }
                done += entered
                if done.isEmpty { throw Stirring.Overtaken() }
            } catch is Stirring.Overtaken where !done.isEmpty {
                break
            }
        }
        return done
    }
}

extension FieldEntry {
    fileprivate var argument: JSONValue {
        switch content {
        case .text(let text): ["element": .int(element.id), "text": .string(text)]
        case .options(let choices): ["element": .int(element.id), "options": .array(choices.map(\.argument))]
        }
    }
}
