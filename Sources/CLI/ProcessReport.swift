import Foundation
import Glibc
import NIOConcurrencyHelpers
import Outbound
import Store

/// The keys that something was sealed with and that this process lacks.
final class MissingKeys: Sendable {
    private let keys = NIOLockedValueBox<Set<UInt16>>([])

    /// Takes note of one.
    ///
    /// - Returns: whether it was not known before.
    func note(_ key: UInt16) -> Bool { keys.withLockedValue { $0.insert(key).inserted } }

    /// All there are, in their order.
    var all: [Int] { keys.withLockedValue { $0.map(Int.init).sorted() } }
}

/// What only this process can see, for whoever looks for alerts.
struct ProcessReport: Sendable {
    /// The process, by what it does and where.
    let name: String
    let folder: String
    let blobs: any BlobStore
    let missing: MissingKeys

    /// Looks.
    func callAsFunction() async -> Alerts.Report {
        Alerts.Report(
            process: name,
            diskFree: Self.free(of: folder),
            isStorageUp: await Store.within(.seconds(5)) { [blobs] in await blobs.isReachable() },
            unknownKeys: missing.all
        )
    }

    /// The free part of the disk that a folder is on, 0 to 1; nil where it cannot be told.
    static func free(of folder: String) -> Double? {
        var disk = statvfs()
        guard statvfs(folder, &disk) == 0, disk.f_blocks > 0 else { return nil }
        return Double(disk.f_bavail) / Double(disk.f_blocks)
    }
}
