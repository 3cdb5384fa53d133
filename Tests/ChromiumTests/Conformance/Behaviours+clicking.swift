import Chromium

let clickingBehaviours: [Behaviour] = [
    Behaviour("clicks a button", "<button id=b onclick=\"log('clicked')\">B</button>", "clicked") {
        try await $0.click("b")
    },
    Behaviour(
        "sends the mouse's events in their order, trusted",
        """
        <button id=b>B</button><script>for (const kind of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
        $("b").addEventListener(kind, (event) => log(kind, event.isTrusted));</script>
        """,
        "pointerdown true mousedown true pointerup true mouseup true click true"
    ) { try await $0.click("b") },
    Behaviour(
        "clicks with the right button",
        "<button id=b onmousedown=\"log(event.button, event.buttons)\" oncontextmenu=\"log('menu')\">B</button>",
        "2 2 menu"
    ) { try await $0.click("b", ClickOptions(button: .right)) },
    Behaviour(
        "clicks with the middle button",
        "<button id=b onclick=\"log('click')\" onauxclick=\"log('aux', event.button)\">B</button>",
        "aux 1"
    ) { try await $0.click("b", ClickOptions(button: .middle)) },
    Behaviour(
        "clicks twice as a double click",
        "<button id=b onclick=\"log('click', event.detail)\" ondblclick=\"log('double')\">B</button>",
        "click 1 click 2 double"
    ) { try await $0.click("b", ClickOptions(count: 2)) },
    Behaviour("clicks three times", "<button id=b onclick=\"log(event.detail)\">B</button>", "1 2 3") {
        try await $0.click("b", ClickOptions(count: 3))
    },
    Behaviour(
        "selects a word by a double click",
        "<p><span id=b>Hello</span> world</p>",
        "Hello",
        reads: "getSelection().toString().trim()"
    ) { try await $0.click("b", ClickOptions(count: 2)) },
    Behaviour(
        "selects a paragraph by three clicks",
        "<p id=b>Hello world</p>",
        "Hello world",
        reads: "getSelection().toString().trim()"
    ) { try await $0.click("b", ClickOptions(count: 3)) },
    Behaviour(
        "holds keys down while it clicks",
        """
        <button id=b onclick="log(event.shiftKey, event.ctrlKey, event.altKey, event.metaKey)">B</button>
        """,
        "true false true false true true false true"
    ) {
        try await $0.click("b", ClickOptions(modifiers: [.shift, .alt]))
        try await $0.click("b", ClickOptions(modifiers: [.shift, .control, .meta]))
    },
    Behaviour(
        "clicks at a place within the element",
        "<div id=b style='width:200px;height:100px;border:8px solid' onclick='log(event.offsetX, event.offsetY)'></div>",
        "10 5"
    ) { try await $0.click("b", ClickOptions(position: .init(x: 10, y: 5))) },
    Behaviour(
        "scrolls until a place within a long element is in view",
        "<div id=b style='height:4000px' onclick='log(event.offsetY)'></div>",
        "2500"
    ) { try await $0.click("b", ClickOptions(position: .init(x: 10, y: 2_500))) },
    Behaviour(
        "scrolls the page down to a button",
        "<div style='height:5000px'></div><button id=b onclick=\"log('clicked', scrollY > 0)\">B</button>",
        "clicked true"
    ) { try await $0.click("b") },
    Behaviour(
        "scrolls a box to a button within",
        """
        <div style="height:200px;width:300px;overflow:auto"><div style="height:2000px;width:2000px"></div>
        <button id=b style="margin-left:1500px" onclick="log('clicked')">B</button></div>
        """,
        "clicked"
    ) { try await $0.click("b") },
    Behaviour(
        "scrolls sideways",
        "<div style='width:9000px'><button id=b style='margin-left:8000px' onclick='log(scrollX > 0)'>B</button></div>",
        "true"
    ) { try await $0.click("b") },
    Behaviour(
        "gets a button out from under a fixed header",
        """
        <div style="position:fixed;top:0;left:0;right:0;height:300px;background:#ccc">Header</div>
        <div style="height:1500px"></div><button id=b onclick="log('clicked')">B</button><div style="height:2000px"></div>
        <script>scrollTo(0, 1400)</script>
        """,
        "clicked"
    ) { try await $0.click("b") },
    Behaviour(
        "gets a button out from under a fixed footer",
        """
        <div style="position:fixed;bottom:0;left:0;right:0;height:300px;background:#ccc">Footer</div>
        <div style="height:800px"></div><button id=b onclick="log('clicked')">B</button><div style="height:2000px"></div>
        """,
        "clicked"
    ) { try await $0.click("b") },
    Behaviour(
        "clicks in a dialog that is fixed on a scrolled page",
        """
        <div style="height:4000px"></div><div style="position:fixed;top:40%;left:40%"><button id=b
        onclick="log('clicked', scrollY)">B</button></div><script>scrollTo(0, 1000)</script>
        """,
        "clicked 1000"
    ) { try await $0.click("b") },
    Behaviour(
        "clicks in a modal dialog",
        "<dialog id=d><button id=b onclick=\"log('clicked')\">B</button></dialog><script>$('d').showModal()</script>",
        "clicked"
    ) { try await $0.click("b") },
    Behaviour(
        "clicks what is inside a button",
        "<button onclick=\"log('clicked')\"><i><b id=b>B</b></i></button>",
        "clicked"
    ) {
        try await $0.click("b")
    },
    Behaviour(
        "clicks a button by a part of it in front",
        "<button id=b onclick=\"log(event.target.id)\"><span id=s style='padding:20px'>B</span></button>",
        "s"
    ) { try await $0.click("b") },
    Behaviour(
        "clicks a label, and with it its checkbox",
        "<label id=b for=c>Agree</label><input id=c type=checkbox>",
        "true",
        reads: "$('c').checked"
    ) { try await $0.click("b") },
    Behaviour(
        "clicks an inline link that is broken over lines",
        "<div style='width:70px'>some <a id=b href='#x' onclick=\"log('clicked')\">words that wrap around</a></div>",
        "clicked"
    ) { try await $0.click("b") },
    Behaviour(
        "clicks a rotated element",
        "<div style='padding:200px'><button id=b style='transform:rotate(45deg)' onclick=\"log('clicked')\">B</button></div>",
        "clicked"
    ) { try await $0.click("b") },
    Behaviour(
        "clicks a scaled element",
        "<button id=b style='transform:scale(3);margin:100px' onclick=\"log('clicked')\">B</button>",
        "clicked"
    ) { try await $0.click("b") },
    Behaviour(
        "clicks a shape of a drawing",
        "<svg width=200 height=200><circle id=b cx=100 cy=100 r=40 onclick=\"log('clicked')\" /></svg>",
        "clicked"
    ) { try await $0.click("b") },
    Behaviour(
        "clicks what is transparent",
        "<button id=b style='opacity:0' onclick=\"log('clicked')\">B</button>",
        "clicked"
    ) {
        try await $0.click("b")
    },
    Behaviour(
        "opens details by their summary",
        "<details id=d><summary id=b>More</summary>x</details>",
        "true",
        reads: "$('d').open"
    ) {
        try await $0.click("b")
    },
    Behaviour(
        "follows a link",
        "<a id=b href=next>Next</a>",
        "next",
        reads: "location.pathname.split('/').pop()",
        more: ["next": ""]
    ) { scene in
        try await scene.settling { try await scene.click("b") }
    },
    Behaviour(
        "sends a form by its button",
        "<form action=next><input name=q value=1><button id=b>Go</button></form>",
        "?q=1",
        reads: "location.search",
        more: ["next": ""]
    ) { scene in try await scene.settling { try await scene.click("b") } },
    Behaviour(
        "runs a link's script",
        "<a id=b href=\"javascript:log('ran')\">B</a>",
        "ran",
        // Such a script is a navigation: it runs in a task of its own, after the click.
        reads: """
            new Promise((seen) => { const kept = document.documentElement;
              const look = () => kept.dataset.log && seen(kept.dataset.log);
              new MutationObserver(look).observe(kept, { attributes: true }); look(); })
            """
    ) { try await $0.click("b") },
    Behaviour(
        "clicks a button that takes itself away",
        "<button id=b onclick=\"log('clicked');this.remove()\">B</button>",
        "clicked"
    ) {
        try await $0.click("b")
    },
    Behaviour(
        "clicks a cell of a table with a scroll box",
        """
        <div style="height:100px;overflow:auto"><table><script>for (let row = 0; row < 60; row++)
        document.write(`<tr><td id=c${row} onclick="log(this.id)">cell ${row}`);</script></table></div>
        """,
        "c44"
    ) { try await $0.click("c44") },
    Behaviour(
        "the click of a link with Control held down leaves the page where it is",
        "<a id=b href=next onclick=\"log(event.ctrlKey)\">B</a>",
        "true",
        more: ["next": ""]
    ) { try await $0.click("b", ClickOptions(modifiers: [.control])) },
]
