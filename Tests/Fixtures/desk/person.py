"""A person before a browser that is not ours: a second DevTools client of it, with nothing but Python's own library.

    python3 person.py PORT ORIGIN

Reads lines from standard input, and answers each with a line:
    press SELECTOR        clicks the middle of the element with the mouse
    enter SELECTOR TEXT   clicks three times, so that what is there is chosen, and types
    value SELECTOR        says what a field holds
    title                 says the page's title
    close                 closes the page
The page is the first one whose address begins with ORIGIN; each line waits for it and for the element.
"""
import base64, json, os, socket, struct, sys, time, urllib.request

PORT, ORIGIN = int(sys.argv[1]), sys.argv[2]


class Page:
    """A DevTools session over a WebSocket."""

    def __init__(self, address, id):
        self.id = id
        host, path = address[len("ws://"):].split("/", 1)
        name, port = host.split(":")
        self.socket = socket.create_connection((name, int(port)), timeout=20)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((f"GET /{path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n").encode())
        self.rest = b""
        while b"\r\n\r\n" not in self.rest: self.rest += self.socket.recv(4096)
        self.rest = self.rest.split(b"\r\n\r\n", 1)[1]
        self.number = 0

    def take(self, count):
        while len(self.rest) < count:
            more = self.socket.recv(65536)
            if not more: raise ConnectionError("the page is gone")
            self.rest += more
        data, self.rest = self.rest[:count], self.rest[count:]
        return data

    def call(self, method, **params):
        self.number += 1
        body = json.dumps({"id": self.number, "method": method, "params": params}).encode()
        length = struct.pack("!BB", 0x81, 0x80 | len(body)) if len(body) < 126 else struct.pack("!BBH", 0x81, 0xFE, len(body))
        self.socket.sendall(length + b"\0\0\0\0" + body)
        while True:
            reply = json.loads(self.message())
            if reply.get("id") == self.number: return reply.get("result", {})

    def message(self):
        whole = b""
        while True:
            first, second = self.take(2)
            length = second & 0x7F
            if length == 126: length = struct.unpack("!H", self.take(2))[0]
            elif length == 127: length = struct.unpack("!Q", self.take(8))[0]
            whole += self.take(length)
            if first & 0x80: return whole

    def ask(self, script):
        return self.call("Runtime.evaluate", expression=script, returnByValue=True).get("result", {}).get("value")

    def mouse(self, kind, x, y, count=1):
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=count,
                  buttons=1 if kind == "mousePressed" else 0)


def eventually(look):
    """Looks until there is something, for twenty seconds at most."""
    end = time.monotonic() + 20
    while True:
        try: found = look()
        except OSError: found = None
        if found or time.monotonic() > end: return found
        time.sleep(0.05)


def page():
    with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/json/list", timeout=5) as reply:
        pages = [one for one in json.load(reply) if one["type"] == "page" and one["url"].startswith(ORIGIN)]
    return Page(pages[0]["webSocketDebuggerUrl"], pages[0]["id"]) if pages else None


def close(shown):
    """Closes the page as its window's own button would: one that is being left answers to nothing else."""
    urllib.request.urlopen(f"http://127.0.0.1:{PORT}/json/close/{shown.id}", timeout=5).read()


def middle(shown, selector):
    script = """(() => { const one = document.querySelector(%s); if (!one) return null;
        one.scrollIntoView({ block: "center" }); const box = one.getBoundingClientRect();
        return box.width ? [box.x + box.width / 2, box.y + box.height / 2] : null; })()"""
    return eventually(lambda: shown.ask(script % json.dumps(selector)))


def press(shown, selector, count=1):
    x, y = middle(shown, selector)
    shown.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
    for number in range(1, count + 1):
        shown.mouse("mousePressed", x, y, number)
        shown.mouse("mouseReleased", x, y, number)


def do(word, rest):
    shown = eventually(page)
    if not shown: return "no page"
    if word == "press": press(shown, rest)
    elif word == "enter":
        selector, text = rest.split(" ", 1)
        press(shown, selector, 3)
        for letter in text:
            shown.call("Input.dispatchKeyEvent", type="keyDown", key=letter, text=letter)
            shown.call("Input.dispatchKeyEvent", type="keyUp", key=letter)
    elif word == "value": return str(shown.ask(f"document.querySelector({json.dumps(rest)}).value"))
    elif word == "title": return str(shown.ask("document.title"))
    elif word == "close": close(shown)
    return "done"


for line in sys.stdin:
    word, _, rest = line.rstrip("\n").partition(" ")
    try: print(do(word, rest), flush=True)
    except Exception as fault: print(f"failed: {fault}", flush=True)
