/// Pay and what is read together with it: its currency, the time that it is for, its unit.
extension Answerer {
    /// Amounts as the boxes take them beside which a form prints or lists currency and period; nothing is converted,
    /// and one that would be read as another amount is withheld.
    ///
    /// - Parameters:
    ///   - found: the answers so far.
    ///   - fields: the fields in reading order.
    ///   - asked: what each of them asks for.
    /// - Returns: the answers, those to lists of currencies and periods among them.
    func paid(_ found: [Answer?], _ fields: [Field], _ asked: [Asked]) -> [Answer?] {
        var found = found
        for index in fields.indices where fields[index].kind.isChoice {
            found[index] = found[index].map { counted($0, in: fields[index], asked[index]) }
        }
        for index in fields.indices where !fields[index].kind.isChoice {
            guard let answer = found[index], let given = answer.value.plainText, Amount.isWhole(given),
                asked[index] == .salary || Self.asksForPay(fields[index])
            else { continue }
            let lists = fields.indices.filter { abs($0 - index) <= 2 && fields[$0].kind.isChoice }
            let currencies = lists.first { Self.isList(fields[$0]) { !Currency([$0.label, $0.value]).codes.isEmpty } }
            let periods = lists.first { Self.isList(fields[$0]) { !PayPeriod.named(in: $0.label).isEmpty } }
            let period = PayPeriod.meant(by: given, in: money(of: given)) ?? .year
            let codes = money(of: given).codes
            let currency = choice(found, fields, currencies) {
                !codes.isDisjoint(with: Currency([$0.label, $0.value]).codes)
            }
            let time = choice(found, fields, periods) { PayPeriod.named(in: $0.label) == [period] }
            for (list, option) in [(currencies, currency), (periods, time)] {
                guard let list, let option, found[list] == nil else { continue }
                found[list] = Answer(.text(option.label), from: answer.source)
            }
            var said = fields[index].beside
            // What is going to be chosen counts, and not what is chosen now.
            if currency != nil || time != nil { said.chosen = "" }
            let chosen = [currencies, periods].compactMap(\.self).filter { found[$0] == nil }.map { fields[$0].value }
            let context = [said.before, said.after, said.chosen] + chosen
            found[index] = amount(
                answer,
                given,
                in: fields[index],
                among: context,
                hasList: currencies != nil || periods != nil
            )
        }
        return found
    }

    /// The amount in the unit of a list that counts in thousands.
    private func counted(_ answer: Answer, in field: Field, _ asked: Asked) -> Answer {
        guard let given = answer.value.plainText, Amount.isWhole(given),
            let number = Amount(given).map({ $0.value * PayWords.scale(of: given) }), number >= 1000
        else { return answer }
        let unit = Self.unit(of: field, [])
        let largest = field.options.flatMap { Amount.all(in: $0.label) }.max() ?? 0
        guard unit > 1, largest > 0, largest < unit, asked == .salary || Self.asksForPay(field) else { return answer }
        var answer = answer
        answer.value = .text(Amount.text(number / unit))
        return answer
    }

    private static func asksForPay(_ field: Field) -> Bool {
        QuestionReading(field.label).map { $0.matters.map(\.topic) == [.pay] } ?? false
    }

    private func amount(
        _ answer: Answer,
        _ given: String,
        in field: Field,
        among context: [String],
        hasList: Bool
    ) -> Answer {
        var answer = answer
        let shown = Currency(context)
        let own = money(of: given)
        let times = PayPeriod.named(in: context.joined(separator: " | "))
        // Who answered this very question answered it for the time that it names.
        let meant = answer.source == .answers && times.count == 1 ? times.first : nil
        let named = PayPeriod.named(in: given)
        let period = (named.isEmpty ? meant : nil) ?? PayPeriod.meant(by: given, in: own) ?? .year
        if !own.fits(shown) {
            answer.refusal = "the form takes the amount in another currency"
        } else if !times.isEmpty, !times.contains(period) || times.count > 1 {
            answer.refusal = "the form takes the amount for another time"
        } else if let number = Amount(given).map({ $0.value * PayWords.scale(of: given) }) {
            let unit = Self.unit(of: field, context)
            if unit > 1, number >= 1000 {
                answer.value = .text(Amount.text(number / unit))
            } else if hasList || !shown.codes.isEmpty || !times.isEmpty {
                answer.value = .text(Amount.text(number))
            }
        }
        return answer
    }

    /// The currency of an amount, by its own words or by where the applicant lives.
    func money(of given: String) -> Currency {
        let named = Currency([given])
        return named.codes.isEmpty ? Currency.ofCountry(applicant.profile.fact(.country)) : named
    }

    private static func isList(_ field: Field, _ isOne: (FieldOption) -> Bool) -> Bool {
        let real = field.options.filter { !$0.isPlaceholder }
        return !real.isEmpty && real.allSatisfy(isOne)
    }

    /// The option that a list is to have: what it is answered with, else the one that fits.
    private func choice(
        _ found: [Answer?],
        _ fields: [Field],
        _ list: Int?,
        _ fits: (FieldOption) -> Bool
    ) -> FieldOption? {
        guard let list else { return nil }
        if found[list] != nil { return nil }
        let same = fields[list].options.filter { !$0.isPlaceholder && fits($0) }
        return same.count == 1 ? same[0] : nil
    }

    /// How much a box counts as one: "60 K", 万円.
    private static func unit(of field: Field, _ context: [String]) -> Double {
        let behind = PayWords.unit(in: Words(context.dropFirst().first ?? "").list.first ?? "")
        let said = [field.label, field.placeholder, field.hint ?? "", context.dropFirst().first ?? ""]
        let asides = said.flatMap { text in
            text.split { "()（）[],/·".contains($0) }.map(String.init).filter {
                PayWords.areAll(of: $0) || Self.isUnit($0)
            }
        }
        return max(behind, asides.map(PayWords.unit).max() ?? 1)
    }

    /// "in thousands", "en milliers", and a sign with its "k".
    private static func isUnit(_ text: String) -> Bool {
        let words = Words(text)
        return PayWords.unit(in: text) > 1
            && (words.list.count <= 3 || words.containsAny(["in thousands", "in k", "in tsd", "in tausend", "in teur"])
                || words.containsAny(["thousands of", "en milliers"]) || text.contains("k€") || text.contains("T€"))
    }
}
