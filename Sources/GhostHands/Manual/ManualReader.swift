public import FoundationEssentials

/// Reads manuals: ours, and those in the predecessor's format.
///
/// What it cannot hold to is refused with the reason and the step, so that nothing is typed as it stands, nothing is
/// opened but the job's own address, and nothing is sent unseen.
public struct ManualReader: Sendable {
    /// Why a manual is refused.
    public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
        /// What is wrong, and where, in words for whoever wrote it.
        public let reason: String
        /// The same.
        public var description: String { reason }

        /// A fault.
        public init(reason: String) { self.reason = reason }
    }

    /// How many steps, pages, keys of a page, characters and bytes a manual may have; an index holds what is looked up by.
    private static let most = (steps: 500, pages: 40, keys: 400, text: 500, bytes: 1000)

    /// Reads an exported manual.
    ///
    /// - Parameters:
    ///   - json: the manual.
    ///   - id: the id it gets where it has none.
    /// - Returns: the manual.
    /// - Throws: ``Fault``.
    public static func manual(_ json: JSON, id: UUID) throws(Fault) -> Manual {
        guard json.object != nil else { throw Fault(reason: "a manual is a JSON object") }
        let format = json["format"].int ?? (json["format"].isNull ? Manual.format : -1)
        guard (1...Manual.format).contains(format) else {
            throw Fault(
                reason: "it is of format \(json["format"].text.clipped(20)); this version reads \(Manual.format)"
            )
        }
        let pattern = try text(json, "url_pattern")
        guard !pattern.isEmpty, !pattern.contains(":"), pattern.split(separator: "/").first?.contains(".") != false
        else {
            throw Fault(reason: "url_pattern wants a host and a path, such as *.example.com/jobs/*")
        }
        let task = try text(json, "task_pattern")
        guard JobType(rawValue: task) == .apply || JobType(rawValue: task) == .fillForm else {
            throw Fault(reason: "task_pattern is apply or fill_form")
        }
        let platform = try text(json, "platform")
        let source = try text(json, "source")
        let (steps, pages) = try content(steps: json["steps"], pages: json["pages"])
        var manual = Manual(
            id: json["id"].string.flatMap(UUID.init(uuidString:)) ?? id,
            platform: platform.isEmpty ? Manual.otherPlatform : platform.lowercased(),
            task: task,
            urlPattern: pattern,
            pages: pages,
            steps: steps,
            source: Manual.Source(rawValue: source) ?? .imported
        )
        manual.version = max(1, json["version"].int ?? 1)
        return manual
    }

    /// Reads what is done, and where: the columns of a manual's row, or the members of an exported one.
    ///
    /// - Parameters:
    ///   - steps: what is done.
    ///   - pages: the form's pages; null where the manual does not list them.
    /// - Returns: the steps in their order, and the pages that they stand on.
    /// - Throws: ``Fault``.
    public static func content(
        steps: JSON,
        pages: JSON
    ) throws(Fault) -> (steps: [Manual.Step], pages: [Manual.Page]) {
        let steps = try self.steps(steps)
        let listed = try self.pages(pages)
        let pages = listed.isEmpty ? self.pages(of: steps) : listed
        guard steps.allSatisfy({ pages.indices.contains($0.page) }) else {
            throw Fault(reason: "a step stands on a page that the manual does not list")
        }
        return (steps, pages)
    }

    private static func pages(_ json: JSON) throws(Fault) -> [Manual.Page] {
        guard let all = json.array else {
            guard json.isNull else { throw Fault(reason: "pages is a list") }
            return []
        }
        guard all.count <= most.pages else { throw Fault(reason: "it has more than \(most.pages) pages") }
        var pages: [Manual.Page] = []
        for page in all {
            let (signature, keys) = (page["signature"].string ?? "", page["keys"].array?.compactMap(\.string) ?? [])
            guard keys.count <= most.keys, ([signature] + keys).allSatisfy({ $0.utf8.count <= most.bytes }) else {
                throw Fault(reason: "a page has at most \(most.keys) keys, each of \(most.bytes) bytes at most")
            }
            pages.append(Manual.Page(signature: signature, keys: keys))
        }
        return pages
    }

    /// Pages of which nothing is known, as many as the steps stand on.
    private static func pages(of steps: [Manual.Step]) -> [Manual.Page] {
        let count = min((steps.map(\.page).max() ?? 0) + 1, most.pages)
        return Array(repeating: Manual.Page(signature: "", keys: []), count: count)
    }

    /// The predecessor's waiting and scrolling is left out: a replay waits for what it needs.
    private static func steps(_ json: JSON) throws(Fault) -> [Manual.Step] {
        guard let all = json.array, !all.isEmpty else { throw Fault(reason: "steps is a list with one step at least") }
        guard all.count <= most.steps else { throw Fault(reason: "it has more than \(most.steps) steps") }
        let places = all.enumerated().map { $0.element["order"].int ?? $0.offset }
        guard Set(places).count == places.count else { throw Fault(reason: "two steps have the same order") }
        let ordered = zip(places, all).sorted { $0.0 < $1.0 }.map(\.1)
        var steps: [Manual.Step] = []
        var page = 0
        for (number, json) in ordered.enumerated() {
            do throws(Fault) {
                guard let step = try StepReader(json, page: page).step() else { continue }
                guard step.page >= page else { throw Fault(reason: "goes back to a page before") }
                page = step.leadsOn && json["page"].isNull ? step.page + 1 : step.page
                steps.append(step)
            } catch {
                throw Fault(reason: "step \(number + 1) \(error.reason)")
            }
        }
        guard steps.contains(where: { $0.action != .navigate }) else { throw Fault(reason: "its steps fill nothing") }
        return steps
    }

    private static func text(_ json: JSON, _ name: String) throws(Fault) -> String {
        let member = json[name]
        guard let text = member.isNull ? "" : member.string, !text.isLonger(than: most.text),
            text.utf8.count <= most.bytes
        else {
            throw Fault(reason: "\(name) is a text of at most \(most.text) characters and \(most.bytes) bytes")
        }
        return text
    }
}

extension Manual.Step {
    /// Whether it leads to the next page, or sends the form.
    public var leadsOn: Bool { button.map { $0.role == .next || $0.role == .submit } ?? false }
}
