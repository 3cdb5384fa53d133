"""The service that a scripted person visits: the benchmark's program, its job and its links."""
import base64, http.client, json, os, pathlib, socket, struct, subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
BROWSER = os.environ.get("GH_CHROMIUM", "/usr/lib/chromium/chromium-headless-shell")
VIEWER = os.environ.get("GH_VIEWER", "/usr/lib/chromium/chromium")


class Stand:
    def __init__(self, url, build="debug"):
        self.program = subprocess.Popen(
            [ROOT / f".build/{build}/live-benchmark", BROWSER, os.environ["GH_TEST_DATABASE_URL"], url],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.places = json.loads(self.program.stdout.readline())
        self.port = self.places["api"]
        self.origin = f"http://localhost:{self.port}"

    def do(self, what, **more):
        self.program.stdin.write(json.dumps({"do": what, **more}) + "\n")
        self.program.stdin.flush()
        return json.loads(self.program.stdout.readline())

    def ask(self, method, path, body=None, key="benchmark", headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        given = {"Host": f"localhost:{self.port}", "X-GH-Service-Key": key, "Content-Type": "application/json", **(headers or {})}
        connection.request(method, path, None if body is None else json.dumps(body), given)
        reply = connection.getresponse()
        text = reply.read()
        return reply.status, json.loads(text) if text[:1] == b"{" else text, reply.headers

    def link(self, job, **order):
        status, words, _ = self.ask("POST", f"/api/v1/gh/valet/interactions/{job}/link", order)
        assert status == 201, (status, words)
        return self.origin + "/live#" + words["url"].split("#")[1]

    def end(self):
        self.program.stdin.close()
        self.program.terminate()
        self.program.wait(10)


class Socket:
    """A viewer without a viewer: raw frames, for what no browser would send."""

    def __init__(self, port, path, cookie, origin):
        self.raw = socket.create_connection(("127.0.0.1", port), 10)
        self.raw.sendall((f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                          f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}\r\n"
                          f"Origin: {origin}\r\nCookie: {cookie}\r\n\r\n").encode())
        head = b""
        while b"\r\n\r\n" not in head:
            got = self.raw.recv(1)
            if not got: break
            head += got
        self.status = int(head.split()[1]) if head else 0

    def take(self, count):
        got = b""
        while len(got) < count:
            more = self.raw.recv(count - len(got))
            if not more: raise EOFError
            got += more
        return got

    def read(self, seconds=5):
        """The next message: (opcode, bytes)."""
        self.raw.settimeout(seconds)
        first, second = self.take(2)
        size = second & 127
        if size == 126: size = struct.unpack(">H", self.take(2))[0]
        elif size == 127: size = struct.unpack(">Q", self.take(8))[0]
        return first & 15, self.take(size)

    def until(self, kind, seconds=5):
        while True:
            opcode, body = self.read(seconds)
            if opcode == 8: return {"closed": struct.unpack(">H", body[:2])[0]}
            if opcode == 1 and json.loads(body)["t"] == kind: return json.loads(body)

    def frame(self, opcode, body, final=True, masked=True, size=None):
        size = len(body) if size is None else size
        head = bytes([(0x80 if final else 0) | opcode])
        bit = 0x80 if masked else 0
        head += bytes([bit | size]) if size < 126 else bytes([bit | 126]) + struct.pack(">H", size) if size < 65536 \
            else bytes([bit | 127]) + struct.pack(">Q", size)
        mask = os.urandom(4) if masked else b""
        self.raw.sendall(head + mask + bytes(b ^ mask[i & 3] for i, b in enumerate(body)) if masked else head + body)

    def say(self, **words): self.frame(1, json.dumps(words).encode())

    def close(self, code=None):
        if code:
            self.frame(8, struct.pack(">H", code))
            # What lies unread would make the system reset the connection, and the code be lost.
            try:
                while self.read(2)[0] != 8: pass
            except (EOFError, OSError): pass
        self.raw.close()


def enter(stand, job, **order):
    """Opens a link as a browser would: the link's id and its cookie."""
    secret = stand.link(job, **order).split("#")[1]
    status, words, headers = stand.ask("POST", "/live/enter", {"secret": secret}, headers={"Origin": stand.origin})
    assert status == 200, (status, words)
    return words["link"], headers["Set-Cookie"].split(";")[0], secret


def look(stand, link, cookie, origin=None):
    return Socket(stand.port, f"/live/{link}/socket", cookie, origin or stand.origin)
