import GhostHands
import NIOCore
import Store

/// The messages that tell of one change: written once for all channels that are told the same.
struct RealtimeChangeFrames {
    private struct Key: Hashable {
        let topic: String
        let isArray: Bool
        let ids: [Int]
        let columns: Set<String>?
    }

    /// Rows that are larger are told without their long values, as Supabase does.
    private static let mostBytes = 1024 * 1024
    private static let mostOfValue = 64

    private let change: Change
    private var data: [Set<String>?: String] = [:]
    private var frames: [Key: ByteBuffer] = [:]

    init(_ change: Change) { self.change = change }

    mutating func frame(for channel: RealtimeChannel, _ ids: [Int], _ columns: Set<String>?) -> ByteBuffer {
        let isArray = if case .arrays = channel.notation { true } else { false }
        let key = Key(topic: channel.topic, isArray: isArray, ids: ids, columns: columns)
        if let frame = frames[key] { return frame }
        let data = self.data[columns] ?? text(columns)
        self.data[columns] = data
        let numbers = ids.map { String($0) }.joined(separator: ",")
        let frame = channel.notation.text(
            joinRef: nil,
            ref: nil,
            topic: channel.topic,
            event: "postgres_changes",
            payload: "{\"ids\":[\(numbers)],\"data\":\(data)}"
        )
        frames[key] = frame
        return frame
    }

    private func text(_ wanted: Set<String>?) -> String {
        func isWanted(_ column: Change.Table.Column) -> Bool {
            wanted.map { $0.contains(column.name) || column.isKey } ?? true
        }
        var record = change.record(of: isWanted)
        var errors = "null"
        if record.utf8.count > Self.mostBytes {
            record = change.record { column in
                isWanted(column) && change[column.name]?.text.map { $0.utf8.count <= Self.mostOfValue } ?? true
            }
            errors = "[\"Error 413: Payload Too Large\"]"
        }
        let columns = change.table.columns.filter(isWanted).map { column in
            JSON.object(["name": .string(column.name), "type": .string(column.type)]).text
        }
        var text =
            "{\"schema\":\(JSON.string(change.table.schema).text),\"table\":\(JSON.string(change.table.name).text),"
        text += "\"type\":\"\(change.kind.rawValue)\",\"commit_timestamp\":\"\(Timestamp.text(change.committedAt))\","
        text += "\"columns\":[\(columns.joined(separator: ","))],"
        switch change.kind {
        case .insert: text += "\"record\":\(record),"
        case .update: text += "\"record\":\(record),\"old_record\":\(change.record(of: \.isKey)),"
        case .delete: text += "\"old_record\":\(record),"
        }
        return text + "\"errors\":\(errors)}"
    }
}
