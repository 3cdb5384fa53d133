import Foundation
import Postgres

/// A table of sealed values.
struct SealedTable: Sendable {
    let name: SQL
    let host: SQL
    let data: SQL
    let isText: Bool
    /// Which rows are ours.
    let isOurs: SQL
    /// Which of them are the predecessor's envelopes, whatever key they name.
    let isUntied: SQL
    let title: String
    let place: @Sendable (UUID, String) -> SealedPlace

    static let all = [
        SealedTable(
            name: "gh_browser_sessions",
            host: "domain",
            data: "session_data",
            isText: true,
            isOurs: "true",
            isUntied: "session_data like 'AQ%'",
            title: Sessions.table,
            place: { user, host in
                SealedPlace(table: Sessions.table, column: "session_data", user: user, host: host)
            }
        ),
        SealedTable(
            name: "gh_user_credentials",
            host: "platform",
            data: "encrypted_data",
            isText: false,
            isOurs: "credential_type = 'login'",
            isUntied: "false",
            title: Credentials.table,
            place: { Credentials.place($0, $1) }
        ),
    ]

    /// The envelope of a row with the columns `data`, `user_id` and `host`; nil where it holds none.
    func envelope(of row: Row) throws -> Data? {
        isText ? Data(base64Encoded: try row.string("data")) : try row.data("data")
    }

    /// Opens such a row.
    func opening(_ row: Row, with sealer: Sealer) throws -> Sealer.Opening {
        guard let envelope = try envelope(of: row) else { return .broken }
        return sealer.opening(envelope, for: place(try row.uuid("user_id"), try row.string("host")))
    }

    /// The row as it was read.
    func isUnchanged(_ row: Row) throws -> SQL {
        let data: SQL = isText ? "\(try row.string("data"))" : "\(try row.data("data"))"
        return "id = \(try row.uuid("id")) and \(self.data) = \(data)"
    }
}
