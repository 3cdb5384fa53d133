/// A telephone number as forms take it: whole, or in two fields.
public struct PhoneNumber: Sendable, Hashable {
    /// The code of its country, digits only.
    public let code: String
    /// The digits after that.
    public let national: String
    /// Two letters of ISO 3166, in lower case.
    let country: String

    /// Takes an international number apart; nil when it does not begin with `+` and a country's code.
    ///
    /// - Parameters:
    ///   - text: for example `+49 30 901820`.
    ///   - country: where the applicant lives: tells who of several has the code.
    public init?(_ text: String, country: String? = nil) {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard text.trimmed.hasPrefix("+"),
            let code = (1...3).map({ String(digits.prefix($0)) }).first(where: { Self.countries[$0] != nil }),
            let home = Self.countries[code], digits.count - code.count >= 4
        else { return nil }
        self.code = code
        national = String(digits.dropFirst(code.count))
        let isCanadian = code == "1" && country.map { Words($0).text == "canada" || $0 == "CA" } ?? false
        self.country = isCanadian ? "ca" : home
    }

    /// The digits by which the number is known: after the country's code, with what is dialled before it at home or from
    /// abroad, or alone.
    public var spellings: Set<String> {
        ["", "0", code, "00\(code)", "011\(code)"].reduce(into: []) { $0.insert($1 + national) }
    }

    /// The digits that are dialled at home.
    public var atHome: String { (hasTrunkNought ? "0" : "") + national }

    /// Whether a nought is dialled before it at home.
    var hasTrunkNought: Bool { Self.trunkNought.contains(code) }

    /// Recommendation ITU-T E.164, national (trunk) prefixes of `0`.
    private static let trunkNought = Set(
        """
        20 27 31 32 33 40 41 43 44 46 49 60 61 62 63 64 66 81 82 84 90 92 94 212 233 234 254 353 358 359 380 381 385 386 421 \
        880 886 966 971 972 977
        """
        .split(separator: " ").map(String.init)
    )

    /// How a field that asks for the country's code is answered: by one of its options, or in digits.
    ///
    /// - Returns: the answer, or nil when none of its options is the code.
    func code(for field: Field) -> String? {
        let name = Synonyms.countryName(country)
        guard !field.options.isEmpty else { return field.kind.isChoice ? name : "+\(code)" }
        // Options name the country, the code or both.
        let bare = field.options.map { option in
            FieldOption(label: option.label.filter { !$0.isNumber && $0 != "+" }, value: option.value)
        }
        let ownCode = field.options.filter { $0.label.filter(\.isNumber) == code }
        let index =
            name.flatMap { OptionMatcher.match($0, in: bare) } ?? OptionMatcher.match(country, in: bare)
            ?? (ownCode.count == 1 ? field.options.firstIndex(of: ownCode[0]) : nil)
        return index.map { field.options[$0].label }
    }

    /// Recommendation ITU-T E.164, assigned country codes; the largest country of each.
    private static let countries: [String: String] = Dictionary(
        uniqueKeysWithValues: """
            1us 7ru 20eg 27za 30gr 31nl 32be 33fr 34es 36hu 39it 40ro 41ch 43at 44gb 45dk 46se 47no 48pl 49de 51pe 52mx \
            54ar 55br 56cl 57co 60my 61au 62id 63ph 64nz 65sg 66th 81jp 82kr 84vn 86cn 90tr 91in 92pk 94lk 212ma 233gh \
            234ng 254ke 351pt 352lu 353ie 354is 356mt 357cy 358fi 359bg 370lt 371lv 372ee 380ua 381rs 385hr 386si 420cz \
            421sk 593ec 598uy 852hk 880bd 886tw 966sa 971ae 972il 977np
            """
            .split(separator: " ").map { (String($0.dropLast(2)), String($0.suffix(2))) }
    )

    /// The number without the country code of North America, for fields that hold ten digits and no more.
    ///
    /// Other codes differ in length and stay: a number cut in the wrong place is a wrong number.
    ///
    /// - Parameter text: for example `+1 (555) 010-0199`.
    /// - Returns: for example `5550100199`, or nil when it has no such code.
    public static func national(_ text: String) -> String? {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard text.trimmed.hasPrefix("+1"), digits.count == 11 else { return nil }
        return String(digits.dropFirst())
    }
}
