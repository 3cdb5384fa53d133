import Chromium

private let refused = "notActionable: the element is not ready: "

let obstructedClickBehaviours: [Behaviour] = [
    Behaviour(
        "waits until a button is shown",
        "<button id=b style='display:none' onclick=\"log('clicked')\">B</button><script>setTimeout(() => $('b').style = '', 200)</script>",
        "clicked"
    ) { try await $0.click("b") },
    Behaviour(
        "waits until a button is enabled",
        "<button id=b disabled onclick=\"log('clicked')\">B</button><script>setTimeout(() => $('b').disabled = false, 200)</script>",
        "clicked"
    ) { try await $0.click("b") },
    Behaviour(
        "waits until what covers a button is gone",
        """
        <button id=b onclick="log('clicked')">B</button><div id=veil style="position:fixed;inset:0"></div>
        <script>setTimeout(() => $("veil").remove(), 200)</script>
        """,
        "clicked"
    ) { try await $0.click("b") },
    Behaviour(
        "waits until a button has come to rest",
        """
        <style>@keyframes go { to { transform: translateX(500px) } } #b { animation: go 300ms forwards }</style>
        <button id=b onclick="log('clicked')">B</button>
        """,
        "clicked"
    ) { try await $0.click("b") },
    Behaviour(
        "clicks a button that a script moves",
        """
        <button id=b style="position:absolute;left:0" onclick="log('clicked')">B</button><script>
        let left = 0; const step = () => { $("b").style.left = (left += 10) + "px"; if (left < 200) requestAnimationFrame(step); };
        requestAnimationFrame(step);</script>
        """,
        "clicked"
    ) { try await $0.click("b") },
    Behaviour("refuses a button that stays disabled", "<button id=b disabled>B</button>", refused + "disabled") {
        try await $0.click("b", within: Scene.brief)
    },
    Behaviour(
        "refuses what is disabled for assistive technology",
        "<button id=b aria-disabled=true>B</button>",
        refused + "disabled"
    ) {
        try await $0.click("b", within: Scene.brief)
    },
    Behaviour(
        "refuses a button of a disabled group",
        "<fieldset disabled><button id=b>B</button></fieldset>",
        refused + "disabled"
    ) {
        try await $0.click("b", within: Scene.brief)
    },
    Behaviour(
        "clicks in the legend of a disabled group, which is not disabled",
        "<fieldset disabled><legend><button id=b onclick=\"log('clicked')\">B</button></legend></fieldset>",
        "clicked"
    ) { try await $0.click("b") },
    Behaviour("refuses what is not displayed", "<button id=b style='display:none'>B</button>", refused + "hidden") {
        try await $0.click("b", within: Scene.brief)
    },
    Behaviour("refuses what is invisible", "<button id=b style='visibility:hidden'>B</button>", refused + "hidden") {
        try await $0.click("b", within: Scene.brief)
    },
    Behaviour("refuses what has no size", "<div id=b></div>", refused + "hidden") {
        try await $0.click("b", within: Scene.brief)
    },
    Behaviour(
        "refuses what is in closed details",
        "<details><summary>More</summary><button id=b>B</button></details>",
        refused + "hidden"
    ) { try await $0.click("b", within: Scene.brief) },
    Behaviour(
        "says what covers a button",
        "<button id=b>B</button><div class='cookie banner' style='position:fixed;inset:0'></div>",
        refused + "covered by <div.cookie.banner>"
    ) { try await $0.click("b", within: Scene.brief) },
    Behaviour(
        "says what a click would fall through to",
        "<div id=under><button id=b style='pointer-events:none'>B</button></div>",
        refused + "covered by <div#under>"
    ) { try await $0.click("b", within: Scene.brief) },
    Behaviour(
        "clicks through what lets the mouse through",
        "<button id=b onclick=\"log('clicked')\">B</button><div style='position:fixed;inset:0;pointer-events:none'></div>",
        "clicked"
    ) { try await $0.click("b") },
    Behaviour(
        "refuses a button behind a modal dialog",
        "<button id=b>B</button><dialog id=d>Stop</dialog><script>$('d').showModal()</script>",
        refused + "covered by …"
    ) { try await $0.click("b", within: Scene.brief) },
    Behaviour(
        "refuses what never stops moving",
        """
        <style>@keyframes go { from { margin-left: 0 } to { margin-left: 900px } } #b { animation: go 1s infinite }</style>
        <button id=b>B</button>
        """,
        refused + "moving"
    ) { try await $0.click("b", within: Scene.brief) },
    Behaviour(
        "refuses what is out of reach of scrolling",
        "<div style='height:100px;overflow:hidden;position:relative'><button id=b style='position:fixed;top:-500px'>B</button></div>",
        refused + "out of the page's visible part"
    ) { try await $0.click("b", within: Scene.brief) },
    Behaviour(
        "an element taken out is detached",
        "<button id=b onclick='this.remove()'>B</button>",
        "detached: the element is gone"
    ) { scene in
        let button = try await scene.find("b")
        try await scene.page.click(button)
        try await scene.page.click(button)
    },
    Behaviour(
        "an element of a document that is gone is detached",
        "<button id=b>B</button>",
        "detached: the document is gone",
        more: ["next": ""]
    ) { scene in
        let button = try await scene.find("b")
        _ = try await scene.page.navigate(to: scene.address + "next")
        try await scene.page.click(button)
    },
    Behaviour(
        "never clicks what slips under the mouse at the last moment",
        """
        <button id=b style="width:200px;height:80px" onclick="log('good')">B</button><script>let times = 0;
        $("b").addEventListener("mousemove", () => { if (times++) return; const bad = document.createElement("button");
        bad.style = "position:fixed;inset:0"; bad.onclick = bad.onmousedown = bad.onpointerdown = () => log("bad");
        document.body.append(bad); setTimeout(() => bad.remove(), 150); });</script>
        """,
        "good"
    ) { try await $0.click("b") },
    Behaviour(
        "clicks again where the button jumped away at the last moment",
        """
        <button id=b style="position:absolute;width:100px" onclick="log('clicked')">B</button><script>let times = 0;
        $("b").addEventListener("mousemove", () => { if (!times++) $("b").style.left = "400px"; });</script>
        """,
        "clicked"
    ) { try await $0.click("b") },
    Behaviour(
        "says what got in between when it never stops",
        """
        <button id=b style="width:200px;height:80px">B</button><div id=veil style="position:fixed;inset:0;display:none"></div>
        <script>$("b").addEventListener("mousemove", () => $("veil").style.display = "block");</script>
        """,
        refused + "covered by …"
    ) { try await $0.click("b", within: Scene.brief) },
    Behaviour(
        "clicks a button whose page stops every event on the way",
        """
        <button id=b onclick="log('clicked')">B</button><script>
        document.addEventListener("mousedown", (event) => event.stopImmediatePropagation(), true);</script>
        """,
        "clicked"
    ) { try await $0.click("b") },
]
