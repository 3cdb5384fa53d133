"""What the measurements of help ask the program's API."""
import json, os, pathlib, socket, sys, time, urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
OURS = os.environ.get("GHOSTHANDS", str(ROOT / ".build/release/ghosthands"))
KEY = "k" * 40


def port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def call(base, path, body=None):
    request = urllib.request.Request(base + path, json.dumps(body).encode() if body is not None else None,
                                     {"X-GH-Service-Key": KEY, "Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as reply: return json.load(reply)


def until(base, job, status):
    end = time.monotonic() + 60
    while time.monotonic() < end:
        state = call(base, f"/valet/status/{job}")
        if state["status"] == status: return state
        if state["status"] in ("failed", "cancelled"): sys.exit(f"the job ended: {state['error']}")
        time.sleep(0.005)
    sys.exit(f"the job never became {status}")
