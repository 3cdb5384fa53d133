extension SessionState {
    /// What of an origin is read at once, and so is there as a whole or not at all.
    private struct Shelf: Hashable {
        enum Kind { case local, session, databases }
        let origin: String
        let kind: Kind
    }

    /// The state with what of the beginning could not be read at the end: the session storage of a page that is closed, or
    /// all of an origin that did not answer.
    ///
    /// That a site has emptied one of its shelves wholly looks the same; it finds there once more what it had left.
    ///
    /// - Parameters:
    ///   - base: the beginning.
    ///   - partlyRead: the origins of which not everything could be read or restored: what is missing there counts as there.
    public func withUnread(of base: SessionState, partlyRead: Set<String> = []) -> SessionState {
        let read = Set(values.keys.compactMap(Self.shelf))
        let unread = base.values.filter { key, _ in
            guard let shelf = Self.shelf(of: key) else { return false }
            return !read.contains(shelf) || values[key] == nil && partlyRead.contains(shelf.origin)
        }
        return unread.isEmpty ? self : over(SessionState(unread))
    }

    private static func shelf(of key: Key) -> Shelf? {
        switch key {
        case .cookie: nil
        case .local(let origin, _): Shelf(origin: origin, kind: .local)
        case .session(let origin, _): Shelf(origin: origin, kind: .session)
        case .database(let origin, _), .record(let origin, _, _, _): Shelf(origin: origin, kind: .databases)
        }
    }
}
