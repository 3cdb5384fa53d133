import Chromium

private let value = "$('f').value"
private let refused = "notActionable: the element is not ready: "

let fillingBehaviours: [Behaviour] = [
    Behaviour("fills a text field", "<input id=f>", "some words", reads: value) {
        try await $0.fill("f", "some words")
    },
    Behaviour("replaces what a field holds", "<input id=f value=old>", "new", reads: value) {
        try await $0.fill("f", "new")
    },
    Behaviour("empties a field", "<input id=f value=old oninput=\"log('input')\">", "input") {
        try await $0.fill("f", "")
    },
    Behaviour("fills an area with lines", "<textarea id=f>old</textarea>", "one\ntwo", reads: value) {
        try await $0.fill("f", "one\ntwo")
    },
    Behaviour("fills signs of every script", "<input id=f>", "Zoë 東京 👩‍🔧 ✓", reads: value) {
        try await $0.fill("f", "Zoë 東京 👩‍🔧 ✓")
    },
    Behaviour(
        "fills an editable element",
        "<div id=f contenteditable>old</div>",
        "new",
        reads: "$('f').innerText.trim()"
    ) {
        try await $0.fill("f", "new")
    },
    Behaviour("fills an email field", "<input id=f type=email>", "a@b.example", reads: value) {
        try await $0.fill("f", "a@b.example")
    },
    Behaviour("fills a password field", "<input id=f type=password>", "s3cret", reads: value) {
        try await $0.fill("f", "s3cret")
    },
    Behaviour("fills a search field", "<input id=f type=search>", "x", reads: value) { try await $0.fill("f", "x") },
    Behaviour("fills a telephone field", "<input id=f type=tel>", "+49 30 1234", reads: value) {
        try await $0.fill("f", "+49 30 1234")
    },
    Behaviour("fills an address field", "<input id=f type=url>", "https://a.example", reads: value) {
        try await $0.fill("f", "https://a.example")
    },
    Behaviour("fills a number field", "<input id=f type=number>", "42", reads: value) { try await $0.fill("f", "42") },
    Behaviour("fills a fraction", "<input id=f type=number step=any>", "-4.25", reads: value) {
        try await $0.fill("f", "-4.25")
    },
    Behaviour(
        "says when a number field does not keep words",
        "<input id=f type=number>",
        "notActionable: the field does not keep the text"
    ) { try await $0.fill("f", "many", within: .seconds(5)) },
    Behaviour("fills a date", "<input id=f type=date onchange=\"log('change')\">", "2026-02-28", reads: value) {
        try await $0.fill("f", "2026-02-28")
    },
    Behaviour(
        "tells the page of a date",
        "<input id=f type=date onchange=\"log('change')\" oninput=\"log('input')\">",
        "input change"
    ) {
        try await $0.fill("f", "2026-02-28")
    },
    Behaviour("fills a time", "<input id=f type=time>", "13:45", reads: value) { try await $0.fill("f", "13:45") },
    Behaviour("fills a date with a time", "<input id=f type=datetime-local>", "2026-02-28T13:45", reads: value) {
        try await $0.fill("f", "2026-02-28T13:45")
    },
    Behaviour("fills a month", "<input id=f type=month>", "2026-02", reads: value) {
        try await $0.fill("f", "2026-02")
    },
    Behaviour("fills a week", "<input id=f type=week>", "2026-W05", reads: value) {
        try await $0.fill("f", "2026-W05")
    },
    Behaviour("sets a slider", "<input id=f type=range min=0 max=10>", "7", reads: value) {
        try await $0.fill("f", "7")
    },
    Behaviour("sets a colour", "<input id=f type=color>", "#ff8800", reads: value) {
        try await $0.fill("f", "#ff8800")
    },
    Behaviour("refuses a date that is none", "<input id=f type=date>", refused + "not a value for this kind of field") {
        try await $0.fill("f", "2026-02-31", within: .seconds(5))
    },
    Behaviour("refuses a checkbox", "<input id=f type=checkbox>", refused + "not a text field: <input#f>") {
        try await $0.fill("f", "x", within: .seconds(5))
    },
    Behaviour("refuses what is no field", "<p id=f>text</p>", refused + "not a text field: <p#f>") {
        try await $0.fill("f", "x", within: .seconds(5))
    },
    Behaviour("refuses a field that stays disabled", "<input id=f disabled>", refused + "disabled") {
        try await $0.fill("f", "x", within: Scene.brief)
    },
    Behaviour("refuses a read-only field", "<input id=f readonly>", refused + "read-only") {
        try await $0.fill("f", "x", within: Scene.brief)
    },
    Behaviour(
        "refuses what is read-only for assistive technology",
        "<input id=f aria-readonly=true>",
        refused + "read-only"
    ) {
        try await $0.fill("f", "x", within: Scene.brief)
    },
    Behaviour(
        "waits until a field is enabled",
        "<input id=f disabled><script>setTimeout(() => $('f').disabled = false, 200)</script>",
        "x",
        reads: value
    ) {
        try await $0.fill("f", "x")
    },
    Behaviour(
        "waits until a field can be edited",
        "<input id=f readonly><script>setTimeout(() => $('f').readOnly = false, 200)</script>",
        "x",
        reads: value
    ) {
        try await $0.fill("f", "x")
    },
    Behaviour(
        "waits until a field is shown",
        "<input id=f hidden><script>setTimeout(() => $('f').hidden = false, 200)</script>",
        "x",
        reads: value
    ) {
        try await $0.fill("f", "x")
    },
    Behaviour("fills by the label", "<label id=l>Name <input id=f></label>", "x", reads: value) {
        try await $0.fill("l", "x")
    },
    Behaviour(
        "says when a field holds less than it was given",
        "<input id=f maxlength=3>",
        "notActionable: the field does not keep the text"
    ) {
        try await $0.fill("f", "four", within: .seconds(5))
    },
    Behaviour(
        "fills a field with a mask",
        "<input id=f oninput=\"this.value = this.value.replace(/\\D/g, '').replace(/^(\\d{3})(\\d{4})$/, '$1-$2')\">",
        "555-1234",
        reads: value
    ) { try await $0.fill("f", "5551234") },
    Behaviour(
        "fills a field that wants every letter by itself",
        "<input id=f onbeforeinput=\"if (event.inputType === 'insertText' && event.data.length > 1) event.preventDefault()\">",
        "typed",
        reads: value
    ) { try await $0.fill("f", "typed") },
    Behaviour(
        "scrolls to a field",
        "<div style='height:4000px'></div><input id=f>",
        "true",
        reads: "scrollY > 0 && $('f').value === 'x'"
    ) {
        try await $0.fill("f", "x")
    },
    Behaviour("gives a field that is filled the focus", "<input id=f onfocus=\"log('focus')\">", "focus") {
        try await $0.fill("f", "x")
    },
    Behaviour(
        "tells the page of the change when the focus leaves",
        "<input id=f onchange=\"log('change')\" oninput=\"log('input', event.isTrusted)\"><button id=b>B</button>",
        "input true change"
    ) {
        try await $0.fill("f", "x")
        try await $0.click("b")
    },
    Behaviour("clears a field", "<input id=f value=old>", "", reads: value) { try await $0.page.clear($0.find("f")) },
    Behaviour(
        "fills in a covered field, as a keyboard could",
        "<input id=f><div style='position:fixed;inset:0'></div>",
        "x",
        reads: value
    ) {
        try await $0.fill("f", "x")
    },
    Behaviour(
        "a field taken out is detached",
        "<input id=f onfocus='this.remove()'>",
        "detached: …"
    ) { scene in
        let field = try await scene.find("f")
        _ = try await scene.read("$('f').remove()")
        try await scene.page.fill(field, with: "x")
    },
]
