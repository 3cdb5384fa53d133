import Foundation
import Subprocess
import SystemPackage

/// Another program, run to its end.
struct Program: Sendable {
    private let path: String
    private let arguments: [String]

    init(_ path: String, _ arguments: [String]) {
        self.path = path
        self.arguments = arguments
    }

    /// How it ended.
    struct Outcome: Sendable {
        let isSuccess: Bool
        /// What it printed on both streams.
        let output: String
    }

    private static let limit = Duration.seconds(60)

    /// Runs it in a folder that every user may enter; it is killed after a minute.
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
        do {
            let result = try await Subprocess.run(
                .path(FilePath(path)),
                arguments: Arguments(arguments),
                workingDirectory: "/",
                output: .string(limit: 65536),
                error: .combinedWithOutput
            )
            return Outcome(isSuccess: result.terminationStatus.isSuccess, output: result.standardOutput)
        } catch let error as SubprocessError {
            throw SetupError("\(path) cannot be started: \(error)", mend: "check that it is installed")
        }
    }
}
