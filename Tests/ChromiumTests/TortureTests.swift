import Chromium
import Foundation
import Testing
import TestSupport

extension ChromiumTests.Heavy {
    @Suite struct Torture {
        /// The button to click keeps changing places with another, and covers come and go: between our look at it and
        /// the mouse's arrival too, since the page hears the mouse move first.
        private static let html = """
            <style>button { position: absolute; width: 160px; height: 60px; top: 20px } #bad { left: 400px }</style>
            <button id=good style="left:20px">Good</button><button id=bad style="left:400px">Bad</button>
            <p id=clicks style="margin-top:200px">0</p><p id=wrong>0</p><script>
            const id = (name) => document.getElementById(name), good = id("good"), bad = id("bad");
            const count = (name) => { id(name).textContent = Number(id(name).textContent) + 1; };
            let seed = SEED;
            const chance = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
            good.onclick = () => count("clicks");
            const traps = ["pointerdown", "mousedown", "click"];
            const trap = (element) => { for (const kind of traps) element.addEventListener(kind, () => count("wrong")); };
            trap(bad);
            const swap = () => { [good.style.left, bad.style.left] = [bad.style.left, good.style.left]; };
            const cover = () => { const veil = document.createElement("button"); trap(veil);
              veil.style = "inset:0;width:auto;height:auto;position:fixed;z-index:9"; document.body.append(veil);
              setTimeout(() => veil.remove(), chance() * 60); };
            const mischief = () => { const kind = chance(); if (kind < 0.3) swap(); else if (kind < 0.6) cover(); };
            for (const kind of ["pointermove", "mousemove", "mouseover"]) addEventListener(kind, mischief);
            const now = () => { if (chance() < 0.3) mischief(); setTimeout(now, chance() * 80); };
            now();</script>
            """

        @Test func `never clicks the wrong thing while the page shifts and covers it`() async throws {
            let rounds = Soak.rounds(10, or: 250)
            let done = try await withThrowingTaskGroup(of: (clicks: Int, wrong: Int, told: Int).self) { group in
                for seed in 1...4 { group.addTask { try await Self.torture(seed: seed, rounds: rounds) } }
                return try await group.reduce((clicks: 0, wrong: 0, told: 0)) {
                    ($0.clicks + $1.clicks, $0.wrong + $1.wrong, $0.told + $1.told)
                }
            }
            #expect(done.wrong == 0)
            // Where the button slips away between press and release nobody is clicked, and the press was done.
            #expect(done.clicks <= done.told)
            #expect(done.clicks > rounds * 4 * 3 / 4)
        }

        /// - Returns: How often the page was clicked as meant, how often wrongly, and how often the driver said it had.
        private static func torture(seed: Int, rounds: Int) async throws -> (clicks: Int, wrong: Int, told: Int) {
            try await withTestPage(html.replacing("SEED", with: "\(seed * 7919)")) { page, _ in
                let good = try await page.locate(.id("good"))
                var told = 0
                for _ in 0..<rounds {
                    let refused = await errorCode { try await page.click(good, timeout: .seconds(10)) }
                    if refused == nil { told += 1 } else { #expect([.notActionable, .timedOut].contains(refused)) }
                }
                let clicks = try await page.mainFrame.read("text", "clicks")
                let wrong = try await page.mainFrame.read("text", "wrong")
                return (Int(clicks) ?? -1, Int(wrong) ?? -1, told)
            }
        }
    }
}
