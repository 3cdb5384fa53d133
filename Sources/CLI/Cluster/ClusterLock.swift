import Foundation
import Glibc

/// Keeps a second program from using the same private cluster; the kernel frees it when its holder dies.
struct ClusterLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock.
    ///
    /// - Throws: ``SetupError`` when another program holds it.
    init(_ file: URL) throws {
        descriptor = open(file.path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw SetupError("the lock \(file.path) cannot be opened", mend: "check the permissions of the data folder")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw SetupError(
                "another ghosthands uses the data folder \(file.deletingLastPathComponent().path)",
                mend: "stop it, or set GH_DATA_DIR to another folder"
            )
        }
    }

    func release() { close(descriptor) }
}
