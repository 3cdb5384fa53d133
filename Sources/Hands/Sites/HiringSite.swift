import Chromium
import Foundation
import GhostHands

/// What is known of one hiring platform, as data: how its pages are recognised, and what is particular about them.
///
/// No code asks for a platform by its name; what the hands do differently stands here as a value.
struct HiringSite: Sendable, Hashable {
    /// Its name in reports, in lower case.
    let name: String
    /// Its name for a person.
    let title: String
    /// The domains that its pages live under, also as frames of an employer's own page.
    let hosts: [String]
    /// Selectors of which one on a page is enough to know it, wherever the page lives.
    let marks: [String]
    /// How its forms are made.
    var form = WizardForm()
    /// Whether its forms stand behind an account.
    var wantsAccount = false
    /// How long its pages may take to show their form, where that is longer than usual.
    var arrival: Duration?
    /// How it confirms an application.
    var confirms = Confirmation()

    /// What is particular about a platform's forms.
    struct WizardForm: Sendable, Hashable {
        /// Selectors of what names the page of its form that is shown.
        var stepMarks: [String] = []
        /// Selectors of what marks an option of a list that opens further ones.
        var submenuMarks: [String] = []
        /// The pages of its forms, by their headings, in their order; empty where there is one.
        var sections: [String] = []
    }

    /// What only a finished application has.
    struct Confirmation: Sendable, Hashable {
        /// Words in the path of an address.
        var paths: [String] = []
        /// Phrases of its own, in lower case without punctuation.
        var phrases: [String] = []
    }

    /// The platform that an address belongs to.
    ///
    /// - Parameter address: the address of a page or a frame.
    /// - Returns: the platform, or nil when it is none that is known.
    static func of(_ address: PageAddress) -> HiringSite? {
        guard let host = address.host else { return nil }
        return known.first { site in site.hosts.contains { WebAddress.isHost(host, of: $0) } }
    }

    /// What tells a platform's pages, a selector each, in the order of the known ones.
    static let marks = known.map { $0.marks.joined(separator: ",") }

    /// The platform that a page belongs to: by its address, by what stands on it, by the addresses of its frames.
    ///
    /// - Parameter reading: how it was read, with the ``marks``.
    /// - Returns: the platform, or nil when it is none that is known.
    static func of(_ page: Page, _ reading: PageReading) -> HiringSite? {
        // A frame may also be only another platform's button.
        of(page.address) ?? zip(known, reading.document.marked).first { $1 }?.0
            ?? page.frames.lazy.compactMap { of(PageAddress($0.url)) }.first
    }

    /// The place of a page of its forms among the others, from 1; nil when the page does not say.
    ///
    /// - Parameter heading: what the page calls itself.
    /// - Returns: the place.
    func place(of heading: String) -> Int? {
        let words = Words(heading)
        return form.sections.firstIndex { words.contains(Words($0).text) }.map { $0 + 1 }
    }
}
