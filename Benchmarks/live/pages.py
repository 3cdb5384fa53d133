"""A small site whose pages report every event to whoever serves them."""
import http.server, json, threading

REPORT = """
const told = (what) => fetch("/log", { method: "POST", body: JSON.stringify(what), keepalive: true });
const watch = (root, types) => types.forEach((type) => root.addEventListener(type, (event) => told({
  type, id: event.target?.id ?? "", trusted: event.isTrusted, key: event.key ?? null, code: event.keyCode ?? null,
  value: event.target?.value ?? null, data: event.data ?? null, input: event.inputType ?? null,
  selected: typeof event.target?.selectionStart === "number"
    ? event.target.value.slice(event.target.selectionStart, event.target.selectionEnd) : null,
}), true));
"""
TYPES = '["keydown","keyup","input","change","click","dblclick","mouseup","touchstart","touchend","select",' \
        '"compositionstart","compositionend"]'

FORM = """<!doctype html><meta charset=utf-8><title>Form</title><style>
body { margin: 0; font: 16px sans-serif } .a { position: absolute } input, textarea, select { font: 16px monospace }
</style><body style="height:3000px">
<input id=name class=a style="left:20px;top:20px;width:400px;height:30px">
<textarea id=words class=a style="left:20px;top:70px;width:400px;height:60px"></textarea>
<select id=country class=a style="left:20px;top:150px;width:200px;height:30px">
<option>Choose<option>Austria<option disabled>Nowhere<optgroup label=More><option>Chile<option>Japan</optgroup></select>
<button id=sure class=a style="left:20px;top:200px;width:120px;height:30px"
  onclick='told({type:"confirmed",value:confirm("Are you sure?")})'>Sure?</button>
<button id=ask class=a style="left:160px;top:200px;width:120px;height:30px"
  onclick='told({type:"prompted",value:prompt("Your town?","Rome")})'>Town?</button>
<input id=file type=file class=a style="left:20px;top:250px;width:300px;height:30px"
  onchange='this.files[0]?.text().then((text) => told({type:"file",id:this.files[0].name,value:text.length}))'>
<button id=more class=a style="left:340px;top:200px;width:120px;height:30px"
  onclick='window.open("/popup","more","width=500,height=400")'>More</button>
<iframe id=frame class=a style="left:20px;top:300px;width:420px;height:80px;border:0" src="OTHER/slider"></iframe>
<div id=codes class=a style="left:20px;top:400px">CODES</div>
<a id=away class=a style="left:20px;top:450px" href="http://far.example/">Away</a>
<input id=when type=date class=a style="left:20px;top:500px;width:200px;height:30px">
<button id=many class=a style="left:340px;top:250px;width:120px;height:30px"
  onclick='for (let n = 0; n < 50; n += 1) window.open("/popup?" + n)'>Fifty</button>
<script>REPORT; watch(document, TYPES);
addEventListener("scroll", () => told({ type: "scroll", value: scrollY, trusted: true }));
document.querySelectorAll("#codes input").forEach((box, index, all) => box.addEventListener("input",
  () => box.value && all[index + 1]?.focus()));
told({ type: "loaded", value: location.pathname });
</script>"""

SLIDER = """<!doctype html><title>Slider</title><body style="margin:0">
<div id=track style="width:400px;height:40px;background:#ddd;position:relative;margin-top:20px">
<div id=knob style="width:40px;height:40px;background:#08f;position:absolute;left:0"></div></div><script>REPORT;
let from = null;
knob.addEventListener("pointerdown", (event) => { from = event.clientX; knob.setPointerCapture(event.pointerId);
  told({ type: "grab", trusted: event.isTrusted }); });
knob.addEventListener("pointermove", (event) => { if (from !== null) knob.style.left = event.clientX - from + "px"; });
knob.addEventListener("pointerup", (event) => { from = null;
  told({ type: "slid", value: parseInt(knob.style.left), trusted: event.isTrusted }); });
</script>"""

POPUP = """<!doctype html><title>Second window</title><body style="margin:0"><button id=done
 style="position:absolute;left:20px;top:20px;width:200px;height:60px">Close me</button><script>REPORT;
watch(document, TYPES); done.onclick = () => { told({ type: "popup", trusted: true }); window.close(); };
</script>"""

FLASH = """<!doctype html><title>Flash</title><body style="margin:0;background:#fff"><script>
let on = false; addEventListener("keydown", () => { on = !on; document.body.style.background = on ? "#000" : "#fff"; });
</script>"""

MOVING = """<!doctype html><title>Moving</title><body style="margin:0"><script>
for (let n = 0; n < 300; n += 1) document.body.append(Object.assign(document.createElement("p"), { textContent: "Line " + n + " of a form" }));
const d = Object.assign(document.createElement("div"), { style: "position:fixed;top:0;left:0;width:80px;height:80px;background:red" });
document.body.append(d); let n = 0; const step = () => { d.style.left = (n++ % 900) + "px"; requestAnimationFrame(step); }; step();
</script>"""


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_): pass  # a window that was closed at once reads no page


class Site:
    def __init__(self):
        self.log, self.lock = [], threading.Condition()
        self.server = Server(("127.0.0.1", 0), self.handler())
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self): return f"http://127.0.0.1:{self.port}"

    def page(self, path):
        codes = "".join(f'<input id=c{n} maxlength=1 style="width:30px">' for n in range(6))
        still = "<!doctype html><title>Still</title><h1>Nothing moves here</h1>"
        pages = {"/": FORM, "/slider": SLIDER, "/popup": POPUP, "/flash": FLASH, "/moving": MOVING, "/still": still}
        text = pages.get(path.split("?")[0])
        return text and text.replace("REPORT", REPORT).replace("TYPES", TYPES).replace("CODES", codes).replace(
            "OTHER", f"http://localhost:{self.port}")

    def handler(self):
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_): pass

            def answer(self, status, body, kind="text/html; charset=utf-8"):
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self):
                text = site.page(self.path)
                self.answer(200 if text else 404, (text or "").encode())

            def do_POST(self):
                words = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                with site.lock:
                    site.log.append(words)
                    site.lock.notify_all()
                self.answer(204, b"")

        return Handler

    def wait(self, what, after=0, seconds=6):
        """The first entry from `after` on that a test holds for."""
        with self.lock:
            found = lambda: next((one for one in self.log[after:] if what(one)), None)
            self.lock.wait_for(found, seconds)
            return found()
