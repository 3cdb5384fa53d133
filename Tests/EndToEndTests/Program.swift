import Foundation
import TestSupport
import Testing

/// The program as it was built, run as a process of its own.
struct Program: Sendable {
    /// How it ended.
    struct Ending: Sendable {
        /// The exit code; 128 and more for a signal, as a shell shows it.
        let code: Int32
        let output: String
        let errors: String
    }

    private let process: Process
    private let ended: AsyncStream<Int32>
    private let outputFile: URL
    private let errorFile: URL

    /// Starts it with no settings but these, by another program when that is to change who it is.
    init(
        under other: [String] = [],
        _ arguments: [String],
        in home: Home,
        _ settings: [String: String] = [:]
    ) throws {
        outputFile = home.temporary.appending(path: "\(UUID().uuidString).out")
        errorFile = home.temporary.appending(path: "\(UUID().uuidString).err")
        for file in [outputFile, errorFile] { try Data().write(to: file) }
        process = Process()
        let command = other + [try Program.binary().path] + arguments
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        process.environment = home.settings.merging(settings) { $1 }
        process.currentDirectoryURL = home.temporary
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        let (stream, end) = AsyncStream.makeStream(of: Int32.self)
        ended = stream
        process.terminationHandler = { process in
            let wasKilled = process.terminationReason == .uncaughtSignal
            end.yield(process.terminationStatus + (wasKilled ? 128 : 0))
            end.finish()
        }
        try process.run()
    }

    /// Runs it to its end.
    static func run(_ arguments: [String], in home: Home, _ settings: [String: String] = [:]) async throws -> Ending {
        try await Program(arguments, in: home, settings).ending()
    }

    var id: pid_t { process.processIdentifier }
    var output: String { text(outputFile) }
    var errors: String { text(errorFile) }

    func signal(_ number: Int32) { kill(id, number) }

    /// Waits for its end; one that does not come is a fault of the program, and it is killed.
    func ending(within limit: Duration = .seconds(60)) async throws -> Ending {
        let code = await withTaskGroup(of: Int32?.self) { group in
            group.addTask { await ended.first { _ in true } }
            group.addTask {
                try? await ContinuousClock().sleep(until: .now.advanced(by: limit))
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        if code == nil { signal(SIGKILL) }
        let words = "it does not end; it said: \(output.suffix(500)) \(errors.suffix(500))"
        return Ending(code: try #require(code, "\(words)"), output: output, errors: errors)
    }

    private func text(_ file: URL) -> String {
        String(decoding: FileManager.default.contents(atPath: file.path) ?? Data(), as: UTF8.self)
    }

    /// It lies beside the bundle of the tests.
    private static func binary() throws -> URL {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
        let folder = URL(filePath: try #require(bundle, "the tests do not run from their bundle"))
            .deletingLastPathComponent()
        return folder.appending(path: "ghosthands")
    }
}
