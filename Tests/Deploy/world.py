"""A machine on which scripts/deploy.sh runs: engine.py for its engine, a folder for its state, and what a case asks of it."""
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import valet

HERE = Path(__file__).resolve().parent
SCRIPT = HERE.parent.parent / "scripts" / "deploy.sh"
KEY = "0123456789abcdef"


def digest(name):
    return hashlib.sha256(name.encode()).hexdigest()


class World:
    """One machine with an engine; `v1`, `v2` and `v3` of the image are in its registry."""

    def __init__(self, engines=("docker", "podman")):
        self.folder = Path(tempfile.mkdtemp(prefix="deploy-"))
        self.bin = self.folder / "bin"
        self.bin.mkdir()
        for tool in ("bash", "env", "cat", "cut", "date", "dirname", "flock", "grep", "head", "id", "mkdir", "mv", "sed",
                     "sha256sum", "sleep", "sort", "sync", "tac", "tail", "awk"):
            (self.bin / tool).symlink_to(shutil.which(tool))
        for name in (*engines, "curl", "aws"):
            self.add_tool(name)
        self.path = self.folder / "world.json"
        self.state = self.folder / "state"
        self.environment = {
            "PATH": str(self.bin), "GH_WORLD": str(self.path), "GH_DEPLOY_DIR": str(self.state),
            "GH_ENV_FILE": str(self.folder / "settings"), "GH_API_PORT": "47100", "GH_WORKER_PORT": "47101",
            "GH_DEPLOY_HEALTH_SECONDS": "1", "GH_DEPLOY_DRAIN_SECONDS": "50",
        }
        self.settings(f"GH_SERVICE_KEY={KEY}\nDATABASE_URL=postgres://db/gh\n")
        self.write({
            "images": {}, "registry": {}, "local": [], "tags": {}, "containers": {}, "calls": [], "faults": {}, "made": 0,
            "key": KEY, "gate": None,
        })
        for tag in ("v1", "v2", "v3"):
            self.publish(tag)

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def add_tool(self, name):
        tool = self.bin / name
        tool.write_text(
            f"#!{shutil.which('bash')}\n"
            f"exec {sys.executable} -SI -c 'import sys; sys.path.insert(0, \"{HERE}\"); import engine; engine.main(\"{name}\")' \"$@\"\n"
        )
        tool.chmod(0o755)

    def settings(self, text):
        (self.folder / "settings").write_text(text)

    def read(self):
        with self.path.open() as file:
            fcntl.flock(file, fcntl.LOCK_SH)
            return json.load(file)

    def write(self, world):
        self.path.write_text(json.dumps(world))

    def change(self, **members):
        """The engine of a deploy that was killed may still be about to write."""
        with self.path.open("r+") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            world = {**json.load(file), **members}
            file.seek(0)
            json.dump(world, file)
            file.truncate()

    def fault(self, **faults):
        """What goes wrong from now on: verbs, with `__` for a space, and what the engine says of them."""
        self.change(faults={verb.replace("__", " "): said for verb, said in faults.items()})

    def publish(self, tag, repository="ghosthands", **properties):
        """Puts an image under a tag into the registry; returns what always means it."""
        image = f"{repository}@sha256:{digest(tag + json.dumps(properties))}"
        world = self.read()
        world["images"][image] = {"version": f"0.1.0+{tag}", **properties}
        world["registry"][f"{repository}:{tag}"] = image
        self.write(world)
        return image

    def run(self, *words, **environment):
        """The end of a command: exit code, keys, (key, status), and what was said."""
        done = subprocess.run(
            [shutil.which("bash"), SCRIPT, *words], capture_output=True, text=True, timeout=300,
            env={**self.environment, **environment}, check=False,
        )
        return self.ended(done.returncode, done.stdout, done.stderr)

    def start(self, *words):
        return subprocess.Popen(
            [shutil.which("bash"), SCRIPT, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env=self.environment,
        )

    def ended(self, code, output, said):
        try:
            keys, end = valet.read(output)
        except ValueError as error:
            raise AssertionError(f"{error}\n{said}") from error
        return Ended(code, keys, end, said)

    def running(self):
        """Which image runs in which container."""
        return {name: one["image"] for name, one in self.read()["containers"].items() if one["running"]}

    def ids(self):
        return {name: one["id"] for name, one in self.read()["containers"].items() if one["running"]}

    def container(self, name):
        return self.read()["containers"][name]

    def calls(self, verb):
        return [call[1:] for call in self.read()["calls"] if call[1:2] == [verb]]

    def releases(self):
        file = self.state / "releases"
        return [line.split("\t")[1:4] for line in file.read_text().splitlines()] if file.exists() else []


class Ended:
    def __init__(self, code, keys, end, said):
        self.code, self.keys, self.end, self.said = code, keys, end, said

    def is_(self, code, status):
        assert (self.code, f"{self.end[0]}={self.end[1]}") == (code, status), f"{self.code} {self.end}\n{self.said}"
        return self
