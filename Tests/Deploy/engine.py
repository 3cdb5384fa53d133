"""Stands in for docker, podman, curl and aws: containers, images and what answers on ports, in one file of JSON.

Called by the name it is to be. GH_WORLD names the file, which tests fill and read; every call is written down in it.
"""
import fcntl
import json
import os
import re
import signal
import sys


def call(world, name, words, given):
    """The exit code of a call, and what it prints."""
    world["calls"].append([name, *words])
    world["password"] = given or world.get("password")
    if name == "curl":
        return curl(world, words)
    if name == "aws":
        return (0, "password") if not world["faults"].get("aws") else (255, "")
    return Engine(world).call(words)


def curl(world, words):
    url = next(word for word in words if word.startswith("http://"))
    port, path = re.fullmatch(r"http://[^/]*:(\d+)(/.*)", url).groups()
    there = [one for one in world["containers"].values() if one["running"] and one["labels"].get("gh.port") == port]
    # Those that share a port take turns, the newest first.
    world["asked"] = world.get("asked", 0) + 1 if len(there) > 1 else 0
    for container in there[world["asked"] % len(there):][:1] if there else []:
        image = world["images"][container["image"]]
        is_api = container["command"] == "api"
        if container["command"] in image.get("ill", []) or is_api != (path == "/health"):
            return 7, ""
        if is_api:
            status = "degraded" if world["faults"].get("database") else "ok"
            return 0, json.dumps({"status": status, "service": "ghosthands", "version": image.get("says", image["version"]), "started_at": f"2026-01-01T00:00:{container['id']:02}.000Z"})
        if path == "/worker/drain":
            key = next(word for word in words if word.startswith("@"))
            with open(key[1:]) as header:
                if header.read().strip() != "X-GH-Service-Key: " + world["key"]:
                    return 22, ""
            container["drained"] = True
            return 0, "{}"
        left = container.get("at_work", 0)
        if container.get("drained") and left:
            container["at_work"] = left - 1
        return 0, json.dumps({"status": "busy" if left else "idle", "active_jobs": left, "deploy_safe": left == 0})
    return 7, ""


class Engine:
    def __init__(self, world):
        self.world = world
        self.containers = world["containers"]

    def call(self, words):
        """A command of two words or one."""
        two = "_".join(words[:2])
        if words[0] in ("container", "image") and hasattr(self, two):
            return self.faulty(two, words[2:])
        if not hasattr(self, words[0]):
            return 125, f"unknown command {words}"
        return self.faulty(words[0], words[1:])

    def faulty(self, verb, words):
        fault = self.world["faults"].get(verb) or self.world["faults"].get(f"{verb} {words[-1] if words else ''}".strip())
        named = words[words.index("--name") + 1] if "--name" in words else words[-1] if words else ""
        fault = fault or self.world["faults"].get(f"{verb} {named}")
        if fault and fault.startswith("SIG"):
            # The signal comes while the engine is at work, and the work is done.
            answer = getattr(self, verb)(words)
            os.kill(os.getppid(), getattr(signal, fault))
            return answer
        if fault:
            print(f"Error: {fault}", file=sys.stderr)
            return 1, ""
        return getattr(self, verb)(words)

    def version(self, _):
        return 0, "stand-in"

    def login(self, _):
        return 0, ""

    def pull(self, words):
        wanted = words[-1]
        found = self.world["registry"].get(wanted)
        if wanted in self.world["images"] and "@" in wanted:
            found = wanted
        if not found:
            print(f"Error: manifest for {wanted} not found", file=sys.stderr)
            return 1, ""
        self.world["local"] = sorted({*self.world["local"], found})
        self.world["tags"][wanted] = found
        return 0, ""

    def image_inspect(self, words):
        name = words[-1]
        found = self.world["tags"].get(name, name)
        if found not in self.world["local"]:
            return 1, ""
        return 0, found if "--format" in words else "[]"

    def image_rm(self, words):
        self.world["local"] = [image for image in self.world["local"] if image != words[-1]]
        return 0, ""

    def run(self, words):
        options, rest = {"--label": [], "--env": []}, list(words)
        flags = {"--detach", "--rm", "--read-only"}
        while rest and rest[0].startswith("-"):
            word = rest.pop(0)
            if word in flags:
                options[word] = True
            elif word in ("--label", "--env"):
                options[word].append(rest.pop(0))
            else:
                options.setdefault(word, []).append(rest.pop(0))
        image, command = rest[0], rest[1:]
        if image not in self.world["local"]:
            return 125, "no such image"
        about = self.world["images"][image]
        if command[0] == "doctor":
            print("  x browser does not start" if about.get("unfit") else "  well", file=sys.stderr)
            return (1 if about.get("unfit") else 0), ""
        name = options["--name"][0]
        if name in self.containers:
            return 125, "the name is taken"
        environment = {}
        for entry in options["--env"]:
            key, said, value = entry.partition("=")
            environment[key] = value if said else os.environ.get(key)
        self.world["made"] += 1
        self.containers[name] = {
            "id": self.world["made"], "image": image, "command": command[0], "running": True, "environment": environment,
            "labels": {**dict(label.split("=", 1) for label in options["--label"]),
                       "org.opencontainers.image.version": about["version"]},
            "restarts": 9 if about.get("crashes") else 0, "options": words,
        }
        return 0, "id"

    def start(self, words):
        self.containers[words[-1]]["running"] = True
        self.containers[words[-1]].pop("drained", None)
        return 0, words[-1]

    restart = start

    def stop(self, words):
        if words[-1] not in self.containers:
            return 1, ""
        self.containers[words[-1]]["running"] = False
        return 0, words[-1]

    def rm(self, words):
        return (0, "") if self.containers.pop(words[-1], None) else (1, "")

    def rename(self, words):
        if words[1] in self.containers:
            return 1, ""
        self.containers[words[1]] = self.containers.pop(words[0])
        return 0, ""

    def logs(self, words):
        return 0, f"the log of {words[-1]}"

    def ps(self, words):
        wanted = words[words.index("--filter") + 1].removeprefix("label=")
        key, has_value, value = wanted.partition("=")
        names = [
            name for name, one in self.containers.items()
            if ("-a" in words or one["running"]) and key in one["labels"] and (not has_value or one["labels"][key] == value)
        ]
        return 0, "\n".join(names)

    def container_inspect(self, words):
        names = words[2:] if words[0] == "--format" else words
        if not names or any(name not in self.containers for name in names):
            print("Error: no such container", file=sys.stderr)
            return 1, ""
        return 0, "\n".join(self.shown(words[1] if words[0] == "--format" else "", self.containers[name]) for name in names)

    def shown(self, template, one):
        def value(match):
            text = match.group(1).strip()
            label = re.fullmatch(r'index \.Config\.Labels "(.*)"', text)
            if label:
                return one["labels"].get(label.group(1), "")
            return {
                ".State.Running": "true" if one["running"] else "false",
                ".State.Status": "running" if one["running"] else "exited", ".RestartCount": str(one["restarts"]),
            }[text]

        return re.sub(r"\{\{(.*?)\}\}", value, template)


def main(name):
    """Does what the tool of this name would do with the words of the command line."""
    words = sys.argv[1:]
    # Whoever sends the password needs the world too, and must have gone.
    given = sys.stdin.read() if words[:1] == ["login"] else None
    with open(os.environ["GH_WORLD"], "r+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        world = json.load(file)
        code, text = call(world, name, words, given)
        file.seek(0)
        json.dump(world, file)
        file.truncate()
    # Stands still here until the test has seen what it wants to see: two pipes with names.
    if world["gate"] and words[:1] == ["pull"]:
        for pipe, mode in ((world["gate"] + ".reached", "w"), (world["gate"], "r")):
            with open(pipe, mode):
                pass
    if text:
        print(text)
    sys.exit(code)
