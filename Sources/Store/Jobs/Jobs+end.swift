public import GhostHands
import Postgres

extension Jobs {
    /// Records that a job is done: status, result, cost, event, callback and the user's usage in one transaction.
    ///
    /// A result that does not claim the submit, of a job whose submit was begun, is no completion: that job ends
    /// `submission_unconfirmed` (R8).
    ///
    /// - Parameters:
    ///   - lease: the worker's right to it.
    ///   - result: what the caller gets.
    /// - Returns: how the job ended.
    /// - Throws: `PostgresError`.
    public func complete(_ lease: Lease, _ result: JobResult) async throws -> JobEnd {
        try await ends(EndedAttempt(lease: lease, outcome: .completed(result)))
    }

    /// Records that an attempt failed: tried again later, or failed for good with event and callback.
    ///
    /// With a begun submit it always fails for good, as `submission_unconfirmed` (R8).
    ///
    /// - Parameters:
    ///   - lease: the worker's right to it.
    ///   - failure: why.
    /// - Returns: how it ended.
    /// - Throws: `PostgresError`.
    public func fail(_ lease: Lease, _ failure: JobFailure) async throws -> JobEnd {
        try await ends(EndedAttempt(lease: lease, outcome: .failed(failure)))
    }
}

extension [Row] {
    /// The row that must be there, for it is locked.
    func only() throws -> Row {
        guard let row = first else { throw StoreError(code: .unknownValue, message: "a locked row is gone") }
        return row
    }
}
