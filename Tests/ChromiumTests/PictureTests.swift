import Chromium
import Foundation
import Testing
import TestSupport

extension ChromiumTests {
    @Suite struct Pictures {
        private static let tall = """
            <style>body{margin:0} #top{height:100vh;background:red} #long{height:19000px;background:blue}
            #end{height:100px;background:lime}</style>
            <div id=top></div><div id=long></div><div id=end></div>
            <script>document.body.dataset.resized = 0; onresize = () => document.body.dataset.resized++</script>
            """

        @Test func `a page longer than the browser's surfaces is seen to its end, in its own layout`() async throws {
            // Narrow, to be quick: the length is what matters.
            let options = ContextOptions(viewport: .init(width: 200, height: 900))
            try await withTestPage(Self.tall, options: options) { page, _ in
                let picture = try await page.screenshot(Screenshot(.fullPage), timeout: .seconds(60))
                let places = [(10, 10), (10, 899), (10, 901), (10, 15_999), (10, 16_001), (10, 19_899), (10, 19_999)]
                let seen = try await page.see(picture, at: places)
                #expect(seen.height == 20_000)
                #expect(seen.colours == ["100", "100", "001", "001", "001", "001", "010"])
            }
        }

        @Test func `a picture has no more pixels than asked for`() async throws {
            try await withTestPage(Self.tall) { page, _ in
                let picture = try await page.screenshot(Screenshot(.fullPage, mostPixels: 1_000_000))
                let seen = try await page.see(picture, at: [])
                #expect((990_000...1_000_000).contains(seen.width * seen.height))
            }
        }

        @Test(arguments: [
            (Screenshot.Format.png, "image/png", [0x89, 0x50, 0x4e, 0x47]),
            (.jpeg(quality: 60), "image/jpeg", [0xff, 0xd8, 0xff]),
            (.webp(quality: 60), "image/webp", Array("RIFF".utf8)),
        ])
        func `keeps a picture in each format, masked or not`(
            format: Screenshot.Format,
            type: String,
            start: [UInt8]
        ) async throws {
            let html = "<body style='margin:0;background:red'><p id=p style='margin:0;height:50px;background:lime'>"
            try await withTestPage(html) { page, _ in
                let plain = try await page.screenshot(Screenshot(format: format))
                #expect(plain.starts(with: start))
                let element = try await page.locate(.id("p"))
                let masked = try await page.screenshot(Screenshot(format: format, masked: [element]))
                #expect(masked.starts(with: start))
                let colours = try await page.see(plain, type, at: [(20, 20), (20, 200)]).colours
                #expect(colours == ["010", "100"])
                let covered = try await page.see(masked, type, at: [(20, 20), (20, 200)]).colours
                #expect(covered == ["000", "100"])
            }
        }

        @Test func `a lower quality makes a smaller picture`() async throws {
            let html = "<body style='background:repeating-radial-gradient(red,blue 9px,lime 13px)'>"
            try await withTestPage(html) { page, _ in
                let good = try await page.screenshot(Screenshot(format: .jpeg(quality: 95)))
                let poor = try await page.screenshot(Screenshot(format: .jpeg(quality: 10)))
                #expect(poor.count < good.count / 2)
            }
        }

        @Test func `an element is scrolled to and taken alone, also in a frame`() async throws {
            let frame =
                "<body style='margin:0'><p style='height:700px'></p><p id=q style='width:60px;height:40px;background:blue'>"
            let html = """
                <body style='margin:0'><p style='height:2000px'></p>
                <p id=p style='margin:0;width:200px;height:100px;background:lime'></p>
                <iframe style='border:9px solid red;padding:4px;height:300px' srcdoc="\(frame)"></iframe>
                """
            try await withTestPage(html) { page, _ in
                for (id, size, colour) in [("p", (200, 100), "010"), ("q", (60, 40), "001")] {
                    let element = try await page.locate(.id(id))
                    let picture = try await page.screenshot(Screenshot(.element(element)))
                    let seen = try await page.see(picture, at: [(1, 1), (size.0 - 2, size.1 - 2)])
                    #expect((seen.width, seen.height) == size)
                    #expect(seen.colours == [colour, colour])
                }
            }
        }

        @Test func `no picture is taken of a hidden element`() async throws {
            try await withTestPage("<p id=p hidden>x</p>") { page, _ in
                let element = try await page.locate(.id("p"))
                let code = await errorCode { _ = try await page.screenshot(Screenshot(.element(element))) }
                #expect(code == .notActionable)
            }
        }

        @Test func `password fields are covered in every frame, and the page is not touched`() async throws {
            let field =
                "<input type=password style='position:absolute;left:0;top:0;width:90px;height:30px;background:lime;border:0'>"
            let html = """
                <body style='margin:0'>\(field)
                <iframe style='position:absolute;left:300px;top:200px;border:0' srcdoc="<body>\(field)"></iframe>
                <iframe id=f style='position:absolute;left:700px;top:400px;border:0'></iframe>
                <script>f.src = location.href.replace("127.0.0.1", "localhost") + "inner";
                new MutationObserver((all) => { document.title = "touched" })
                .observe(document, { subtree: true, childList: true, attributes: true })</script>
                """
            try await withTestPage(html, answering: { _ in .html("<body>\(field)<i id=here>x</i>") }) { page, _ in
                _ = try await page.locate(.id("here"))
                let places = [(80, 20), (380, 220), (780, 420), (600, 600)]
                let plain = try await page.see(page.screenshot(), at: places).colours
                #expect(plain == ["010", "010", "010", "111"])
                let wish = Screenshot(.fullPage, masksPasswords: true)
                let masked = try await page.see(page.screenshot(wish), at: places).colours
                #expect(masked == ["000", "000", "000", "111"])
                let fields = try await page.outline().text.split(separator: "\n").filter { $0.contains("textbox") }
                #expect(fields.map { $0.prefix { $0 == " " }.count } == [0, 2, 2])
                let touched = try await page.mainFrame.read("title")
                #expect(touched == "")
            }
        }

        @Test func `a mask finds an element that must be scrolled to, and gives up one that never rests`() async throws
        {
            let html = """
                <body style='margin:0;height:3000px'><div id=box style='margin-top:2000px;width:300px;height:300px;background:red'>
                <p id=p style='margin:0;width:100px;height:100px;background:lime'></p></div>
                <i id=away style='position:absolute;top:0;left:0'>x</i><script>let n = 0;
                const step = () => { away.style.left = (n = (n + 7) % 900) + "px"; requestAnimationFrame(step) }; step()</script>
                """
            try await withTestPage(html) { page, _ in
                let inner = try await page.locate(.id("p"))
                let box = try await page.locate(.id("box"))
                let picture = try await page.screenshot(Screenshot(.element(box), masked: [inner]))
                let seen = try await page.see(picture, at: [(50, 50), (200, 200)])
                #expect(seen.colours == ["000", "100"])
                let restless = try await page.locate(.id("away"))
                let code = await errorCode { _ = try await page.screenshot(Screenshot(masked: [restless])) }
                #expect(code == .notActionable)
            }
        }

        @Test func `a mask whose element is gone gives no picture`() async throws {
            let html = "<p id=p>x</p><button onclick='p.remove()'>Go</button>"
            try await withTestPage(html) { page, _ in
                let element = try await page.locate(.id("p"))
                try await page.click(page.locate(.role("button", name: "Go")))
                let code = await errorCode { _ = try await page.screenshot(Screenshot(masked: [element])) }
                #expect(code == .detached)
            }
        }
    }
}
