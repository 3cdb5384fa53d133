"""Cases of `deploy` and `rollback`."""
import os
from pathlib import Path

from world import KEY, digest


def deployed(world, *tags):
    for tag in tags:
        world.run("deploy", tag).is_(0, "DEPLOY_STATUS=success")


def image(tag):
    return f"ghosthands@sha256:{digest(tag + '{}')}"


def all_run(world, tag):
    assert set(world.running().values()) == {image(tag)}, world.running()


def case_the_first_deploy(world):
    end = world.run("deploy", "v1").is_(0, "DEPLOY_STATUS=success")
    assert end.keys == {"DEPLOY_STATUS": ["success"], "DEPLOY_TAG": ["v1"], "DEPLOY_IMAGE": ["ghosthands:v1"]}, end.keys
    assert world.running() == {"gh-api": image("v1"), "gh-worker": image("v1")}
    assert world.releases() == [["healthy", "v1", image("v1")]]


def case_the_next_release_takes_the_place_of_the_one_before(world):
    deployed(world, "v1", "v2")
    assert set(world.read()["containers"]) == {"gh-api", "gh-worker"}
    all_run(world, "v2")


def case_without_a_tag_it_is_latest(world):
    world.publish("latest")
    assert world.run("deploy").is_(0, "DEPLOY_STATUS=success").keys["DEPLOY_TAG"] == ["latest"]


def case_the_image_is_named_by_registry_and_repository(world):
    registry = "123456789.dkr.ecr.us-east-1.amazonaws.com"
    world.publish("v1.2.3", f"{registry}/ghosthands")
    world.settings(f"ECR_REGISTRY={registry}\nECR_REPOSITORY=ghosthands\nAWS_REGION=us-east-1\nGH_SERVICE_KEY={KEY}\n")
    end = world.run("deploy", "v1.2.3").is_(0, "DEPLOY_STATUS=success")
    assert end.keys["DEPLOY_IMAGE"] == [f"{registry}/ghosthands:v1.2.3"]
    assert world.read()["password"].strip() == "password"
    assert world.calls("ecr") == [["ecr", "get-login-password", "--region", "us-east-1"]]


def case_a_registry_that_lets_nobody_in_changes_nothing(world):
    deployed(world, "v1")
    before = world.ids()
    world.fault(login="denied")
    world.run("deploy", "v2", ECR_REGISTRY="registry.example.com").is_(69, "DEPLOY_STATUS=failed")
    assert world.ids() == before


def case_without_aws_the_engine_must_know_the_registry(world):
    (world.bin / "aws").unlink()
    world.publish("v1", "registry.example.com/ghosthands")
    world.run("deploy", "v1", ECR_REGISTRY="registry.example.com").is_(0, "DEPLOY_STATUS=success")


def case_a_pull_that_fails_changes_nothing(world):
    deployed(world, "v1")
    before, releases = world.ids(), world.releases()
    end = world.run("deploy", "v9").is_(69, "DEPLOY_STATUS=failed")
    assert "nothing has been changed" in end.said
    assert (world.ids(), world.releases()) == (before, releases)
    assert not any(one.get("drained") for one in world.read()["containers"].values())


def case_no_room_for_the_image_changes_nothing(world):
    deployed(world, "v1")
    before = world.ids()
    world.fault(pull="write /var/lib/docker: no space left on device")
    assert "no space left" in world.run("deploy", "v2").is_(69, "DEPLOY_STATUS=failed").said
    assert world.ids() == before


def case_an_image_that_cannot_run_here_is_not_begun(world):
    deployed(world, "v1")
    before = world.ids()
    world.publish("v2", unfit=True)
    end = world.run("deploy", "v2").is_(1, "DEPLOY_STATUS=rollback")
    assert end.keys == {"DEPLOY_STATUS": ["rollback"]}
    assert "browser does not start" in end.said
    assert world.ids() == before
    assert not any(one.get("drained") for one in world.read()["containers"].values())


def case_a_first_image_that_cannot_run_here(world):
    world.publish("v1", unfit=True)
    world.run("deploy", "v1").is_(1, "DEPLOY_STATUS=failed")
    assert world.read()["containers"] == {}


def case_after_a_bad_api_the_old_one_serves(world):
    deployed(world, "v1")
    before = world.ids()
    bad = world.publish("v2", ill=["api"])
    end = world.run("deploy", "v2").is_(1, "DEPLOY_STATUS=rollback")
    assert end.keys == {"DEPLOY_STATUS": ["rollback"]}, end.keys
    assert "the log of gh-api-next" in end.said
    assert world.ids() == before
    assert world.releases()[-1] == ["failed", "v2", bad]


def case_a_bad_api_leaves_the_workers_at_work(world):
    deployed(world, "v1")
    world.publish("v2", ill=["api"])
    world.run("deploy", "v2").is_(1, "DEPLOY_STATUS=rollback")
    assert not world.container("gh-worker").get("drained")


def case_after_a_bad_worker_the_old_ones_serve(world):
    deployed(world, "v1")
    before = world.ids()
    world.publish("v2", ill=["worker"])
    world.run("deploy", "v2").is_(1, "DEPLOY_STATUS=rollback")
    assert world.ids() == before
    assert not world.container("gh-worker").get("drained")


def case_a_container_that_starts_over_and_over_is_not_waited_for(world):
    deployed(world, "v1")
    world.publish("v2", crashes=True, ill=["api"])
    world.environment["GH_DEPLOY_HEALTH_SECONDS"] = "50"
    world.run("deploy", "v2").is_(1, "DEPLOY_STATUS=rollback")
    all_run(world, "v1")


def case_an_api_of_another_version_is_not_the_new_one(world):
    deployed(world, "v1")
    world.publish("v2", says="0.1.0+v1")
    world.run("deploy", "v2").is_(1, "DEPLOY_STATUS=rollback")
    all_run(world, "v1")


def case_of_a_bad_first_release_the_log_is_kept(world):
    world.publish("v1", ill=["api"])
    world.run("deploy", "v1").is_(1, "DEPLOY_STATUS=failed")
    assert world.running() == {}
    assert world.read()["containers"] == {}
    assert (world.state / "gh-api.log").read_text().strip() == "the log of gh-api-next"


def case_after_a_bad_first_release_comes_a_good_one(world):
    world.publish("v1", ill=["worker"])
    world.run("deploy", "v1").is_(1, "DEPLOY_STATUS=failed")
    deployed(world, "v2")
    assert set(world.read()["containers"]) == {"gh-api", "gh-worker"}


def case_a_way_back_that_fails_too_is_said(world):
    world.environment["GH_NETWORK"] = "gh"
    deployed(world, "v1")
    world.publish("v2", ill=["api"])
    world.fault(start__gh_api="is broken")
    world.change(faults={"start gh-api": "is broken", "run gh-api-next": "nothing starts"})
    end = world.run("deploy", "v2").is_(1, "DEPLOY_STATUS=rollback_failed")
    assert end.keys == {"DEPLOY_STATUS": ["rollback_failed"]}


def case_where_what_ran_before_does_not_start_the_last_healthy_release_does(world):
    world.environment["GH_NETWORK"] = "gh"
    deployed(world, "v1", "v2")
    world.publish("v3", ill=["api"])
    world.change(faults={"start gh-api": "is broken"})
    world.run("deploy", "v3").is_(1, "DEPLOY_STATUS=rollback")
    all_run(world, "v2")


def case_containers_that_somebody_removed_are_put_up_anew(world):
    deployed(world, "v1")
    world.change(containers={})
    world.publish("v2", ill=["api"])
    world.run("deploy", "v2").is_(1, "DEPLOY_STATUS=rollback")
    assert world.running() == {"gh-api": image("v1"), "gh-worker": image("v1")}


def case_two_deploys_at_once(world):
    gate = str(world.folder / "gate")
    for pipe in (gate, gate + ".reached"):
        os.mkfifo(pipe)
    world.change(gate=gate)
    first = world.start("deploy", "v1")
    Path(gate + ".reached").read_text()
    world.run("deploy", "v2").is_(75, "DEPLOY_STATUS=busy")
    Path(gate).write_text("")
    output, said = first.communicate(timeout=60)
    world.ended(first.returncode, output, said).is_(0, "DEPLOY_STATUS=success")
    all_run(world, "v1")


def case_tags_that_are_none(world):
    for tag in ("v1 v2", "../v1", "v1;reboot", "$(id)", "-v1", "v1\nDEPLOY_STATUS=success", "a" * 129, "`id`", "ü"):
        world.run("deploy", tag).is_(64, "DEPLOY_STATUS=failed")
    assert world.calls("pull") == []


def case_workers_for_certain_jobs_are_renewed_and_stay_what_they_are(world):
    deployed(world, "v1")
    for name in ("user-a", "user-b"):
        world.run("start-worker", name).is_(0, "WORKER_STATUS=started")
    before = {name: one["labels"]["gh.port"] for name, one in world.read()["containers"].items()}
    deployed(world, "v2")
    assert {name: one["labels"]["gh.port"] for name, one in world.read()["containers"].items()} == before
    all_run(world, "v2")


def case_after_a_bad_targeted_worker_everything_is_as_before(world):
    deployed(world, "v1")
    world.run("start-worker", "user-a").is_(0, "WORKER_STATUS=started")
    before = world.ids()
    name = next(name for name in before if name.startswith("gh-worker-"))
    world.change(faults={f"run {name}-next": "no memory"})
    world.run("deploy", "v2").is_(1, "DEPLOY_STATUS=rollback")
    assert world.ids() == before


def case_an_unchanged_image_is_put_up_anew(world):
    deployed(world, "v1")
    before = world.ids()
    deployed(world, "v1")
    assert set(world.ids()) == set(before) and not set(world.ids().values()) & set(before.values())


def case_jobs_at_hand_are_waited_for(world):
    deployed(world, "v1")
    containers = world.read()["containers"]
    containers["gh-worker"]["at_work"] = 3
    world.change(containers=containers)
    deployed(world, "v2")
    asked = [call for call in world.read()["calls"] if call[0] == "curl" and call[-1].endswith("/worker/health")]
    assert len(asked) >= 5


def case_a_job_that_does_not_end_is_left_to_the_workers_own_way_of_ending(world):
    deployed(world, "v1")
    containers = world.read()["containers"]
    containers["gh-worker"]["at_work"] = 1000
    world.change(containers=containers)
    world.environment["GH_DEPLOY_DRAIN_SECONDS"] = "0"
    assert "still at work" in world.run("deploy", "v2").is_(0, "DEPLOY_STATUS=success").said
    assert ["stop", "-t", "45", "gh-worker"] in world.calls("stop")


def case_a_signal_before_anything_changed(world):
    deployed(world, "v1")
    before = world.ids()
    world.change(faults={"pull": "SIGINT"})
    world.run("deploy", "v2").is_(130, "DEPLOY_STATUS=failed")
    assert world.ids() == before


def case_a_signal_while_the_api_changes_places(world):
    deployed(world, "v1")
    before = world.ids()
    world.change(faults={"run gh-api-next": "SIGTERM"})
    world.run("deploy", "v2").is_(143, "DEPLOY_STATUS=rollback")
    assert world.ids() == before


def case_a_connection_that_is_lost_while_the_worker_changes_places(world):
    deployed(world, "v1")
    before = world.ids()
    world.change(faults={"stop gh-worker": "SIGHUP"})
    world.run("deploy", "v2").is_(129, "DEPLOY_STATUS=rollback")
    assert world.ids() == before


def case_a_signal_in_the_first_deploy(world):
    world.change(faults={"run gh-worker-next": "SIGINT"})
    world.run("deploy", "v1").is_(130, "DEPLOY_STATUS=failed")
    assert world.running() == {}


def case_a_deploy_that_was_killed_is_made_good_by_the_next(world):
    deployed(world, "v1")
    world.change(faults={"rename gh-api": "SIGKILL"})
    assert world.start("deploy", "v2").wait(60) == -9
    world.change(faults={})
    deployed(world, "v3")
    assert set(world.read()["containers"]) == {"gh-api", "gh-worker"}
    all_run(world, "v3")


def case_a_deploy_that_was_killed_between_the_two_is_made_good_by_the_next(world):
    deployed(world, "v1")
    world.change(faults={"rm gh-api": "SIGKILL"})
    assert world.start("deploy", "v2").wait(60) == -9
    world.change(faults={})
    deployed(world, "v3")
    assert set(world.read()["containers"]) == {"gh-api", "gh-worker"}
    all_run(world, "v3")


def case_a_file_of_releases_that_was_cut_in_half(world):
    deployed(world, "v1", "v2")
    file = world.state / "releases"
    file.write_text(file.read_text()[:-30])
    deployed(world, "v3")
    assert [line[1] for line in world.releases()] == ["v1", "v3"]
    world.run("rollback").is_(0, "DEPLOY_STATUS=rollback")
    all_run(world, "v1")


def case_a_file_of_releases_that_is_none(world):
    world.state.mkdir()
    (world.state / "releases").write_bytes(os.urandom(3000))
    deployed(world, "v1", "v2")
    assert [line[1] for line in world.releases()] == ["v1", "v2"]


def case_a_state_folder_that_cannot_be_made(world):
    world.state.write_text("a file")
    world.run("deploy", "v1").is_(73, "DEPLOY_STATUS=failed")
    assert world.read()["containers"] == {}


def case_a_full_disk_is_noticed_before_anything_changes(world):
    deployed(world, "v1")
    before = world.ids()
    (world.state / "releases.next").symlink_to("/dev/full")
    assert "disk full" in world.run("deploy", "v2").is_(74, "DEPLOY_STATUS=failed").said
    assert world.ids() == before


def case_no_engine(world):
    for name in ("docker", "podman"):
        (world.bin / name).unlink()
    for command in ("deploy", "rollback", "drain", "health", "status", "list-workers"):
        assert world.run(command).code == 69
    world.run("start-worker", "a").is_(69, "WORKER_STATUS=failed")


def case_podman_where_docker_does_not_answer(world):
    (world.bin / "docker").write_text("#!/bin/sh\nexit 1\n")
    deployed(world, "v1")
    assert all(call[0] == "podman" for call in world.read()["calls"] if call[1] in ("run", "ps"))


def case_settings_of_the_file(world):
    world.settings(f'# a comment\nexport GH_SERVICE_KEY="{KEY}"\nDATABASE_URL=\'postgres://u:p%40ss@db/gh\'\r\nOPENAI_API_KEY=sk-1\nPATH=/nowhere\nnonsense\nMAX_CONCURRENT_JOBS=4')
    deployed(world, "v1")
    environment = world.container("gh-worker")["environment"]
    assert environment["DATABASE_URL"] == "postgres://u:p%40ss@db/gh"
    assert (environment["OPENAI_API_KEY"], environment["MAX_CONCURRENT_JOBS"]) == ("sk-1", "4")
    said = " ".join(word for call in world.read()["calls"] for word in call)
    assert KEY not in said and "p%40ss" not in said and "sk-1" not in said


def case_the_environment_counts_before_the_file(world):
    world.run("deploy", "v1", DATABASE_URL="postgres://other/gh").is_(0, "DEPLOY_STATUS=success")
    assert world.container("gh-api")["environment"]["DATABASE_URL"] == "postgres://other/gh"


def case_a_file_of_settings_that_is_not_there(world):
    (world.folder / "settings").unlink()
    world.run("deploy", "v1").is_(78, "DEPLOY_STATUS=failed")


def case_a_secret_in_a_file_is_mounted(world):
    secret = world.folder / "key"
    secret.write_text(KEY)
    world.settings(f"GH_SERVICE_KEY_FILE={secret}\n")
    deployed(world, "v1")
    assert f"{secret}:{secret}:ro" in world.container("gh-api")["options"]
    world.run("drain").is_(0, "DRAIN_STATUS=success")


def case_containers_are_shut_in(world):
    deployed(world, "v1")
    options = world.container("gh-worker")["options"]
    for option in ("--read-only", "no-new-privileges", "ALL", "45"):
        assert option in options, option
    assert any(option.startswith("seccomp=") for option in options)


def case_a_dry_run_changes_nothing(world):
    deployed(world, "v1")
    before, releases = world.read()["containers"], world.releases()
    end = world.run("--dry-run", "deploy", "v2").is_(0, "DEPLOY_STATUS=dry_run")
    assert "would run: docker run" in end.said.replace("'", "") and "would drain gh-worker" in end.said
    assert (world.read()["containers"], world.releases()) == (before, releases)
    world.run("--dry-run", "drain").is_(0, "DRAIN_STATUS=dry_run")
    world.run("--dry-run", "start-worker", "a").is_(0, "WORKER_STATUS=dry_run")
    assert world.read()["containers"] == before


def case_a_dry_run_on_a_fresh_machine(world):
    world.run("--dry-run", "deploy", "v1").is_(0, "DEPLOY_STATUS=dry_run")
    assert world.read()["containers"] == {} and not world.state.exists()


def case_rollback_goes_to_an_image_and_not_to_a_tag(world):
    deployed(world, "v1", "v2")
    world.publish("v1", unfit=True, ill=["api"])
    world.run("rollback").is_(0, "DEPLOY_STATUS=rollback")
    all_run(world, "v1")


def case_rollback_where_nothing_is_known(world):
    world.run("rollback").is_(66, "DEPLOY_STATUS=rollback_failed")
    deployed(world, "v1")
    before = world.ids()
    world.run("rollback").is_(66, "DEPLOY_STATUS=rollback_failed")
    assert world.ids() == before


def case_a_second_rollback_goes_one_further_back(world):
    deployed(world, "v1", "v2", "v3")
    for tag in ("v2", "v1"):
        world.run("rollback").is_(0, "DEPLOY_STATUS=rollback")
        all_run(world, tag)
    world.run("rollback").is_(66, "DEPLOY_STATUS=rollback_failed")


def case_what_was_rolled_back_from_may_be_deployed_again(world):
    deployed(world, "v1", "v2")
    world.run("rollback").is_(0, "DEPLOY_STATUS=rollback")
    deployed(world, "v2", "v3")
    world.run("rollback").is_(0, "DEPLOY_STATUS=rollback")
    all_run(world, "v2")


def case_rollback_passes_over_releases_that_failed(world):
    deployed(world, "v1")
    world.publish("v2", ill=["api"])
    world.run("deploy", "v2").is_(1, "DEPLOY_STATUS=rollback")
    deployed(world, "v3")
    world.run("rollback").is_(0, "DEPLOY_STATUS=rollback")
    all_run(world, "v1")


def case_rollback_to_an_image_that_is_not_here_any_more(world):
    deployed(world, "v1", "v2")
    world.change(local=[image("v2")])
    world.run("rollback").is_(0, "DEPLOY_STATUS=rollback")
    assert ["pull", image("v1")] in world.calls("pull")


def case_rollback_to_an_image_that_is_nowhere(world):
    deployed(world, "v1", "v2")
    before = world.ids()
    world.change(local=[image("v2")])
    world.fault(pull="no route to host")
    world.run("rollback").is_(69, "DEPLOY_STATUS=rollback_failed")
    assert world.ids() == before


def case_rollback_to_a_release_that_is_not_well_any_more(world):
    deployed(world, "v1", "v2")
    before, world_now = world.ids(), world.read()
    world_now["images"][image("v1")]["ill"] = ["api"]
    world.write(world_now)
    world.run("rollback").is_(1, "DEPLOY_STATUS=rollback_failed")
    assert world.ids() == before


def case_old_images_are_let_go_and_the_last_five_that_were_well_are_kept(world):
    tags = [f"r{number}" for number in range(7)]
    for tag in tags:
        world.publish(tag)
    deployed(world, *tags)
    assert set(world.read()["local"]) == {image(tag) for tag in tags[2:]}


def case_ports_are_asked_where_they_listen(world):
    world.environment.update(GH_API_HOST="10.0.0.5", GH_WORKER_HOST="10.0.0.6", GH_DATA_DIR="/srv/elsewhere")
    deployed(world, "v1")
    asked = {call[-1] for call in world.read()["calls"] if call[0] == "curl"}
    assert asked == {"http://10.0.0.5:47100/health", "http://10.0.0.6:47101/worker/health"}, asked
    environment = world.container("gh-worker")["environment"]
    assert environment["GH_DATA_DIR"] == "/var/lib/ghosthands" and environment["GH_WORKER_HOST"] == "10.0.0.6"


def case_in_a_network_of_the_engine_ports_are_published(world):
    world.environment["GH_NETWORK"] = "gh"
    deployed(world, "v1")
    assert "0.0.0.0:47100:47100" in world.container("gh-api")["options"]
    assert "127.0.0.1:47101:47101" in world.container("gh-worker")["options"]
    assert world.container("gh-worker")["environment"]["GH_WORKER_HOST"] == "0.0.0.0"
    assert world.container("gh-api")["environment"].get("GH_REUSE_PORT") is None


def order(world):
    """The starts and stops of API containers, in their order."""
    return [(call[1], call[-1] if call[1] == "stop" else call[call.index("--name") + 1]) for call in world.read()["calls"]
            if call[1:2] and call[1] in ("run", "stop") and "gh-api" in " ".join(call)]


def case_an_api_is_stopped_when_the_next_one_is_well(world):
    deployed(world, "v1", "v2")
    assert order(world)[1:] == [("run", "gh-api-next"), ("stop", "gh-api")], order(world)
    assert world.container("gh-api")["environment"]["GH_REUSE_PORT"] == "true"


def case_an_api_whose_port_is_published_is_stopped_first_and_why_is_said(world):
    world.environment["GH_NETWORK"] = "gh"
    deployed(world, "v1")
    assert "publishes a port to one container" in world.run("deploy", "v2").is_(0, "DEPLOY_STATUS=success").said
    assert order(world)[1:] == [("stop", "gh-api"), ("run", "gh-api-next")], order(world)


def case_an_api_that_does_not_share_its_port_is_stopped_first_and_that_is_said(world):
    world.run("deploy", "v1", GH_REUSE_PORT="false").is_(0, "DEPLOY_STATUS=success")
    assert "does not share its port" in world.run("deploy", "v2").is_(0, "DEPLOY_STATUS=success").said
    assert order(world)[1:] == [("stop", "gh-api"), ("run", "gh-api-next")], order(world)


def case_beside_a_bad_api_the_old_one_never_stopped(world):
    deployed(world, "v1")
    world.publish("v2", ill=["api"])
    world.run("deploy", "v2").is_(1, "DEPLOY_STATUS=rollback")
    assert ("stop", "gh-api") not in order(world) and world.calls("start") == []


def case_the_same_release_is_well_when_the_new_process_answers(world):
    deployed(world, "v1")
    world.publish("v1", ill=["api"])
    world.run("deploy", "v1").is_(1, "DEPLOY_STATUS=rollback")
    all_run(world, "v1")


def case_containers_in_the_network_of_another_share_it(world):
    world.environment["GH_NETWORK"] = "container:pause"
    deployed(world, "v1", "v2")
    assert order(world)[1:] == [("run", "gh-api-next"), ("stop", "gh-api")], order(world)
    assert "--publish" not in world.container("gh-api")["options"]
