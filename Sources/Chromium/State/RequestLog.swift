/// The requests of a page that are under way.
struct RequestLog: Sendable {
    struct Entry: Sendable {
        let url: String
        let method: String
        let kind: String
        /// Where in the page's history the request began.
        let start: Int
        var status: Int?
        /// How many pieces of its answer's body have come.
        var pieces = 0
        /// Whether nothing more is awaited of it: it is answered, and its body brought nothing more for a while.
        var isLeft = false
        var body = RequestBody.none

        var isDocument: Bool { kind == "Document" }
        var isXHR: Bool { kind == "XHR" || kind == "Fetch" }
        /// Whether its end changes what the page shows.
        var matters: Bool { isDocument || isXHR || kind == "Script" }
        /// Whether it may stay without an end though it is answered: the browser tells of none while a script leaves the
        /// body unread.
        var mayStayOpen: Bool { isXHR && status != nil }
        /// Whether it only reads; such a one may be left hanging by a page that polls.
        var onlyReads: Bool { method == "GET" || method == "HEAD" }

        var told: PageActivity.Request {
            PageActivity.Request(
                method: method,
                url: url,
                status: status,
                isDocument: isDocument,
                isXHR: isXHR,
                body: body
            )
        }
    }

    private static let mostUnderWay = 5_000

    private static let mostCarried = 40

    private(set) var underWay: [String: Entry] = [:]
    /// What requests carry that have not been seen to begin.
    private var carried: [String: RequestBody] = [:]

    mutating func begin(_ id: String, _ entry: Entry) {
        guard underWay.count < Self.mostUnderWay else { return }
        underWay[id] = entry
        if let body = carried.removeValue(forKey: id) { underWay[id]?.body = body }
    }

    /// Takes note of what a request carries, which is told when it is judged, before it begins or after.
    mutating func carry(_ id: String, _ body: RequestBody) {
        guard body != .none else { return }
        if underWay[id] != nil {
            underWay[id]?.body = body
        } else if carried.count < Self.mostCarried {
            carried[id] = body
        }
    }

    mutating func answer(_ id: String, status: Int) {
        underWay[id]?.status = status
    }

    /// Takes note that a piece of an answer's body has come.
    mutating func bring(_ id: String) {
        underWay[id]?.pieces += 1
        underWay[id]?.isLeft = false
    }

    /// Awaits nothing more of the answers whose bodies have brought nothing since they were looked at.
    mutating func leave(_ news: [String: Int]) {
        for (id, pieces) in news where underWay[id]?.pieces == pieces { underWay[id]?.isLeft = true }
    }

    mutating func end(_ id: String) -> Entry? {
        underWay.removeValue(forKey: id)
    }

    /// All requests begun after a mark: those of which nothing more is awaited, or the others.
    func open(after mark: Int, isLeft: Bool) -> [PageActivity.Request] {
        underWay.values.filter { $0.start > mark && $0.isLeft == isLeft }.sorted { $0.start < $1.start }.map(\.told)
    }

    /// The requests begun after a mark that a page waits for.
    func begun(after mark: Int) -> [Entry] { awaited(after: mark).map(\.value) }

    /// How many pieces have come of the answer to each request that a page waits for.
    func news(after mark: Int) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: awaited(after: mark).map { ($0.key, $0.value.pieces) })
    }

    private func awaited(after mark: Int) -> [(key: String, value: Entry)] {
        underWay.filter { $0.value.start > mark && $0.value.matters && !$0.value.isLeft }
    }
}
