import Chromium
import Foundation
import TestSupport

/// One thing a driver must do, on a page of its own.
struct Behaviour: Sendable {
    let name: String
    let html: String
    /// What must come of it; with `…` at the end only the beginning counts.
    let expected: String
    /// An expression that tells what came of it.
    let reads: String
    /// Other pages, by the last part of their address.
    let more: [String: String]
    let steps: @Sendable (Scene) async throws -> Void

    init(
        _ name: String,
        _ html: String,
        _ expected: String,
        reads: String = "document.documentElement.dataset.log ?? ''",
        more: [String: String] = [:],
        _ steps: @escaping @Sendable (Scene) async throws -> Void
    ) {
        self.name = name
        self.html = html
        self.expected = expected
        self.reads = reads
        self.more = more
        self.steps = steps
    }

    /// What every page has: `log` keeps words, `$` finds an element by its id, `other` is the same place under the
    /// name of another site.
    private static let preamble = """
        <!doctype html><meta charset=utf-8><script>var $ = (id) => document.getElementById(id);
        var log = (...words) => { const kept = document.documentElement.dataset;
          kept.log = [kept.log, ...words].filter((word) => word !== undefined && word !== "").join(" "); };
        var other = (path) => location.origin.replace("127.0.0.1", "localhost") + location.pathname + path;
        </script>
        """

    /// The page at an address below the behaviour's own.
    func page(_ path: String) -> String? {
        (path.isEmpty ? html : more[path]).map { Self.preamble + $0 }
    }

    func outcome(in scene: Scene) async -> String {
        do {
            _ = try await scene.page.navigate(to: scene.address)
            try await steps(scene)
            return try await scene.read(reads)
        } catch {
            return "\(error)"
        }
    }

    func passes(_ outcome: String) -> Bool {
        expected.hasSuffix("…") ? outcome.hasPrefix(expected.dropLast()) : outcome == expected
    }
}

/// A group of behaviours.
struct BehaviourGroup: Sendable {
    let name: String
    let behaviours: [Behaviour]
}
