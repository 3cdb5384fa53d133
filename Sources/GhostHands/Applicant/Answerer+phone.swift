/// A telephone number as a form takes it apart.
extension Answerer {
    var phone: PhoneNumber? {
        applicant.profile.fact(.phone).flatMap { PhoneNumber($0, country: applicant.profile.fact(.country)) }
    }

    /// The number without its country's code, where the form asks for that beside it.
    func withoutCode(_ found: [Answer?], _ asked: [Asked]) -> [Answer?] {
        let hasCode = zip(found, asked).contains { $0 != nil && $1 == .phoneCountryCode }
        guard hasCode, let phone else { return found }
        return zip(found, asked).map { answer, asked in
            guard asked == .phone, let answer, answer.source == .profile else { return answer }
            var national = answer
            national.value = .text(phone.national)
            return national
        }
    }

    /// The number over a row of short boxes, "(___) ___-____", where it fills them all.
    ///
    /// - Parameters:
    ///   - found: the answers so far.
    ///   - fields: the fields in reading order.
    ///   - asked: what each of them asks for.
    /// - Returns: the answers, with a piece of the number for each box of such a row.
    func split(_ found: [Answer?], _ fields: [Field], _ asked: [Asked]) -> [Answer?] {
        var found = found
        for first in fields.indices where Self.beginsRow(fields[first], asked[first]) {
            let row = Self.row(from: first, fields)
            let isCode = asked[first] == .postalCode
            guard row.count > 1,
                let given = found[first]?.value.plainText ?? (isCode ? nil : applicant.profile.fact(.phone)),
                row.allSatisfy({ found[$0] == nil || found[$0]?.value.plainText == given })
            else { continue }
            let spellings = isCode ? [given.filter { $0.isLetter || $0.isNumber }] : spellings(of: given)
            let lengths = row.compactMap { Self.length(of: fields[$0]) }
            guard
                let pieces = Self.pieces(of: spellings, lengths: lengths)
                    ?? (isCode ? nil : groups(of: given, lengths: lengths))
            else { continue }
            let source = found[first]?.source ?? .profile
            for (place, piece) in zip(row, pieces) { found[place] = Answer(.text(piece), from: source) }
        }
        return withAreaCodes(found, fields, asked)
    }

    /// The code of the area in a box before that of the number.
    private func withAreaCodes(_ found: [Answer?], _ fields: [Field], _ asked: [Asked]) -> [Answer?] {
        var found = found
        let hasCode = zip(found, asked).contains { $0 != nil && $1 == .phoneCountryCode }
        for (place, next) in zip(fields.indices, fields.indices.dropFirst()) where found[place] == nil {
            guard asked[place] == .question, Self.isOf(Self.areaCodes, fields[place]),
                asked[next] == .phone || found[next] == nil && Self.isOf(Self.numbers, fields[next]),
                Classifier.isOwn(.phone, fields[place]), let (area, rest) = areaAndNumber(withTrunk: !hasCode),
                fields[place].maxLength.map({ $0 >= area.count }) ?? true
            else { continue }
            found[place] = Answer(.text(area), from: .profile)
            found[next] = Answer(.text(rest), from: .profile)
        }
        return found
    }

    /// Where an area's code ends is known of few countries; elsewhere the applicant's own spaces tell.
    private func areaAndNumber(withTrunk: Bool) -> (String, String)? {
        guard let given = applicant.profile.fact(.phone), let phone else { return nil }
        let groups = given.split { !$0.isASCII || !$0.isNumber }.map(String.init)
        let fixed = ["br": 2, "us": 3, "ca": 3][phone.country]
        let written = groups.count > 2 && groups.first == phone.code ? groups[1].count : nil
        guard let length = fixed ?? written, phone.national.count > length + 4 else { return nil }
        let trunk = withTrunk && phone.hasTrunkNought ? "0" : ""
        return (trunk + phone.national.prefix(length), String(phone.national.dropFirst(length)))
    }

    private static func isOf(_ names: Set<String>, _ field: Field) -> Bool {
        [.text, .tel, .number].contains(field.kind)
            && Words(field.label).areMade(
                of: names,
                beside: AskedRule.harmless.union(["phone", "telephone", "number"])
            )
    }

    private static let areaCodes: Set<String> = Set(
        Words.phrases(
            """
            area code, ddd, ortsvorwahl, prefijo, codigo de area, cod area, lada, clave lada, prefixo, indicatif, \
            indicatif regional, prefisso, netnummer, kengetal, riktnummer, retningsnummer, kierunkowy, \
            numer kierunkowy, alan kodu, std code, код города, 市外局番, 区号
            """
        )
    )

    private static let numbers: Set<String> = Set(
        Words.phrases(
            """
            number, phone number, local number, subscriber number, rufnummer, telefonnummer, nummer, numero, \
            numero de telefono, numero local, telefone, telefono, celular, abonneenummer, numer, номер
            """
        )
    )

    private static func beginsRow(_ field: Field, _ asked: Asked) -> Bool {
        if isListOfPrefixes(field) {
            return [field.label, field.section ?? ""].contains { AskedRule.asked(by: Words($0)) == .phone }
        }
        guard isPiece(field) else { return false }
        if asked == .phone || asked == .postalCode { return true }
        return continues(field, nil) && field.section.map { AskedRule.asked(by: Words($0)) == .phone } ?? false
    }

    private static func row(from first: Int, _ fields: [Field]) -> Range<Int> {
        let rest = fields[(first + 1)...].prefix(4).prefix { field in
            let isBeside = field.sections == fields[first].sections || field.sections.first == fields[first].label
            return isPiece(field) && isBeside && continues(field, fields[first])
        }
        return first..<(first + 1 + rest.count)
    }

    /// A list of what numbers begin with in one country: 010, 011, 016.
    private static func isListOfPrefixes(_ field: Field) -> Bool {
        let real = field.options.filter { !$0.isPlaceholder }
        return field.kind == .select && real.count > 1
            && real.allSatisfy { option in
                option.label.first == "0" && option.label.allSatisfy(\.isNumber) && 2...4 ~= option.label.count
            }
    }

    private static func length(of field: Field) -> Int? {
        field.kind == .select ? field.options.map(\.label.count).max() : field.maxLength
    }

    private static func isPiece(_ field: Field) -> Bool {
        [.text, .tel, .number].contains(field.kind) && field.maxLength.map { (1...6).contains($0) } ?? false
    }

    /// Whether a box says nothing of its own, the same as the first, or which piece it is for.
    private static func continues(_ field: Field, _ first: Field?) -> Bool {
        let words = Words(field.label)
        // A dash between two boxes makes one number of them.
        let joint = field.beside.before
        let isJoined = first != nil && !joint.isEmpty && joint.allSatisfy { "-–—‐ー()".contains($0) }
        if isJoined, [nil, .phone, .postalCode].contains(AskedRule.asked(by: words)) { return true }
        return words.list.allSatisfy { $0.allSatisfy(\.isNumber) } || field.label == first?.label
            || words.areMade(of: pieceNames, beside: AskedRule.harmless.union(["phone", "telephone", "digits"]))
    }

    private static let pieceNames: Set<String> = [
        "area code", "prefix", "exchange", "line number", "number", "first three", "middle three", "next three",
        "last four", "first part", "second part", "third part", "part 1", "part 2", "part 3", "phone", "suffix",
    ]

    /// A number as it is dialled within its country, without and with the zero before it.
    private func spellings(of given: String) -> [String] {
        let number = PhoneNumber(given, country: applicant.profile.fact(.country))
        let digits = number?.national ?? given.filter { $0.isASCII && $0.isNumber }
        return [digits] + (number?.hasTrunkNought == true ? ["0" + digits] : [])
    }

    /// The number in the groups in which it is written, or in which such numbers always are.
    private func groups(of given: String, lengths: [Int]) -> [String]? {
        let number = PhoneNumber(given, country: applicant.profile.fact(.country))
        var groups = given.split { !$0.isASCII || !$0.isNumber }.map(String.init)
        if let number {
            if groups.count > 1, groups[0] == number.code { groups.removeFirst() }
            if groups.count == 1, let fixed = Self.fixedGroups(number) { groups = fixed }
            if number.hasTrunkNought, let first = groups.first, !first.hasPrefix("0") { groups[0] = "0" + first }
        }
        guard groups.count == lengths.count, zip(groups, lengths).allSatisfy({ $0.count <= $1 }) else { return nil }
        // Boxes that are all of one length say nothing of how such numbers are grouped.
        let isFull = Set(lengths).count == 1 || zip(groups, lengths).dropFirst().allSatisfy { $0.count == $1 }
        return isFull ? groups : nil
    }

    /// Mobile numbers of Japan and Korea have four digits and four behind what they begin with.
    private static func fixedGroups(_ number: PhoneNumber) -> [String]? {
        let digits = number.national
        let isMobile =
            number.code == "81" && digits.dropFirst().first == "0" || number.code == "82" && digits.hasPrefix("10")
        guard isMobile, digits.count == 10 else { return nil }
        return [String(digits.prefix(2)), String(digits.dropFirst(2).prefix(4)), String(digits.suffix(4))]
    }

    private static func pieces(of spellings: [String], lengths: [Int]) -> [String]? {
        guard var rest = spellings.first(where: { $0.count == lengths.reduce(0, +) })?[...] else { return nil }
        return lengths.map { length in
            defer { rest = rest.dropFirst(length) }
            return String(rest.prefix(length))
        }
    }
}
