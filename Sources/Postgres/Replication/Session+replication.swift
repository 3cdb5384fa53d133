import CPostgres
import Foundation

extension Session {
    /// How much is taken at once.
    private static let mostMessages = 2000

    /// Runs a command after which both sides send as they like.
    func startCopying(_ command: String, within limit: Duration) async throws {
        try await onQueue { ticket throws(PostgresError) in
            let libpq = self.connection
            let deadline = ContinuousClock.now + limit
            guard libpq.send(.script(command)) else { throw PostgresError.lost(libpq.handle) }
            try libpq.flush { events throws(PostgresError) in try self.wait(for: events, ticket, until: deadline) }
            while PQisBusy(libpq.handle) == 1 {
                try libpq.consume { events throws(PostgresError) in
                    try self.wait(for: events, ticket, until: deadline)
                }
            }
            guard let result = PQgetResult(libpq.handle) else { throw PostgresError.lost(libpq.handle) }
            defer { PQclear(result) }
            guard PQresultStatus(result) == PGRES_COPY_BOTH else {
                throw PostgresError(failed: result, wasCancelled: false)
            }
        }
    }

    /// Waits for what the server sends.
    ///
    /// - Parameter limit: how long to wait.
    /// - Returns: the messages that have come; none when the time is up first.
    /// - Throws: ``PostgresError`` when the server has ended it, or the task is cancelled.
    func copied(within limit: Duration) async throws -> [[UInt8]] {
        try await onQueue { ticket throws(PostgresError) in
            let libpq = self.connection
            let deadline = ContinuousClock.now + limit
            while true {
                guard !self.isCancelled(ticket) else { throw PostgresError(.cancelled, "cancelled while streaming") }
                let messages = try self.takeCopied()
                if !messages.isEmpty { return messages }
                guard self.wait(for: POLLIN, milliseconds: (deadline - .now).milliseconds) else { return [] }
                guard PQconsumeInput(libpq.handle) == 1 else { throw PostgresError.lost(libpq.handle) }
            }
        }
    }

    private func takeCopied() throws(PostgresError) -> [[UInt8]] {
        var messages: [[UInt8]] = []
        while messages.count < Self.mostMessages {
            var bytes: UnsafeMutablePointer<CChar>?
            let count = PQgetCopyData(connection.handle, &bytes, 1)
            if count == 0 { break }
            guard count > 0, let bytes else {
                if !messages.isEmpty { break }
                guard let result = PQgetResult(connection.handle) else { throw PostgresError.lost(connection.handle) }
                defer { PQclear(result) }
                guard PQresultStatus(result) == PGRES_FATAL_ERROR else {
                    throw PostgresError(.connectionLost, "the server has ended the stream")
                }
                throw PostgresError(failed: result, wasCancelled: false)
            }
            messages.append(Array(UnsafeRawBufferPointer(start: bytes, count: Int(count))))
            PQfreemem(bytes)
        }
        return messages
    }

    /// Tells the server up to where everything has been taken, so that it need not keep it.
    func report(_ position: UInt64, within limit: Duration) async throws {
        try await onQueue { ticket throws(PostgresError) in
            let libpq = self.connection
            var message: [UInt8] = [UInt8(ascii: "r")]
            let now = Int64((Date().timeIntervalSince1970 - LogicalDecoder.epoch) * 1_000_000)
            for number in [position, position, position, UInt64(bitPattern: now)] {
                withUnsafeBytes(of: number.bigEndian) { message += $0 }
            }
            message.append(0)
            let isPut = message.withUnsafeBytes { bytes in
                PQputCopyData(libpq.handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
            }
            guard isPut == 1 else { throw PostgresError.lost(libpq.handle) }
            let deadline = ContinuousClock.now + limit
            try libpq.flush { events throws(PostgresError) in try self.wait(for: events, ticket, until: deadline) }
        }
    }

    private func wait(
        for events: Int32,
        _ ticket: UInt64,
        until deadline: ContinuousClock.Instant
    ) throws(PostgresError) {
        let isReady = wait(for: events, milliseconds: (deadline - .now).milliseconds)
        guard !isCancelled(ticket) else { throw PostgresError(.cancelled, "cancelled while streaming") }
        guard isReady else { throw PostgresError(.timedOut, "the server did not answer in time") }
    }
}
