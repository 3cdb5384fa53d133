import Chromium
import Testing
import TestSupport

extension ChromiumTests {
    @Suite struct RemoteInputs {
        @Test func `what a person does elsewhere happens here`() async throws {
            let html = """
                <body style="margin:0;height:4000px"><input id=i style="position:absolute;left:10px;top:10px;width:200px">
                <div id=log style="position:absolute;left:10px;top:100px;width:300px;height:100px"></div><script>
                log.onmousedown = (e) => { log.textContent += `${e.button}${e.shiftKey}${e.isTrusted} ` };
                log.ondblclick = () => { log.textContent += "double " };
                </script>
                """
            try await withTestPage(html) { page, _ in
                for action in [RemoteInput.Mouse.Action.move, .press, .release] {
                    try await page.dispatch(
                        .mouse(.init(action, x: 50, y: 20, button: action == .move ? .none : .left))
                    )
                }
                try await page.dispatch(.text("Grüße "))
                for isDown in [true, false] { try await page.dispatch(.key(.init("x", isDown: isDown))) }
                for isDown in [true, false] { try await page.dispatch(.key(.init("Shift", isDown: isDown))) }
                let value = try await page.mainFrame.read("value", "i")
                #expect(value == "Grüße x")
                for count in 1...2 {
                    try await page.dispatch(.mouse(.init(.press, x: 50, y: 150, button: .left, count: count)))
                    try await page.dispatch(.mouse(.init(.release, x: 50, y: 150, button: .left, count: count)))
                }
                try await page.dispatch(.mouse(.init(.press, x: 50, y: 150, button: .right, modifiers: .shift)))
                let log = try await page.mainFrame.read("text", "log")
                #expect(log == "0falsetrue 0falsetrue double 2truetrue ")
                try await page.dispatch(.wheel(.init(x: 50, y: 300, deltaY: 700)))
                let scrolled = try await page.mainFrame.read("scrolledTo", "700")
                #expect(scrolled == "true")
            }
        }

        @Test func `refuses a place that is not on the page, and a key that does not exist`() async throws {
            try await withTestPage("") { page, _ in
                let inputs: [RemoteInput] = [
                    .mouse(.init(.press, x: 5_000, y: 1, button: .left)), .wheel(.init(x: .nan, y: 0, deltaY: 1)),
                    .key(.init("NoSuchKey", isDown: true)), .text(String(repeating: "x", count: 30_000)),
                ]
                for input in inputs {
                    let code = await errorCode { try await page.dispatch(input) }
                    #expect(code == .notActionable)
                }
            }
        }
    }
}
