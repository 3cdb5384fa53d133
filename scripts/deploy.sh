#!/usr/bin/env bash
# Runs GhostHands in containers on this machine: one API, one worker, and workers for certain jobs.
# Standard output has what programs read and nothing else: one line `…_STATUS=…` for every way out, and the lines beside
# it that docs/operations.md lists. Everything else goes to standard error. Why it is so: decision 0034.
set -euo pipefail
exec 3>&1 1>&2
trap '' PIPE

usage() {
    cat <<'TEXT'
usage: scripts/deploy.sh [--dry-run] COMMAND
  deploy [TAG]        run this tag (latest) instead of what runs; when it is not well, what ran before goes on
  rollback            run the release that was well before the present one
  drain               let workers take nothing more and finish what they have (60 s)
  status              what runs here
  health              exit 0 if all that runs here is well, 1 if not
  start-worker ID     start a worker for the jobs of this target_worker_id
  stop-worker ID      let it finish (35 s) and remove it
  list-workers        these workers
--dry-run says what would be done, and does nothing.
Settings come from the environment and from the file GH_ENV_FILE (/etc/ghosthands/ghosthands.env): docs/operations.md.
TEXT
}

# ---- what is said ----------------------------------------------------------------------------------------------------

status_key=DEPLOY_STATUS
status_bad=failed
is_dry=false

say() { printf 'deploy: %s\n' "$*" || true; }
mark() { printf '%s=%s\n' "$1" "$2" >&3 || true; }
finish() { # status, exit code
    trap - EXIT
    mark "$status_key" "$1"
    exit "$2"
}
die() { # exit code, reason
    say "$2"
    finish "$status_bad" "$1"
}
trap 'finish "$status_bad" 70' EXIT # what nobody foresaw
# What a signal leaves to be mended; replaced while containers change places.
unwind() { finish "$status_bad" "$1"; }
on_signal() { # name, exit code
    trap '' INT TERM HUP
    say "stopped by SIG$1"
    unwind "$2"
}
trap 'on_signal INT 130' INT
trap 'on_signal TERM 143' TERM
trap 'on_signal HUP 129' HUP

# ---- settings --------------------------------------------------------------------------------------------------------

# Names that mean something to the program in a container; the script's own are GH_DEPLOY_… and those excepted here.
is_setting() {
    case $1 in
    GH_DEPLOY_* | GH_ENGINE | GH_ENV_FILE | GH_IMAGE | GH_NETWORK | GH_DATA_VOLUME | GH_SECCOMP) return 1 ;;
    GH_* | SUPABASE_* | DATABASE_URL | MAX_CONCURRENT_JOBS | *_API_KEY | *_API_KEY_FILE | DATABASE_URL_FILE) return 0 ;;
    esac
    return 1
}

address_of() { # where this machine reaches what listens there
    case $1 in
    0.0.0.0 | localhost) echo 127.0.0.1 ;;
    ::) echo '[::1]' ;;
    *:*) echo "[$1]" ;;
    *) echo "$1" ;;
    esac
}

# The environment counts before the file. Values go on by the environment of the engine's client, so that no secret
# stands in a list of processes.
read_settings() {
    local file=${GH_ENV_FILE:-/etc/ghosthands/ghosthands.env} line name value
    if [ -r "$file" ]; then
        while IFS= read -r line || [ -n "$line" ]; do
            [[ $line =~ ^(export[[:space:]]+)?([A-Z][A-Z0-9_]*)=(.*)$ ]] || continue
            name=${BASH_REMATCH[2]} value=${BASH_REMATCH[3]%$'\r'}
            is_setting "$name" || [[ $name =~ ^(GH|ECR|AWS)_ ]] || continue
            if [[ $value =~ ^\"(.*)\"$ || $value =~ ^\'(.*)\'$ ]]; then value=${BASH_REMATCH[1]}; fi
            if [ -z "${!name-}" ]; then export "$name=$value"; fi
        done <"$file"
    elif [ -n "${GH_ENV_FILE-}" ]; then
        die 78 "GH_ENV_FILE names $file, which cannot be read"
    fi
    passed=()
    while IFS= read -r name; do
        ! is_setting "$name" || [ -z "${!name}" ] || passed+=("$name")
    done < <(compgen -e)
    api_port=${GH_API_PORT:-3100}
    worker_port=${GH_WORKER_PORT:-3101}
    [[ $api_port =~ ^[0-9]+$ && $worker_port =~ ^[1-9][0-9]*$ ]] || die 78 'GH_API_PORT or GH_WORKER_PORT is no port'
    api_host=${GH_API_HOST:-0.0.0.0}
    api_address=$(address_of "$api_host")
    worker_address=$(address_of "${GH_WORKER_HOST:-127.0.0.1}")
    network=${GH_NETWORK:-host}
    # Whether containers are in one network namespace, where two of them can listen on one port.
    is_shared=false
    case $network in host | container:*) is_shared=true ;; esac
    volume=${GH_DATA_VOLUME:-ghosthands-data}
    repository=${GH_IMAGE:-ghosthands}
    [ -z "${ECR_REGISTRY-}" ] || repository=${ECR_REGISTRY%/}/${ECR_REPOSITORY:-ghosthands}
    drain_seconds=${GH_DEPLOY_DRAIN_SECONDS:-35}
    health_seconds=${GH_DEPLOY_HEALTH_SECONDS:-60}
    folder=${GH_DEPLOY_DIR:-/var/lib/ghosthands-deploy}
    seccomp=${GH_SECCOMP:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/deploy/seccomp.json}
    read -r -a roles <<<"${GH_DEPLOY_ROLES:-api worker}"
}

find_engine() {
    local name
    for name in ${GH_ENGINE:-docker podman}; do
        if command -v "$name" >/dev/null && "$name" version >/dev/null 2>&1 9>&-; then
            engine_name=$name
            return
        fi
    done
    die 69 "no container engine answers (${GH_ENGINE:-docker, podman}): is it installed and started, and may $(id -un) use it?"
}

# What the engine starts must hold neither the lock nor the caller's output, or an SSH session would never end.
engine() { "$engine_name" "$@" 9>&- 3>&-; }
# What changes something.
act() {
    if $is_dry; then
        say "would run: $engine_name ${*@Q}"
    else
        engine "$@" >/dev/null
    fi
}

lock() { # seconds to wait for it
    $is_dry && return
    mkdir -p "$folder" || die 73 "$folder cannot be made: set GH_DEPLOY_DIR"
    { exec 9>>"$folder/lock"; } || die 73 "$folder/lock cannot be written"
    flock -w "$1" 9 && return
    say 'another deploy.sh is at work on this machine'
    finish busy 75
}

# ---- containers ------------------------------------------------------------------------------------------------------

has_container() { engine container inspect "$1" >/dev/null 2>&1; }
of_container() { engine container inspect --format "$2" "$1" 2>/dev/null; }
is_running() { [ "$(of_container "$1" '{{.State.Running}}')" = true ]; }
targeted_names() { engine ps -a --filter label=gh.role=targeted --format '{{.Names}}' | grep -v -- '-next$' | sort || true; }
running_names() { engine ps --filter label=gh.role --format '{{.Names}}' | sort || true; }

settle() { # ends what a deploy that was killed has left half done
    local name
    for name in $(engine ps -a --filter label=gh.role --format '{{.Names}}' | grep -- '-next$' || true); do
        has_container "${name%-next}" && continue
        say "$name was left without its name by a deploy that was killed: renamed"
        act rename "$name" "${name%-next}"
    done
}

name_of_id() { printf 'gh-worker-%s' "$(printf '%s' "$1" | sha256sum | cut -c1-8)"; }

# Stops a container for good: one that starts over and over may be stopped between two of its lives, and have the next.
halt() {
    local tries
    for tries in 1 2 3 4 5; do
        act stop -t 45 "$1" || return 1
        $is_dry || [ "$(of_container "$1" '{{.RestartCount}}')" = 0 ] && return
        sleep 0.3
        is_running "$1" || return 0
    done
    say "$1 does not stay stopped after $tries tries"
    return 1
}

listens() { (exec 4<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Fills `options` with what a container of this role is run with.
container_options() { # role, id, port
    local role=$1 id=$2 port=$3 name
    options=(
        --network "$network" --read-only --tmpfs /tmp --shm-size 1g --cap-drop ALL
        --security-opt no-new-privileges --volume "$volume:/var/lib/ghosthands"
    )
    [ ! -e "$seccomp" ] || options+=(--security-opt "seccomp=$seccomp")
    for name in ${passed[@]+"${passed[@]}"}; do
        [ "$name" = GH_WORKER_HOST ] && ! $is_shared && continue
        case $name in GH_API_HOST | GH_REUSE_PORT | GH_DATA_DIR | GH_WORKER_PORT | GH_WORKER_ID | MAX_CONCURRENT_JOBS) continue ;; esac
        # It names one worker's port, and this is another worker.
        [ "$name" = GH_WORKER_URL ] && [ "$role" = targeted ] && continue
        options+=(--env "$name")
        [[ $name != *_FILE ]] || options+=(--volume "${!name}:${!name}:ro")
    done
    options+=(--env GH_DATA_DIR=/var/lib/ghosthands)
    case $role in
    api)
        if $is_shared; then
            options+=(--env "GH_API_HOST=$api_host" --env "GH_REUSE_PORT=${GH_REUSE_PORT:-true}")
            options+=(--label "gh.shares=${GH_REUSE_PORT:-true}")
        else
            options+=(--env GH_API_HOST=0.0.0.0 --publish "$api_host:$port:$port")
        fi
        ;;
    worker | targeted)
        options+=(--env "GH_WORKER_PORT=$port")
        [ "$role" = worker ] && options+=(--env "MAX_CONCURRENT_JOBS=${MAX_CONCURRENT_JOBS:-1}")
        [ "$role" = worker ] || options+=(--env "MAX_CONCURRENT_JOBS=${MAX_CONCURRENT_JOBS:-2}")
        [ -z "$id" ] || options+=(--env "GH_WORKER_ID=$id")
        if ! $is_shared; then
            options+=(--env GH_WORKER_HOST=0.0.0.0 --publish "$worker_address:$port:$port")
        fi
        ;;
    esac
}

answer() { # path at a port, the rest goes to curl
    local url=$1
    shift
    curl -fsS --noproxy '*' --max-time 3 "$@" "$url" 2>/dev/null 3>&- 9>&-
}
with_key() { # a header by descriptor: no secret in a list of processes
    answer "$@" -H @<(printf 'X-GH-Service-Key: %s\n' "$(service_key)")
}
service_key() {
    if [ -n "${GH_SERVICE_KEY-}" ]; then printf '%s' "$GH_SERVICE_KEY"; elif [ -n "${GH_SERVICE_KEY_FILE-}" ]; then cat "$GH_SERVICE_KEY_FILE"; fi
}
value_of() { sed -nE "s/.*\"$1\" *: *\"?([^\",}]*)\"?.*/\1/p" <<<"$2"; }

# Whether the container does what it is there for; a worker that is busy or draining is well.
is_well() { # container, role, port, and when the process was started that is not meant
    local reply version
    is_running "$1" || return 1
    if [ "$2" != api ]; then
        reply=$(answer "http://$worker_address:$3/worker/health") || return 1
        [ -n "$(value_of status "$reply")" ] || return 1
        return
    fi
    reply=$(answer "http://$api_address:$3/health") || return 1
    [ "$(value_of status "$reply")" = ok ] || return 1
    [ -z "${4-}" ] || [ "$(value_of started_at "$reply")" != "$4" ] || return 1
    version=$(of_container "$1" '{{index .Config.Labels "org.opencontainers.image.version"}}')
    [ -z "$version" ] || [ "$version" = '<no value>' ] || [ "$version" = "$(value_of version "$reply")" ]
}

wait_well() { # as is_well
    $is_dry && return
    local end=$((SECONDS + health_seconds)) restarts
    until is_well "$@"; do
        restarts=$(of_container "$1" '{{.RestartCount}}') || restarts=99
        if [ "$SECONDS" -ge "$end" ] || [ "${restarts:-0}" -ge 3 ]; then
            say "$1 is not well; the last it said:"
            engine logs --tail 40 "$1" 2>&1 | sed 's/^/    /' || true
            return 1
        fi
        sleep 0.2
    done
}

# Has workers claim nothing more, and waits until they have nothing at hand.
drain() { # seconds, containers
    local end=$((SECONDS + $1)) name port reply waiting
    shift
    declare -A busy=()
    for name in "$@"; do
        is_running "$name" || continue
        port=$(of_container "$name" '{{index .Config.Labels "gh.port"}}')
        drained+=("$name")
        if $is_dry; then
            say "would drain $name"
        elif with_key "http://$worker_address:$port/worker/drain" -X POST >/dev/null; then
            busy[$name]=$port
        else
            say "$name does not let itself be drained (is GH_SERVICE_KEY right?): it is asked by its signal only"
            is_undrained=true
        fi
    done
    while [ ${#busy[@]} -gt 0 ]; do
        for name in "${!busy[@]}"; do
            reply=$(answer "http://$worker_address:${busy[$name]}/worker/health") || reply='{"deploy_safe":true}'
            [ "$(value_of deploy_safe "$reply")" != true ] || unset "busy[$name]"
        done
        waiting=${!busy[*]}
        if [ -n "$waiting" ] && [ "$SECONDS" -ge "$end" ]; then
            say "still at work: $waiting"
            return 1
        fi
        [ -z "$waiting" ] || sleep 0.2
    done
}

# ---- releases --------------------------------------------------------------------------------------------------------

# `releases` has a line for each end of a deploy: time, outcome, tag, image, and a dot, without which a line was cut off.
releases() { # the whole lines, oldest first
    [ -r "$folder/releases" ] || return 0
    awk -F '\t' 'NF == 5 && $5 == "." && $2 ~ /^(healthy|withdrawn|failed)$/ && $4 ~ /sha256:[0-9a-f]+$/' "$folder/releases"
}
# The newest image, other than the one given, that was well and was not rolled back from; with its tag before it.
healthy_other_than() {
    releases | awk -F '\t' -v other="$1" '
        $2 != "failed" { state[$4] = $2; tag[$4] = $3; if ($2 == "healthy") last[$4] = NR }
        END {
            for (image in last)
                if (state[image] == "healthy" && image != other && last[image] > best) { best = last[image]; found = image }
            if (best) print tag[found] "\t" found
        }'
}
release_line() { printf '%s\t%s\t%s\t%s\t.\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$@"; }

# Written before anything changes, so that a full disk is noticed while that costs nothing; made to count by a rename.
prepare_record() { # lines
    $is_dry && return
    if { releases | tail -n 60 && printf '%s\n' "$@"; } >"$folder/releases.next" && sync "$folder/releases.next"; then return; fi
    die 74 "$folder/releases.next cannot be written: nothing has been changed (is the disk full?)"
}
keep_record() { $is_dry || mv -f "$folder/releases.next" "$folder/releases"; }
record_failure() { # tag, image
    $is_dry && return
    if { releases | tail -n 60 && release_line failed "$@"; } >"$folder/releases.next" 2>/dev/null; then keep_record || true; fi
}

# ---- changing places -------------------------------------------------------------------------------------------------

# A container that is replaced is stopped and kept until everything is well: to go back is to start it again, with the
# settings it had. The new one is called NAME-next until then. An API that can share its port is stopped once the new one
# is well.
changed=()
drained=()

# Whether a container goes on while the next one starts: an API whose port both can have.
can_stay() { # container, role
    [ "$2" = api ] && is_running "$1" || return 1
    if ! $is_shared; then
        say "the API is away for a moment: the engine publishes a port to one container at a time (GH_NETWORK=host for none)"
    elif [ "${GH_REUSE_PORT:-true}" != true ] || [ "$(of_container "$1" '{{index .Config.Labels "gh.shares"}}')" != true ]; then
        say 'the API is away for a moment: the one that runs does not share its port (GH_REUSE_PORT)'
    else
        return 0
    fi
    return 1
}

change() { # name, role, id, port
    local name=$1 role=$2 id=$3 port=$4 command=worker stays=false before='' options
    [ "$role" = api ] && command=api
    container_options "$role" "$id" "$port"
    changed+=("$name")
    if has_container "$name-next"; then
        act stop -t 45 "$name-next" || true
        act rm -f "$name-next" || return 1
    fi
    if can_stay "$name" "$role"; then
        stays=true
        before=$(value_of started_at "$(answer "http://$api_address:$port/health")")
    elif has_container "$name"; then
        halt "$name" || return 1
    fi
    if [ "$network" = host ] && ! $stays && ! $is_dry && listens "$port"; then
        say "something else listens on $port, which is to be $name's"
        return 1
    fi
    say "starting $name"
    act run --detach --name "$name-next" --restart unless-stopped --stop-timeout 45 \
        --label "gh.role=$role" --label "gh.worker_id=$id" --label "gh.port=$port" \
        --label "gh.image=$image" --label "gh.tag=$tag" "${options[@]}" "$image" "$command" || return 1
    wait_well "$name-next" "$role" "$port" "$before" || return 1
    # It has new connections go to the next one, and answers what it still has (decision 0040).
    ! $stays || halt "$name"
}

change_all() {
    local name role
    for role in "${roles[@]}"; do
        case $role in
        api) change gh-api api '' "$api_port" || return 1 ;;
        worker)
            drain "$drain_seconds" gh-worker || true
            change gh-worker worker "${GH_WORKER_ID-}" "$worker_port" || return 1
            ;;
        esac
    done
    for name in $(targeted_names); do
        drain "$drain_seconds" "$name" || true
        change "$name" targeted "$(of_container "$name" '{{index .Config.Labels "gh.worker_id"}}')" \
            "$(of_container "$name" '{{index .Config.Labels "gh.port"}}')" || return 1
    done
}

# From here on the new containers are the ones that count.
commit() {
    trap '' INT TERM HUP
    local name
    keep_record
    for name in "${changed[@]}"; do
        ! has_container "$name" || act rm -f "$name" || true
        act rename "$name-next" "$name" || say "$name-next could not be renamed; the next command does it"
    done
    forget_images
}

# Old images are let go, but for the last releases that were well.
forget_images() {
    local old kept
    kept=$(releases | tac | awk -F '\t' '$2 == "healthy" && !seen[$4]++ && ++count <= 5 { print $4 }')
    for old in $(releases | cut -f4 | sort -u); do
        grep -qxF "$old" <<<"$kept" || act image rm "$old" 2>/dev/null || true
    done
}

# What ran before runs again. Containers that were only drained are started anew, for they would claim nothing more.
restore() {
    local name role port all_well=true
    for name in "${changed[@]}"; do
        has_container "$name-next" || continue
        # With its jobs given back, and its log kept.
        act stop -t 45 "$name-next" || true
        $is_dry || engine logs "$name-next" >"$folder/$name.log" 2>&1 || true
        act rm -f "$name-next" || true
    done
    for name in $(printf '%s\n' ${changed[@]+"${changed[@]}"} ${drained[@]+"${drained[@]}"} | awk 'NF && !seen[$0]++'); do
        has_container "$name" || continue
        say "going back to the $name that ran before"
        if [[ " ${changed[*]-} " == *" $name "* ]]; then is_running "$name" || act start "$name" || all_well=false; else act restart -t 45 "$name" || all_well=false; fi
        role=$(of_container "$name" '{{index .Config.Labels "gh.role"}}')
        port=$(of_container "$name" '{{index .Config.Labels "gh.port"}}')
        wait_well "$name" "$role" "$port" || all_well=false
    done
    $all_well
}

# Whether anything ran here before, in containers that are still there.
had_old() {
    local name
    for name in ${changed[@]+"${changed[@]}"} ${drained[@]+"${drained[@]}"}; do
        ! has_container "$name" || return 0
    done
    return 1
}

# Ends a deploy that did not come off.
go_back() { # exit code
    trap '' INT TERM HUP
    local good failed_image=$image
    record_failure "$tag" "$failed_image"
    if had_old && restore; then finish "$status_back" "$1"; fi
    good=$(healthy_other_than "$failed_image")
    if [ -z "$good" ]; then
        had_old && finish rollback_failed "$1"
        restore || true
        say "nothing ran here before, and nothing runs now; the logs are in $folder"
        finish "$status_first" "$1"
    fi
    tag=${good%%$'\t'*} image=${good#*$'\t'}
    say "what ran before is not well either, or is gone: going back to $tag, $image"
    changed=() drained=()
    prepare_record "$(release_line healthy "$tag" "$image")"
    if has_image "$image" && change_all; then
        commit
        finish "$status_back" "$1"
    fi
    restore || true
    finish rollback_failed "$1"
}

has_image() { engine image inspect "$1" >/dev/null 2>&1 || act pull "$1"; }

running_image() {
    local name
    for name in gh-api gh-worker; do
        of_container "$name" '{{index .Config.Labels "gh.image"}}' && return
    done
    true
}

# ---- the commands ----------------------------------------------------------------------------------------------------

log_in() {
    [ -n "${ECR_REGISTRY-}" ] || return 0
    $is_dry && { say "would log in to $ECR_REGISTRY"; return; }
    command -v aws >/dev/null || { say 'there is no aws command: the engine must know the registry by itself'; return 0; }
    aws ecr get-login-password ${AWS_REGION:+--region "$AWS_REGION"} 3>&- 9>&- \
        | engine login --username AWS --password-stdin "$ECR_REGISTRY" >/dev/null \
        || die 69 "$ECR_REGISTRY does not let us in (aws ecr get-login-password): nothing has been changed"
}

# The image that the tag means now, as what will always mean the same.
fetch() {
    local name=$repository:$tag
    log_in
    if [ -n "${GH_DEPLOY_NO_PULL-}" ]; then
        engine image inspect "$name" >/dev/null || die 66 "there is no $name on this machine (GH_DEPLOY_NO_PULL)"
    else
        act pull "$name" || die 69 "$name cannot be pulled: nothing has been changed"
    fi
    image=$(engine image inspect --format '{{if .RepoDigests}}{{index .RepoDigests 0}}{{else}}{{.Id}}{{end}}' "$name" 2>/dev/null) || image=
    $is_dry && image=${image:-$name}
    [ -n "$image" ] || die 66 "$name was pulled and is not there"
    # Podman tells an id without saying what sort it is.
    [[ ! $image =~ ^[0-9a-f]{64}$ ]] || image=sha256:$image
}

preflight() {
    local options
    container_options preflight '' 0
    $is_dry && { say "would ask the image whether it can run here (doctor --image)"; return; }
    engine run --rm --name "gh-preflight-$$" "${options[@]}" "$image" doctor --image >"$folder/preflight.log" 2>&1 && return
    say "the image cannot run here; it says:"
    sed 's/^/    /' "$folder/preflight.log" || true
    return 1
}

deploy() {
    tag=${1:-latest}
    [[ $tag =~ ^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$ ]] || die 64 'that is no tag'
    status_back=rollback status_first=failed
    lock 0
    settle
    fetch
    if ! preflight; then
        # The caller learns the same as when it was begun: the old release serves.
        [ -n "$(running_names)" ] && finish rollback 1
        die 1 'nothing ran here before, and nothing has been changed'
    fi
    prepare_record "$(release_line healthy "$tag" "$image")"
    # shellcheck disable=SC2317  # a trap calls it
    unwind() { go_back "$1"; }
    change_all || go_back 1
    commit
    $is_dry && finish dry_run 0
    mark DEPLOY_TAG "$tag"
    mark DEPLOY_IMAGE "$repository:$tag"
    finish success 0
}

rollback() {
    local present good lines=()
    status_bad=rollback_failed status_back=rollback_failed status_first=rollback_failed
    lock 0
    settle
    present=$(running_image)
    good=$(healthy_other_than "$present")
    [ -n "$good" ] || die 66 'no other release is known that was well: nothing has been changed'
    tag=${good%%$'\t'*} image=${good#*$'\t'}
    say "going back to $tag, $image"
    has_image "$image" || die 69 "$image is not here and cannot be pulled: nothing has been changed"
    # What is rolled back from is not gone back to, until it is deployed anew.
    [ -z "$present" ] || lines+=("$(release_line withdrawn "$(of_container gh-api '{{index .Config.Labels "gh.tag"}}' || echo '?')" "$present")")
    prepare_record ${lines[@]+"${lines[@]}"} "$(release_line healthy "$tag" "$image")"
    # shellcheck disable=SC2317  # a trap calls it
    unwind() { go_back "$1"; }
    change_all || go_back 1
    commit
    $is_dry && finish dry_run 0
    finish rollback 0
}

drain_here() {
    local names
    status_key=DRAIN_STATUS
    lock 20
    is_undrained=false
    names=$(running_names | grep '^gh-worker' || true)
    [ -n "$names" ] || say 'no worker runs here'
    # shellcheck disable=SC2086  # names of ours, without spaces
    drain "${GH_DEPLOY_DRAIN_SECONDS:-60}" $names || finish timeout 1
    ! $is_undrained || finish failed 1
    $is_dry && finish dry_run 0
    finish success 0
}

health() { # prints how each container is
    local name role port is_healthy=true count=0
    status_key=HEALTH_STATUS status_bad=unhealthy
    for name in $(engine ps -a --filter label=gh.role --format '{{.Names}}' | sort); do
        role=$(of_container "$name" '{{index .Config.Labels "gh.role"}}')
        port=$(of_container "$name" '{{index .Config.Labels "gh.port"}}')
        # What a deploy keeps for its logs, or for going back, is not meant to run.
        if ! is_running "$name"; then
            case $name in *-next) continue ;; esac
            is_running "$name-next" && continue
        fi
        count=$((count + 1))
        if is_well "$name" "$role" "$port"; then
            printf '%-24s well    port %-5s %s\n' "$name" "$port" "$(describe "$name")"
        else
            is_healthy=false
            printf '%-24s NOT WELL port %-5s %s\n' "$name" "$port" "$(describe "$name")"
        fi
    done
    [ "$count" -gt 0 ] || { say 'nothing runs here'; is_healthy=false; }
    $is_healthy
}
describe() { of_container "$1" '{{index .Config.Labels "gh.tag"}} {{.State.Status}} {{index .Config.Labels "gh.worker_id"}}'; }

# Fills `id` and `name`; ids go into labels and file names of others, so they are plain.
take_id() {
    status_key=WORKER_STATUS
    id=${1-}
    [[ $id =~ ^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$ ]] || die 64 'a worker id has letters, digits, dots, dashes and underscores, 100 at most'
    name=$(name_of_id "$id")
    lock 20
    settle
    has_container "$name" || return 0
    [ "$(of_container "$name" '{{index .Config.Labels "gh.worker_id"}}')" = "$id" ] || die 65 "$name is there for another id"
}

free_port() {
    local port=$worker_port taken
    # shellcheck disable=SC2046  # names of ours, without spaces
    taken=$(engine container inspect --format '{{index .Config.Labels "gh.port"}}' $(engine ps -a --filter label=gh.role --format '{{.Names}}'))
    while port=$((port + 1)); [ "$port" -le 65535 ]; do
        grep -qx "$port" <<<"$taken" || listens "$port" || { echo "$port"; return; }
    done
    return 1
}

start_worker() {
    local port=
    take_id "$@"
    if has_container "$name"; then
        port=$(of_container "$name" '{{index .Config.Labels "gh.port"}}')
        is_running "$name" || act start "$name" || die 1 "$name does not start"
        wait_well "$name" targeted "$port" || die 1 "$name is there and not well: stop-worker removes it"
    else
        image=$(running_image)
        [ -n "$image" ] || die 66 'nothing has been deployed here'
        tag=$(of_container gh-worker '{{index .Config.Labels "gh.tag"}}' || of_container gh-api '{{index .Config.Labels "gh.tag"}}')
        port=$(free_port) || die 69 'no port is free'
        unwind() {
            act rm -f "$name-next" || true
            finish failed "$1"
        }
        change "$name" targeted "$id" "$port" || unwind 1
        act rename "$name-next" "$name" || unwind 1
    fi
    $is_dry && finish dry_run 0
    mark WORKER_NAME "$name"
    mark WORKER_ID "$id"
    finish started 0
}

stop_worker() {
    take_id "$@"
    if has_container "$name"; then
        is_undrained=false
        drain "$drain_seconds" "$name" || true
        act stop -t 45 "$name" || die 1 "$name does not stop"
        act rm -f "$name" || die 1 "$name cannot be removed"
    else
        say "$name does not run here"
    fi
    $is_dry && finish dry_run 0
    finish stopped 0
}

list_workers() {
    local name
    status_key=WORKER_STATUS
    for name in $(targeted_names); do
        mark WORKER_NAME "$name"
        mark WORKER_ID "$(of_container "$name" '{{index .Config.Labels "gh.worker_id"}}')"
        say "$name: $(describe "$name")"
    done
    finish listed 0
}

main() {
    if [ "${1-}" = --dry-run ]; then
        is_dry=true
        shift
    fi
    local command=${1-}
    [ $# -eq 0 ] || shift
    case $command in
    drain) status_key=DRAIN_STATUS ;;
    health | status) status_key=HEALTH_STATUS status_bad=unhealthy ;;
    *-worker | *-workers) status_key=WORKER_STATUS ;;
    rollback) status_bad=rollback_failed ;;
    esac
    case $command in
    deploy | rollback | drain | status | health | start-worker | stop-worker | list-workers) ;;
    *)
        usage
        die 64 "there is no command '${command}'"
        ;;
    esac
    read_settings
    find_engine
    case $command in
    deploy) deploy "$@" ;;
    rollback) rollback ;;
    drain) drain_here ;;
    status) if health; then finish healthy 0; else finish unhealthy 0; fi ;;
    health) if health; then finish healthy 0; else finish unhealthy 1; fi ;;
    start-worker) start_worker "$@" ;;
    stop-worker) stop_worker "$@" ;;
    list-workers) list_workers ;;
    esac
}

main "$@"
