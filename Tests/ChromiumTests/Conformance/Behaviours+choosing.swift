import Chromium

private let refused = "notActionable: the element is not ready: "
private let chosen = "[...$('s').selectedOptions].map((option) => option.value).join()"
private let colours = "<option value=r>Red<option value=g>Green<option value=b disabled>Blue"

let selectingBehaviours: [Behaviour] = [
    Behaviour("chooses by value", "<select id=s>\(colours)</select>", "g", reads: chosen) {
        try await $0.select("s", .value("g"))
    },
    Behaviour("chooses by what is read", "<select id=s>\(colours)</select>", "g", reads: chosen) {
        try await $0.select("s", .label("Green"))
    },
    Behaviour("chooses by place", "<select id=s>\(colours)</select>", "g", reads: chosen) {
        try await $0.select("s", .index(1))
    },
    Behaviour(
        "chooses by an attribute label",
        "<select id=s><option value=a label=First>x<option value=b label=Second>y</select>",
        "b",
        reads: chosen
    ) {
        try await $0.select("s", .label("Second"))
    },
    Behaviour(
        "takes no notice of blanks around a label",
        "<select id=s><option value=a>x<option value=b>\n  Two \n words </select>",
        "b",
        reads: chosen
    ) {
        try await $0.select("s", .label("Two words"))
    },
    Behaviour(
        "tells the page of a choice",
        "<select id=s oninput=\"log('input')\" onchange=\"log('change')\">\(colours)</select>",
        "input change"
    ) {
        try await $0.select("s", .value("g"))
    },
    Behaviour("chooses several", "<select id=s multiple>\(colours)</select>", "r,g", reads: chosen) {
        try await $0.select("s", .value("r"), .label("Green"))
    },
    Behaviour(
        "chooses these and no others",
        "<select id=s multiple><option selected>a<option>b<option selected>c</select>",
        "b",
        reads: chosen
    ) {
        try await $0.select("s", .index(1))
    },
    Behaviour(
        "takes back every choice",
        "<select id=s multiple><option selected>a<option selected>b</select>",
        "",
        reads: chosen
    ) {
        try await $0.select("s")
    },
    Behaviour(
        "refuses several where one can be chosen",
        "<select id=s>\(colours)</select>",
        refused + "takes one option only"
    ) {
        try await $0.select("s", .value("r"), .value("g"), within: .seconds(5))
    },
    Behaviour(
        "waits for an option that comes late",
        "<select id=s></select><script>setTimeout(() => $('s').innerHTML = '<option>x<option>y', 200)</script>",
        "y",
        reads: chosen
    ) {
        try await $0.select("s", .label("y"))
    },
    Behaviour(
        "waits until an option is enabled",
        "<select id=s><option>x<option id=o disabled>y</select><script>setTimeout(() => $('o').disabled = false, 200)</script>",
        "y",
        reads: chosen
    ) {
        try await $0.select("s", .label("y"))
    },
    Behaviour(
        "waits until a select is enabled",
        "<select id=s disabled><option>x<option>y</select><script>setTimeout(() => $('s').disabled = false, 200)</script>",
        "y",
        reads: chosen
    ) {
        try await $0.select("s", .value("y"))
    },
    Behaviour(
        "refuses an option that does not come",
        "<select id=s>\(colours)</select>",
        refused + "has no such option"
    ) {
        try await $0.select("s", .value("none"), within: Scene.brief)
    },
    Behaviour(
        "refuses an option that stays disabled",
        "<select id=s>\(colours)</select>",
        refused + "has that option disabled"
    ) {
        try await $0.select("s", .value("b"), within: Scene.brief)
    },
    Behaviour(
        "refuses an option of a disabled group",
        "<select id=s><option>x<optgroup disabled><option>y</optgroup></select>",
        refused + "has that option disabled"
    ) {
        try await $0.select("s", .value("y"), within: Scene.brief)
    },
    Behaviour("refuses what is no select", "<input id=s>", refused + "not a select: <input#s>") {
        try await $0.select("s", .value("x"), within: .seconds(5))
    },
    Behaviour(
        "chooses by the select's label",
        "<label id=l>Colour <select id=s>\(colours)</select></label>",
        "g",
        reads: chosen
    ) {
        try await $0.select("l", .value("g"))
    },
    Behaviour("chooses from a list that shows several", "<select id=s size=3>\(colours)</select>", "g", reads: chosen) {
        try await $0.select("s", .value("g"))
    },
    Behaviour(
        "chooses among ten thousand",
        "<select id=s></select><script>$('s').innerHTML = '<option>' + [...Array(10000).keys()].join('<option>')</script>",
        "9999",
        reads: chosen
    ) {
        try await $0.select("s", .value("9999"))
    },
]

private let checked = "$('c').checked"

let checkingBehaviours: [Behaviour] = [
    Behaviour("checks a checkbox", "<input id=c type=checkbox>", "true", reads: checked) { try await $0.check("c") },
    Behaviour("leaves a checked checkbox alone", "<input id=c type=checkbox checked onclick=\"log('clicked')\">", "") {
        try await $0.check("c")
    },
    Behaviour("unchecks a checkbox", "<input id=c type=checkbox checked>", "false", reads: checked) {
        try await $0.check("c", false)
    },
    Behaviour("leaves an unchecked checkbox alone", "<input id=c type=checkbox onclick=\"log('clicked')\">", "") {
        try await $0.check("c", false)
    },
    Behaviour(
        "checks by a click the page can trust",
        "<input id=c type=checkbox onclick='log(event.isTrusted)' onchange=\"log('change')\">",
        "true change"
    ) {
        try await $0.check("c")
    },
    Behaviour(
        "checks a radio button",
        "<input id=c name=q type=radio><input id=d name=q type=radio checked>",
        "true false",
        reads: "$('c').checked + ' ' + $('d').checked"
    ) {
        try await $0.check("c")
    },
    Behaviour(
        "refuses to uncheck a radio button",
        "<input id=c type=radio checked>",
        refused + "a radio button cannot be turned off"
    ) {
        try await $0.check("c", false, within: .seconds(5))
    },
    Behaviour(
        "checks by a label around it",
        "<label id=l>Agree <input id=c type=checkbox></label>",
        "true",
        reads: checked
    ) { try await $0.check("l") },
    Behaviour(
        "checks by a label that names it",
        "<label id=l for=c>Agree</label><input id=c type=checkbox>",
        "true",
        reads: checked
    ) { try await $0.check("l") },
    Behaviour(
        "checks what is hidden behind its label",
        "<label>Agree <input id=c type=checkbox style='display:none'></label>",
        "true",
        reads: checked
    ) {
        try await $0.check("c")
    },
    Behaviour(
        "checks what a drawn box stands for",
        """
        <style>.box { position: absolute; opacity: 0; width: 0; height: 0 } b { display: inline-block; width: 20px; height: 20px }</style>
        <input class=box id=c type=checkbox><label for=c><b></b> Agree</label>
        """,
        "true",
        reads: checked
    ) { try await $0.check("c") },
    Behaviour(
        "checks an undecided checkbox",
        "<input id=c type=checkbox><script>$('c').indeterminate = true</script>",
        "true",
        reads: checked
    ) { try await $0.check("c") },
    Behaviour(
        "turns on a switch made of a button",
        "<button id=c role=switch aria-checked=false onclick=\"this.ariaChecked = 'true'\">Mail</button>",
        "true",
        reads: "$('c').ariaChecked"
    ) {
        try await $0.check("c")
    },
    Behaviour(
        "turns on a switch that answers late",
        "<button id=c role=switch aria-checked=false onclick=\"setTimeout(() => this.ariaChecked = 'true', 200)\">Mail</button>",
        "true",
        reads: "$('c').ariaChecked"
    ) {
        try await $0.check("c")
    },
    Behaviour(
        "checks a checkbox made of a box",
        "<div id=c role=checkbox aria-checked=true onclick=\"this.ariaChecked = 'false'\">Mail</div>",
        "false",
        reads: "$('c').ariaChecked"
    ) {
        try await $0.check("c", false)
    },
    Behaviour(
        "says when a checkbox does not change",
        "<input id=c type=checkbox onclick='event.preventDefault()'>",
        "notActionable: the control was clicked but did not change"
    ) {
        try await $0.check("c", within: .seconds(5))
    },
    Behaviour("refuses what cannot be checked", "<input id=c>", refused + "not a switch: <input#c>") {
        try await $0.check("c", within: .seconds(5))
    },
    Behaviour("refuses a disabled checkbox", "<input id=c type=checkbox disabled>", refused + "disabled") {
        try await $0.check("c", within: Scene.brief)
    },
    Behaviour(
        "refuses a covered checkbox",
        "<input id=c type=checkbox><div id=veil style='position:fixed;inset:0'></div>",
        refused + "covered by <div#veil>"
    ) {
        try await $0.check("c", within: Scene.brief)
    },
    Behaviour(
        "waits until a checkbox is enabled",
        "<input id=c type=checkbox disabled><script>setTimeout(() => $('c').disabled = false, 200)</script>",
        "true",
        reads: checked
    ) {
        try await $0.check("c")
    },
]
