import Foundation
import Glibc
import Logging

/// What a person sees: lines on standard output, complaints on standard error, colours where they are wanted.
enum Terminal {
    /// Whether standard output shows colours: a terminal, and nobody said `NO_COLOR`.
    static let hasColours = isatty(1) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil

    /// The colours of the timeline's dots and words.
    enum Colour: String {
        case green = "32"
        case blue = "34"
        case amber = "33"
        case red = "31"
        case dim = "2"
        case bold = "1"
    }

    static func say(_ line: String = "") { write("\(line)\n", to: FileHandle.standardOutput) }

    static func complain(_ text: String) { write("ghosthands: \(text)\n", to: FileHandle.standardError) }

    /// Progress for a person; a program that reads our output does not get it.
    static func remark(_ line: String) { write("\(line)\n", to: FileHandle.standardError) }

    static func paint(_ text: String, _ colour: Colour) -> String {
        hasColours ? "\u{1b}[\(colour.rawValue)m\(text)\u{1b}[0m" : text
    }

    /// A logger that writes to standard error, apart from what a program may read.
    static func logger(_ levels: LogLevels, _ format: LineHandler.Format = .text) -> Logger {
        Logger(label: "ghosthands") { _ in LineHandler(levels, format) }
    }

    /// A logger whose level stays.
    static func logger(_ level: Logger.Level) -> Logger { logger(LogLevels(LogLevels.Plan(level))) }

    private static func write(_ text: String, to handle: FileHandle) {
        // A reader that has gone away is no reason to stop.
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
