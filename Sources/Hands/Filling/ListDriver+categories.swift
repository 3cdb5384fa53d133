import Chromium
import Foundation
import GhostHands

/// Lists of which some choices are not chosen but opened.
extension ListDriver {
    private static let mostCategories = 12

    /// Goes from list to list where each choice opens the next: "Technology / Backend".
    func chooseAlong(_ path: [String], from opened: ListState) async throws -> Bool {
        guard path.count > 1,
            opened.options.contains(where: { $0.isCategory && OptionMatcher.isSame(path[0], $0.label) })
        else { return false }
        var (list, known): (ListState, Set<String>) = (opened, [])
        for piece in path {
            guard
                let way = list.options.last(where: {
                    OptionMatcher.isSame(piece, $0.label) && !known.contains($0.label)
                })
            else { return false }
            known.formUnion(list.options.map(\.label))
            try await page.click(watch.frame.element(way.element), timeout: remaining)
            if piece == path.last { break }
            list = try await watch.wait { $0.options.contains { !known.contains($0.label) } && !$0.isBusy }
        }
        let words = path.map { Words($0).text }
        let end = try await watch.wait { state in words.allSatisfy(Words(state.shown).contains) }
        return words.allSatisfy(Words(end.shown).contains)
    }

    static func path(_ wanted: String) -> [String] {
        wanted.split { "/>›»→".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// Looks in the categories of a list that has them, one after the other, and goes back from those without.
    ///
    /// The very words come first wherever they stand: what is only like them counts where no category has them, and one
    /// alone has something like them.
    func chooseBelow(_ wanted: String) async throws -> Bool {
        let categories = try await open().options.filter { $0.isCategory && !$0.isDisabled }.prefix(Self.mostCategories)
        var alike: [String] = []
        for category in categories.map(\.label) {
            guard let (below, list) = try await openCategory(category) else { continue }
            if let index = below.match(wanted, isWhole: false, places) {
                try await pick(below.options[index], below.options, list)
                return true
            }
            if below.match(wanted, isWhole: !below.hasMore, places) != nil { alike.append(category) }
            // Closed and opened again a list shows its categories.
            try await page.press("Escape", timeout: remaining)
            if try await watch.state().isOpen { try await close() }
        }
        guard alike.count == 1, let (below, list) = try await openCategory(alike[0]),
            let index = below.match(wanted, isWhole: !below.hasMore, places)
        else { return false }
        try await pick(below.options[index], below.options, list)
        return true
    }

    /// Opens a category: what it has, and the list in which it stands.
    private func openCategory(_ category: String) async throws -> (below: ListState, list: ListState)? {
        let list = try await open()
        guard let way = list.options.first(where: { $0.label == category }) else { return nil }
        let known = Set(list.options.map(\.label))
        try await page.click(watch.frame.element(way.element), timeout: remaining)
        let below = try await watch.wait { $0.options.contains { !known.contains($0.label) } && !$0.isBusy }
        return (below, list)
    }
}
