"""What scripts/deploy.sh does in each case, with a stand-in for the engine. Usage: cases.py [WORD OF A CASE…]"""
import concurrent.futures
import os
import signal
import sys
import traceback

import deploying
import workers
from world import World


def attempt(case):
    world = World()
    try:
        case(world)
        return None
    except Exception:  # noqa: BLE001  a case may fail in any way
        return traceback.format_exc()
    finally:
        world.close()


def main():
    cases = [(name, case) for module in (deploying, workers) for name, case in vars(module).items() if name.startswith("case_")]
    cases = [(name, case) for name, case in cases if not sys.argv[1:] or any(word in name for word in sys.argv[1:])]
    with concurrent.futures.ThreadPoolExecutor(max(4, os.cpu_count() or 1)) as pool:
        failures = list(pool.map(attempt, [case for _, case in cases]))
    for (name, _), failure in zip(cases, failures):
        if failure:
            print(f"✘ {name.removeprefix('case_').replace('_', ' ')}\n{failure}")
    failed = sum(failure is not None for failure in failures)
    print(f"deploy.sh: {len(cases)} cases, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    # A child of a shell that ignores it would ignore it too, and the cases send it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    main()
