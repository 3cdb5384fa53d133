/// What happened in a page, numbered; only so much of it is kept.
struct History: Sendable {
    enum Entry: Sendable {
        case navigated(PageActivity.Navigation)
        case sameDocument(String)
        case finished(RequestLog.Entry)
        case dialog(PageActivity.Dialog)
    }

    private static let mostEntries = 4_000

    private var entries: [(number: Int, entry: Entry)] = []
    private(set) var mark = 0

    @discardableResult
    mutating func next() -> Int {
        mark += 1
        return mark
    }

    mutating func add(_ entry: Entry) {
        entries.append((next(), entry))
        if entries.count > Self.mostEntries {
            entries.removeFirst(Self.mostEntries / 2)
        }
    }

    func activity(since start: Int) -> PageActivity {
        var activity = PageActivity(mark: start)
        for (_, entry) in entries.drop(while: { $0.number <= start }) {
            switch entry {
            case .navigated(let navigation): activity.navigations.append(navigation)
            case .sameDocument(let url): activity.sameDocument.append(url)
            case .finished(let request):
                if request.start > start { activity.requests.append(request.finished) }
            case .dialog(let dialog): activity.dialogs.append(dialog)
            }
        }
        return activity
    }
}
