import Chromium
import Foundation
import Testing
import TestSupport

extension ChromiumTests {
    @Suite struct Outlines {
        private static let form = """
            <!doctype html><title>t</title><style>.x{display:none}</style>
            <header><nav aria-label=Main><ul><li><a href=/a>Home</a></li><li><a href=/b>Jobs</a></li></ul></nav></header>
            <main><div><div><h1>Apply  <b>here</b></h1></div></div>
            <p>All <em>fields</em> are needed.</p><p class=x>Hidden</p>
            <form aria-label=Application>
            <label for=f>First name</label><input id=f required value=Ann>
            <label>Password <input type=password value=secret></label>
            <label>Country <select><option>Chile<option selected>Peru</select></label>
            <fieldset><legend>May you work here?</legend>
            <label><input type=radio name=w checked> Yes</label><label><input type=radio name=w> No</label></fieldset>
            <label><input type=checkbox disabled> Remote</label>
            <input type=file aria-label=Resume hidden>
            <textarea aria-label='Say "hi"' aria-invalid=true></textarea>
            <div onclick='1'>Add another</div>
            <button aria-expanded=false><span>More</span></button></form></main>
            """

        @Test func `says what the page offers and no more`() async throws {
            try await withTestPage(Self.form) { page, _ in
                let outline = try await page.outline()
                let expected = """
                    navigation "Main"
                      [1] link "Home"
                      [2] link "Jobs"
                    main
                      heading "Apply here" level=1
                      text "All fields are needed."
                      form "Application"
                        [3] textbox "First name" required value="Ann"
                        [4] textbox "Password" value="•••"
                        [5] combobox "Country" value="Peru" options: Chile | Peru
                        group "May you work here?"
                          [6] radio "Yes" checked
                          [7] radio "No"
                        [8] checkbox "Remote" disabled
                        [9] file "Resume"
                        [10] textbox "Say \\"hi\\"" invalid
                        [11] clickable
                          text "Add another"
                        [12] button "More" collapsed

                    """
                #expect(outline.text == expected)
                #expect(!outline.isCut)
            }
        }

        @Test func `says nothing twice`() async throws {
            let html = """
                <table><tr><th>Town<th>Since</tr><tr><td>Aachen <a href=/>Map</a><td>1999</tr>
                <tr><td>Street:<td><input aria-label=Street></tr></table>
                <p><span id=b>Billing *</span></p><input aria-labelledby=b>
                <button><h3>Send</h3> <small>now</small></button>
                """
            try await withTestPage(html) { page, _ in
                let outline = try await page.outline()
                let expected = """
                    row "Town Since"
                    row "Aachen Map 1999"
                      [1] link "Map"
                    [2] textbox "Street"
                    [3] textbox "Billing *"
                    [4] button "Send now"

                    """
                #expect(outline.text == expected)
            }
        }

        @Test func `its numbers lead to elements, the same ones in the next outline`() async throws {
            let html =
                "<button onclick=\"document.body.prepend(document.createElement('input'))\">Go</button><input id=b aria-label=B>"
            try await withTestPage(html) { page, _ in
                let first = try await page.outline()
                try await page.click(#require(first[1]))
                try await page.fill(#require(first[2]), with: "x")
                let value = try await page.mainFrame.read("value", "b")
                #expect(value == "x")
                let second = try await page.outline(after: first)
                #expect(second.text == "[3] textbox\n[1] button \"Go\"\n[2] textbox \"B\" focused value=\"x\"\n")
            }
        }

        @Test func `splices frames in where they are shown, and looks into shadow roots`() async throws {
            let html = """
                <h2>Before</h2><iframe title=Payment srcdoc="<label>Card <input></label><iframe srcdoc='<a href=/>Deep</a>'></iframe>"></iframe>
                <h2>After</h2><div id=h></div>
                <script>h.attachShadow({mode:"open"}).innerHTML = "<p>Shade: <slot></slot></p><button>Inside</button>"; h.textContent = "light";</script>
                """
            try await withTestPage(html) { page, _ in
                _ = try await page.locate(.role("link", name: "Deep"))
                let outline = try await page.outline()
                let expected = """
                    heading "Before" level=2
                    iframe "Payment"
                      [1] textbox "Card"
                      iframe
                        [2] link "Deep"
                    heading "After" level=2
                    text "Shade: light"
                    [3] button "Inside"

                    """
                #expect(outline.text == expected)
                #expect(outline[1]?.frame != outline[3]?.frame)
                try await page.fill(#require(outline[1]), with: "4")
            }
        }

        @Test func `is much smaller than the page, and bounded whatever the page`() async throws {
            let row =
                "<div class='a b c d e'><div class='wrapper inner'><label class='very long class list'>Name <input class='x y z' data-q='0123456789'></label></div></div>"
            let html = String(repeating: row, count: 400)
            try await withTestPage(html) { page, _ in
                let outline = try await page.outline()
                #expect(outline.elements.count == 400)
                #expect(outline.text.utf8.count < html.utf8.count / 6)
                let part = try await page.outline(mostCharacters: 1_000)
                #expect(part.isCut)
                #expect(part.text.utf8.count <= 1_000)
                #expect(part.text.hasSuffix("\n"))
            }
        }

        @Test func `a page a thousand elements deep is read like any other`() async throws {
            let html =
                "<body><script>let at=document.body;for(let i=0;i<1000;i++)at=at.appendChild(document.createElement('div'));at.textContent='Ground'</script>"
            try await withTestPage(html) { page, _ in
                let text = try await page.outline().text
                #expect(text == "text \"Ground\"\n")
            }
        }
    }
}
