/// What happened in a page, numbered; only so much of it is kept.
struct History: Sendable {
    enum Entry: Sendable {
        case navigated(PageActivity.Navigation)
        case sameDocument(String)
        case finished(RequestLog.Entry)
        case dialog(PageActivity.Dialog)
        case pressed(PageActivity.Press)
    }

    private static let mostEntries = 4_000
    private static let mostBodies = 40

    private var entries: [(number: Int, entry: Entry)] = []
    private(set) var mark = 0
    /// The numbers of the entries whose requests' bodies are kept.
    private var withBody: [Int] = []

    @discardableResult
    mutating func next() -> Int {
        mark += 1
        return mark
    }

    mutating func add(_ entry: Entry) {
        entries.append((next(), entry))
        if case .finished(let request) = entry, case .text = request.body { keepBody() }
        if entries.count > Self.mostEntries {
            entries.removeFirst(Self.mostEntries / 2)
        }
    }

    /// Keeps the body of the latest entry, and forgets the oldest that was kept.
    private mutating func keepBody() {
        withBody.append(mark)
        guard withBody.count > Self.mostBodies else { return }
        let oldest = withBody.removeFirst()
        guard let place = entries.firstIndex(where: { $0.number == oldest }),
            case .finished(var request) = entries[place].entry
        else { return }
        request.body = .unseen
        entries[place].entry = .finished(request)
    }

    func activity(since start: Int) -> PageActivity {
        var activity = PageActivity(mark: start)
        for (_, entry) in entries.drop(while: { $0.number <= start }) {
            switch entry {
            case .navigated(let navigation): activity.navigations.append(navigation)
            case .sameDocument(let url): activity.sameDocument.append(url)
            case .finished(let request):
                if request.start > start { activity.requests.append(request.told) }
            case .dialog(let dialog): activity.dialogs.append(dialog)
            case .pressed(let press): activity.presses.append(press)
            }
        }
        return activity
    }
}
