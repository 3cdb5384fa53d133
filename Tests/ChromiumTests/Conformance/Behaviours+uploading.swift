import Chromium
import Foundation

private let refused = "notActionable: the element is not ready: "
private let names = "[...$('f').files].map((file) => file.name).join()"
private let zone = """
    <div id=z style="width:300px;height:200px;border:1px solid">Drop here</div><script>
    $("z").addEventListener("dragover", (event) => event.preventDefault());
    $("z").addEventListener("drop", async (event) => { event.preventDefault(); const files = [...event.dataTransfer.files];
      for (const file of files) log(file.name, await file.text(), event.isTrusted); });</script>
    """

let uploadingBehaviours: [Behaviour] = [
    Behaviour("gives a file to an input", "<input id=f type=file>", "cv.txt", reads: names) { scene in
        try await scene.page.upload([scene.file("cv.txt")], to: scene.find("f"))
    },
    Behaviour("lets the page read the file", "<input id=f type=file>", "cv.txt", reads: "$('f').files[0].text()") {
        scene in
        try await scene.page.upload([scene.file("cv.txt")], to: scene.find("f"))
    },
    Behaviour(
        "tells the page of files",
        "<input id=f type=file oninput=\"log('input')\" onchange=\"log('change')\">",
        "input change"
    ) { scene in
        try await scene.page.upload([scene.file("cv.txt")], to: scene.find("f"))
    },
    Behaviour("gives files to a hidden input", "<input id=f type=file style='display:none'>", "cv.txt", reads: names) {
        scene in
        try await scene.page.upload([scene.file("cv.txt")], to: scene.find("f"))
    },
    Behaviour("gives several files", "<input id=f type=file multiple>", "a.txt,b.txt", reads: names) { scene in
        try await scene.page.upload([scene.file("a.txt"), scene.file("b.txt")], to: scene.find("f"))
    },
    Behaviour("takes the files back", "<input id=f type=file>", "", reads: names) { scene in
        try await scene.page.upload([scene.file("a.txt")], to: scene.find("f"))
        try await scene.page.upload([], to: scene.find("f"))
    },
    Behaviour("refuses several files where one is taken", "<input id=f type=file>", refused + "takes one file only") {
        scene in
        try await scene.page.upload([scene.file("a.txt"), scene.file("b.txt")], to: scene.find("f"))
    },
    Behaviour("refuses a folder", "<input id=f type=file>", "notActionable: a folder cannot be uploaded") { scene in
        try await scene.page.upload([scene.file("a.txt").deletingLastPathComponent()], to: scene.find("f"))
    },
    Behaviour(
        "refuses a file that is not there",
        "<input id=f type=file>",
        "notActionable: a file to upload cannot be read"
    ) { scene in
        try await scene.page.upload([scene.folder.appending(path: "none.txt")], to: scene.find("f"))
    },
    Behaviour("refuses what takes no files", "<input id=f>", refused + "takes no files: <input#f>") { scene in
        try await scene.page.upload([scene.file("a.txt")], to: scene.find("f"))
    },
    Behaviour(
        "gives files by the input's label",
        "<label id=l>CV <input id=f type=file></label>",
        "cv.txt",
        reads: names
    ) { scene in
        try await scene.page.upload([scene.file("cv.txt")], to: scene.find("l"))
    },
    Behaviour("answers the window for choosing files", "<input id=f type=file onchange=\"log('change')\">", "change") {
        scene in
        try await scene.page.upload([scene.file("cv.txt")], byClicking: scene.find("f"))
    },
    Behaviour(
        "answers the window of an input that is not in the page",
        """
        <button id=b onclick="const input = document.createElement('input'); input.type = 'file'; input.multiple = true;
        input.onchange = () => log([...input.files].map((file) => file.name)); input.click()">Attach</button>
        """,
        "a.txt,b.txt"
    ) { scene in
        try await scene.page.upload([scene.file("a.txt"), scene.file("b.txt")], byClicking: scene.find("b"))
    },
    Behaviour(
        "answers a window that opens late",
        """
        <input id=f type=file hidden><button id=b onclick="fetch('slow').then(() => $('f').click())">Attach</button>
        """,
        "cv.txt",
        reads: names,
        more: ["slow": ""]
    ) { scene in try await scene.page.upload([scene.file("cv.txt")], byClicking: scene.find("b")) },
    Behaviour(
        "says when no window opens",
        "<button id=b>Attach</button>",
        "notActionable: the click opened no window for choosing files"
    ) { scene in
        try await scene.page.upload([scene.file("cv.txt")], byClicking: scene.find("b"), timeout: .seconds(2))
    },
    Behaviour("refuses several files in a window for one", "<input id=f type=file>", refused + "takes one file only") {
        scene in
        try await scene.page.upload([scene.file("a.txt"), scene.file("b.txt")], byClicking: scene.find("f"))
    },
    Behaviour("drops a file", zone, "cv.txt cv.txt true", reads: untilLogged(3)) { scene in
        try await scene.page.drop([scene.file("cv.txt")], on: scene.find("z"))
    },
    Behaviour("drops several files", zone, "a.txt a.txt true b.txt b.txt true", reads: untilLogged(6)) { scene in
        try await scene.page.drop([scene.file("a.txt"), scene.file("b.txt")], on: scene.find("z"))
    },
    Behaviour("drops no folder", zone, "notActionable: a folder cannot be uploaded") { scene in
        try await scene.page.drop([scene.file("a.txt").deletingLastPathComponent()], on: scene.find("z"))
    },
    Behaviour("drops a file on an input", "<input id=f type=file onchange=\"log('change')\">", "cv.txt", reads: names) {
        scene in
        try await scene.page.drop([scene.file("cv.txt")], on: scene.find("f"))
    },
    Behaviour(
        "sends the file with the form",
        """
        <form id=m><input id=f name=cv type=file></form>
        """,
        "cv.txt",
        reads: "new FormData($('m')).get('cv').text()"
    ) { scene in
        try await scene.page.upload([scene.file("cv.txt")], to: scene.find("f"))
    },
]

/// What the page noted, once there are so many words of it.
func untilLogged(_ words: Int) -> String {
    """
    new Promise((done) => { const look = () => { const log = document.documentElement.dataset.log ?? "";
      if (log.split(" ").length >= \(words) && log) done(log); else setTimeout(look, 10); };
      look(); setTimeout(() => done(document.documentElement.dataset.log ?? ""), 5000); })
    """
}
