import Chromium

private let inner = "<button id=b onclick=\"log('clicked');this.textContent = 'clicked'\">B</button><input id=f>"

extension Scene {
    /// What an expression gives in the frame whose address ends so.
    fileprivate func inner(_ path: String, _ code: String) async throws {
        for frame in page.frames where frame.url.hasSuffix(path) { try await note(read(code, in: frame)) }
    }
}

private func frameBehaviour(_ name: String, _ html: String, more: [String: String] = ["inner": inner]) -> Behaviour {
    Behaviour(name, html, "clicked", more: more) { scene in
        try await scene.click("b")
        try await scene.inner("inner", "$('b').textContent")
    }
}

let frameBehaviours: [Behaviour] = [
    frameBehaviour("clicks in a frame", "<iframe src=inner></iframe>"),
    frameBehaviour(
        "clicks in a frame with a border and padding",
        "<iframe src=inner style='border:20px solid;padding:30px'></iframe>"
    ),
    frameBehaviour("clicks in a frame far down", "<div style='height:3000px'></div><iframe src=inner></iframe>"),
    frameBehaviour(
        "clicks far down in a frame",
        "<iframe src=inner></iframe>",
        more: ["inner": "<div style='height:3000px'></div>" + inner]
    ),
    frameBehaviour(
        "clicks in a frame of another site",
        "<iframe id=i></iframe><script>$('i').src = other('inner')</script>"
    ),
    frameBehaviour(
        "clicks far down in a frame of another site far down",
        "<div style='height:3000px'></div><iframe id=i></iframe><script>$('i').src = other('inner')</script>",
        more: ["inner": "<div style='height:3000px'></div>" + inner]
    ),
    frameBehaviour(
        "clicks in a frame within a frame",
        "<iframe src=middle></iframe>",
        more: ["middle": "<iframe src=inner></iframe>", "inner": inner]
    ),
    frameBehaviour(
        "clicks in a frame within a frame of another site",
        "<iframe id=i width=500 height=400></iframe><script>$('i').src = other('middle')</script>",
        more: ["middle": "<iframe src=inner></iframe>", "inner": inner]
    ),
    frameBehaviour(
        "clicks in a scaled frame",
        "<iframe src=inner style='transform:scale(0.5);transform-origin:0 0'></iframe>"
    ),
    frameBehaviour(
        "clicks in a frame that comes late",
        "<div id=d></div><script>setTimeout(() => $('d').innerHTML = '<iframe src=inner></iframe>', 200)</script>"
    ),
    frameBehaviour(
        "clicks in a frame that loads slowly",
        "<iframe src=slow-inner></iframe>",
        more: ["slow-inner": inner]
    ),
    frameBehaviour("clicks in a sandboxed frame", "<iframe src=inner sandbox='allow-scripts'></iframe>"),
    Behaviour(
        "clicks in a frame made of text",
        "<iframe srcdoc=\"<button id=b onclick='parent.log(1)'>B</button>\"></iframe>",
        "1"
    ) {
        try await $0.click("b")
    },
    Behaviour(
        "clicks in a frame of a shadow root",
        """
        <div id=h></div><script>$("h").attachShadow({ mode: "open" }).innerHTML = "<iframe src=inner></iframe>"</script>
        """,
        "clicked",
        more: ["inner": inner]
    ) { scene in
        try await scene.click("b")
        try await scene.inner("inner", "$('b').textContent")
    },
    Behaviour(
        "says what covers a frame",
        "<iframe src=inner></iframe><div id=veil style='position:fixed;inset:0'></div>",
        "notActionable: the element is not ready: covered by <div#veil>",
        more: ["inner": inner]
    ) {
        try await $0.click("b", within: Scene.brief)
    },
    Behaviour("fills in a frame", "<iframe src=inner></iframe>", "words", more: ["inner": inner]) { scene in
        try await scene.fill("f", "words")
        try await scene.inner("inner", "$('f').value")
    },
    Behaviour(
        "fills in a frame of another site",
        "<iframe id=i></iframe><script>$('i').src = other('inner')</script>",
        "words",
        more: ["inner": inner]
    ) { scene in
        try await scene.fill("f", "words")
        try await scene.inner("inner", "$('f').value")
    },
    Behaviour(
        "types in a frame of another site",
        "<iframe id=i></iframe><script>$('i').src = other('inner')</script>",
        "words",
        more: ["inner": inner]
    ) { scene in
        try await scene.type("words", into: "f")
        try await scene.inner("inner", "$('f').value")
    },
    Behaviour(
        "gives files in a frame of another site",
        "<iframe id=i></iframe><script>$('i').src = other('inner')</script>",
        "cv.txt",
        more: ["inner": "<input id=u type=file>"]
    ) { scene in
        try await scene.page.upload([scene.file("cv.txt")], to: scene.find("u"))
        try await scene.inner("inner", "$('u').files[0].name")
    },
    Behaviour(
        "chooses and checks in a frame of another site",
        "<iframe id=i></iframe><script>$('i').src = other('inner')</script>",
        "b true",
        more: ["inner": "<select id=s><option>a<option>b</select><input id=c type=checkbox>"]
    ) { scene in
        try await scene.select("s", .label("b"))
        try await scene.check("c")
        try await scene.inner("inner", "$('s').value + ' ' + $('c').checked")
    },
    Behaviour(
        "hovers in a frame of another site",
        "<iframe id=i></iframe><script>$('i').src = other('inner')</script>",
        "true",
        more: ["inner": inner]
    ) { scene in
        try await scene.hover("b")
        try await scene.inner("inner", "$('b').matches(':hover')")
    },
    Behaviour(
        "answers a window for files in a frame of another site",
        "<iframe id=i></iframe><script>$('i').src = other('inner')</script>",
        "cv.txt",
        more: ["inner": "<input id=u type=file>"]
    ) { scene in
        try await scene.page.upload([scene.file("cv.txt")], byClicking: scene.find("u"))
        try await scene.inner("inner", "$('u').files[0].name")
    },
    Behaviour(
        "an element of a frame that is gone is detached",
        "<iframe id=i src=inner></iframe>",
        "detached: the frame is gone",
        more: ["inner": inner]
    ) { scene in
        let button = try await scene.find("b")
        try await scene.settling { _ = try await scene.read("$('i').remove()") }
        try await scene.page.click(button)
    },
    Behaviour(
        "an element of a frame that moved on is detached",
        "<iframe id=i src=inner></iframe>",
        "detached: the document is gone",
        more: ["inner": inner, "next": "<p id=p>next</p>"]
    ) { scene in
        let button = try await scene.find("b")
        _ = try await scene.read("$('i').src = 'next'")
        _ = try await scene.find("p")
        try await scene.page.click(button)
    },
    Behaviour(
        "gives the frames in the document's order",
        "<iframe name=a src=a></iframe><iframe src=b></iframe>",
        "top a c b",
        more: ["a": "<iframe src=c></iframe>", "b": "", "c": ""]
    ) { scene in
        let paths = scene.page.frames.map {
            String($0.url.split(separator: "/", omittingEmptySubsequences: false).last ?? "")
        }
        try await scene.note("top" + paths.joined(separator: " "))
    },
]
