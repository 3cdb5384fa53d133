import GhostHands

/// What the script in a document saw of a challenge.
struct ChallengeSign: Decodable, Sendable, Hashable {
    /// What was seen.
    enum Part: String, Decodable, Sendable {
        /// Something of it is there, whether it asks anything or not.
        case present
        /// What a person is to answer beside a form.
        case box
        /// A window over the page.
        case window
        /// What only a page has that stands in the place of another.
        case page
        /// A page that speaks of nothing but a check.
        case check
        /// Where such a page is to show its puzzle.
        case place
        /// A box for the letters of a picture.
        case image
        /// A box for the result of a sum.
        case sum
        /// A box to check that one is no robot.
        case robot
    }

    /// Who made it, as ``ChallengeVendor`` names them; nil for one of the site's own.
    let vendor: String?
    let part: Part
    /// The form that it stands in; nil outside any.
    let form: Int?
    let isAnswered: Bool
    /// The frame that it stands in: 0 is the page itself.
    var frame = 0

    private enum CodingKeys: String, CodingKey { case vendor, part, form, isAnswered }

    /// The same, in a frame.
    func placed(in frame: Int) -> ChallengeSign {
        var sign = self
        sign.frame = frame
        return sign
    }
}

/// Judges what of a page's challenges stands in the way (R50).
///
/// What is merely there, a script, a badge, a widget that asks nothing, is noted and stands in nobody's way.
struct Challenges {
    private let signs: [ChallengeSign]
    private let headers: [String: String]

    /// Challenges of a page.
    ///
    /// - Parameters:
    ///   - signs: what was seen of them in its frames.
    ///   - headers: what its document was answered with, by their names in lower case.
    init(_ signs: [ChallengeSign], headers: [String: String]) {
        self.signs = signs.filter { !$0.isAnswered }
        self.headers = headers
    }

    /// What only a human can pass.
    ///
    /// - Parameter reading: the page.
    /// - Returns: the gravest first; empty when nothing asks anything of anybody.
    func blockers(of reading: PageReading) -> [Blocker] {
        let isPosting = Posting.applyButton(of: reading) != nil
        let posed = signs.compactMap { blocker(of: $0, in: reading, isPosting: isPosting) }
        // Who is to log in is asked for a code afterwards, whatever boxes wait for it already.
        let code = LoginWall.blocker(of: reading) == nil ? CodeFields.blocker(of: reading) : nil
        let all = posed + [answered(reading), code].compactMap(\.self)
        var seen: Set<Blocker> = []
        return all.filter { seen.insert($0).inserted }.sorted { Self.weight($0) > Self.weight($1) }
    }

    /// The makers of what is there and asks nothing, by their names.
    var present: [String] {
        let asking = Set(signs.filter { $0.part != .present }.compactMap(\.vendor))
        return Set(signs.filter { $0.part == .present }.compactMap(\.vendor)).subtracting(asking).sorted()
    }

    /// What is in the way before what is posed, and a puzzle, which somebody has to solve, before the page that poses it.
    private static func weight(_ blocker: Blocker) -> Int {
        (blocker.grade == .inTheWay ? 10 : 0) + (blocker.kind == .captcha ? 2 : blocker.kind == .twoFactor ? 1 : 0)
    }

    private var hasPuzzle: Bool {
        signs.contains { sign in
            switch sign.part {
            case .box, .place: true
            case .window: sign.vendor.flatMap(ChallengeVendor.named)?.window.kind == .captcha
            default: false
            }
        }
    }

    private func blocker(of sign: ChallengeSign, in reading: PageReading, isPosting: Bool) -> Blocker? {
        let vendor = sign.vendor.flatMap(ChallengeVendor.named)
        let name = vendor?.title ?? "the site's own"
        switch sign.part {
        case .present: return nil
        case .window:
            return Blocker(
                kind: vendor?.window.kind ?? .captcha,
                confidence: 0.95,
                evidence: .element,
                sign: "a challenge over the page: \(name)"
            )
        case .page, .check:
            if isPosting { return nil }
            return Blocker(
                kind: hasPuzzle ? .captcha : vendor?.page.kind ?? .botCheck,
                confidence: sign.part == .page ? 0.95 : 0.8,
                evidence: sign.part == .page ? .element : .page,
                sign: sign.part == .page
                    ? "a page that is a challenge: \(name)" : "a page with nothing but a check on it",
                mayPass: vendor?.mayPass ?? true
            )
        case .box, .place, .image, .sum, .robot:
            // The box or the bar of a page that is nothing but a check is that check.
            if sign.part == .robot, signs.contains(where: { $0.part == .check }) { return nil }
            guard let grade = grade(of: sign, in: reading, isPosting: isPosting) else { return nil }
            return Blocker(
                kind: .captcha,
                grade: grade,
                confidence: 0.9,
                evidence: sign.vendor == nil ? .field : .element,
                sign: Self.words(sign.part, name),
                mayPass: vendor?.mayPass ?? false
            )
        }
    }

    private static func words(_ part: ChallengeSign.Part, _ name: String) -> String {
        switch part {
        case .image: "a box for the letters of a picture"
        case .sum: "a box for the result of a sum"
        case .robot: "a box to say that one is no robot"
        default: "a box to be answered: \(name)"
        }
    }

    /// How far what is to be answered stands in the way; nil where it belongs to another form than the page is for.
    private func grade(of sign: ChallengeSign, in reading: PageReading, isPosting: Bool) -> Blocker.Grade? {
        guard let main = reading.main, !reading.form.isEmpty else { return isPosting ? nil : .inTheWay }
        let isElsewhere = sign.frame == main.frame && sign.form != nil && sign.form != main.form
        return isElsewhere ? nil : .posed
    }

    /// What the document's own answer says it is.
    private func answered(_ reading: PageReading) -> Blocker? {
        guard let (vendor, kind) = ChallengeVendor.posed(by: headers) else { return nil }
        return Blocker(
            kind: hasPuzzle ? .captcha : kind,
            grade: reading.form.isEmpty ? .inTheWay : .posed,
            confidence: 0.95,
            evidence: .answer,
            sign: "the answer says that it is a challenge: \(vendor.title)",
            mayPass: vendor.mayPass
        )
    }
}
