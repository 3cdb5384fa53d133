#!/usr/bin/python3
"""What deploy/ describes holds together, and with the program. Usage: descriptions.py PROGRAM

Compose and Kubernetes files and units are read; kubernetes-validate, systemd-analyze and a compose are asked too where
they are installed.
"""
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
DEPLOY = ROOT / "deploy"
BASE = DEPLOY / "kubernetes" / "base"
PROGRAM = sys.argv[1]
GRACE = 45


def said(*words):
    return subprocess.run(
        [PROGRAM, *words], capture_output=True, text=True, check=False, env={"HOME": "/nonexistent", "PATH": "/usr/bin:/bin"}
    ).stdout


# Every name that `doctor` knows; those of secrets may come from files.
SETTINGS = set(re.findall(r"^  ([A-Z][A-Z0-9_]+) ", said("doctor").split("\nChecks")[0], re.M))
COMMANDS = {one["commandName"] for one in json.loads(said("--experimental-dump-help"))["command"]["subcommands"]}
RESOURCES = {
    (one["kind"], one["metadata"]["name"]): one
    for file in yaml.safe_load((BASE / "kustomization.yaml").read_text())["resources"]
    for one in yaml.safe_load_all((BASE / file).read_text())
}


def known(names, where, *others):
    strange = set(names) - SETTINGS - set(others)
    assert not strange, f"{where} sets what doctor does not know: {', '.join(sorted(strange))}"


def compose():
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    assert set(services) == {"postgres", "api", "worker"}
    for name in ("api", "worker"):
        one = services[name]
        known(one["environment"], f"compose.yaml's {name}")
        assert one["command"] == [name]
        assert one["read_only"] and one["cap_drop"] == ["ALL"] and one["tmpfs"] == ["/tmp"]
        assert "seccomp:seccomp.json" in one["security_opt"] and "no-new-privileges:true" in one["security_opt"]
        assert one["stop_grace_period"] == f"{GRACE}s" and one["healthcheck"]["test"] == ["CMD", "ghosthands", "health", name]
        assert one["depends_on"]["postgres"]["condition"] == "service_healthy"
        # Both see the same files, or links to pictures answer 404.
        assert one["volumes"] == ["files:/var/lib/ghosthands"]
    assert "wal_level=logical" in services["postgres"]["command"]
    assert services["worker"]["environment"]["GH_WORKER_URL"] == "http://worker:3101"


def pods():
    return {name: one["spec"]["template"] for (kind, name), one in RESOURCES.items() if kind == "Deployment"}


def kubernetes_pods():
    assert set(pods()) == {"ghosthands-api", "ghosthands-worker"}
    for name, template in pods().items():
        spec, (one,) = template["spec"], template["spec"]["containers"]
        assert spec["terminationGracePeriodSeconds"] == GRACE
        assert spec["securityContext"]["runAsNonRoot"] and spec["automountServiceAccountToken"] is False
        assert one["securityContext"] == {
            "allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True, "capabilities": {"drop": ["ALL"]},
        }
        assert one["args"] == [name.removeprefix("ghosthands-")]
        known((entry["name"] for entry in one["env"]), name, "POD_IP")
        volumes = {volume["name"] for volume in spec["volumes"]}
        assert {mount["name"] for mount in one["volumeMounts"]} == volumes
        for probe in ("startupProbe", "livenessProbe"):
            path = one[probe]["httpGet"]
            assert path["port"] in {port["name"] for port in one["ports"]}
            assert path["path"] == ("/health" if one["args"] == ["api"] else "/worker/health")


def kubernetes_references():
    for (kind, name), one in RESOURCES.items():
        if kind in ("Deployment", "PodDisruptionBudget"):
            assert one["spec"]["selector"]["matchLabels"] == {"app.kubernetes.io/name": name}
        if kind == "NetworkPolicy":
            assert one["spec"]["podSelector"]["matchLabels"] == {"app.kubernetes.io/name": name}
    for template in pods().values():
        for source in template["spec"]["containers"][0]["envFrom"]:
            ((sort, about),) = source.items()
            assert ({"configMapRef": "ConfigMap", "secretRef": "Secret"}[sort], about["name"]) in RESOURCES
    known(RESOURCES["ConfigMap", "ghosthands"]["data"], "settings.yaml")
    known(RESOURCES["Secret", "ghosthands"]["stringData"], "secret.yaml")
    images = {entry["name"] for entry in yaml.safe_load((BASE / "kustomization.yaml").read_text())["images"]}
    assert {template["spec"]["containers"][0]["image"] for template in pods().values()} == images


def scaling():
    """What KEDA counts is everything unfinished, by the names the program gives to statuses; one pod for its jobs at once."""
    trigger = RESOURCES["ScaledObject", "ghosthands-worker"]["spec"]["triggers"][0]
    unfinished = set(re.findall(r"'(\w+)'", re.search(r"status in \((.*?)\)", trigger["metadata"]["query"])[1]))
    assert unfinished == {"pending", "queued", "running", "paused"}
    statuses = (ROOT / "Sources/GhostHands/Job/JobStatus.swift").read_text()
    assert all(f"case {status}" in statuses or f" {status}" in statuses for status in unfinished)
    at_once = RESOURCES["ConfigMap", "ghosthands"]["data"]["MAX_CONCURRENT_JOBS"]
    assert trigger["metadata"]["targetQueryValue"] == at_once
    reference = RESOURCES["TriggerAuthentication", "ghosthands-database"]["spec"]["secretTargetRef"][0]
    assert reference["key"] in RESOURCES["Secret", reference["name"]]["stringData"]
    # Its replicas are KEDA's: a number here would be fought over.
    assert "replicas" not in RESOURCES["Deployment", "ghosthands-worker"]["spec"]


def demand():
    """KEDA's question, asked of a database of ours: jobs that a pod may take, and no others."""
    server = os.environ.get("GH_TEST_DATABASE_URL")
    if not server or not shutil.which("psql"):
        print("    there is no database to ask (scripts/with-postgres)")
        return
    sql(server, "create database demand")
    url = re.sub(r"dbname=\S+|(?<=[0-9])/\w+$", lambda found: "dbname=demand" if "=" in found[0] else "/demand", server)
    migrated = subprocess.run([PROGRAM, "migrate"], capture_output=True, text=True, check=False, env={
        "HOME": "/nonexistent", "PATH": os.environ["PATH"], "DATABASE_URL": url, "GH_SERVICE_KEY": "k" * 32, "GH_CREDENTIAL_KEY": "0" * 64})
    assert migrated.returncode == 0, migrated.stderr
    query = RESOURCES["ScaledObject", "ghosthands-worker"]["spec"]["triggers"][0]["metadata"]["query"]
    job = "insert into gh_automation_jobs (user_id, job_type, target_url, task_description, {}) values (gen_random_uuid(), 'apply', 'https://example.com/', '', {})"
    counted = 0
    for columns, values, counts in (
        ("status", "'pending'", True), ("status", "'queued'", True), ("status", "'running'", True), ("status", "'paused'", True),
        ("status, completed_at", "'completed', now()", False), ("status, completed_at", "'failed', now()", False),
        ("status, completed_at", "'cancelled', now()", False), ("status, completed_at", "'expired', now()", False),
        ("status, run_after", "'pending', now() + interval '1 day'", False), ("status, run_after", "'pending', now() + interval '5 seconds'", True),
        ("status, target_worker_id, worker_affinity", "'pending', 'w', 'strict'", False),
        ("status, target_worker_id, worker_affinity", "'pending', 'w', 'any'", True),
        ("status, browser_mode", "'pending', 'operator'", False),
    ):
        sql(url, job.format(columns, values))
        counted += counts
        assert int(sql(url, query)) == counted, f"{columns}: {values}"


def sql(url, text):
    return subprocess.run(["psql", url, "-Atqc", text], check=True, capture_output=True, text=True).stdout.strip()


def kustomized():
    """What kubectl makes of the base, where there is one: every resource, in the namespace, with its image and labels."""
    if not shutil.which("kubectl"):
        print("    kubectl is not installed")
        return
    done = subprocess.run(["kubectl", "kustomize", str(BASE)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    made = {(one["kind"], one["metadata"]["name"]): one for one in yaml.safe_load_all(done.stdout)}
    assert set(made) == set(RESOURCES)
    for (kind, _), one in made.items():
        assert one["metadata"]["labels"]["app.kubernetes.io/part-of"] == "ghosthands"
        assert kind == "Namespace" or one["metadata"]["namespace"] == "ghosthands"
        # A label of the whole must not reach selectors: they cannot be changed later.
        if kind == "Deployment": assert set(one["spec"]["selector"]["matchLabels"]) == {"app.kubernetes.io/name"}
    for role in ("api", "worker"):
        (container,) = made["Deployment", f"ghosthands-{role}"]["spec"]["template"]["spec"]["containers"]
        assert container["image"] == f"ghosthands-{role}:latest"


def keda():
    """What scales names what is there, by the members that KEDA has."""
    scaled, trusted = RESOURCES["ScaledObject", "ghosthands-worker"], RESOURCES["TriggerAuthentication", "ghosthands-database"]
    assert {scaled["apiVersion"], trusted["apiVersion"]} == {"keda.sh/v1alpha1"}
    spec = scaled["spec"]
    assert set(spec) <= {"scaleTargetRef", "pollingInterval", "cooldownPeriod", "idleReplicaCount", "minReplicaCount", "maxReplicaCount",
                         "fallback", "advanced", "triggers"}
    assert ("Deployment", spec["scaleTargetRef"]["name"]) in RESOURCES
    (trigger,) = spec["triggers"]
    assert trigger["type"] == "postgresql" and trigger["authenticationRef"]["name"] == trusted["metadata"]["name"]
    # Metadata is text, and the connection comes from the secret.
    assert all(isinstance(value, str) for value in trigger["metadata"].values())
    assert set(trigger["metadata"]) == {"query", "targetQueryValue", "activationTargetQueryValue"}
    assert trusted["spec"]["secretTargetRef"][0]["parameter"] == "connection"
    budget = RESOURCES["PodDisruptionBudget", "ghosthands-worker"]["spec"]
    assert len({"minAvailable", "maxUnavailable"} & set(budget)) == 1
    behavior = spec["advanced"]["horizontalPodAutoscalerConfig"]["behavior"]["scaleDown"]
    # Fewer at a time, and not within the time that a pod has for its jobs.
    assert behavior["stabilizationWindowSeconds"] > GRACE and spec["cooldownPeriod"] > GRACE


def units():
    for file in (DEPLOY / "systemd").glob("*.service"):
        text = file.read_text()
        command = re.search(r"^ExecStart=.*/usr/bin/ghosthands (\w+)$", text, re.M).group(1)
        assert command in COMMANDS, f"{file.name} starts {command}"
        known(re.findall(r"^(?:Environment|ExecStart)=(?:/usr/bin/env )?([A-Z][A-Z0-9_]+)=", text, re.M), file.name)
        assert int(re.search(r"^TimeoutStopSec=(\d+)$", text, re.M).group(1)) >= GRACE
        assert "KillMode=mixed" in text and "User=ghosthands" in text and "ProtectSystem=strict" in text
        # The browser's sandbox is made of user namespaces.
        assert ("RestrictNamespaces" in text) == (command == "api")


def settings_file():
    names = re.findall(r"^#?([A-Z][A-Z0-9_]+)=", (DEPLOY / "ghosthands.env").read_text(), re.M)
    known(names, "ghosthands.env", "POSTGRES_PASSWORD")


def image():
    text = (DEPLOY / "Dockerfile").read_text()
    for command in re.findall(r'^CMD \["(\w+)"\]', text, re.M) + ["health"]:
        assert command in COMMANDS
    known(re.findall(r"\b(GH_[A-Z_]+)=", text), "Dockerfile")
    for target in ("api", "worker"):
        stage = text.split(f" AS {target}\n")[1].split("\nFROM ")[0]
        assert stage.index("USER 10001:10001") < stage.index("CMD [")
        assert f'"ghosthands", "health", "{target}"' in stage


def seccomp():
    """What the sandbox needs is allowed, and what would lead out of a container is not."""
    profile = json.loads((DEPLOY / "seccomp.json").read_text())
    allowed = {name for rule in profile["syscalls"] for name in rule["names"]}
    assert profile["defaultAction"] == "SCMP_ACT_ERRNO"
    assert {"clone", "clone3", "unshare", "chroot", "socket", "seccomp"} <= allowed
    assert not {"mount", "bpf", "init_module", "kexec_load", "keyctl", "open_by_handle_at", "perf_event_open", "reboot"} & allowed


def others_agree():
    """The judgement of tools that are made for it, of those that are here."""
    asked = []
    if shutil.which("kubernetes-validate"):
        files = [str(BASE / name) for name in ("api.yaml", "worker.yaml", "network.yaml", "disruption.yaml", "secret.yaml", "settings.yaml")]
        ask(["kubernetes-validate", "--strict", "--quiet", *files], asked)
    if shutil.which("systemd-analyze"):
        done = subprocess.run(
            ["systemd-analyze", "verify", "--man=no", *map(str, (DEPLOY / "systemd").glob("*.service"))],
            capture_output=True, text=True, check=False,
        )
        wrong = [line for line in done.stderr.splitlines() if "ghosthands" in line and "is not executable" not in line]
        assert not wrong, wrong
        asked.append("systemd-analyze")
    if shutil.which("docker-compose"):
        ask(["docker-compose", "--file", str(DEPLOY / "compose.yaml"), "config", "--quiet"], asked)
    print(f"    asked: {', '.join(asked) or 'nobody, for none is installed'}")


def ask(words, asked):
    needed = dict.fromkeys(("POSTGRES_PASSWORD", "GH_SERVICE_KEY", "GH_CREDENTIAL_KEY"), "x")
    environment = {"PATH": os.environ["PATH"], "HOME": "/tmp", **needed}
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=environment, cwd=DEPLOY)
    assert done.returncode == 0, done.stdout + done.stderr
    asked.append(words[0])


def shell():
    """The scripts of this part are clean."""
    if not shutil.which("shellcheck"):
        print("    shellcheck is not installed")
        return
    files = [ROOT / "scripts" / name for name in ("deploy.sh", "package", "containers", "build")]
    done = subprocess.run(
        ["shellcheck", *files, *(DEPLOY / "debian").glob("p*")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


failed = 0
for check in (compose, kubernetes_pods, kubernetes_references, scaling, keda, demand, kustomized, units, settings_file, image, seccomp, others_agree, shell):
    try:
        check()
        print(f"✔ {check.__name__.replace('_', ' ')}")
    except AssertionError as error:
        failed += 1
        line = error.__traceback__.tb_next.tb_lineno if error.__traceback__.tb_next else error.__traceback__.tb_lineno
        print(f"✘ {check.__name__.replace('_', ' ')}, line {line}: {error}")
sys.exit(1 if failed else 0)
