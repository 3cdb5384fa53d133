import GhostHands
import TestSupport
import Testing

extension HandsTests {
    /// Choices that depend on other answers, and pages that come back from the server.
    @Suite struct DependentChoices {
        private static let home = Applicant(profile: [
            "first_name": "Ada", "last_name": "Moe", "email": "ada@example.com",
            "location": ["city": "Bergen", "state": "Vestland", "country": "Norway"],
        ])

        /// A form of a country and a region, and what it does once the country is chosen.
        private static func form(regions: String, attributes: String = "", _ script: String) -> String {
            """
            <title>Apply</title><form method=post action="/submit">
            <p><label>First name <input name=first></label></p>
            <p><label>Country * <select name=country><option value="">Choose</option><option value=SE>Sweden</option>
            <option value=NO>Norway</option></select></label></p>
            <p><label>State * <select name=region \(attributes)>\(regions)</select></label></p>
            <button>Submit application</button></form><script>
            const country = document.querySelector("[name=country]"), region = document.querySelector("[name=region]");
            const draw = () => region.replaceChildren(...(country.value === "NO"
                ? [["", "Choose"], ["N7", "Oslo"], ["N2", "Vestland"]] : [["", "Choose"], ["S1", "Skåne"], ["S2", "Vestland"]])
                .map(([value, text]) => new Option(text, value)));
            \(script)</script>
            """
        }

        private static let sent = ["first": ["Ada"], "country": ["NO"], "region": ["N2"]]

        @Test func `an option is chosen by what it says where the list was drawn anew at once`() async throws {
            let page = Self.form(regions: "", "draw(); country.onchange = draw;")
            #expect(try await Trial.run(page, Self.home).posted() == Self.sent)
        }

        @Test func `a list that had no such option is looked at again once it has others`() async throws {
            let page = Self.form(
                regions: "<option value=''>Choose</option><option>Skåne</option>",
                "country.onchange = () => setTimeout(draw, 300);"
            )
            #expect(try await Trial.run(page, Self.home).posted() == Self.sent)
        }

        @Test func `a list that is disabled until its options have come is waited for`() async throws {
            let script = """
                country.onchange = async () => {
                    region.disabled = true;
                    region.replaceChildren(new Option("Loading", ""));
                    await (await fetch("/regions")).text();
                    draw();
                    region.disabled = false;
                };
                """
            let page = Self.form(regions: "<option value=''>Country first</option>", attributes: "disabled", script)
            let trial = try await Trial.run(page, Self.home) { request in
                request.method == "GET" ? .text("ok") : .html(Trial.thanks)
            }
            #expect(try trial.posted() == Self.sent)
        }

        @Test func `radios that are drawn anew in another order are chosen by what they say`() async throws {
            let page = """
                <title>Apply</title><form method=post action="/submit"><label>First name <input name=first></label>
                <label>Site * <select name=site><option value="">Choose</option><option>North</option><option>South</option>
                </select></label><fieldset><legend>Shift *</legend><label><input type=radio name=shift value=a> Day</label>
                <label><input type=radio name=shift value=b> Night</label></fieldset>
                <button>Submit application</button></form><script>
                document.querySelector("[name=site]").onchange = () => {
                    document.querySelector("fieldset").innerHTML = `<legend>Shift *</legend>
                        <label><input type=radio name=shift value=c> Night</label>
                        <label><input type=radio name=shift value=d> Day</label>`;
                };</script>
                """
            let trial = try await Trial.run(page, Applicant(formData: ["Site": "South", "Shift": "Night"]))
            #expect(try trial.posted()["shift"] == ["c"])
        }

        @Test func `a page that the server sends anew is filled anew`() async throws {
            let page = { @Sendable (country: String) in
                """
                <title>Apply</title><form method=post action="/submit"><label>First name * <input name=first></label>
                <label>Country * <select name=country onchange="this.form.action = '/again'; this.form.submit()">
                <option value="">Choose</option><option value=SE>Sweden</option>
                <option value=NO\(country == "NO" ? " selected" : "")>Norway</option></select></label>
                <label>State * <select name=region><option value="">Choose</option>
                \(country == "NO" ? "<option value=N2>Vestland</option>" : "")</select></label>
                <label>Email * <input name=mail></label><button>Submit application</button></form>
                """
            }
            let trial = try await Trial.run(page(""), Self.home) { request in
                request.path == "/again" ? .html(page("NO")) : .html(Trial.thanks)
            }
            let last = try #require(trial.posts.last { $0.path == "/submit" })
            let sent = Trial.fields(last.body)
            #expect(sent == Self.sent.merging(["mail": ["ada@example.com"]]) { $1 })
        }

        @Test func `a list that stands at another answer than the applicant's is not sent so`() async throws {
            let page = """
                <title>Apply</title><form method=post action="/submit"><label>First name <input name=first></label>
                <label>Country <select name=country><option>Sweden</option><option>Denmark</option></select></label>
                <button>Submit application</button></form>
                """
            let trial = try await Trial.run(page, Self.home)
            #expect(trial.posts.isEmpty)
            #expect(try trial.entry("country").reason?.contains("something else") == true)
        }
    }
}
