import Foundation
import Testing

import Outbound

/// Runs the receivers' code of docs/callbacks.md.
@Suite("What docs/callbacks.md tells receivers")
struct CallbackDocsTests {
    private static let (secret, now) = ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", 1_614_265_330)
    private static let body = #"{"status": "completed", "é": 1}"#

    private static var root: URL {
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder
    }

    /// The code of a language in the document.
    private static func code(_ language: String) throws -> String {
        let text = try String(contentsOf: root.appending(path: "docs/callbacks.md"), encoding: .utf8)
        let start = try #require(text.range(of: "```\(language)\n"))
        let end = try #require(text.range(of: "```\n", range: start.upperBound..<text.endIndex))
        return String(text[start.upperBound..<end.lowerBound])
    }

    /// Headers and bodies, and whether they are genuine.
    private static var cases: [(headers: [String: String], body: String, isGenuine: Bool)] {
        let other = "whsec_" + Data("another".utf8).base64EncodedString()
        func headers(_ secrets: [String], at time: Int = now) -> [String: String] {
            let signature = CallbackSignature(secrets: secrets).header(
                id: "evt_1",
                timestamp: time,
                body: Data(body.utf8)
            )
            return ["webhook-id": "evt_1", "webhook-timestamp": "\(time)", "webhook-signature": signature]
        }
        return [
            (headers([secret]), body, true), (headers([other, secret]), body, true), (headers([other]), body, false),
            (headers([secret]), body + " ", false), (headers([secret], at: now - 301), body, false),
            (headers([secret], at: now + 301), body, false), ([:], body, false),
            (headers([secret]).merging(["webhook-id": "evt_2"]) { $1 }, body, false),
            (headers([secret]).merging(["webhook-timestamp": "soon"]) { $1 }, body, false),
            (headers([secret]).merging(["webhook-signature": "v1, v2,x v1,AAAA"]) { $1 }, body, false),
        ]
    }

    private static func listed() throws -> String {
        let list = cases.map { ["headers": $0.headers, "body": $0.body] as [String: Any] }
        return String(decoding: try JSONSerialization.data(withJSONObject: list), as: UTF8.self)
    }

    private static var verdicts: String { cases.map { $0.isGenuine ? "1" : "0" }.joined() }

    /// Runs a program in a folder of its own, and gives what it says.
    private static func run(_ program: [String], _ files: [String: String]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "docs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = program
        process.currentDirectoryURL = folder
        process.standardOutput = output
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: said, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func has(_ program: [String], saying word: String) -> Bool {
        (try? run(program, [:]))?.contains(word) == true
    }

    @Test(.enabled(if: has(["python3", "-c", "print(1)"], saying: "1"), "needs python3"))
    func `the code in Python`() throws {
        let driver = """
            import json
            from receiver import is_genuine
            for case in json.load(open("cases.json")):
                print(int(is_genuine(case["body"].encode(), case["headers"], "\(Self.secret)", \(Self.now))), end="")
            """
        let files = ["receiver.py": try Self.code("python"), "cases.json": try Self.listed(), "driver.py": driver]
        #expect(try Self.run(["python3", "driver.py"], files) == Self.verdicts)
    }

    private static let stripsTypes = has(["node", "-p", "process.features.typescript ?? ''"], saying: "strip")

    @Test(.enabled(if: has(["node", "-p", "1"], saying: "1"), "needs node"))
    func `the code in TypeScript`() throws {
        let driver = """
            import { readFileSync } from "node:fs";
            import { isGenuine } from "./receiver.\(Self.stripsTypes ? "ts" : "mjs")";
            for (const one of JSON.parse(readFileSync("cases.json", "utf8")))
              process.stdout.write(isGenuine(Buffer.from(one.body), one.headers, "\(Self.secret)", \(Self.now)000) ? "1" : "0");
            """
        let code = try Self.code("typescript")
        // Where node takes no types, the one line that has some is read without them.
        let plain = code.replacing(
            /\((body): Buffer, (headers): Record<string, string>, (secret): string, (now[^)]*\(\))\): boolean/
        ) {
            "(\($0.1), \($0.2), \($0.3), \($0.4))"
        }
        #expect(plain != code)
        let name = Self.stripsTypes ? "receiver.ts" : "receiver.mjs"
        let files = [
            name: Self.stripsTypes ? code : plain, "cases.json": try Self.listed(), "driver.mjs": driver,
        ]
        #expect(try Self.run(["node", "driver.mjs"], files) == Self.verdicts)
    }

    @Test func `the code in Swift, which is compiled with these tests`() throws {
        let compiled = Self.root.appending(path: "Tests/OutboundTests/ReceiverExample.swift")
        #expect(try Self.code("swift") == String(contentsOf: compiled, encoding: .utf8))
        let now = Date(timeIntervalSince1970: Double(Self.now))
        let found = Self.cases.map { isGenuine(Data($0.body.utf8), headers: $0.headers, secret: Self.secret, now: now) }
        #expect(found == Self.cases.map(\.isGenuine))
    }
}
