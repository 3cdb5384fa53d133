import Chromium
import GhostHands

/// Boxes that offer something once they are typed into.
extension Filler {
    /// Whether a box is to be typed into with an eye on what it offers.
    static func isOffered(_ text: String, _ target: ReadField) -> Bool {
        guard !text.isEmpty, text.count <= 200 else { return false }
        switch target.entry {
        case nil: return false
        case .datalist, .tags, .list: return true
        case .apart, .heard: return mayOffer(target.asked)
        }
    }

    /// Whether a box that says nothing of a list may have one: what it asks for is looked up by many forms.
    private static func mayOffer(_ asked: Asked) -> Bool {
        switch asked {
        case .location, .city, .state, .country, .streetAddress, .postalCode, .school, .degree, .fieldOfStudy,
            .currentCompany, .currentTitle, .skills, .howHeard, .question:
            true
        default: false
        }
    }

    /// Whether it is worth asking if the page listens to a box that says nothing of a list.
    static func isWorthAsking(_ fit: Fit, _ target: ReadField) -> Bool {
        guard case .text(let text) = fit, target.entry == nil, target.widget == nil else { return false }
        let isLookedUp = [.location, .city, .streetAddress, .school, .currentCompany].contains(target.asked)
        return target.field.kind == .text && isLookedUp && !text.isEmpty
    }

    /// Whether a list may open beside a box, by what the page listens to.
    func hears(_ target: ReadField) async throws -> Bool {
        do {
            return try await page.listens(target.handle, toAnyOf: ["input", "keydown", "keyup", "keypress"])
        } catch let error as ChromiumError where Self.isOfControl(error) {
            return false
        }
    }

    /// Enters a text into a box that may offer something.
    ///
    /// - Returns: what the box shows where something was chosen.
    /// - Throws: ``ChromiumError``: notActionable when it does not take the entry.
    func offer(_ text: String, to target: ReadField, _ attempt: Int) async throws -> String? {
        switch target.entry {
        case .datalist: return try await enterListed(text, target)
        case .tags:
            try await TagDriver(page: page, target: target.handle, clock: clock, limit: timeout * 3).enter(text)
            return nil
        default:
            let isSaid = target.entry == .list
            let driver = try OfferDriver(
                page: page,
                target: target.handle,
                clock: clock,
                limit: timeout * 3,
                lull: isSaid ? .milliseconds(800) : target.entry == .apart ? .milliseconds(650) : .milliseconds(500)
            )
            return try await driver.enter(wanted(text, target, isDemanded: attempt > 0))
        }
    }

    /// Whether a field asks for a place, of which there may be namesakes.
    static func isPlace(_ asked: Asked) -> Bool { [.location, .city, .streetAddress].contains(asked) }

    private func wanted(_ text: String, _ target: ReadField, isDemanded: Bool) -> OfferDriver.Wanted {
        OfferDriver.Wanted(
            text: text,
            places: Self.isPlace(target.asked) ? places : nil,
            isAddress: target.asked == .streetAddress,
            hasList: target.entry == .list,
            isDemanded: isDemanded
        )
    }

    /// Enters what the browser's own list has for a text, else the text.
    private func enterListed(_ text: String, _ target: ReadField) async throws -> String? {
        let list: Listed = try await page.frame(of: target.handle).ask(.entries, about: target.handle)
        let entry = list.entry(for: text)
        try await page.fill(target.handle, with: entry ?? text, timeout: timeout)
        return entry
    }

    private struct Listed: Decodable {
        struct Entry: Decodable {
            let value: String
            let label: String
        }

        let entries: [Entry]

        /// What to enter for a text: an entry that says the same, or the only one that says it and more.
        func entry(for text: String) -> String? {
            let options = entries.map { FieldOption(label: $0.label, value: $0.value) }
            guard let index = OptionMatcher.match(text, in: options) else { return nil }
            let (option, wanted) = (options[index], Words(text))
            let isAll = [option.label, option.value].contains { label in
                OptionMatcher.isSame(text, label) || wanted.list.allSatisfy(Words(label).list.contains)
            }
            return isAll ? option.value : nil
        }
    }
}
