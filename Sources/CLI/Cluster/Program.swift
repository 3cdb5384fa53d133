import Foundation
import Subprocess
import SystemPackage

/// Another program, run to its end.
struct Program: Sendable {
    private let path: String
    private let arguments: [String]
    private let folder: URL

    /// A program.
    ///
    /// - Parameters:
    ///   - path: where it is.
    ///   - arguments: what it is told.
    ///   - folder: where it runs.
    init(_ path: String, _ arguments: [String], in folder: URL) {
        self.path = path
        self.arguments = arguments
        self.folder = folder
    }

    /// How it ended.
    struct Outcome: Sendable {
        let isSuccess: Bool
        /// What it printed on both streams.
        let output: String
    }

    /// More than PostgreSQL takes to come up after it was killed while much was being written.
    private static let limit = Duration.seconds(150)

    /// What a program is told of our environment: nothing of our secrets, of another PostgreSQL, and of the language that
    /// a person reads.
    static func environment(from ours: [String: String]) -> [String: String] {
        var environment = ours.filter { ["HOME", "TMPDIR", "TZ"].contains($0.key) }
        environment["PATH"] = ours["PATH"] ?? "/usr/bin:/bin"
        environment["LC_ALL"] = "C"
        return environment
    }

    /// Runs it; it is killed when it does not end.
    ///
    /// - Throws: ``SetupError`` when it cannot be started or does not end.
    func run() async throws -> Outcome {
        try await withThrowingTaskGroup(of: Outcome?.self) { group in
            group.addTask { try await end() }
            group.addTask {
                try? await ContinuousClock().sleep(until: .now.advanced(by: Self.limit))
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let outcome = first else {
                throw SetupError("\(path) does not end", mend: "look at what it waits for")
            }
            return outcome
        }
    }

    private func end() async throws -> Outcome {
        let variables = Self.environment(from: ProcessInfo.processInfo.environment)
        do {
            let result = try await Subprocess.run(
                .path(FilePath(path)),
                arguments: Arguments(arguments),
                environment: .custom(variables.map { Array("\($0)=\($1)\0".utf8) }),
                workingDirectory: FilePath(folder.path),
                output: .string(limit: 65536),
                error: .combinedWithOutput
            )
            return Outcome(isSuccess: result.terminationStatus.isSuccess, output: result.standardOutput)
        } catch let error as SubprocessError {
            throw SetupError("\(path) cannot be started: \(error)", mend: "check that it is installed")
        }
    }
}
