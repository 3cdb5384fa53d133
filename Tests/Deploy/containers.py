"""What scripts/deploy.sh does with real containers. Usage, by scripts/containers: containers.py ENGINE BASE [CASE…]"""
import json
import os
import re
import shutil
import signal
import socket
import socketserver
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import urllib.error
import urllib.request
from pathlib import Path

import valet

ENGINE, BASE = sys.argv[1:3]
SCRIPT = Path(__file__).resolve().parent.parent.parent / "scripts" / "deploy.sh"
KEY = "0123456789abcdef0123456789abcdef"


def engine(*words, check=True):
    done = subprocess.run([ENGINE, *words], capture_output=True, text=True, check=False)
    if check and done.returncode != 0:
        raise AssertionError(f"{ENGINE} {' '.join(words)}: {done.stderr}")
    return done.stdout.strip()


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Database:
    """The server of scripts/with-postgres, which has a socket in the file system only, at a port."""

    def __init__(self):
        folder = re.search("host=(\\S+)", os.environ["GH_TEST_DATABASE_URL"]).group(1)

        class Passage(socketserver.BaseRequestHandler):
            def handle(self):
                with socket.socket(socket.AF_UNIX) as server:
                    server.connect(f"{folder}/.s.PGSQL.5432")
                    other = threading.Thread(target=self.pass_on, args=(server, self.request), daemon=True)
                    other.start()
                    self.pass_on(self.request, server)
                    other.join()

            @staticmethod
            def pass_on(one, other):
                try:
                    while data := one.recv(65536):
                        other.sendall(data)
                    other.shutdown(socket.SHUT_WR)
                except OSError:
                    pass

        socketserver.ThreadingTCPServer.daemon_threads = True
        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Passage)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        for name in ("fleet", "demo"):
            subprocess.run(["psql", "-q", "-h", folder, "-U", "postgres", "-c", f"create database {name}"], check=True)

    def url(self, name):
        return f"postgres://postgres@127.0.0.1:{self.server.server_address[1]}/{name}"


class Fleet:
    def __init__(self):
        self.database = Database()
        self.folder = Path(tempfile.mkdtemp(prefix="deploy-"))
        self.api, self.worker = free_port(), free_port()
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GH_")},
            "GH_ENGINE": ENGINE, "GH_DEPLOY_DIR": str(self.folder / "state"), "GH_DEPLOY_NO_PULL": "1",
            "GH_DATA_VOLUME": "gh-lane", "GH_API_PORT": str(self.api), "GH_WORKER_PORT": str(self.worker),
            "GH_API_HOST": "127.0.0.1", "GH_ALLOW_PRIVATE_NETWORK": "true", "DATABASE_URL": self.database.url("fleet"),
            "GH_SERVICE_KEY": KEY, "GH_CREDENTIAL_KEY": "11" * 32, "GH_DEPLOY_HEALTH_SECONDS": "90",
            "GH_MIN_FREE_MEMORY_MB": "0",
        }

    def start(self, *words, **environment):
        return subprocess.Popen(
            ["bash", SCRIPT, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**self.environment, **environment}, start_new_session=True,
        )

    def run(self, *words, **environment):
        return self.end(self.start(*words, **environment))

    def end(self, process):
        output, said = process.communicate(timeout=400)
        keys, (key, status) = valet.read(output)
        return process.returncode, f"{key}={status}", keys, said

    def expect(self, code, status, *words, **environment):
        end = self.run(*words, **environment)
        assert end[:2] == (code, status), f"{end[:2]}\n{end[3]}"
        return end

    def ids(self):
        """The containers of ours that run, with their ids."""
        return dict(line.split() for line in engine("ps", "--filter", "label=gh.role", "--format", "{{.Names}} {{.ID}}").splitlines())

    def call(self, path, body=None, port=None):
        request = urllib.request.Request(
            f"http://127.0.0.1:{port or self.api}{path}", json.dumps(body).encode() if body is not None else None,
            {"X-GH-Service-Key": KEY, "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=10) as reply:
                return json.load(reply)
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{path}: {error.code} {error.read()[:500]}") from error


def derive(tag, entry=None, label="other"):
    """An image like v1, with another id, that begins with other words."""
    lines = [f"FROM ghosthands-worker:v1\nLABEL lane={label}"]
    if entry:
        lines.append(f"ENTRYPOINT {json.dumps(['tini', '--', 'sh', '-c', entry, 'sh'])}")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "Dockerfile").write_text("\n".join(lines))
        engine("build", *(["--format", "docker"] if ENGINE == "podman" else []), "--tag", f"ghosthands:{tag}", folder)


def sizes(_):
    """The API brings 150 MB at most to its base, the worker its browser."""
    base, api, worker = (
        int(engine("image", "inspect", "--format", "{{.Size}}", name)) for name in (BASE, "ghosthands-api:v1", "ghosthands-worker:v1")
    )
    print(f"    API {(api - base) / 1e6:.0f} MB, worker {(worker - base) / 1e6:.0f} MB beyond the base's {base / 1e6:.0f}")
    assert api - base <= 150e6
    assert not engine("run", "--rm", "--entrypoint", "sh", "ghosthands-api:v1", "-c", "ls /usr/bin | grep -i chrom || true")


def labels(_):
    """An image tells its version, which is the program's."""
    label = engine("image", "inspect", "--format", '{{index .Config.Labels "org.opencontainers.image.version"}}', "ghosthands-api:v1")
    assert label == engine("run", "--rm", "ghosthands-api:v1", "--version"), label


def first(fleet):
    end = fleet.expect(0, "DEPLOY_STATUS=success", "deploy", "v1")
    assert end[2] == {"DEPLOY_TAG": ["v1"], "DEPLOY_IMAGE": ["ghosthands:v1"], "DEPLOY_STATUS": ["success"]}
    assert set(fleet.ids()) == {"gh-api", "gh-worker"}
    fleet.expect(0, "HEALTH_STATUS=healthy", "health")


def shut_in(_):
    """Nobody is root, nothing of the image can be written, and there are no capabilities."""
    said = engine("exec", "gh-worker", "sh", "-c", "id -u; touch /opt/x 2>&1; grep CapEff /proc/self/status")
    assert said.startswith("10001") and "Read-only" in said and said.endswith("0000000000000000"), said


def applies(fleet):
    """A job through the API and the worker of two containers, to the board of a third."""
    board = engine(
        "run", "--detach", "--name", "gh-board", "--network", "host", "--tmpfs", "/tmp", "--shm-size", "1g",
        "--security-opt", f"seccomp={SCRIPT.parent.parent}/deploy/seccomp.json", "--env",
        f"DATABASE_URL={fleet.database.url('demo')}", "--env", f"GH_SERVICE_KEY={KEY}", "--env", f"GH_CREDENTIAL_KEY={'22' * 32}",
        "--env", "GH_MIN_FREE_MEMORY_MB=0", "ghosthands-worker:v1", "demo", "--keep",
    )
    try:
        said = wait_for(lambda: demonstration(board), 300, "the board's own demonstration")
        posting = re.search(r"applies to (\S+)", said).group(1)
        body = {
            "valet_task_id": "t", "valet_user_id": "00000000-0000-0000-0000-000000000001", "target_url": posting,
            "profile": {"first_name": "Alice", "last_name": "Smith", "email": "alice@example.com", "phone": "+1-555-0100",
                        "linkedin_url": "https://linkedin.com/in/alice", "location": {"city": "Berlin", "country": "Germany"}},
            "qa_answers": {"Are you authorized to work in the US?": "Yes", "How many years of React experience?": "6"},
            "resume": {"storage_path": "resumes/alice.pdf"},
        }
        give_resume()
        job = fleet.call("/api/v1/gh/valet/apply", body)["job_id"]
        status = wait_for(lambda: ended(fleet, job), 200, "the application")
        assert status["status"] == "completed", status
        print(f"    {status['result_summary'] if 'result_summary' in status else status['status']}")
    finally:
        engine("rm", "-f", "gh-board", check=False)


def give_resume():
    pdf = "%PDF-1.4\\n1 0 obj<</Type/Catalog>>endobj\\ntrailer<</Root 1 0 R>>\\n%%EOF\\n"
    words = f"mkdir -p files/resumes && printf '{pdf.replace('%', '%%')}' > files/resumes/alice.pdf"
    engine("exec", "-w", "/var/lib/ghosthands", "gh-worker", "sh", "-c", words)


def demonstration(board):
    said = engine("logs", board)
    if engine("container", "inspect", "--format", "{{.State.Running}}", board) != "true":
        raise AssertionError(said[-2000:])
    return said if re.search("curl", said) else None


def ended(fleet, job):
    status = fleet.call(f"/api/v1/gh/valet/status/{job}")
    return status if status["status"] in ("completed", "failed", "paused", "needs_human") else None


def wait_for(look, seconds, what):
    pause, end = threading.Event(), time.monotonic() + seconds
    while time.monotonic() < end:
        if found := look():
            return found
        pause.wait(0.3)
    raise AssertionError(f"{what} has not come after {seconds} s")


def targeted(fleet):
    ids = ("user-abc-123", "user-abc-124")
    names = [fleet.expect(0, "WORKER_STATUS=started", "start-worker", one)[2]["WORKER_NAME"][0] for one in ids]
    assert len(set(names)) == 2 and set(names) < set(fleet.ids())
    workers = fleet.call("/api/v1/gh/monitoring/workers")["workers"]
    assert set(ids) <= {one["worker_id"] for one in workers}
    fleet.expect(0, "WORKER_STATUS=stopped", "stop-worker", ids[1])
    assert fleet.expect(0, "WORKER_STATUS=listed", "list-workers")[2]["WORKER_ID"] == [ids[0]]


class Callers:
    """Somebody who calls the API all the time, with a connection a call; tells for how long nobody answered."""

    def __init__(self, fleet):
        self.fleet, self.calls, self.lost, self.longest = fleet, 0, 0, 0.0
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.call)

    def call(self):
        answered = time.monotonic()
        while not self.over.wait(0.005):
            self.calls += 1
            try:
                self.fleet.call("/health")
            except (OSError, AssertionError):
                self.lost += 1
                continue
            self.longest = max(self.longest, time.monotonic() - answered)
            answered = time.monotonic()

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()


def again(fleet):
    """The same image once more: everything is new, and the API is away for a moment only."""
    before, begun = fleet.ids(), time.monotonic()
    with Callers(fleet) as callers:
        fleet.expect(0, "DEPLOY_STATUS=success", "deploy", "v1")
    print(
        f"    {time.monotonic() - begun:.1f} s, with three containers; of {callers.calls} calls {callers.lost} found nobody, "
        f"for {callers.longest:.1f} s at most"
    )
    assert callers.longest < 15
    assert set(fleet.ids()) == set(before) and not set(fleet.ids().values()) & set(before.values())


def unfit(fleet):
    derive("unfit", 'echo "this machine is too old" >&2; exit 1')
    before = fleet.ids()
    end = fleet.expect(1, "DEPLOY_STATUS=rollback", "deploy", "unfit")
    assert fleet.ids() == before and "too old" in end[3]


def bad_api(fleet):
    derive("bad-api", '[ "$1" = api ] && { echo "no API today" >&2; exit 1; }; exec ghosthands "$@"')
    before = fleet.ids()
    end = fleet.expect(1, "DEPLOY_STATUS=rollback", "deploy", "bad-api")
    assert fleet.ids() == before, (before, fleet.ids(), end[3])
    assert "no API today" in end[3], end[3]
    assert fleet.call("/health")["status"] == "ok"


def bad_worker(fleet):
    derive("bad-worker", '[ "$1" = worker ] && exec tail -f /dev/null; exec ghosthands "$@"')
    before = fleet.ids()
    fleet.expect(1, "DEPLOY_STATUS=rollback", "deploy", "bad-worker", GH_DEPLOY_HEALTH_SECONDS="8")
    assert fleet.ids() == before
    assert fleet.call("/worker/health", port=fleet.worker)["status"] == "idle"


def interrupted(fleet):
    """A signal when the old API has stopped: it serves again."""
    before = fleet.ids()
    process = fleet.start("deploy", "v1")
    for line in process.stderr:
        if "starting gh-api" in line:
            process.send_signal(signal.SIGTERM)
            break
    code, status, _, said = fleet.end(process)
    assert (code, status) == (143, "DEPLOY_STATUS=rollback"), said
    assert fleet.ids() == before


def busy(fleet):
    process = fleet.start("deploy", "v1")
    for line in process.stderr:
        if "starting gh-api" in line:
            break
    fleet.expect(75, "DEPLOY_STATUS=busy", "deploy", "v1")
    assert fleet.end(process)[:2] == (0, "DEPLOY_STATUS=success")


def next_and_back(fleet):
    derive("v2")
    v1 = engine("container", "inspect", "--format", "{{.Image}}", "gh-api")
    fleet.expect(0, "DEPLOY_STATUS=success", "deploy", "v2")
    assert engine("container", "inspect", "--format", "{{.Image}}", "gh-api") != v1
    fleet.expect(0, "DEPLOY_STATUS=rollback", "rollback")
    assert engine("container", "inspect", "--format", "{{.Image}}", "gh-worker") == v1


def drained(fleet):
    fleet.expect(0, "DRAIN_STATUS=success", "drain")
    assert fleet.call("/worker/health", port=fleet.worker)["status"] == "draining"
    assert fleet.call("/health")["status"] == "ok"


def unwell(fleet):
    engine("stop", "-t", "45", "gh-worker")
    fleet.expect(1, "HEALTH_STATUS=unhealthy", "health")
    engine("start", "gh-worker")


def package(_):
    """A fresh Debian installs the package, and a person applies to the demonstration's board with it."""
    deb = next((SCRIPT.parent.parent / ".build" / "package").glob("*.deb"))
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(deb, Path(folder, "ghosthands.deb"))
        Path(folder, "Dockerfile").write_text(
            f"FROM {BASE}\nCOPY ghosthands.deb /tmp/\n"
            "RUN apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y /tmp/ghosthands.deb && useradd -m person\n"
        )
        engine("build", "--network", "host", "--tag", "ghosthands-installed", folder)
    for file in ("/lib/systemd/system/ghosthands.service", "/usr/share/bash-completion/completions/ghosthands",
                 "/usr/share/zsh/vendor-completions/_ghosthands", "/usr/share/fish/vendor_completions.d/ghosthands.fish",
                 "/usr/share/man/man1/ghosthands.1.gz"):
        engine("run", "--rm", "ghosthands-installed", "test", "-s", file)
    words = ("--network", "host", "--shm-size", "1g", "--security-opt", f"seccomp={SCRIPT.parent.parent}/deploy/seccomp.json")
    said = engine("run", "--rm", *words, "--user", "person", "--env", "GH_MIN_FREE_MEMORY_MB=0", "ghosthands-installed", "ghosthands", "demo")
    proofs = re.findall(r".*[Cc]onfirm.*", said)
    assert proofs, said[-2000:]
    print(f"    {proofs[0].strip()}")
    engine("run", "--rm", "--user", "root", "ghosthands-installed", "dpkg", "--purge", "ghosthands")


def stopped(fleet):
    """SIGTERM ends everything in time and by itself, and no process is left."""
    for name in fleet.ids():
        begun = time.monotonic()
        engine("stop", "-t", "45", name)
        code = engine("container", "inspect", "--format", "{{.State.ExitCode}}", name)
        assert code == "0", f"{name} ended with {code}"
        assert time.monotonic() - begun < 40
    left = [
        command for folder in Path("/proc").glob("[0-9]*")
        if (command := words_of(folder)) and "10001" == owner_of(folder)
    ]
    assert not left, left


def words_of(folder):
    try:
        return (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        return ""


def owner_of(folder):
    try:
        return str(folder.stat().st_uid)
    except OSError:
        return ""


CASES = [sizes, labels, first, shut_in, applies, targeted, again, unfit, bad_api, bad_worker, interrupted, busy, next_and_back,
         drained, unwell, stopped, package]


def clean_up():
    names = engine("ps", "-a", "--filter", "label=gh.role", "--format", "{{.Names}}", check=False).split()
    for name in [*names, "gh-board"]:
        engine("rm", "-f", name, check=False)
    engine("volume", "rm", "-f", "gh-lane", check=False)


def main():
    clean_up()
    engine("tag", "ghosthands-worker:v1", "ghosthands:v1")
    fleet, failed = Fleet(), 0
    cases = [case for case in CASES if not sys.argv[3:] or case.__name__ in sys.argv[3:]]
    try:
        for case in cases:
            begun = time.monotonic()
            try:
                case(fleet)
                print(f"✔ {case.__name__} ({time.monotonic() - begun:.1f} s)", flush=True)
            except Exception:  # noqa: BLE001  a case may fail in any way
                failed += 1
                print(f"✘ {case.__name__}\n{traceback.format_exc()}", flush=True)
    finally:
        clean_up()
        shutil.rmtree(fleet.folder, ignore_errors=True)
    print(f"containers: {len(cases)} cases, {failed} failed")
    sys.exit(1 if failed else 0)


main()
