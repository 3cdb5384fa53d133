import Foundation
import NIOConcurrencyHelpers

/// Programs in Python that stand beside ours in tests, where there is an interpreter with what they need.
public enum Python {
    /// An interpreter that has packages: the one that `GH_TEST_PYTHON` names, or any `python3` of the search path.
    ///
    /// - Parameter packages: the names of their modules.
    /// - Returns: its path, or nil where there is none.
    public static func having(_ packages: String...) -> String? {
        let environment = ProcessInfo.processInfo.environment
        let folders = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/python3" }
        return ([environment["GH_TEST_PYTHON"]].compactMap(\.self) + folders).first { name in
            guard FileManager.default.isExecutableFile(atPath: name) else { return false }
            let process = Process()
            process.executableURL = URL(filePath: name)
            process.arguments = ["-c", "import " + packages.joined(separator: ", ")]
            process.standardError = FileHandle.nullDevice
            guard (try? process.run()) != nil else { return false }
            process.waitUntilExit()
            return process.terminationStatus == 0
        }
    }

    /// The path of a script among the fixtures of the tests.
    public static func fixture(_ name: String) -> String {
        URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures").appending(path: name).path
    }
}

/// A process that is talked with by lines.
public final class LineProcess: Sendable {
    /// What it says; ends with its output.
    public let lines: AsyncStream<String>
    private let input: FileHandle
    private let process: Process

    /// Starts a program, which is ended with this value.
    public init(_ program: String, _ arguments: [String]) throws {
        let (output, input, process) = (Pipe(), Pipe(), Process())
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = output
        process.standardInput = input
        // One that outlives its test must not keep the end of the run from whoever reads it.
        process.standardError = FileHandle.nullDevice
        let (lines, sink) = AsyncStream.makeStream(of: String.self)
        let rest = NIOLockedValueBox(Data())
        output.fileHandleForReading.readabilityHandler = { handle in
            let data = handle.availableData
            guard !data.isEmpty else {
                handle.readabilityHandler = nil
                return sink.finish()
            }
            rest.withLockedValue { rest in
                rest += data
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    sink.yield(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
                    rest = Data(rest[rest.index(after: end)...])
                }
            }
        }
        try process.run()
        self.lines = lines
        self.input = input.fileHandleForWriting
        self.process = process
    }

    deinit { end() }

    /// Ends it at once.
    public func end() { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// Says a line to it.
    public func say(_ line: String) { try? input.write(contentsOf: Data((line + "\n").utf8)) }
}
