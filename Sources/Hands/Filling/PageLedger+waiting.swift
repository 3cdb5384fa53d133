import GhostHands

/// What an answer waits for: fields that the page has still to enable, and options that it has still to bring.
extension PageLedger {
    /// The fields that have an answer and cannot take it yet, with the options that they show.
    ///
    /// - Parameter reading: the page as it is now; the orders for it were asked for.
    /// - Returns: what is waited for: empty where nothing can come of waiting.
    func awaited(in reading: PageReading) -> [FieldKey: [FieldOption]] {
        disabled(in: reading).merging(unfit(in: reading)) { $1 }
    }

    /// Fields of the form that are disabled, and empty, though there is an answer for them.
    private func disabled(in reading: PageReading) -> [FieldKey: [FieldOption]] {
        guard reading.fields.contains(where: { Self.isDisabled($0, in: reading) }) else { return [:] }
        let fields = reading.fields.filter { $0.ignored == nil || Self.isDisabled($0, in: reading) }
        let answers = answerer.answers(to: fields.map(\.field), asked: fields.map(\.asked))
        return zip(zip(FieldKey.all(of: fields), fields), answers).reduce(into: [:]) { found, one in
            let ((key, target), answer) = one
            if target.ignored != nil, answer != nil { found[key] = target.field.options }
        }
    }

    private static func isDisabled(_ target: ReadField, in reading: PageReading) -> Bool {
        target.ignored == .disabled && target.key == reading.main && !target.field.isAnswered
    }

    /// Lists without the option that says the answer, where another answer before them may bring it.
    private func unfit(in reading: PageReading) -> [FieldKey: [FieldOption]] {
        var hasChosen = false
        return zip(FieldKey.all(of: reading.form), reading.form).reduce(into: [:]) { found, one in
            let (key, target) = one
            guard let line = lines[key], target.field.kind.isChoice else { return }
            if hasChosen, case .refused(.unfit, _) = line.state, target.field.kind != .combobox {
                found[key] = target.field.options
            }
            hasChosen = hasChosen || line.state.tried > 0
        }
    }
}
