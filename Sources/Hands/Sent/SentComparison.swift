import Chromium
import Foundation
import GhostHands

/// Compares what left the page with what was entered: by the field's own name, else by the value.
struct SentComparison {
    private let byName: [String: [String]]
    /// The values that say enough to be known without a name, as words.
    private let values: Set<Words>
    /// Whether anything was sent that could not be looked at.
    let hasUnread: Bool

    /// What was sent.
    ///
    /// - Parameter requests: in their order.
    init(_ requests: [PageActivity.Request]) {
        // What a picture's or a script's address carries has names of its own: that of whoever counts visits.
        let bodies = requests.filter { $0.isOfForm || $0.body != .none }.map(SentBody.parts)
        hasUnread = bodies.contains { $0 == nil }
        let parts = bodies.map { $0 ?? [] }
        values = Set(parts.joined().map(\.value).filter(Self.saysEnough).map(Words.init))
        // Of what was sent again under the same name the last counts.
        byName = parts.reduce(into: [:]) { byName, parts in
            let named = Dictionary(grouping: parts, by: \.name).mapValues { $0.map(\.value) }
            byName.merge(named) { $1 }
        }
    }

    /// Whether a request may carry some of the values that were entered: then the form may have been sent.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - entered: what the form holds.
    ///   - home: the page that the form stands on.
    /// - Returns: true also for what cannot be looked at.
    static func mayCarry(_ request: PageActivity.Request, _ entered: [String], from home: PageAddress) -> Bool {
        guard let parts = SentBody.parts(of: request) else { return true }
        let told = entered.filter { $0.count > 2 }
        if request.isOfForm || request.body != .none {
            return parts.contains { part in
                told.contains { part.value == $0 || saysEnough($0) && part.value.contains($0) }
            }
        }
        // An address that counts a visit may hold a word that was entered; one that carries the form holds several, or
        // the applicant's mail address.
        let telling = Set(told.filter { saysEnough($0) })
        let carried = telling.filter { value in parts.contains { $0.value.contains(value) } }
        let isHome = home.site != nil && PageAddress(request.url).site == home.site
        return carried.count > 1 || carried.contains { $0.contains("@") }
            || isHome && parts.contains { isOpaque($0.value) }
    }

    /// Whether a value is long enough for a form, and written so that nobody can read it.
    static func isOpaque(_ value: String) -> Bool {
        value.utf8.count >= shortestOpaque
            && value.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+/=-_.".contains($0)) }
    }

    /// A form of two names and an address, as base64.
    private static let shortestOpaque = 60

    /// What was seen of a field's answer.
    ///
    /// - Parameter entry: the field as it was when the form was sent.
    /// - Returns: nil for a field that holds no answer of the applicant's.
    func answer(of entry: FillReport.Entry) -> SentAnswer? {
        guard entry.wanted != nil, entry.outcome == .filled || entry.outcome == .already else { return nil }
        let own = [entry.field.name, entry.field.id].filter { !$0.isEmpty }.lazy.compactMap { byName[$0] }.first
        if entry.field.kind == .checkbox { return box(entry, own) }
        let wanted = Self.notations(of: entry)
        if let own, wanted.allSatisfy({ one in own.contains { Self.isSame($0, one, entry) } }) { return .asEntered }
        let isElsewhere = wanted.allSatisfy { one in
            one.contains { Self.saysEnough($0) && values.contains(Words($0)) }
        }
        if isElsewhere { return .asEntered }
        // A part of the form that names no value of its own is no contradiction.
        guard let own, entry.field.kind != .file else { return .notSeen }
        return .differently(own.joined(separator: ", "))
    }

    /// A box that is not checked sends nothing.
    private func box(_ entry: FillReport.Entry, _ own: [String]?) -> SentAnswer {
        let isOn = own.map { $0.contains { !["", "false", "0", "off", "no"].contains($0.lowercased()) } }
        guard entry.value == "true" else { return isOn == true ? .differently("checked") : .asEntered }
        return isOn.map { $0 ? .asEntered : .differently("not checked") } ?? .notSeen
    }

    /// What each chosen or entered thing may be called in what is sent.
    private static func notations(of entry: FillReport.Entry) -> [[String]] {
        let field = entry.field
        guard field.kind.isChoice, !field.options.isEmpty else { return [[entry.value, entry.wanted ?? entry.value]] }
        let chosen = field.options.filter { option in
            option.label == entry.value || (", " + entry.value + ", ").contains(", \(option.label), ")
        }
        return chosen.isEmpty ? [[entry.value]] : chosen.map { [$0.value, $0.label] }
    }

    private static func isSame(_ sent: String, _ notations: [String], _ entry: FillReport.Entry) -> Bool {
        notations.contains { wanted in
            if sent == wanted || Words(sent) == Words(wanted) { return true }
            if entry.field.kind.isChoice { return false }
            return entry.field.kind == .file ? sent.hasSuffix(wanted) : isRewritten(sent, wanted, entry)
        }
    }

    /// The same number, telephone number, day or text in another notation.
    private static func isRewritten(_ sent: String, _ wanted: String, _ entry: FillReport.Entry) -> Bool {
        let digits = [sent, wanted].map { $0.filter { $0.isASCII && $0.isNumber } }
        if entry.asked == .phone || entry.field.kind == .tel {
            // With the country's code or without it; a national number is written with a zero in front.
            let bare = digits.map { String($0.drop { $0 == "0" }) }
            let shortest = bare.map(\.count).min() ?? 0
            return shortest >= 6 && (bare[0].hasSuffix(bare[1]) || bare[1].hasSuffix(bare[0]))
        }
        if let day = CalendarDate(wanted), day.day != nil { return isDay(sent, day) }
        if let number = Amount(wanted), !wanted.contains(where: \.isLetter) || entry.asked == .salary {
            return Amount(sent) == number
        }
        return text(ofMarkup: sent) == Words(wanted)
    }

    /// A moment is told in the world's time: that of a day's beginning may be on the day before.
    private static func isDay(_ sent: String, _ day: CalendarDate) -> Bool {
        if CalendarDate(sent) == day { return true }
        guard let moment = Timestamp.date(sent), let wanted = day.isoDay.flatMap({ Timestamp.date("\($0)T12:00:00Z") })
        else { return false }
        return abs(moment.timeIntervalSince(wanted)) <= 26 * 3_600
    }

    /// Editors send their paragraphs with tags.
    private static func text(ofMarkup text: String) -> Words? {
        guard text.contains("<") else { return nil }
        let marks = [("&nbsp;", " "), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")]
        let bare = text.replacing(#/<[^>]*>/#, with: " ")
        return Words(marks.reduce(bare) { $0.replacing($1.0, with: $1.1) })
    }

    /// Whether a value can be known again without its name.
    private static func saysEnough(_ value: String) -> Bool {
        value.count >= 5 || value.count >= 3 && !value.allSatisfy(\.isASCII)
    }
}
