import Foundation
import GhostHands
import Hands
import TestSupport
import Testing

extension HandsTests {
    @Suite struct Flow {
        private func application(_ message: String = "") throws -> String {
            try fixture("application").replacing("MESSAGE", by: message)
        }

        @Test(arguments: [
            "<a href=/form>Apply now</a>", "<a href=/form target=_blank>Apply for this job</a>",
            "<button onclick=\"location = '/form'\">Apply</button>",
            "<button onclick=\"setTimeout(() => document.body.insertAdjacentHTML('beforeend', modal.innerHTML), 100)\">Apply"
                + "</button><template id=modal>FORM</template>",
        ])
        func `a posting leads to its form, in this tab, another one or a layer`(apply: String) async throws {
            let form = try application()
            let posting = try fixture("posting").replacing("APPLY", by: apply).replacing("FORM", by: form)
            let trial = try await Trial.run(posting, keeper) { $0.method == "POST" ? .html(Trial.thanks) : .html(form) }
            #expect(trial.end == .done)
            #expect(try trial.posted()["mail"] == ["alice@example.com"])
            #expect(trial.posts.first?.path == "/apply")
        }

        @Test func `an apply button that leads nowhere is not pressed for ever`() async throws {
            let posting = try fixture("posting").replacing("APPLY", by: "<button>Apply now</button>")
                .replacing("<form action=\"/news\">", by: "<form action=\"/news\" hidden>")
            let trial = try await Trial.run(posting, keeper)
            #expect(trial.end == .noForm)
            #expect(trial.watcher.events.count { $0.metadata["action"] == "Clicked \"Apply now\"" } == 1)
        }

        @Test func `an apply button that posts is the submit until a form shows`() async throws {
            let posting = try fixture("posting").replacing("<form", by: "<form hidden").replacing(
                "APPLY",
                by: "<form method=post action=/quick><button>Quick apply</button></form>"
            )
            let whole = try await Trial.run(posting, keeper)
            #expect(whole.end == .done)
            #expect(whole.posts.map(\.path) == ["/quick"])
            #expect(whole.watcher.count(.submitIntended) == 1)
            #expect(whole.report.submitted)
            let silent = try await Trial.run(posting, keeper) { _ in .html("<h1>Error</h1>") }
            #expect(silent.end == .unconfirmed)
            #expect(silent.posts.count == 1)
            let form = try application()
            let leading = try await Trial.run(posting, keeper) { .html($0.path == "/quick" ? form : Trial.thanks) }
            #expect(leading.end == .done)
            #expect(leading.posts.map(\.path) == ["/quick", "/apply"])
            let unheld = try await Trial.run(posting, keeper, watcher: Watcher(mayPress: false))
            #expect(unheld.end == .leaseLost)
            #expect(unheld.posts.isEmpty)
        }

        @Test func `an apply button that posts and cannot be pressed has sent nothing`() async throws {
            let posting = try fixture("posting").replacing("<form", by: "<form hidden").replacing(
                "APPLY",
                by: "<form method=post action=/quick><button style='pointer-events: none'>Quick apply</button></form>"
            )
            let trial = try await Trial.run(posting, keeper)
            guard case .stuck(let reason) = trial.end else { throw TrialError(end: trial.end) }
            #expect(reason.hasPrefix("\"Quick apply\" cannot be pressed"))
            #expect(trial.watcher.takenBack == 1, "nothing stands written down as sent")
        }

        @Test func `a banner about cookies is put away, allowing as little as may be`() async throws {
            let banner = """
                <div id=b style="position: fixed; inset: 0; background: white">We use cookies.
                <button onclick="b.remove(); fetch('/all', { method: 'POST' })">Accept all</button>
                <button onclick="b.remove()">Reject all</button></div>
                """
            let trial = try await Trial.run(try application(banner), keeper)
            #expect(trial.end == .done)
            #expect(trial.posts.map(\.path) == ["/apply"])
        }

        @Test func `a button that stays disabled is said to`() async throws {
            let html = try application().replacing("<button>", by: "<button disabled>")
            #expect(
                try await Trial.run(html, keeper).end == .stuck(reason: "the button to send the form stays disabled")
            )
        }

        @Test func `a wizard of several documents is gone through once, and only its end is a submit`() async throws {
            let pages = [
                "/": "<form method=post action=/2><label>First name * <input name=first></label>BUTTONS</form>",
                "/2": "<form method=post action=/3><label>E-mail * <input name=mail></label>BUTTONS</form>",
                "/3":
                    "<h2>Review</h2><p>Alice</p><form method=post action=/4><button>Back</button><button>Submit</button></form>",
                "/4": Trial.thanks,
            ].mapValues {
                $0.replacing(
                    "BUTTONS",
                    by:
                        "<button type=button>Back</button><button type=button>Save as draft</button><button>Next</button>"
                )
            }
            let trial = try await Trial.run(pages["/"] ?? "", keeper) { .html(pages[$0.path] ?? "", status: 200) }
            #expect(trial.end == .done)
            #expect(trial.posts.map(\.path) == ["/2", "/3", "/4"])
            #expect(
                trial.posts.map { Trial.fields($0.body) }.prefix(2) == [
                    ["first": ["Alice"]], ["mail": ["alice@example.com"]],
                ]
            )
            #expect(trial.watcher.count(.submitIntended) == 1)
            #expect(trial.report.fields.map(\.page) == [1, 2])
            #expect(trial.report.pages.map(\.number) == [1, 2, 3])
        }

        @Test func `a wizard at one address is gone through too`() async throws {
            let trial = try await Trial.run(try fixture("wizard"), keeper)
            #expect(trial.end == .done)
            #expect(
                try trial.posted() == [
                    "first": ["Alice"], "last": ["Smith"], "mail": ["alice@example.com"], "phone": [""],
                ]
            )
            #expect(trial.report.evidence?.confirmationNumber == "W-77")
            #expect(trial.watcher.count(.submitIntended) == 1)
        }

        @Test func `a last page that only says continue is not sent twice`() async throws {
            let html =
                "<form method=post action=/end><label>First name <input name=f></label><button>Continue</button></form>"
            let silent = try await Trial.run(html, keeper) { _ in .html("<h1>Kiitos</h1>") }
            #expect(silent.end == .unconfirmed)
            #expect(silent.posts.count == 1)
            let proven = try await Trial.run(html, keeper)
            #expect(proven.end == .done)
            #expect(proven.posts.count == 1)
            #expect(proven.report.submitted)
        }

        @Test func `a page that does not let one go on is said to be stuck, with its reason`() async throws {
            let html = """
                <form onsubmit="return false"><label>First name <input name=a></label>
                <p id=e class=error hidden>Alice is not welcome</p>
                <button type=button onclick="document.getElementById('e').hidden = false">Next</button></form>
                """
            let trial = try await Trial.run(html, keeper)
            #expect(trial.end == .stuck(reason: "the form says: … is not welcome"))
            #expect(trial.watcher.count(.submitIntended) == 0)
        }

        @Test func `a button under a bar at the edge is pressed by keyboard, one under a window is not`() async throws {
            let bar =
                "<div style='position:fixed;left:0;right:0;bottom:0;height:HEIGHT;background:#eee;z-index:9'>Join us</div>"
            let form = try application().replacing("<button>", by: "<div style='height:1500px'></div><button>")
            var limits = Trial.limits
            limits.settling = .seconds(20)
            let barred = try await Trial.run(form + bar.replacing("HEIGHT", by: "60px"), keeper, limits: limits)
            #expect(barred.end == .done)
            #expect(barred.posts.count == 1)
            let covered = try await Trial.run(form + bar.replacing("HEIGHT", by: "100%"), keeper, limits: limits)
            #expect(covered.posts.isEmpty)
            #expect(covered.end != .done)
        }

        @Test func `progress rises to the end, and the timeline shows what was done`() async throws {
            let trial = try await Trial.run(try application(), keeper)
            #expect(trial.end == .done)
            let percents = trial.watcher.progress.map(\.percent)
            #expect(percents == percents.sorted())
            #expect(percents.last == 100)
            #expect(trial.watcher.transcript.contains("Filled \\\"First name\\\" with \\\"Alice\\\""))
            #expect(trial.watcher.transcript.contains("Checked \\\"I agree to the terms\\\""))
            let order = trial.watcher.events.map(\.type)
            let marks: [EventType] = [.pageRead, .modeSelected, .submitIntended, .submitConfirmed]
            #expect(order.filter(marks.contains) == marks)
            #expect(try trial.entry("terms").source == .defaultOfForm)
            #expect(try trial.entry("first").source == .profile)
            #expect(try trial.entry("password").source == .formData)
        }

        @Test func `events never carry what may not be shown`() async throws {
            let trial = try await Trial.run(try application(), keeper)
            let posted = try trial.posted()
            #expect(posted["password"] == ["hunter2hunter2"])
            #expect(posted["salary"] == ["98765"])
            #expect(posted["gender"] == ["Female"])
            for value in ["hunter2", "98765", "Female"] {
                #expect(!trial.watcher.transcript.contains(value), "\(value)")
            }
            for step in trial.watcher.progress { #expect(step.currentAction?.contains("Alice") != true) }
            #expect(!trial.report.json(for: .applicant).text.contains("hunter2"))
        }

        @Test func `with values off events carry labels alone`() async throws {
            let trial = try await Trial.run(try application(), keeper, showsValues: false)
            #expect(trial.end == .done)
            #expect(trial.watcher.transcript.contains("Filled \\\"First name\\\""))
            for value in ["Alice", "Smith", "alice@example.com", "Reykjavik"] {
                #expect(!trial.watcher.transcript.contains(value), "\(value)")
            }
        }

        @Test func `without the word to submit the form is filled and left`() async throws {
            let trial = try await Trial.run(try application(), keeper, submits: false)
            #expect(trial.end == .done)
            #expect(trial.posts.isEmpty)
            #expect(!trial.report.submitted)
            #expect(trial.watcher.count(.submitIntended) == 0)
            #expect(try trial.entry("first").value == "Alice")
        }
    }
}
