import GhostHands

/// What was read so far.
struct Scraped {
    /// What a model has read, in the schema's shape.
    var data = JSON.null
    /// Why the pages after the last one were not read.
    var stopped: String?
    /// The text of all pages.
    private(set) var text = ""
    private var title = ""
    private var items: [JSON] = []
    private var lines: [String] = []
    private var isCut = false
    /// The pages, by what they say.
    private var pages: Set<[String]> = []

    private static let mostItems = 5000
    private static let mostLines = 20_000

    /// Takes in a page; false when it shows nothing new.
    mutating func take(_ content: PageContent) -> Bool {
        guard pages.insert(content.lines).inserted else { return false }
        if title.isEmpty { title = content.title }
        text += content.text + "\n"
        isCut = isCut || content.isCut
        let known = Set(items)
        items += content.items.filter { !known.contains($0) }.prefix(Self.mostItems - items.count)
        lines += content.lines.prefix(max(0, Self.mostLines - lines.count))
        return true
    }

    func json(_ schema: JSON?) -> JSON {
        var members: [String: JSON] = ["pages": JSON(pages.count), "truncated": .bool(isCut)]
        members["stopped"] = stopped.map(JSON.string)
        members["title"] = .string(title)
        if let schema {
            members["extracted_data"] = data
            let unfounded = ExtractedData.unfounded(data, in: text, schema: schema)
            members["unverified"] = .array(unfounded.map(JSON.string))
        } else {
            members["content"] = .string(lines.joined(separator: "\n"))
            members["items"] = .array(items)
        }
        return .object(members)
    }
}
