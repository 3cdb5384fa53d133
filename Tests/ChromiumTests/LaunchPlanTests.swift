import Foundation
import Testing

@testable import Chromium

@Suite struct LaunchPlanTests {
    @Test func `the browser speaks no language of ours, and knows that names of files are in UTF-8`() throws {
        let plan = try LaunchPlan(BrowserConfiguration(sandbox: .disabled))
        defer { plan.profile.remove() }
        #expect(plan.environment["LC_ALL"] == "C.UTF-8")
        let names: Set = ["LC_ALL", "PATH", "TZ", "HOME", "TMPDIR"]
        #expect(Set(plan.environment.keys).isSubset(of: names), "\(plan.environment)")
    }

    @Test func `a folder is no browser`() {
        let error = #expect(throws: ChromiumError.self) { try BrowserConfiguration(binary: "/tmp").executable() }
        #expect(error?.code == .notFound)
        #expect(error?.message == "no browser at /tmp")
    }
}
