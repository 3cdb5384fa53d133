"""Cases of `drain`, `health`, `status` and of workers for certain jobs."""
import hashlib

from deploying import deployed


def name_of(worker):
    return "gh-worker-" + hashlib.sha256(worker.encode()).hexdigest()[:8]


def at_work(world, polls, name="gh-worker"):
    containers = world.read()["containers"]
    containers[name]["at_work"] = polls
    world.change(containers=containers)


def case_drain(world):
    deployed(world, "v1")
    at_work(world, 3)
    end = world.run("drain").is_(0, "DRAIN_STATUS=success")
    assert end.keys == {"DRAIN_STATUS": ["success"]}
    assert set(world.running()) == {"gh-api", "gh-worker"} and world.container("gh-worker")["drained"]


def case_drain_that_takes_too_long(world):
    deployed(world, "v1")
    at_work(world, 1000)
    world.run("drain", GH_DEPLOY_DRAIN_SECONDS="0").is_(1, "DRAIN_STATUS=timeout")


def case_drain_where_no_worker_runs(world):
    world.run("drain").is_(0, "DRAIN_STATUS=success")


def case_drain_with_another_key(world):
    deployed(world, "v1")
    world.run("drain", GH_SERVICE_KEY="wrong").is_(1, "DRAIN_STATUS=failed")


def case_drain_reaches_every_worker(world):
    deployed(world, "v1")
    world.run("start-worker", "a").is_(0, "WORKER_STATUS=started")
    world.run("drain").is_(0, "DRAIN_STATUS=success")
    assert world.container(name_of("a"))["drained"]


def case_drain_then_deploy_as_valet_does(world):
    deployed(world, "v1")
    world.run("drain").is_(0, "DRAIN_STATUS=success")
    deployed(world, "v2")
    assert not world.container("gh-worker").get("drained")


def case_health(world):
    deployed(world, "v1")
    for command in ("health", "status"):
        end = world.run(command).is_(0, "HEALTH_STATUS=healthy")
        assert end.keys == {"HEALTH_STATUS": ["healthy"]}
    assert "gh-worker" in end.said


def case_a_busy_worker_is_well(world):
    deployed(world, "v1")
    at_work(world, 5)
    world.run("health").is_(0, "HEALTH_STATUS=healthy")


def case_health_where_a_worker_is_down(world):
    deployed(world, "v1")
    containers = world.read()["containers"]
    containers["gh-worker"]["running"] = False
    world.change(containers=containers)
    world.run("health").is_(1, "HEALTH_STATUS=unhealthy")
    assert "gh-worker" in world.run("status").is_(0, "HEALTH_STATUS=unhealthy").said


def case_health_where_the_database_is_away(world):
    deployed(world, "v1")
    world.change(faults={"database": "away"})
    world.run("health").is_(1, "HEALTH_STATUS=unhealthy")


def case_health_where_nothing_was_deployed(world):
    world.run("health").is_(1, "HEALTH_STATUS=unhealthy")
    world.run("status").is_(0, "HEALTH_STATUS=unhealthy")


def case_health_passes_over_what_a_failed_deploy_left(world):
    deployed(world, "v1")
    world.publish("v2", ill=["api"])
    world.run("deploy", "v2").is_(1, "DEPLOY_STATUS=rollback")
    world.run("health").is_(0, "HEALTH_STATUS=healthy")


def case_start_a_worker(world):
    deployed(world, "v1")
    end = world.run("start-worker", "user-abc-123").is_(0, "WORKER_STATUS=started")
    name = name_of("user-abc-123")
    assert end.keys["WORKER_NAME"] == [name] and end.keys["WORKER_ID"] == ["user-abc-123"]
    environment = world.container(name)["environment"]
    assert (environment["GH_WORKER_ID"], environment["MAX_CONCURRENT_JOBS"]) == ("user-abc-123", "2")


def case_ids_with_the_same_first_eight_characters(world):
    deployed(world, "v1")
    names = {world.run("start-worker", worker).keys["WORKER_NAME"][0] for worker in ("user-abc-123", "user-abc-124")}
    assert len(names) == 2 and names < set(world.running())
    ports = {one["labels"]["gh.port"] for one in world.read()["containers"].values()}
    assert len(ports) == 4


def case_ids_that_are_none(world):
    deployed(world, "v1")
    for worker in ("", "a b", "a'b", 'a"b', "../a", "a/b", "$(id)", "a;b", "-a", ".", "a\nb", "ü", "a" * 101):
        for command in ("start-worker", "stop-worker"):
            world.run(command, worker).is_(64, "WORKER_STATUS=failed")
    world.run("start-worker").is_(64, "WORKER_STATUS=failed")
    assert set(world.running()) == {"gh-api", "gh-worker"}


def case_a_worker_that_is_there_is_left_as_it_is(world):
    deployed(world, "v1")
    world.run("start-worker", "a").is_(0, "WORKER_STATUS=started")
    before = world.ids()
    world.run("start-worker", "a").is_(0, "WORKER_STATUS=started")
    assert world.ids() == before


def case_a_worker_before_anything_was_deployed(world):
    world.run("start-worker", "a").is_(66, "WORKER_STATUS=failed")


def case_a_worker_that_does_not_get_well_is_removed(world):
    deployed(world, "v1")
    world.change(faults={f"run {name_of('a')}-next": "no memory"})
    world.run("start-worker", "a").is_(1, "WORKER_STATUS=failed")
    assert set(world.read()["containers"]) == {"gh-api", "gh-worker"}


def case_a_signal_while_a_worker_starts(world):
    deployed(world, "v1")
    world.change(faults={f"run {name_of('a')}-next": "SIGTERM"})
    world.run("start-worker", "a").is_(143, "WORKER_STATUS=failed")
    assert set(world.read()["containers"]) == {"gh-api", "gh-worker"}


def case_a_name_that_is_another_workers(world):
    deployed(world, "v1")
    world.run("start-worker", "a").is_(0, "WORKER_STATUS=started")
    containers = world.read()["containers"]
    containers[name_of("a")]["labels"]["gh.worker_id"] = "b"
    world.change(containers=containers)
    world.run("stop-worker", "a").is_(65, "WORKER_STATUS=failed")
    assert name_of("a") in world.running()


def case_stop_a_worker(world):
    deployed(world, "v1")
    world.run("start-worker", "a").is_(0, "WORKER_STATUS=started")
    at_work(world, 2, name_of("a"))
    world.run("stop-worker", "a").is_(0, "WORKER_STATUS=stopped")
    assert set(world.read()["containers"]) == {"gh-api", "gh-worker"}
    assert any(call[-1].endswith("/worker/drain") for call in world.read()["calls"] if call[0] == "curl")


def case_stop_a_worker_that_is_not_there(world):
    world.run("stop-worker", "a").is_(0, "WORKER_STATUS=stopped")


def case_list_workers(world):
    deployed(world, "v1")
    assert world.run("list-workers").is_(0, "WORKER_STATUS=listed").keys == {"WORKER_STATUS": ["listed"]}
    for worker in ("a", "b"):
        world.run("start-worker", worker).is_(0, "WORKER_STATUS=started")
    keys = world.run("list-workers").is_(0, "WORKER_STATUS=listed").keys
    assert sorted(zip(keys["WORKER_NAME"], keys["WORKER_ID"])) == sorted((name_of(one), one) for one in "ab")


def case_a_command_that_is_none(world):
    world.run("reboot").is_(64, "DEPLOY_STATUS=failed")
    world.run().is_(64, "DEPLOY_STATUS=failed")


def case_a_url_for_one_worker_is_not_given_to_another(world):
    world.environment["GH_WORKER_URL"] = "http://10.0.0.5:47101"
    deployed(world, "v1")
    world.run("start-worker", "a").is_(0, "WORKER_STATUS=started")
    assert "GH_WORKER_URL" in world.container("gh-worker")["environment"]
    assert "GH_WORKER_URL" not in world.container(name_of("a"))["environment"]


def case_a_host_with_workers_only(world):
    world.environment["GH_DEPLOY_ROLES"] = "worker"
    deployed(world, "v1")
    assert set(world.running()) == {"gh-worker"}
    world.run("health").is_(0, "HEALTH_STATUS=healthy")
