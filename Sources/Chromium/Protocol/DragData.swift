/// What is dragged, as the browser tells it and wants it back.
struct DragData: Decodable, Sendable {
    struct Item: Decodable, Sendable {
        let mimeType: String
        let data: String
        let title: String?
        let baseURL: String?
    }

    var items: [Item] = []
    var files: [String]?
    /// Copying, linking and moving, one bit each.
    var dragOperationsMask = 1

    var json: JSONValue {
        let items: [JSONValue] = items.map { item in
            var fields: [String: JSONValue] = ["mimeType": .string(item.mimeType), "data": .string(item.data)]
            if let title = item.title { fields["title"] = .string(title) }
            if let base = item.baseURL { fields["baseURL"] = .string(base) }
            return .object(fields)
        }
        var fields: [String: JSONValue] = ["items": .array(items), "dragOperationsMask": .int(dragOperationsMask)]
        if let files { fields["files"] = .array(files.map { .string($0) }) }
        return .object(fields)
    }
}

/// The page began a drag, which the browser left to us.
struct DragIntercepted: Decodable, Sendable {
    let data: DragData
}

/// The page wants the user to choose files.
struct FileChooserOpened: Decodable, Sendable {
    let mode: String
    let backendNodeId: Int?

    var takesSeveral: Bool { mode == "selectMultiple" }
}
