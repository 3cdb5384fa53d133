import NIOCore

/// Asks a store of files within a time, and tells what goes wrong as the room does.
///
/// - Parameters:
///   - patience: how long it may take.
///   - clock: measures it.
///   - limit: how many bytes the answer may have, for the words of the error.
///   - body: asks.
/// - Returns: what the body returns.
/// - Throws: ``OutboundError``: `tooLarge`, `unreachable`, or what the body throws of it.
func askingStorage<R: Sendable>(
    within patience: Duration,
    on clock: any Clock<Duration>,
    limit: Int,
    _ body: @escaping @Sendable () async throws -> R
) async throws -> R {
    do {
        return try await withDeadline(patience, on: clock, body)
    } catch let error as OutboundError {
        throw error
    } catch is NIOTooManyBytesError {
        throw OutboundError(.tooLarge, "The file is larger than \(limit) bytes")
    } catch {
        throw OutboundError(.unreachable, "Storage could not be reached")
    }
}
