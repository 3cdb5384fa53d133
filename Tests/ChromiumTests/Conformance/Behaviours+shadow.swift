import Chromium

private func host(_ inside: String, mode: String = "open") -> String {
    "<div id=h></div><script>$('h').attachShadow({ mode: '\(mode)' }).innerHTML = `\(inside)`</script>"
}

let shadowBehaviours: [Behaviour] = [
    Behaviour("clicks in a shadow root", host("<button id=b onclick='log(1)'>B</button>"), "1") {
        try await $0.click("b")
    },
    Behaviour(
        "fills in a shadow root",
        host("<input id=f>"),
        "x",
        reads: "$('h').shadowRoot.querySelector('input').value"
    ) { try await $0.fill("f", "x") },
    Behaviour(
        "types in a shadow root",
        host("<input id=f>"),
        "xy",
        reads: "$('h').shadowRoot.querySelector('input').value"
    ) { try await $0.type("xy", into: "f") },
    Behaviour(
        "checks in a shadow root",
        host("<label for=c>Yes</label><input id=c type=checkbox>"),
        "true",
        reads: "$('h').shadowRoot.querySelector('input').checked"
    ) {
        try await $0.check("c")
    },
    Behaviour(
        "chooses in a shadow root",
        host("<select id=s><option>a<option>b</select>"),
        "b",
        reads: "$('h').shadowRoot.querySelector('select').value"
    ) {
        try await $0.select("s", .label("b"))
    },
    Behaviour(
        "gives files in a shadow root",
        host("<input id=u type=file>"),
        "cv.txt",
        reads: "$('h').shadowRoot.querySelector('input').files[0].name"
    ) { scene in
        try await scene.page.upload([scene.file("cv.txt")], to: scene.find("u"))
    },
    Behaviour(
        "finds by label in a shadow root",
        host("<label for=n>Name</label><input id=n onfocus='log(this.id)'>"),
        "n"
    ) { scene in
        try await scene.page.focus(scene.find(.label("Name")))
    },
    Behaviour(
        "clicks in a shadow root within a shadow root",
        """
        <div id=h></div><script>const outer = $("h").attachShadow({ mode: "open" }); outer.innerHTML = "<div></div>";
        outer.firstChild.attachShadow({ mode: "open" }).innerHTML = "<button id=b onclick='log(1)'>B</button>"</script>
        """,
        "1"
    ) { try await $0.click("b") },
    Behaviour(
        "clicks what is put into a slot",
        "<div id=h><b id=b onclick='log(1)'>B</b></div><script>$('h').attachShadow({ mode: 'open' }).innerHTML = '<p><slot></slot></p>'</script>",
        "1"
    ) {
        try await $0.click("b")
    },
    Behaviour(
        "clicks a button that shows a slot",
        "<div id=h><b id=s>B</b></div><script>$('h').attachShadow({ mode: 'open' }).innerHTML = '<button id=b onclick=\"log(1)\"><slot></slot></button>'</script>",
        "1"
    ) {
        try await $0.click("b")
    },
    Behaviour(
        "clicks a host by what is in it",
        host("<span style='display:block;padding:20px'>inside</span>")
            + "<script>$('h').onclick = () => log('host')</script>",
        "host"
    ) {
        try await $0.click("h")
    },
    Behaviour(
        "says what covers an element in a shadow root",
        host("<button id=b>B</button><div id=veil style='position:fixed;inset:0'></div>"),
        "notActionable: the element is not ready: covered by <div#veil>"
    ) {
        try await $0.click("b", within: Scene.brief)
    },
    Behaviour("clicks in a closed shadow root", host("<button id=b onclick='log(1)'>B</button>", mode: "closed"), "1") {
        try await $0.click("b")
    },
    Behaviour("fills in a closed shadow root", host("<input id=f oninput='log(this.value)'>", mode: "closed"), "x") {
        try await $0.fill("f", "x")
    },
    Behaviour("finds by XPath around a shadow root, not in it", host("<p>inner</p>") + "<p>outer</p>", "outer") {
        scene in
        let found = try await scene.find(.xpath("//p"))
        try await scene.page.scroll(to: found)
        try await scene.note(scene.read("textContent", of: found))
    },
]
