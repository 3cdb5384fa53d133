import Foundation
import GhostHands
import NIOConcurrencyHelpers
import Testing
import TestSupport

@testable import Chromium
@testable import Worker

/// What a person who helps is told and may do, without a socket between.
@Suite(.browser) struct LiveTests {
    /// One person at a stage.
    private final class Person: Sendable {
        let ticket: LiveTicket
        private let heard = NIOLockedValueBox<[SocketMessage]>([])
        private let (incoming, sink) = AsyncStream.makeStream(of: SocketMessage.self)

        init(_ job: UUID, mode: LiveMode = .control, link: UUID = UUID()) {
            ticket = LiveTicket(job: job, pause: 1, mode: mode, link: link)
        }

        func come(to stages: LiveStages) async -> LiveVisit {
            await stages.attend(ticket, incoming) { [heard] message in heard.withLockedValue { $0.append(message) } }
        }

        func say(_ words: JSON) { sink.yield(.text(String(decoding: words.data, as: UTF8.self))) }
        func send(_ message: SocketMessage) { sink.yield(message) }
        func breakOff() { sink.finish() }

        var words: [JSON] {
            heard.withLockedValue { $0 }.compactMap { message in
                if case .text(let text) = message { try? JSON(parsing: Data(text.utf8)) } else { nil }
            }
        }
        var pictures: [Data] {
            heard.withLockedValue { $0 }.compactMap { if case .binary(let data) = $0 { data } else { nil } }
        }
        func last(_ kind: String) -> JSON { words.last { $0["t"].string == kind } ?? .null }
    }

    private func withStage(
        _ html: String = "<input id=i autofocus style='position:absolute;left:0;top:0'>",
        in stages: LiveStages = LiveStages(),
        _ body: @escaping @Sendable (LiveStages, UUID, LiveStage, Page) async throws -> Void
    ) async throws {
        let browser = try suiteBrowser()
        try await Site.open({ _ in .html(html) }) { site in
            try await browser.withContext(ContextOptions(allowed: { _ in true })) { context in
                try await context.withPage { page in
                    _ = try await page.navigate(to: site.origin + "/")
                    let job = UUID()
                    let stage = stages.open(job: job, pause: 1, context: context, page: page)
                    try await body(stages, job, stage, page)
                    stages.close(job: job)
                }
            }
        }
    }

    @Test func `control is one person's, and who leaves gives it back`() async throws {
        try await withStage { stages, job, stage, _ in
            let (first, second) = (Person(job), Person(job))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    let visit = await first.come(to: stages)
                    #expect(visit.ending == .left)
                }
                try await eventually("what is told") { first.last("control")["yours"].bool == true }
                group.addTask { _ = await second.come(to: stages) }
                try await eventually("what is told") { second.last("control")["taken"].bool == true }
                #expect(second.last("control")["yours"].bool == false)
                first.send(.closed(1000))
                try await eventually("what is told") { second.last("control")["taken"].bool == false }
                #expect(!stage.isHeld)
                second.say(["t": "take"])
                try await eventually("what is told") { second.last("control")["yours"].bool == true }
                second.send(.closed(1001))
                try await group.waitForAll()
            }
        }
    }

    @Test func `a connection that breaks keeps control, and the same person comes back to it`() async throws {
        try await withStage { stages, job, stage, page in
            let (link, stranger) = (UUID(), Person(job))
            let (first, again) = (Person(job, link: link), Person(job, link: link))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { _ = await first.come(to: stages) }
                try await eventually("what is told") { first.last("control")["yours"].bool == true }
                let before = first.last("control")["epoch"].int ?? 0
                first.breakOff()
                try await group.next()
                #expect(stage.isHeld)
                group.addTask { _ = await stranger.come(to: stages) }
                try await eventually("what is told") { stranger.last("control")["taken"].bool == true }
                group.addTask { _ = await again.come(to: stages) }
                try await eventually("what is told") { again.last("control")["yours"].bool == true }
                let epoch = again.last("control")["epoch"].int ?? 0
                #expect(epoch > before)
                // What was sent before the connection broke is not done any more.
                again.say(["t": "text", "text": "old", "e": JSON(before)])
                stranger.say(["t": "text", "text": "foreign", "e": JSON(epoch)])
                again.say(["t": "text", "text": "new", "e": JSON(epoch)])
                try await eventually("what is told") { stage.view.now.focus != nil }
                try await eventually("what is told") { (try? await page.content("i")) == "new" }
                for one in [again, stranger] { one.send(.closed(1000)) }
                try await group.waitForAll()
            }
        }
    }

    @Test func `control of a link that was taken back is given to the next who comes, and its bearer has it no more`()
        async throws
    {
        let (revoked, old) = (NIOLockedValueBox(false), UUID())
        let stages = LiveStages(isRevoked: { link in link == old && revoked.withLockedValue(\.self) })
        try await withStage(in: stages) { stages, job, _, _ in
            let (first, second) = (Person(job, link: old), Person(job))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { _ = await first.come(to: stages) }
                try await eventually("what is told") { first.last("control")["yours"].bool == true }
                revoked.withLockedValue { $0 = true }
                group.addTask { _ = await second.come(to: stages) }
                try await eventually("what is told") { second.last("control")["yours"].bool == true }
                try await eventually("what is told") { first.last("control")["yours"].bool == false }
                second.send(.closed(1000))
                try await eventually("what is told") { first.last("control")["taken"].bool == false }
                let told = first.words.count
                first.say(["t": "take"])
                first.say(["t": "ack", "n": 0])
                first.send(.closed(1000))
                try await group.waitForAll()
                #expect(!first.words.dropFirst(told).contains { $0["yours"].bool == true })
            }
        }
    }

    @Test func `who confirms no picture is sent no other, and then the newest`() async throws {
        let moving = """
            <body style="margin:0"><div id=d style="width:90px;height:90px;background:red"></div><script>
            let n = 0; const step = () => { d.style.marginLeft = (n++ % 400) + "px"; requestAnimationFrame(step) }; step();
            </script>
            """
        try await withStage(moving) { stages, job, stage, _ in
            let slow = Person(job)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { _ = await slow.come(to: stages) }
                try await eventually("what is told") { slow.pictures.count == 1 }
                let first = stage.view.now.picture?.number ?? 0
                try await eventually("what is told") { stage.view.now.picture?.number ?? 0 > first + 20 }
                #expect(slow.pictures.count == 1)
                let number = slow.pictures[0][2..<6].reduce(0) { $0 << 8 | Int($1) }
                let newest = stage.view.now.picture?.number ?? 0
                slow.say(["t": "ack", "n": JSON(number)])
                try await eventually("what is told") { slow.pictures.count == 2 }
                // The very last may not have reached whoever sends it.
                #expect(slow.pictures[1][2..<6].reduce(0) { $0 << 8 | Int($1) } >= newest - 1)
                slow.send(.closed(1000))
                try await group.waitForAll()
            }
        }
    }

    @Test func `another pause, another job and too much are refused`() async throws {
        try await withStage { stages, job, _, _ in
            let old = LiveTicket(job: job, pause: 2, mode: .control, link: UUID())
            #expect(await stages.attend(old, AsyncStream { $0.finish() }, send: { _ in }).ending == .unknown)
            let other = LiveTicket(job: UUID(), pause: 1, mode: .control, link: UUID())
            #expect(await stages.attend(other, AsyncStream { $0.finish() }, send: { _ in }).ending == .unknown)
            for message in [SocketMessage.text("no"), .text("[]"), .binary(Data([3])), .binary(Data(count: 100))] {
                let person = Person(job)
                person.send(message)
                #expect(await person.come(to: stages).ending == .violated)
            }
        }
    }

    @Test func `what would reach the clipboard of all jobs, or the browser itself, does not reach the page`() {
        func key(_ name: String, _ held: Int, code: String? = nil) -> RemoteInput? {
            LiveInput.read(["t": "key", "key": .string(name), "code": .optional(code), "d": true, "m": JSON(held)])
        }
        for (name, held) in [
            ("v", 2), ("c", 2), ("x", 2), ("V", 10), ("o", 2), ("p", 4), ("F12", 0), ("F5", 0),
            ("Insert", 8), ("Delete", 8), ("Insert", 2), ("ArrowLeft", 1), ("t", 6),
        ] { #expect(key(name, held) == nil, "\(name) \(held)") }
        for (name, held) in [("a", 2), ("z", 2), ("v", 0), ("Delete", 0), ("ArrowLeft", 10), ("F4", 0)] {
            #expect(key(name, held) != nil, "\(name) \(held)")
        }
        #expect(LiveInput.read(["t": "down", "x": 1, "y": 1, "b": 1]) == nil, "the middle button pastes")
        #expect(LiveInput.read(["t": "go", "url": "file:///etc/passwd"]) == nil)
        #expect(FileName.safe("../../etc/passwd") == "passwd")
        #expect(FileName.safe("..") == "file")
        #expect(FileName.safe("a\0b.pdf") == "ab.pdf")
    }
}

extension Page {
    fileprivate func content(_ id: String) async throws -> String {
        let script = InPageScript(
            name: "held",
            source: "globalThis.held = { it: (id) => document.getElementById(id).value }"
        )
        let result = try await mainFrame.call(script, "it", arguments: try JSONEncoder().encode([id]))
        return try JSONDecoder().decode(String.self, from: result)
    }
}
