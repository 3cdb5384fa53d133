import CPostgres

/// Where PostgreSQL is, who we are to it, and the bounds of the pool.
public struct PostgresConfiguration: Sendable {
    /// How many connections at most.
    public var poolSize: Int
    /// Whether a pooler stands between that changes connections between transactions: nothing outlives one there,
    /// neither what is prepared nor what is set.
    public var hasTransactionPooler = false
    /// Whether somebody has said that a pooler stands between that keeps a connection for as long as a session lasts.
    public var hasSessionPooler = false
    /// How many callers may wait for one.
    public var maximumWaiters = 1000
    /// How long a caller waits for a connection.
    public var acquireTimeout: Duration
    /// How long one statement may take.
    public var statementTimeout: Duration
    /// How long a statement waits for another's lock.
    public var lockTimeout: Duration = .seconds(3)
    /// How long a transaction may stand idle.
    public var idleInTransactionTimeout: Duration = .seconds(15)
    /// After which age a returned connection is closed, so that load spreads over a cluster's members again.
    public var maximumAge: Duration = .seconds(30 * 60)

    /// Whether the connection is one that changes are streamed over, which takes whole scripts alone.
    var isReplication = false

    private var given: [String: String]
    private let applicationName: String

    /// Reads a connection string.
    ///
    /// - Parameters:
    ///   - url: a `postgres://` URL or a libpq conninfo string, such as `host=/run/postgresql dbname=x user=y`.
    ///   - applicationName: how the server's `pg_stat_activity` shows us.
    /// - Throws: ``PostgresError`` when the string is neither; its text is not repeated, for it may hold a password.
    public init(
        url: String,
        applicationName: String = "ghosthands",
        poolSize: Int = 10,
        acquireTimeout: Duration = .seconds(5),
        statementTimeout: Duration = .seconds(10)
    ) throws {
        guard let options = PQconninfoParse(url, nil) else {
            throw PostgresError(.configuration, "not a postgres:// URL or libpq connection string")
        }
        defer { PQconninfoFree(options) }
        given = PostgresConfiguration.values(of: options)
        // A wrongly written `user:p@ss@host` would give the host `ss@host`, and hosts are shown in messages.
        if let host = given["host"], !host.hasPrefix("/"), host.dropFirst().contains("@") {
            throw PostgresError(.configuration, "an @ in a user's name or password must be written as %40")
        }
        // `user:pa/ss@host` reads as the port `pa`, and ports are shown too.
        if let port = given["port"], !port.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "," }) {
            throw PostgresError(.configuration, "the port is not a number; a / in a password must be written as %2F")
        }
        self.applicationName = applicationName
        self.poolSize = max(1, poolSize)
        self.acquireTimeout = acquireTimeout
        self.statementTimeout = statementTimeout
    }

    private static func values(of options: UnsafeMutablePointer<PQconninfoOption>) -> [String: String] {
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return values
    }

    /// The same server and user, another database.
    ///
    /// - Parameter name: the database's name.
    /// - Returns: the changed configuration.
    public func database(_ name: String) -> PostgresConfiguration {
        var copy = self
        copy.given["dbname"] = name
        return copy
    }

    /// How long a statement is waited for: the server's own limit comes first; this is for a server that says nothing at
    /// all.
    var statementDeadline: Duration { statementTimeout + .seconds(5) }

    /// The parameters for libpq: the caller's, and our defaults for the rest.
    var parameters: [String: String] {
        var parameters = [
            "application_name": applicationName, "client_encoding": "UTF8", "connect_timeout": "5",
            "gssencmode": "disable", "keepalives_idle": "30", "keepalives_interval": "10", "keepalives_count": "3",
            "tcp_user_timeout": "30000",
        ]
        parameters.merge(given) { _, given in given }
        if isReplication { parameters["replication"] = "database" }
        return parameters
    }

    /// Sets what our statements and their reading rely on, whatever server, database and role have for it: for the
    /// session, or behind a pooler that changes connections for one transaction.
    ///
    /// Not by the parameter `options` of the start: PgBouncer refuses it, or drops it in silence.
    var settings: SQL {
        let settings = [
            ("TimeZone", "UTC"), ("DateStyle", "ISO"), ("bytea_output", "hex"), ("client_min_messages", "warning"),
            ("statement_timeout", "\(statementTimeout.milliseconds)"), ("lock_timeout", "\(lockTimeout.milliseconds)"),
            ("idle_in_transaction_session_timeout", "\(idleInTransactionTimeout.milliseconds)"),
        ]
        return """
            select count(set_config(name, value, \(hasTransactionPooler)))
            from unnest(\(settings.map(\.0))::text[], \(settings.map(\.1))::text[]) setting (name, value)
            """
    }
}

extension PostgresConfiguration: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// User, host and database; never the password.
    public var description: String {
        let host = given["host"] ?? given["hostaddr"] ?? "(default host)"
        let port = given["port"].map { ":" + $0 } ?? ""
        return "\(given["user"] ?? "(default user)")@\(host)\(port)/\(given["dbname"] ?? "(default database)")"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// Shows nothing of what is inside, so that `dump` tells no password either.
    public var customMirror: Mirror { Mirror(self, children: ["target": description]) }
}

extension Duration {
    var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}
