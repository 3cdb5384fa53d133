import Chromium

private func dialogBehaviour(
    _ name: String,
    _ script: String,
    _ expected: String,
    _ answer: DialogAnswer? = nil
) -> Behaviour {
    Behaviour(name, "<button id=b onclick=\"\(script)\">B</button>", expected) { scene in
        if let answer { scene.page.answerDialogs(with: answer) }
        try await scene.click("b")
    }
}

let dialogBehaviours: [Behaviour] = [
    dialogBehaviour("accepts an alert", "alert('x'); log('after')", "after"),
    dialogBehaviour("accepts a question", "log(confirm('Sure?'))", "true"),
    dialogBehaviour("denies a question", "log(confirm('Sure?'))", "false", .dismiss),
    dialogBehaviour("accepts a prompt with the text it proposes", "log(prompt('Name?', 'Ada'))", "Ada"),
    dialogBehaviour("accepts a prompt with a text", "log(prompt('Name?', 'Ada'))", "Grace", .accept("Grace")),
    dialogBehaviour("dismisses a prompt", "log(String(prompt('Name?', 'Ada')))", "null", .dismiss),
    dialogBehaviour("dismisses an alert", "alert('x'); log('after')", "after", .dismiss),
    dialogBehaviour(
        "answers many in a row",
        "for (let n = 0; n < 10; n++) log(confirm(n))",
        "true true true true true true true true true true"
    ),
    dialogBehaviour("is not held up by printing", "print(); log('after')", "after"),
    Behaviour("tells what a dialog said", "<button id=b onclick=\"alert('Careful!')\">B</button>", "alert Careful!") {
        scene in
        let button = try await scene.find("b")
        let (_, activity) = try await scene.page.activity { try await scene.page.click(button) }
        for dialog in activity.dialogs { try await scene.note("\(dialog.kind) \(dialog.message)") }
    },
    Behaviour("accepts an alert while the page loads", "<script>alert('x'); log('after')</script>", "after") { _ in },
    Behaviour(
        "accepts an alert of a frame of another site",
        "<iframe id=i></iframe><script>$('i').src = other('inner')</script>",
        "after",
        more: ["inner": "<button id=b onclick=\"alert('x'); this.textContent = 'after'\">B</button>"]
    ) { scene in
        try await scene.click("b")
        for frame in scene.page.frames where frame.url.hasSuffix("inner") {
            try await scene.note(scene.read("$('b').textContent", in: frame))
        }
    },
    Behaviour(
        "leaves a page that asks whether to stay",
        "<input id=f><script>onbeforeunload = (event) => event.preventDefault()</script>",
        "next",
        reads: "location.pathname.split('/').pop()",
        more: ["next": ""]
    ) { scene in
        try await scene.type("x", into: "f")
        _ = try await scene.page.navigate(to: scene.address + "next")
    },
    Behaviour(
        "accepts an alert of a timer",
        "<script>setTimeout(() => { alert('x'); log('after'); }, 50)</script>",
        "after",
        reads: untilLogged(1)
    ) { _ in },
    Behaviour(
        "is not held up by the question for notifications",
        "<button id=b onclick=\"Notification.requestPermission().then(log)\">B</button>",
        "de…",
        reads: untilLogged(1)
    ) {
        try await $0.click("b")
    },
    Behaviour(
        "denies the place where it is",
        "<button id=b onclick=\"navigator.geolocation.getCurrentPosition(log, (error) => log('code', error.code))\">B</button>",
        "code 1",
        reads: untilLogged(2)
    ) {
        try await $0.click("b")
    },
    Behaviour(
        "denies camera and microphone",
        "<button id=b onclick=\"navigator.mediaDevices ? navigator.mediaDevices.getUserMedia({ video: true, audio: true }).catch((error) => log(error.name)) : log('none')\">B</button>",
        "Not…",
        reads: untilLogged(1)
    ) {
        try await $0.click("b")
    },
]
