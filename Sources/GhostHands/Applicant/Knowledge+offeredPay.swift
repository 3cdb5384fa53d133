/// Pay that the form names itself: whether it is what the applicant wants.
extension Knowledge {
    /// "The salary is $150,000 - $180,000. Does this align with your expectations?"
    ///
    /// - Parameter field: a field that takes yes or no.
    /// - Returns: yes where what the applicant wants lies in the range that is offered; nil where it does not, for who
    ///   would take less says so themselves, and where another money or time is meant.
    func offeredPay(_ field: Field) -> Answer? {
        guard field.kind.isChoice, YesNo.areOffered(by: field.options), field.label.contains(where: \.isNumber) else {
            return nil
        }
        let label = Words(field.label)
        guard label.containsAny(Self.payNames), label.containsAny(Self.agreeing), !label.containsAny(Self.notPay),
            !label.isNegated, let offer = Self.range(offeredIn: field.label)
        else { return nil }
        let claim = claims.first { $0.topic == .pay && $0.scope.isEmpty }
        guard let wanted = claim?.text ?? profile.fact(.salary) else { return nil }
        let named = claim?.currencies ?? Currency([wanted])
        let own = named.codes.isEmpty ? Currency.ofCountry(profile.fact(.country)) : named
        let offered = Currency([field.label])
        guard !offered.codes.isEmpty, own.fits(offered), Self.pays(field, for: wanted, in: own),
            PayPeriod.meant(by: wanted, in: own) == .year,
            let least = Amount.all(in: wanted).map({ $0 * PayWords.scale(of: wanted) }).min(), offer.contains(least)
        else { return nil }
        return YesNo.choice(true, in: field.options).map {
            Answer(.text(field.options[$0].label), from: claim == nil ? .profile : .answers)
        }
    }

    /// What a sentence offers for a year: two amounts that are a range, or the most of one.
    private static func range(offeredIn label: String) -> ClosedRange<Double>? {
        let scale = PayWords.scale(of: label)
        let amounts = Amount.all(in: label).map { $0 * scale }.filter { $0 >= leastOfYear }
        let isTop = Words(label).containsAny([
            "up to", "maximum", "at most", "no more than", "capped at", "tops out at",
        ])
        if amounts.count == 1, isTop { return amounts[0] / 2...amounts[0] }
        guard amounts.count == 2, amounts[0] <= amounts[1], amounts[0] * 3 >= amounts[1] else { return nil }
        return amounts[0]...amounts[1]
    }

    /// Nobody is offered less for a year, and few other numbers of a sentence are as high.
    private static let leastOfYear = 10_000.0

    private static let payNames = [
        "salary", "compensation", "pay", "pay range", "remuneration", "wage", "base", "base pay", "budget", "budgeted",
        "hiring range", "range",
    ]

    private static let agreeing = [
        "align", "aligns", "aligned", "alignment", "in line", "fit", "fits", "within", "meet", "meets", "match",
        "matches", "comfortable", "ok", "okay", "work for you", "works for you", "acceptable", "accept", "suit",
        "suits", "agree", "happy with", "fine with", "agreeable",
    ]

    /// Numbers that are no pay for a year, and questions about another pay.
    private static let notPay = [
        "401k", "401 k", "ote", "commission", "bonus", "equity", "current salary", "currently earn", "currently make",
        "contract", "users", "revenue", "employees", "quota", "portfolio", "asset", "assets", "years", "hour", "hours",
        "sign on", "more than", "exceed", "exceeds", "above", "higher", "fee", "negotiable", "why", "explain",
    ]
}
