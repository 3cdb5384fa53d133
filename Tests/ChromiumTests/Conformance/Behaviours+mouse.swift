import Chromium

private let refused = "notActionable: the element is not ready: "
let mouseBehaviours: [Behaviour] = [
    Behaviour("hovers over an element", "<button id=b onmouseenter=\"log('enter')\">B</button>", "enter") {
        try await $0.hover("b")
    },
    Behaviour(
        "shows a menu by hovering, and clicks in it",
        """
        <style>#m { display: none } #h:hover #m { display: block }</style>
        <div id=h style="width:200px">Menu<button id=m onclick="log('clicked')">Item</button></div>
        """,
        "clicked"
    ) { scene in
        try await scene.hover("h")
        try await scene.click("m")
    },
    Behaviour(
        "leaves what it hovered over before",
        "<button id=a onmouseleave=\"log('leave')\">A</button><button id=b>B</button>",
        "leave"
    ) { scene in
        try await scene.hover("a")
        try await scene.hover("b")
    },
    Behaviour(
        "hovers over a disabled button",
        "<button id=b disabled>B</button>",
        "true",
        reads: "$('b').matches(':hover')"
    ) { try await $0.hover("b") },
    Behaviour(
        "hovers at a place within",
        "<div id=b style='width:200px;height:200px' onmousemove='log(event.offsetX, event.offsetY)'></div>",
        "20 30"
    ) { scene in
        try await scene.page.hover(scene.find("b"), position: .init(x: 20, y: 30))
    },
    Behaviour("hovers twice over the same element", "<button id=b onmouseenter=\"log('enter')\">B</button>", "enter") {
        scene in
        try await scene.hover("b")
        try await scene.hover("b")
    },
    Behaviour(
        "does not hover over what is covered",
        "<button id=b>B</button><div id=veil style='position:fixed;inset:0'></div>",
        refused + "covered by <div#veil>"
    ) {
        try await $0.hover("b", within: Scene.brief)
    },
    Behaviour(
        "waits for what it hovers over",
        "<button id=b hidden onmouseenter=\"log('enter')\">B</button><script>setTimeout(() => $('b').hidden = false, 200)</script>",
        "enter"
    ) {
        try await $0.hover("b")
    },
    Behaviour(
        "scrolls to what it hovers over",
        "<div style='height:4000px'></div><button id=b onmouseenter=\"log('enter')\">B</button>",
        "enter"
    ) {
        try await $0.hover("b")
    },
    Behaviour(
        "scrolls an element into view",
        "<div style='height:4000px'></div><p id=b>x</p>",
        "true",
        reads: "$('b').getBoundingClientRect().top < innerHeight"
    ) { scene in
        try await scene.page.scroll(to: scene.find("b"))
    },
    Behaviour(
        "does not scroll to what is in view",
        "<p id=b>x</p><div style='height:4000px'></div>",
        "0",
        reads: "scrollY"
    ) { scene in
        try await scene.page.scroll(to: scene.find("b"))
    },
    Behaviour("refuses to scroll to what is hidden", "<p id=b hidden>x</p>", refused + "hidden") { scene in
        try await scene.page.scroll(to: scene.find("b"), timeout: Scene.brief)
    },
    Behaviour(
        "turns the wheel over the page",
        "<div id=b style='height:4000px'></div><script>onwheel = (event) => log(event.deltaY, event.isTrusted)</script>",
        "300 true",
        reads: untilLogged(2)
    ) { scene in
        try await scene.page.scroll(over: scene.find("b"), down: 300)
    },
    Behaviour(
        "turns the wheel over a box that scrolls",
        """
        <div id=b style="height:200px;overflow:auto"><div style="height:2000px"></div></div>
        <script>$("b").onscrollend = () => log("scrolled", $("b").scrollTop)</script>
        """,
        "scrolled 120",
        reads: untilLogged(2)
    ) { scene in
        try await scene.page.scroll(over: scene.find("b"), down: 120)
    },
    Behaviour(
        "turns the wheel sideways",
        "<div id=b style='height:100px'></div><script>onwheel = (event) => log(event.deltaX)</script>",
        "40",
        reads: untilLogged(1)
    ) { scene in
        try await scene.page.scroll(over: scene.find("b"), right: 40, down: 0)
    },
    Behaviour("gives the focus", "<input id=b onfocus=\"log('focus')\">", "focus") { scene in
        try await scene.page.focus(scene.find("b"))
    },
    Behaviour("takes the focus away", "<input id=b onblur=\"log('blur')\">", "blur") { scene in
        try await scene.page.focus(scene.find("b"))
        try await scene.page.blur(scene.find("b"))
    },
    Behaviour("refuses the focus to what takes none", "<p id=b>x</p>", refused + "does not take the focus") { scene in
        try await scene.page.focus(scene.find("b"), timeout: Scene.brief)
    },
]
