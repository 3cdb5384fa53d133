import Chromium
import Foundation
import Testing
import TestSupport

extension ChromiumTests {
    @Suite struct Screencasts {
        private static let moving = """
            <body style="margin:0"><div id=d style="width:40px;height:40px;background:red"></div><script>
            let n = 0; const step = () => { d.style.marginLeft = (n++ % 400) + "px"; requestAnimationFrame(step) }; step();
            </script>
            """

        @Test func `shows frame after frame to who takes them`() async throws {
            try await withTestPage(Self.moving) { page, _ in
                var frames: [Screencast.Frame] = []
                try await page.screencast(Screencast(mostWidth: 320, mostHeight: 320)) { frame in
                    frames.append(frame)
                    return frames.count < 8
                }
                #expect(frames.count == 8)
                #expect(frames.allSatisfy { $0.picture.starts(with: [0xff, 0xd8]) && $0.width == 1_280 })
                let seen = try await page.see(frames[7].picture, "image/jpeg", at: [])
                #expect(seen.width == 320)
            }
        }

        @Test func `who is slow sees the newest frame and not a heap of old ones`() async throws {
            try await withTestPage(Self.moving) { page, _ in
                var count = 0
                try await page.screencast { _ in
                    count += 1
                    // Twenty frames of the page go by.
                    _ = try await page.mainFrame.read("frames", "20")
                    return count < 4
                }
                #expect(count == 4)
            }
        }

        @Test func `ends when the page does`() async throws {
            try await withTestPage("<a href='chrome://crash'>x</a>") { page, _ in
                let code = await errorCode {
                    try await page.screencast { _ in
                        _ = try? await page.navigate(to: "chrome://crash", timeout: .seconds(10))
                        return true
                    }
                }
                #expect(code == .crashed)
            }
        }

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
