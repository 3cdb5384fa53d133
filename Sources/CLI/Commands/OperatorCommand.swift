import ArgumentParser
import Chromium
import Foundation
import GhostHands
import Hands
import Logging
import Outbound
import Waiting
import Worker

/// A person's own browser at their own desk: hands that fill, the person who presses (R62).
struct OperatorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "operator",
        abstract: "Lend your own browser to your jobs: forms are filled in it, and you press the button.",
        discussion: """
            For whoever wants applications to be sent from their own desk, with their own log-ins, by their own hand. \
            The program calls the service and nobody calls it: no port is opened, and it needs no database.

              1. Ask for a code in the console (People, Pair a browser), or with the service key:
                 POST /api/v1/gh/valet/operators/USER/code
                 It opens one browser, once, within ten minutes.
              2. ghosthands operator pair --server https://gh.example.com CODE
              3. ghosthands operator run

            A window opens that says what happens. A job of yours with "browser_mode": "operator" is filled in a second \
            one, and waits there. Look at it, change what you like, and press the page's own button: that is seen, \
            written down before anything leaves, and proven. Close its window and nothing is sent.

            Both at once, as it is written in one line: ghosthands operator --server URL --pair CODE
            """,
        subcommands: [Pair.self, Run.self],
        defaultSubcommand: Run.self
    )

    /// Where the service is, checked: a token is sent there.
    static func server(_ text: String) throws -> String {
        guard let address = WebAddress(text) else {
            throw ValidationError("--server is not an http or https address: write it as https://gh.example.com")
        }
        let isHere = ["localhost", "127.0.0.1", "::1", "[::1]"].contains(address.host)
        guard address.text.hasPrefix("https:") || isHere else {
            throw ValidationError("--server must be https: what proves your browser would be read on the way")
        }
        return address.text.hasSuffix("/") ? String(address.text.dropLast()) : address.text
    }

    /// Exchanges a code for a token, and keeps it.
    static func pair(_ code: String, at server: String, called name: String, _ settings: Settings) async throws {
        guard DeskCode.plain(code) != nil else {
            throw ValidationError(
                "\"\(code.prefix(40))\" is not a code: it has ten letters and digits, such as 7KQ2M-X94RT"
            )
        }
        // What cannot be kept is said before the code is used up.
        _ = try OperatorPairing.read(settings)
        let reply: JSON
        do {
            reply = try await DeskLine(server: server).call("pair", ["code": .string(code), "name": .string(name)])
        } catch DeskLine.Fault.refused(_, let words) {
            throw SetupError("the service refused: \(words)", mend: "ask for a code in the console, People")
        } catch DeskLine.Fault.away(let words) {
            throw SetupError("\(words) at \(server)", mend: "check --server, and that the service runs")
        }
        guard let token = reply["token"].string else {
            throw SetupError("\(server) answers, but not as GhostHands does", mend: "check --server")
        }
        try OperatorPairing(server: server, token: token, name: name).keep(settings)
        Terminal.say("Paired as \"\(name)\". Now: ghosthands operator run")
    }
}

extension OperatorCommand {
    /// Pairs this desk.
    struct Pair: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Pair this browser with a service, by a code.",
            discussion: """
                The code is shown by the console (People, Pair a browser), or made by
                POST /api/v1/gh/valet/operators/USER/code. It works once, within ten minutes. What it is exchanged for is \
                kept sealed in the data folder, readable by your account alone; pairing again replaces it. To end it, \
                revoke the browser in the console.

                  ghosthands operator pair --server https://gh.example.com 7KQ2M-X94RT --name "the desk at home"
                """
        )

        @Option(help: "Where the service is: https, or http on this machine.")
        var server: String

        @Option(help: "What you call this browser, in the list of those that are paired.")
        var name: String?

        @Argument(help: "The code.")
        var code: String

        func run() async throws {
            let called = name ?? ProcessInfo.processInfo.hostName
            try await OperatorCommand.pair(code, at: try OperatorCommand.server(server), called: called, try Settings())
        }
    }

    /// Works at this desk.
    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open your browser, and fill the forms of your jobs in it.",
            discussion: """
                Runs until you close the browser or press Ctrl-C. A job at hand then waits again, unless it may have been \
                sent: such a job ends, and is not tried again.

                While you type or move the mouse in a page, the hands wait until three seconds after. A job whose window \
                you close is not opened again before the program is started anew.

                If the browser is revoked, or the service takes the job away, the hands stop at once. What the page holds \
                stays for you to read; nothing can be sent from it.

                GH_MODEL and its key are your own: what profile and answers leave open is asked of it, if you have one.

                Exit codes: 0 ended · 1 no browser, or nothing paired · 4 paired no more.
                """
        )

        @Option(help: "Pair first, with the service there.")
        var server: String?

        @Option(name: .customLong("pair"), help: "The code to pair with; goes with --server.")
        var code: String?

        @Option(help: "What you call this browser, when it is paired.")
        var name: String?

        func validate() throws {
            guard (server == nil) == (code == nil) else {
                throw ValidationError(
                    "--server and --pair go together; `ghosthands operator run` alone uses what is paired"
                )
            }
        }

        func run() async throws {
            let settings = try Settings()
            if let server, let code {
                let called = name ?? ProcessInfo.processInfo.hostName
                try await OperatorCommand.pair(code, at: try OperatorCommand.server(server), called: called, settings)
            }
            guard let paired = try OperatorPairing.read(settings) else {
                throw SetupError(
                    "no service is paired with this desk",
                    mend: "ask for a code in the console, then `ghosthands operator pair --server URL CODE`"
                )
            }
            let end = try await ShutdownSignals.whileHeard { ending in
                try await OperatorDesk(paired, settings).work(until: ending.asked)
            }
            switch end {
            case .asked: Terminal.say("Ended.")
            case .closed: Terminal.say("You closed the browser. `ghosthands operator run` opens it again.")
            case .revoked: throw ExitCode(4)
            }
        }
    }
}
