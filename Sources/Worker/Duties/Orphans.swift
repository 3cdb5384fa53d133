import Foundation
import Outbound
import Store

/// Finds files whose jobs are gone, and removes them.
///
/// Only those that are older than any file is kept: another installation may keep the files of its jobs in the same
/// store, and by then they are of no use there either.
struct Orphans: Sendable {
    let store: Store
    let blobs: any BlobStore
    var now: @Sendable () -> Date = { Date() }

    /// Where workers put the files of jobs, each job's in a folder of its id.
    private static let roots = ["screenshots/gh/jobs", "artifacts/gh/jobs"]
    /// How many jobs' files are removed at once; the rest the next time.
    private static let batch = 1000

    /// Removes some.
    ///
    /// - Parameter days: how old they must be.
    /// - Returns: how many files there were.
    func remove(olderThan days: Int) async throws -> Int {
        let limit = now().addingTimeInterval(-Double(days) * 86_400)
        var count = 0
        for root in Self.roots {
            // Found first and removed then: removing while listing would move the places of some stores' lists.
            for job in try await orphans(in: root) {
                if Task.isCancelled { return count }
                count += try await remove("\(root)/\(job)", before: limit)
            }
        }
        return count
    }

    private func orphans(in root: String) async throws -> [String] {
        var (found, place): ([String], String?) = ([], nil)
        repeat {
            let page = try await blobs.list(root, from: place)
            let jobs = page.entries.filter { $0.file == nil }.compactMap { UUID(uuidString: $0.name) }
            found += try await store.retention.unknown(jobs).map { $0.uuidString.lowercased() }
            place = page.next
        } while place != nil && found.count < Self.batch && !Task.isCancelled
        return Array(found.prefix(Self.batch))
    }

    private func remove(_ folder: String, before limit: Date) async throws -> Int {
        let old = try await blobs.list(folder, from: nil).entries.filter { entry in
            entry.file.map { $0.written < limit } ?? false
        }
        let keys = old.map { "\(folder)/\($0.name)" }.filter(BlobKey.isValid)
        for key in keys { try await blobs.delete(key) }
        return keys.count
    }
}
