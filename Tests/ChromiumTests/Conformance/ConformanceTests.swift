import Chromium
import Foundation
import NIOConcurrencyHelpers
import Testing
import TestSupport

extension ChromiumTests.Heavy {
    @Suite struct Conformance {
        private struct Numbered: Sendable {
            let number: Int
            let behaviour: Behaviour
        }

        /// What is still to be driven, and what came of the rest.
        private final class Lanes: Sendable {
            private let state: NIOLockedValueBox<(waiting: ArraySlice<Numbered>, outcomes: [Int: String])>

            init(_ tasks: [Numbered]) { state = NIOLockedValueBox((tasks[...], [:])) }

            var hasMore: Bool { state.withLockedValue { !$0.waiting.isEmpty } }
            var outcomes: [Int: String] { state.withLockedValue { $0.outcomes } }

            func next() -> Numbered? { state.withLockedValue { $0.waiting.popFirst() } }

            func note(_ outcome: String, of task: Numbered) {
                state.withLockedValue { $0.outcomes[task.number] = outcome }
            }
        }

        private static let groups = [
            BehaviourGroup(name: "Clicking", behaviours: clickingBehaviours + obstructedClickBehaviours),
            BehaviourGroup(name: "Filling", behaviours: fillingBehaviours),
            BehaviourGroup(name: "Selecting", behaviours: selectingBehaviours),
            BehaviourGroup(name: "Checking", behaviours: checkingBehaviours),
            BehaviourGroup(name: "Uploading", behaviours: uploadingBehaviours),
            BehaviourGroup(name: "Keyboard", behaviours: keyboardBehaviours),
            BehaviourGroup(name: "Mouse", behaviours: mouseBehaviours),
            BehaviourGroup(name: "Frames", behaviours: frameBehaviours),
            BehaviourGroup(name: "Shadow", behaviours: shadowBehaviours),
            BehaviourGroup(name: "Waiting", behaviours: waitingBehaviours),
            BehaviourGroup(name: "Dialogs", behaviours: dialogBehaviours),
            BehaviourGroup(name: "Locators", behaviours: locatorBehaviours + roleBehaviours),
        ]
        private static let atOnce = 6

        @Test func `behaves as the list says`() async throws {
            let tasks = Self.groups.flatMap(\.behaviours).enumerated().map { Numbered(number: $0, behaviour: $1) }
            let outcomes = try await Self.outcomes(of: tasks)
            for task in tasks {
                let outcome = outcomes[task.number] ?? ""
                #expect(task.behaviour.passes(outcome), "\(task.behaviour.name): \(outcome)")
            }
            let document = Self.document(tasks.map { $0.behaviour.passes(outcomes[$0.number] ?? "") })
            if ProcessInfo.processInfo.environment["GH_WRITE_DOCS"] == "1" {
                try Data(document.utf8).write(to: Self.documentFile)
            }
            #expect(try String(contentsOf: Self.documentFile, encoding: .utf8) == document, "GH_WRITE_DOCS=1 writes it")
        }

        private static var documentFile: URL {
            var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
            for _ in 0..<4 { folder.deleteLastPathComponent() }
            return folder.appending(path: "docs/driver-conformance.md")
        }

        private static func outcomes(of tasks: [Numbered]) async throws -> [Int: String] {
            let folder = FileManager.default.temporaryDirectory.appending(path: "conformance-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let lanes = Lanes(tasks)
            try await Site.open({ answer($0, tasks) }) { site in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<atOnce {
                        group.addTask { while lanes.hasMore { try await drive(lanes, site, folder) } }
                    }
                    try await group.waitForAll()
                }
            }
            return lanes.outcomes
        }

        /// Drives behaviours in one tab, until one leaves it other than it was.
        private static func drive(_ lanes: Lanes, _ site: Site, _ folder: URL) async throws {
            try await suiteBrowser().withContext { context in
                try await context.withPage { page in
                    while let task = lanes.next() {
                        let address = "\(site.origin)/\(task.number)/"
                        let scene = Scene(page: page, context: context, address: address, folder: folder)
                        page.answerDialogs(with: .accept(nil))
                        let outcome = await task.behaviour.outcome(in: scene)
                        lanes.note(outcome, of: task)
                        if !task.behaviour.passes(outcome) || context.pages.count != 1 { break }
                    }
                }
            }
        }

        /// The pages of behaviour 12 are at `/12/`, and under another site's name too.
        private static func answer(_ request: Site.Request, _ tasks: [Numbered]) -> Site.Answer {
            let parts = request.path.prefix { $0 != "?" }.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 3, let number = Int(parts[1]), tasks.indices.contains(number) else {
                return .html("", status: 404)
            }
            let delay: Duration = parts[2].hasPrefix("slow") ? .milliseconds(300) : .zero
            guard let html = tasks[number].behaviour.page(String(parts[2])) else {
                return .html("", status: 404)
            }
            return .html(html, after: delay)
        }

        private static func document(_ passed: [Bool]) -> String {
            var lines = [
                "# What the driver does", "",
                "Each line is a page of its own in `Tests/ChromiumTests/Conformance`, driven in Chromium; the tests write",
                "this file (`GH_WRITE_DOCS=1`) and fail when it is not true any more.", "",
                "\(passed.count) behaviours, \(passed.count { $0 }) pass.",
            ]
            var rest = passed[...]
            for group in groups {
                let own = rest.prefix(group.behaviours.count)
                rest = rest.dropFirst(group.behaviours.count)
                lines += ["", "## \(group.name) (\(own.count { $0 }) of \(own.count))", ""]
                lines += zip(group.behaviours, own).map { "- \($1 ? "pass" : "**fail**"): \($0.name)" }
            }
            return lines.joined(separator: "\n") + "\n"
        }
    }
}
