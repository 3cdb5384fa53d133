extension Field {
    /// Whether a page says something of the applicant that nobody has said: a yes or no, or one's sex or origin, that was
    /// chosen before anybody was asked.
    ///
    /// Left as it is it would be sent as the applicant's own answer (R25). What orders or refuses advertising says nothing
    /// of them, nor does "prefer not to say".
    ///
    /// - Parameter asked: what the field asks for.
    /// - Returns: false for a field that holds nothing.
    public func isClaim(_ asked: Asked) -> Bool {
        guard isAnswered, [.radio, .select, .combobox].contains(kind), !Advertising.isOrdered(by: label),
            let chosen = options.first(where: { $0.label == value }), !chosen.isPlaceholder,
            OptionMatcher.decline(in: [chosen]) == nil
        else { return false }
        let saysYesOrNo =
            YesNo.areOffered(by: options) && [true, false].contains { YesNo.choice($0, in: [chosen]) == 0 }
        return asked.isOfEquality
            || saysYesOrNo && (asked == .question || asked == .sponsorship || asked == .workAuthorization)
    }
}
