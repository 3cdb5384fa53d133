import Chromium

extension Scene {
    /// Notes the `id` of what a locator finds.
    fileprivate func noteID(of locator: Locator) async throws {
        let element = try await page.locate(locator, timeout: .seconds(5))
        try await note(read("id", of: element))
    }
}

private func finds(_ name: String, _ html: String, _ locator: Locator, _ expected: String = "x") -> Behaviour {
    Behaviour(name, html, expected) { try await $0.noteID(of: locator) }
}

let locatorBehaviours: [Behaviour] = [
    finds("finds by test id", "<p id=x data-testid=greeting>x</p>", .testID("greeting")),
    finds("finds by other spellings of a test id", "<p id=x data-automation-id=greeting>x</p>", .testID("greeting")),
    finds("finds by label", "<label for=x>First name</label><input id=x>", .label("First name")),
    finds("finds by a label around the field", "<label>First name <input id=x></label>", .label("First name")),
    finds(
        "finds by a label with a star for required",
        "<label for=x>First name *</label><input id=x>",
        .label("First name")
    ),
    finds(
        "takes no notice of case and blanks in a label",
        "<label for=x>First\n   Name</label><input id=x>",
        .label("first name")
    ),
    finds("finds by aria-label", "<input id=x aria-label='First name'>", .label("First name")),
    finds(
        "finds by aria-labelledby",
        "<b id=l>First</b> <b id=m>name</b><input id=x aria-labelledby='l m'>",
        .label("First name")
    ),
    finds("finds by placeholder", "<input id=x placeholder='Your name'>", .placeholder("Your name")),
    finds("finds by text", "<div><p id=x>Hello <b>world</b></p></div>", .text("Hello world")),
    finds("finds the innermost element with a text", "<div id=y><div id=x>Hello</div></div>", .text("Hello")),
    finds("does not find part of a text", "<p id=y>Hello world</p><p id=x>Hello</p>", .text("Hello")),
    finds("finds by the attribute name", "<input id=x name=email>", .name("email")),
    finds("finds by id", "<p id=x>x</p>", .id("x")),
    finds("finds by CSS", "<p class='a b' id=x>x</p><p class=a>y</p>", .css("p.a.b")),
    finds("finds by CSS with a relation", "<div class=a><p id=x>x</p></div><p>y</p>", .css(".a > p")),
    finds("finds by XPath", "<ul><li>a<li id=x>b</ul>", .xpath("//ul/li[2]")),
    finds("finds by an XPath that ends in a text", "<ul><li>a<li id=x>b</ul>", .xpath("//li/text()[.='b']")),
    finds("prefers the visible of two", "<p class=a hidden id=y>x</p><p class=a id=x>x</p>", .css(".a")),
    finds("finds a hidden one where none is visible", "<p class=a hidden id=x>x</p>", .css(".a")),
    Behaviour("says how many fit", "<p>x</p><p>x</p><p>x</p>", "notActionable: 3 elements fit the description") {
        _ = try await $0.page.locate(.css("p"), timeout: Scene.brief)
    },
    Behaviour(
        "says that very many fit",
        "<script>document.write('<p>x</p>'.repeat(300))</script>",
        "notActionable: 100 or more elements fit the description"
    ) {
        _ = try await $0.page.locate(.css("p"), timeout: Scene.brief)
    },
    Behaviour("refuses a selector that is none", "", "script: …") {
        _ = try await $0.page.locate(.css("p["), timeout: Scene.brief)
    },
    Behaviour(
        "finds across frames, and one only",
        "<p class=a>x</p><iframe src=inner></iframe>",
        "notActionable: 2 elements fit the description",
        more: ["inner": "<p class=a>x</p>"]
    ) { scene in
        _ = try await scene.page.locate(.css("iframe"))
        _ = try await scene.page.locate(.css(".a"), timeout: Scene.brief)
    },
]

private func role(_ name: String, _ html: String, _ role: String, _ label: String?) -> Behaviour {
    finds(name, html, .role(role, name: label))
}

let roleBehaviours: [Behaviour] = [
    role("finds a button", "<button id=x>Save</button>", "button", "Save"),
    role("finds a button by its value", "<input id=x type=submit value=Save>", "button", "Save"),
    role("finds a picture button by its words", "<input id=x type=image alt=Save>", "button", "Save"),
    role("finds a link", "<a id=x href=/>Home</a><a>Home</a>", "link", "Home"),
    role("finds a link by its picture's words", "<a id=x href=/><img alt=Home></a>", "link", "Home"),
    role("finds a heading", "<h2 id=x>News</h2>", "heading", "News"),
    role(
        "finds a checkbox by the label around it",
        "<label><input id=x type=checkbox> Agree</label>",
        "checkbox",
        "Agree"
    ),
    role("finds a group by its legend", "<fieldset id=x><legend>Address</legend></fieldset>", "group", "Address"),
    role("finds a select", "<label for=x>Country</label><select id=x><option>a</select>", "combobox", "Country"),
    role("finds a list that shows several", "<select id=x multiple aria-label=Many></select>", "listbox", "Many"),
    role("finds a slider", "<input id=x type=range aria-label=Volume>", "slider", "Volume"),
    role("finds a number field", "<input id=x type=number aria-label=Age>", "spinbutton", "Age"),
    role(
        "finds a search field by its placeholder",
        "<input id=x type=search placeholder=Search>",
        "searchbox",
        "Search"
    ),
    role("finds an area by its title", "<textarea id=x title=Letter></textarea>", "textbox", "Letter"),
    role("finds a given role", "<div id=x role=tab>Details</div>", "tab", "Details"),
    role("finds a picture by its words", "<img id=x alt=Logo width=5 height=5>", "img", "Logo"),
    role("finds a role with any name", "<main id=x>text</main>", "main", nil),
    role("prefers aria-label to the text", "<button id=x aria-label=Close>×</button>", "button", "Close"),
    role(
        "prefers aria-labelledby to aria-label",
        "<b id=l>Right</b><button id=x aria-labelledby=l aria-label=Wrong>y</button>",
        "button",
        "Right"
    ),
    role(
        "takes a hidden label that is referred to",
        "<b id=l hidden>Right</b><button id=x aria-labelledby=l>y</button>",
        "button",
        "Right"
    ),
    role(
        "leaves hidden parts out of a name",
        "<button id=x>Save<span hidden> not</span><i aria-hidden=true>!</i></button>",
        "button",
        "Save"
    ),
    role("joins several labels", "<label for=x>One</label><label for=x>Two</label><input id=x>", "textbox", "One Two"),
    role("leaves a field's value out of its label", "<label>Name <input id=x value=Ada></label>", "textbox", "Name"),
    role("takes a title as the last resort", "<button id=x title=Close></button>", "button", "Close"),
    role("finds a switch", "<button id=x role=switch aria-checked=true>Mail</button>", "switch", "Mail"),
    role("finds a table by its caption", "<table id=x><caption>Prices</caption><tr><td>1</table>", "table", "Prices"),
    role(
        "leaves out what assistive technology is not told of",
        "<div aria-hidden=true><button id=y>Save</button></div><button id=x>Save</button>",
        "button",
        "Save"
    ),
]
