import Foundation
import GhostHands
import Store
import TestSupport
import Testing

/// Holds the metrics that are served, the page about them, the rules and the board to one table.
@Suite("The table of metrics") struct MetricDocumentTests {
    @Test func `the files are what the table says`() throws {
        for (path, text) in MetricDocuments.files {
            let file = MetricDocuments.root.appending(path: path)
            if ProcessInfo.processInfo.environment["GH_WRITE_DOCS"] == "1" {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(text.utf8).write(to: file)
            }
            let kept = try String(contentsOf: file, encoding: .utf8)
            #expect(kept == text, "GH_WRITE_DOCS=1 writes \(path)")
        }
    }

    @Test func `names are as Prometheus wants them, and none is there twice`() {
        #expect(Set(Metric.all.map(\.name)).count == Metric.all.count)
        for metric in Metric.all {
            #expect(metric.name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil)
            #expect((metric.kind == .counter) == metric.name.hasSuffix("_total"), "\(metric.name)")
            #expect((metric.kind == .histogram) == !metric.bounds.isEmpty, "\(metric.name)")
            #expect(metric.bounds == metric.bounds.sorted())
        }
    }

    /// The bounds stand in a trigger too.
    @Test func `the database counts by the bounds of the table`() throws {
        let file = MetricDocuments.root.appending(path: "Sources/Store/Migrations/062_count_for_less.sql")
        let script = try String(contentsOf: file, encoding: .utf8)
        let written = script.matches(of: #/'\{([0-9.,]+)\}'::float8\[\]/#)
            .map { $0.output.1.split(separator: ",").compactMap { Double($0) } }
        #expect(written == ["gh_job_wait_seconds", "gh_job_run_seconds"].map { Metric.named($0)?.bounds })
    }

    @Test func `what is served is in the table, and each line can be read`() async throws {
        try await withAPI { api in
            try await Self.live(api)
            let text = String(decoding: try await api.client.get("/monitoring/metrics", key: nil).body, as: UTF8.self)
            let told = Set(text.matches(of: #/# TYPE ([a-z_]+) /#).map { String($0.output.1) })
            let known = Set(Metric.all.map(\.name))
            #expect(told.isSubset(of: known))
            for line in text.split(separator: "\n") where !line.hasPrefix("#") {
                let shape = /[a-z_]+(\{([a-z_]+="[^"\\\n]*",?)+\})? [-+0-9.eInfNa]+/
                #expect(line.wholeMatch(of: shape) != nil, "\(line)")
            }
        }
    }

    /// Something of everything.
    static func live(_ api: APIFixture) async throws {
        try await api.store.workers.register("worker-1", maxConcurrent: 2)
        _ = try await api.client.post("/api/v1/gh/valet/apply", try Requests.apply())
        let lease = try #require(try await api.store.jobs.claim(workerID: "worker-1", limit: 1).first)
        _ = try await api.store.jobs.start(lease)
        _ = try await api.store.alerts.look(lost: [lease.jobID])
    }

    @Test(.enabled(if: Tool.promtool.isThere, "promtool is not installed (Debian: prometheus)"))
    func `Prometheus finds nothing to say against metrics and rules`() async throws {
        try await withAPI { api in
            try await Self.live(api)
            let text = try await api.client.get("/monitoring/metrics", key: nil).body
            let metrics = try Tool.promtool.run(["check", "metrics"], input: text)
            #expect(metrics.status == 0, "\(metrics.output)")
            let folder = MetricDocuments.root.appending(path: "deploy/prometheus").path
            for arguments in [["check", "rules", "rules.yml"], ["test", "rules", "rules_test.yml"]] {
                let end = try Tool.promtool.run(arguments, in: folder)
                #expect(end.status == 0, "\(arguments): \(end.output)")
            }
        }
    }

    @Test(.enabled(if: Tool.hasParser, "prometheus_client is not installed (PyPI)"))
    func `the parser of its Python client reads all of it`() async throws {
        try await withAPI { api in
            try await Self.live(api)
            let text = try await api.client.get("/monitoring/metrics", key: nil).body
            let script = """
                import sys
                from prometheus_client.parser import text_string_to_metric_families as read
                print(" ".join(family.name for family in read(sys.stdin.read())))
                """
            let end = try Tool.python.run(["-c", script], input: text)
            #expect(end.status == 0, "\(end.output)")
            #expect(end.output.contains("gh_jobs_completed gh_jobs_failed"))
        }
    }
}

/// A program that may be on this machine.
struct Tool: Sendable {
    let path: String?

    static let promtool = Tool("promtool")
    static let python = Tool("python3")
    static let hasParser = (try? python.run(["-c", "import prometheus_client.parser"]).status) == 0

    var isThere: Bool { path != nil }

    private init(_ name: String) {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        path = folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs it to its end.
    func run(
        _ arguments: [String],
        input: Data = Data(),
        in folder: String? = nil
    ) throws -> (status: Int32, output: String) {
        guard let path else { throw CocoaError(.fileNoSuchFile) }
        let (process, toIt, fromIt) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        (process.standardInput, process.standardOutput, process.standardError) = (toIt, fromIt, fromIt)
        try process.run()
        // Less than a pipe holds.
        try toIt.fileHandleForWriting.write(contentsOf: input)
        try toIt.fileHandleForWriting.close()
        let output = try fromIt.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
