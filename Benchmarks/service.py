"""The program under test, its database and what is asked of both: for measurements that start, kill and restart it."""
import json, os, pathlib, re, shutil, signal, socket, subprocess, sys, tempfile, time, urllib.error, urllib.request, venv

ROOT = pathlib.Path(__file__).resolve().parents[1]
OURS = os.environ.get("GHOSTHANDS", str(ROOT / ".build/release/ghosthands"))
PEERS = ROOT / ".build-peers"
KEY = "k" * 40
USER = "00000000-0000-0000-0000-000000000001"


def with_packages(*names):
    """Has the script run by a Python that has these packages; they are installed into .build-peers when they are not there."""
    python = os.environ.get("GH_TEST_PYTHON") or str(PEERS / "bin/python")
    if sys.executable == python: return
    if not pathlib.Path(python).exists(): venv.create(PEERS, with_pip=True)
    if subprocess.run([python, "-c", "import " + ", ".join(names)], stderr=subprocess.DEVNULL).returncode:
        print(f"installing {', '.join(names)} beside {python}", file=sys.stderr)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *names], check=True)
    os.execv(python, [python, *sys.argv])


def port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Database:
    """A database of its own on the server of scripts/with-postgres."""

    def __init__(self, name):
        server = os.environ.get("GH_TEST_DATABASE_URL") or sys.exit("run it by scripts/with-postgres")
        subprocess.run(["psql", server, "-qc", f"create database {name}"], check=True)
        self.url = server.replace("dbname=postgres", f"dbname={name}")

    def sql(self, text):
        return subprocess.run(["psql", self.url, "-AtqF\t", "-v", "ON_ERROR_STOP=1", "-c", text], check=True,
                              capture_output=True, text=True).stdout.strip()

    def restart(self):
        """Has the server die as in a crash, and come again."""
        folder = re.search(r"host=(\S+)", self.url)[1]
        found = os.environ.get("GH_POSTGRES_BIN") or max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: int(one.parent.name))
        command = [f"{found}/pg_ctl", "-D", f"{folder}/data", "-l", f"{folder}/data/log", "-m", "immediate", "-w", "restart"]
        if os.getuid() == 0: command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)

    def rows(self, text): return [line.split("\t") for line in self.sql(text).splitlines()]

    def writer(self):
        """A connection that statements are written to without waiting for them."""
        return subprocess.Popen(["psql", self.url, "-qAt", "-v", "ON_ERROR_STOP=1"], stdin=subprocess.PIPE, text=True,
                                bufsize=1, stdout=subprocess.DEVNULL)


class Service:
    """One process of the program, at one address however often it is started."""

    def __init__(self, command, database, **settings):
        self.command, self.port, self.folder = command, port(), tempfile.mkdtemp(prefix="gh-bench.")
        self.origin = f"http://127.0.0.1:{self.port}"
        self.base = self.origin + "/api/v1/gh"
        self.environment = dict(
            os.environ, DATABASE_URL=database.url, GH_API_PORT=str(self.port), GH_WORKER_PORT="0", GH_SERVICE_KEY=KEY,
            GH_CREDENTIAL_KEY="0a" * 32, GH_DATA_DIR=self.folder, GH_LOG_LEVEL="error", GH_ALLOW_PRIVATE_NETWORK="true",
            **settings)
        self.process = None

    def start(self, patience=120):
        self.process = subprocess.Popen([OURS, self.command], env=self.environment)
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if self.process.poll() is not None: sys.exit(f"`{self.command}` ended before it was ready")
            try:
                urllib.request.urlopen(self.origin + "/health", timeout=2).read()
                return self
            except OSError: time.sleep(0.02)
        sys.exit(f"`{self.command}` was not ready within {patience} s")

    def kill(self):
        """As a power cut would: nothing is said to it."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try: self.process.wait(60)
            except subprocess.TimeoutExpired: self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def call(self, path, body=None, method=None):
        request = urllib.request.Request(
            self.base + path, json.dumps(body).encode() if body is not None else None,
            {"X-GH-Service-Key": KEY, "Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=30) as reply: return json.load(reply)

    def job(self, **members):
        """A job that no worker takes, unless its members say otherwise."""
        return self.call("/jobs", {"user_id": USER, "job_type": "custom", "target_url": "https://example.com",
                                   "task_description": "nothing", "target_worker_id": "nobody"} | members)["id"]

    def events(self, job):
        found = []
        while True:
            page = self.call(f"/jobs/{job}/events?limit=500&offset={len(found)}")["events"]
            found += page
            if len(page) < 500: return found
