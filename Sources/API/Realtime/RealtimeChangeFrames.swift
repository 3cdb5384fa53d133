import GhostHands
import NIOCore
import Store

/// The messages that tell of one change: written once for all that are told the same.
struct RealtimeChangeFrames {
    /// What tells messages of one change apart.
    struct Key: Hashable, Sendable {
        private let topic: String
        private let notation: RealtimeNotation
        fileprivate let ids: [Int]
        fileprivate let columns: Set<String>?

        init(_ channel: RealtimeChannel, _ ids: [Int], _ columns: Set<String>?) {
            (topic, notation, self.ids, self.columns) = (channel.topic, channel.notation, ids.sorted(), columns)
        }
    }

    /// Rows that are larger are told without their long values, as Supabase does.
    private static let mostBytes = 1024 * 1024
    private static let mostOfValue = 64

    private let change: Change
    private var data: [Set<String>?: String] = [:]

    init(_ change: Change) { self.change = change }

    /// A message as it stands on the wire.
    mutating func message(_ key: Key, in envelope: (head: String, tail: String)) -> ByteBuffer {
        let data = self.data[key.columns] ?? text(key.columns)
        self.data[key.columns] = data
        let numbers = key.ids.map { String($0) }.joined(separator: ",")
        return .message(envelope.head, "{\"ids\":[", numbers, "],\"data\":", data, "}", envelope.tail)
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
        let columns = change.table.columns.filter(isWanted).map(\.declaration)
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
