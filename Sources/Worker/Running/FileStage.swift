import Chromium
import Foundation
import GhostHands
import Logging
import Outbound

/// Gets the files that a job uploads and lays them where the browser may read them.
struct FileStage: Sendable {
    private let job: Job
    private let input: JobInput
    private let files: ResumeFetcher
    /// Where the folder of the attempt is made.
    private let parent: URL
    private let logger: Logger

    init(_ job: Job, _ input: JobInput, files: ResumeFetcher, parent: URL, logger: Logger) {
        self.job = job
        self.input = input
        self.files = files
        self.parent = parent
        self.logger = logger
    }

    enum Outcome: Sendable {
        /// The applicant, with the paths of their files; the folder is to be removed after the attempt.
        case ready(StagedFolder?, Applicant)
        /// A file was named and cannot be had: the job never goes on without (R47).
        case failed(JobFailure)
    }

    func fetch() async -> Outcome {
        var applicant = input.material.applicant
        let references = job.files
        if references.isEmpty { return .ready(nil, applicant) }
        let folder = StagedFolder(in: parent, named: job.id.uuidString.lowercased())
        do {
            for (number, (name, reference)) in references.enumerated() {
                switch await files.fetch(reference) {
                case .unavailable(let reason, let isTransient):
                    folder.remove()
                    let cause: FailureCause = isTransient ? .fileUnreachable : .fileUnusable
                    return .failed(JobFailure(cause, reason, details: ["file": .string(name)]))
                case .file(let file):
                    applicant.files[name] = try folder.add(file.data, named: file.name, number: number).path
                }
            }
            return .ready(folder, applicant)
        } catch {
            folder.remove()
            logger.error("files could not be staged", metadata: ["error": "\(error)"])
            return .failed(JobFailure(.filesNotStaged))
        }
    }
}

/// A folder with the files of one attempt, which nobody else may enter: the browser's user gets copies of its own.
struct StagedFolder: Sendable {
    private let url: URL

    init(in parent: URL, named name: String) { url = parent.appending(path: name) }

    /// Each file lies in a folder of its own: two may have the same name, and the form shows the name.
    func add(_ data: Data, named name: String, number: Int) throws -> URL {
        let folder = url.appending(path: String(number))
        try Self.make(url)
        try Self.make(folder)
        let file = folder.appending(path: name)
        try data.write(to: file, options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        return file
    }

    func remove() {
        // What cannot be removed now is removed with the whole staging folder at the end of the process.
        try? FileManager.default.removeItem(at: url)
    }

    private static func make(_ folder: URL) throws {
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }
}
