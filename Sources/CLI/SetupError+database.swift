import Postgres
import Store

extension SetupError {
    /// What a database's error means to the person who starts the program.
    ///
    /// - Parameter error: what was thrown when the database was asked or migrated.
    init(database error: any Error) {
        let what = error is StoreError ? "migrated" : "used"
        self.init("the database cannot be \(what): \(error)", mend: Self.mend(error))
    }

    private static func mend(_ error: any Error) -> String {
        if let error = error as? PostgresError, error.code == .encoding {
            return "make a database with `createdb -E UTF8 -T template0 NAME` and name it in DATABASE_URL"
        }
        switch Outage(error) {
        case .away, .crowded, .slow, .broken:
            return "check DATABASE_URL (host, port, user, password, sslmode) and that PostgreSQL runs there and takes "
                + "connections; then run `ghosthands doctor`"
        case .locked, .changing:
            return "find the session that holds the tables in pg_stat_activity and end it; nothing was half applied"
        case .full: return "free some room on the disk where PostgreSQL keeps its data; nothing was half applied"
        case .readOnly:
            return "name the primary server in DATABASE_URL, not a standby, and check default_transaction_read_only"
        case .unfit:
            return
                "give the role of DATABASE_URL the right to make tables (`grant create on schema public to ROLE`), or "
                + "run `ghosthands migrate` once as the role that owns them"
        case nil:
            return error is StoreError
                ? "see docs/operations.md, Migrations; nothing was half applied"
                : "check DATABASE_URL and run `ghosthands doctor`"
        }
    }
}
