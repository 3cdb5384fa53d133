import Chromium

private let value = "$('f').value"
private let keyLog = """
    <input id=f><script>for (const kind of ["keydown", "keypress", "input", "keyup"])
    $("f").addEventListener(kind, (event) => log(kind, event.key));</script>
    """

private func shortcut(_ keys: String, _ expected: String) -> Behaviour {
    Behaviour(
        "tells the page of \(keys)",
        """
        <input id=f autofocus><script>addEventListener("keydown", (event) => { event.preventDefault();
        log([event.ctrlKey && "c", event.shiftKey && "s", event.altKey && "a", event.metaKey && "m", event.key, event.code,
        event.keyCode].filter(Boolean).join("-")); });</script>
        """,
        expected
    ) { scene in
        try await scene.page.focus(scene.find("f"))
        try await scene.press(keys)
    }
}

let keyboardBehaviours: [Behaviour] = [
    Behaviour("types at the end of a text", "<input id=f value=ab>", "abc d", reads: value) {
        try await $0.type("c d", into: "f")
    },
    Behaviour("sends a key's events in their order", keyLog, "keydown a keypress a input keyup a") {
        try await $0.type("a", into: "f")
    },
    Behaviour("types into an area, with a new line", "<textarea id=f></textarea>", "a\nb", reads: value) {
        try await $0.type("a\nb", into: "f")
    },
    Behaviour(
        "types into an editable element",
        "<div id=f contenteditable>a</div>",
        "abc",
        reads: "$('f').innerText.trim()"
    ) {
        try await $0.type("bc", into: "f")
    },
    Behaviour("types signs that no key has", "<input id=f>", "é東✓", reads: value) {
        try await $0.type("é東✓", into: "f")
    },
    Behaviour("types no more than fits", "<input id=f maxlength=3>", "abc", reads: value) {
        try await $0.type("abcdef", into: "f")
    },
    Behaviour(
        "types what the page lets through",
        "<input id=f onkeydown=\"if (event.key === 'b') event.preventDefault()\">",
        "ac",
        reads: value
    ) {
        try await $0.type("abc", into: "f")
    },
    Behaviour(
        "sends a form by Enter",
        "<form action=next><input id=f name=q></form>",
        "?q=x",
        reads: "location.search",
        more: ["next": ""]
    ) { scene in
        try await scene.type("x", into: "f")
        try await scene.settling { try await scene.press("Enter") }
    },
    Behaviour("moves the focus by Tab", "<input id=f><input id=g>", "g", reads: "document.activeElement.id") { scene in
        try await scene.page.focus(scene.find("f"))
        try await scene.press("Tab")
    },
    Behaviour("moves the focus back by Shift+Tab", "<input id=f><input id=g>", "f", reads: "document.activeElement.id")
    { scene in
        try await scene.page.focus(scene.find("g"))
        try await scene.press("Shift+Tab")
    },
    Behaviour("takes letters away, before and behind", "<input id=f value=abcd>", "ac", reads: value) { scene in
        try await scene.type("", into: "f")
        try await scene.press("Backspace", "Home", "ArrowRight", "Delete")
    },
    Behaviour("selects all and replaces it", "<input id=f value=old>", "n", reads: value) { scene in
        try await scene.page.focus(scene.find("f"))
        try await scene.press("Control+a", "n")
    },
    Behaviour("selects with Shift and the arrows", "<input id=f value=abcd>", "ax", reads: value) { scene in
        try await scene.type("", into: "f")
        try await scene.press("Shift+ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft", "x")
    },
    Behaviour("goes word by word", "<input id=f value='one two'>", "one xtwo", reads: value) { scene in
        try await scene.type("", into: "f")
        try await scene.press("Control+ArrowLeft", "x")
    },
    Behaviour("copies and pastes", "<input id=f value=ab>", "abab", reads: value) { scene in
        try await scene.page.focus(scene.find("f"))
        try await scene.press("Control+a", "Control+c", "End", "Control+v")
    },
    Behaviour("takes back what was typed", "<input id=f>", "", reads: value) { scene in
        try await scene.type("a", into: "f")
        try await scene.press("Control+z")
    },
    Behaviour("presses a button by Space", "<button id=f onclick=\"log('clicked')\">B</button>", "clicked") { scene in
        try await scene.page.focus(scene.find("f"))
        try await scene.press("Space")
    },
    Behaviour("presses a link by Enter", "<a id=f href='#x' onclick=\"log('clicked')\">B</a>", "clicked") { scene in
        try await scene.page.focus(scene.find("f"))
        try await scene.press("Enter")
    },
    Behaviour(
        "closes a dialog by Escape",
        "<dialog id=d onclose=\"log('closed')\">x</dialog><script>$('d').showModal()</script>",
        "closed",
        reads: untilLogged(1)
    ) {
        try await $0.press("Escape")
    },
    Behaviour("chooses in a select by the arrows", "<select id=f><option>a<option>b</select>", "b", reads: value) {
        scene in
        try await scene.page.focus(scene.find("f"))
        try await scene.press("ArrowDown")
    },
    Behaviour(
        "moves among radio buttons by the arrows",
        "<input id=f type=radio name=q checked><input id=g type=radio name=q>",
        "true",
        reads: "$('g').checked"
    ) { scene in
        try await scene.page.focus(scene.find("f"))
        try await scene.press("ArrowDown")
    },
    Behaviour("counts a number up by the arrows", "<input id=f type=number value=3>", "4", reads: value) { scene in
        try await scene.page.focus(scene.find("f"))
        try await scene.press("ArrowUp")
    },
    Behaviour("types capitals with Shift", "<input id=f>", "A?", reads: value) { scene in
        try await scene.page.focus(scene.find("f"))
        try await scene.press("Shift+a", "Shift+/")
    },
    shortcut("Control+Shift+k", "c-Control-ControlLeft-17 c-s-Shift-ShiftLeft-16 c-s-K-KeyK-75"),
    shortcut("Alt+F4", "a-Alt-AltLeft-18 a-F4-F4-115"),
    shortcut("Meta+Enter", "m-Meta-MetaLeft-91 m-Enter-Enter-13"),
    shortcut("PageDown", "PageDown-PageDown-34"),
    shortcut("Insert", "Insert-Insert-45"),
    shortcut(";", ";-Semicolon-186"),
    Behaviour("refuses a key there is not", "", "notActionable: there is no key Nowhere") {
        try await $0.press("Nowhere")
    },
    Behaviour(
        "types where the page moved the focus to",
        "<input id=f oninput=\"$('g').focus()\"><input id=g>",
        "b",
        reads: "$('g').value"
    ) {
        try await $0.type("ab", into: "f")
    },
]
