import CPostgres

/// Owns libpq's handle.
///
/// `@unchecked Sendable`: the handle is used by one thread at a time, the session's queue, and by whoever drops the
/// last reference, when there is nobody else; its socket's number does not change once connected.
final class Libpq: @unchecked Sendable {
    let handle: OpaquePointer
    let socket: Int32
    /// What the server has prepared for this connection; nil where a pooler stands between that would lose it.
    private var statements: PreparedStatements?
    /// What begins every transaction; nil where the session keeps its settings.
    let settings: Statement?

    /// How long a new session may take until its settings are made.
    private static let patience = Duration.seconds(5)

    /// Connects, blocking for `connect_timeout` at most per address.
    init(_ configuration: PostgresConfiguration) throws {
        let settings = Statement(configuration.settings)
        let isPooled = configuration.hasTransactionPooler && !configuration.isReplication
        statements =
            isPooled ? nil : PreparedStatements(prefix: "gh_" + String(UInt32.random(in: 0...UInt32.max), radix: 36))
        self.settings = isPooled ? settings : nil
        let parameters = configuration.parameters
        let keys = parameters.keys.sorted()
        let opened = CStrings.with(keys) { names in
            CStrings.with(keys.map { parameters[$0] ?? "" }) { PQconnectdbParams(names, $0, 0) }
        }
        guard let opened else { throw PostgresError(.unreachable, "out of memory") }
        guard PQstatus(opened) == CONNECTION_OK, PQsetnonblocking(opened, 1) == 0 else {
            defer { PQfinish(opened) }
            throw PostgresError.failedConnect(opened)
        }
        // libpq's own writes notices to standard error.
        PQsetNoticeReceiver(opened, { _, _ in }, nil)
        handle = opened
        socket = PQsocket(opened)
        try checkEncoding()
        if !isPooled, !configuration.isReplication { try settle(settings) }
    }

    /// Texts that another encoding cannot hold would be refused in the midst of work.
    private func checkEncoding() throws {
        guard let name = PQparameterStatus(handle, "server_encoding").map({ String(cString: $0) }), name != "UTF8"
        else { return }
        throw PostgresError(.encoding, "the database keeps its texts in \(name), and only UTF8 holds all of them")
    }

    private func settle(_ settings: Statement) throws {
        let deadline = ContinuousClock.now + Self.patience
        guard send(.statement(settings)) else { throw PostgresError.lost(handle) }
        try flush(until: deadline)
        _ = try answer(toSync: false) { () throws(PostgresError) in
            try consume(until: deadline)
            return false
        }.get()
    }

    deinit { PQfinish(handle) }

    var isAlive: Bool { PQstatus(handle) == CONNECTION_OK }

    func send(_ command: Command) -> Bool {
        switch command {
        case .script(let text): PQsendQuery(handle, text) == 1
        case .statement(let statement): send(statement)
        }
    }

    /// The name under which a statement must be prepared before it is sent; nil when it need not.
    func preparation(of statement: Statement) -> String? { statements?.preparation(of: statement.form) }

    /// Sends a statement to be prepared.
    func prepare(_ statement: Statement, as name: String) -> Bool {
        let form = statement.form
        return PQsendPrepare(handle, name, form.text, Int32(form.types.count), form.types) == 1
    }

    /// Sends a statement within a pipeline, behind its preparation where it must be prepared.
    func sendPrepared(_ statement: Statement) -> Bool {
        if let name = preparation(of: statement), !prepare(statement, as: name) { return false }
        return send(.statement(statement))
    }

    /// Forgets all prepared statements: the server has lost them, or their tables changed.
    func forgetStatements() { statements?.forget() }

    private func send(_ statement: Statement) -> Bool {
        let (form, binds) = (statement.form, statement.binds)
        let lengths = binds.map { Int32($0.bytes?.count ?? 0) }
        let formats: [Int32] = binds.map { $0.isBinary ? 1 : 0 }
        return CStrings.with(binds.map(\.bytes)) { values in
            if let name = statements?.name(of: form) {
                return PQsendQueryPrepared(handle, name, Int32(binds.count), values, lengths, formats, 0) == 1
            }
            return PQsendQueryParams(
                handle,
                form.text,
                Int32(binds.count),
                form.types,
                values,
                lengths,
                formats,
                0
            ) == 1
        }
    }
}

/// Lends a list of NUL-terminated strings, itself ended by a null pointer, out of one block of memory.
enum CStrings {
    typealias List = UnsafePointer<UnsafePointer<CChar>?>?

    static func with<Result>(_ strings: [String], _ body: (List) -> Result) -> Result {
        with(strings.map { Array($0.utf8) }, body)
    }

    static func with<Result>(_ strings: [[UInt8]?], _ body: (List) -> Result) -> Result {
        var offsets: [Int?] = []
        var block: [UInt8] = []
        for bytes in strings {
            offsets.append(bytes.map { _ in block.count })
            block += bytes ?? []
            block.append(0)
        }
        return block.withUnsafeBytes { block in
            let start = block.baseAddress?.assumingMemoryBound(to: CChar.self)
            let pointers = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } } + [nil]
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }
}
