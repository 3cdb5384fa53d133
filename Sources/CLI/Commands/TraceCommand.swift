import ArgumentParser
import Chromium
import Foundation

/// What is done with a recording of `ghosthands fill --trace`.
struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Look at a recording that `ghosthands fill --trace OUT.zip` made.",
        subcommands: [Show.self]
    )

    /// Makes a page of a recording.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make one web page of a recording, which needs nothing else, and print its path.",
            discussion: """
                The page shows the steps with pictures from before and after, the documents, the requests and the \
                errors. It shows what was filled in: keep it as you keep the profile.
                """
        )

        @Argument(help: ArgumentHelp("The recording.", valueName: "TRACE.zip"))
        var trace: String

        @Option(
            help: ArgumentHelp("Where to write the page; beside the recording unless named.", valueName: "PAGE.html")
        )
        var out: String?

        func run() throws {
            let source = URL(filePath: trace)
            let target = out.map { URL(filePath: $0) } ?? source.deletingPathExtension().appendingPathExtension("html")
            guard let data = FileManager.default.contents(atPath: source.path) else {
                throw SetupError("\(trace) cannot be read", mend: "name a file that `ghosthands fill --trace` wrote")
            }
            let html: String
            do {
                html = try TracePage(reading: data).html
            } catch let error as ChromiumError {
                throw SetupError("\(trace): \(error.message)", mend: "name a file that `ghosthands fill --trace` wrote")
            }
            do {
                try Data(html.utf8).write(to: target)
            } catch {
                throw SetupError("\(target.path) cannot be written", mend: "name another place with --out")
            }
            Terminal.say(target.path)
        }
    }
}
