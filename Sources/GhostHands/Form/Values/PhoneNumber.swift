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
        20 27 31 32 33 40 41 43 44 46 49 58 60 61 62 63 64 66 81 82 84 90 92 93 94 95 98 212 213 218 233 234 243 249 251 \
        254 255 256 260 263 264 353 355 358 359 373 374 380 381 382 383 385 386 387 389 421 855 880 886 961 962 963 964 966 \
        967 970 971 972 976 977 994 995
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
            53cu 54ar 55br 56cl 57co 58ve 60my 61au 62id 63ph 64nz 65sg 66th 81jp 82kr 84vn 86cn 90tr 91in 92pk 93af 94lk \
            95mm 98ir 211ss 212ma 213dz 216tn 218ly 220gm 221sn 222mr 223ml 224gn 225ci 226bf 227ne 228tg 229bj 230mu \
            231lr 232sl 233gh 234ng 235td 236cf 237cm 238cv 239st 240gq 241ga 242cg 243cd 244ao 245gw 248sc 249sd 250rw \
            251et 252so 253dj 254ke 255tz 256ug 257bi 258mz 260zm 261mg 262re 263zw 264na 265mw 266ls 267bw 268sz 269km \
            291er 297aw 298fo 299gl 350gi 351pt 352lu 353ie 354is 355al 356mt 357cy 358fi 359bg 370lt 371lv 372ee 373md \
            374am 375by 376ad 377mc 378sm 380ua 381rs 382me 383xk 385hr 386si 387ba 389mk 420cz 421sk 423li 501bz 502gt \
            503sv 504hn 505ni 506cr 507pa 509ht 590gp 591bo 592gy 593ec 594gf 595py 596mq 597sr 598uy 599cw 670tl 673bn \
            675pg 676to 677sb 678vu 679fj 685ws 687nc 689pf 852hk 853mo 855kh 856la 880bd 886tw 960mv 961lb 962jo 963sy \
            964iq 965kw 966sa 967ye 968om 970ps 971ae 972il 973bh 974qa 975bt 976mn 977np 992tj 993tm 994az 995ge 996kg \
            998uz
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
