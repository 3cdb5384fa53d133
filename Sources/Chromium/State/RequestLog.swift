/// The requests of a page that are under way.
struct RequestLog: Sendable {
    struct Entry: Sendable {
        let url: String
        let method: String
        let kind: String
        /// Where in the page's history the request began.
        let start: Int
        var status: Int?
        var body = RequestBody.none

        var isDocument: Bool { kind == "Document" }
        var isXHR: Bool { kind == "XHR" || kind == "Fetch" }
        /// Whether its end changes what the page shows.
        var matters: Bool { isDocument || isXHR || kind == "Script" }
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

    mutating func end(_ id: String) -> Entry? {
        underWay.removeValue(forKey: id)
    }

    /// All requests begun after a mark.
    func open(after mark: Int) -> [PageActivity.Request] {
        underWay.values.filter { $0.start > mark }.sorted { $0.start < $1.start }.map(\.told)
    }

    /// The requests begun after a mark that a page waits for.
    func begun(after mark: Int) -> [Entry] {
        underWay.values.filter { $0.start > mark && $0.matters }
    }
}
