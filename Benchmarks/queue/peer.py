"""The peers' side of the queue's benchmark: `peer.py NAME CONNINFO enqueue JOBS` or `drain WORKERS BATCH`.

procrastinate: one at a time by design, WORKERS coroutines over two processes with pools of four, the best of the settings
that were tried. pgqueuer: batches, two connections in one process with uvloop. Prints jobs per second.
"""
import asyncio, os, sys, time

NAME, CONNINFO, MODE, *REST = sys.argv[1:]
PAYLOAD = "x" * 600


async def procrastinate_app(size=4):
    import procrastinate
    app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=CONNINFO, min_size=size, max_size=size))

    @app.task(name="noop", queue="bench")
    async def noop(payload): pass
    return app, noop


async def procrastinate_enqueue(count):
    app, noop = await procrastinate_app(10)
    async with app.open_async():
        try: await app.schema_manager.apply_schema_async()
        except Exception: pass
        begin = time.perf_counter()
        async def some(number):
            for _ in range(number): await noop.defer_async(payload=PAYLOAD)
        await asyncio.gather(*(some(count // 16 + (one < count % 16)) for one in range(16)))
        return count / (time.perf_counter() - begin)


async def procrastinate_drain(workers):
    app, _ = await procrastinate_app()
    async with app.open_async():
        await app.run_worker_async(queues=["bench"], concurrency=workers, wait=False, install_signal_handlers=False,
                                   listen_notify=False, delete_jobs="never")


async def pgqueuer_driver():
    import asyncpg
    from pgqueuer import AsyncpgDriver
    host, = [part.split("=")[1] for part in CONNINFO.split() if part.startswith("host=")]
    return AsyncpgDriver(await asyncpg.connect(host=host, user="postgres", database="postgres"))


async def pgqueuer_enqueue(count):
    from pgqueuer import Queries
    drivers = [await pgqueuer_driver() for _ in range(10)]
    try: await Queries(drivers[0]).install()
    except Exception: pass
    begin = time.perf_counter()
    async def some(driver, number):
        for _ in range(number): await Queries(driver).enqueue("noop", PAYLOAD.encode())
    await asyncio.gather(*(some(one, count // 10 + (index < count % 10)) for index, one in enumerate(drivers)))
    return count / (time.perf_counter() - begin)


async def pgqueuer_drain(workers, batch):
    from pgqueuer import PgQueuer
    from pgqueuer.types import QueueExecutionMode

    async def one():
        queuer = PgQueuer(await pgqueuer_driver())

        @queuer.entrypoint("noop")
        async def noop(job): pass
        await queuer.run(batch_size=batch, mode=QueueExecutionMode.drain)
    await asyncio.gather(*(one() for _ in range(min(workers, 4))))


async def main():
    if MODE == "enqueue":
        print(await globals()[f"{NAME}_enqueue"](int(REST[0])))
    elif NAME == "procrastinate":
        await procrastinate_drain(int(REST[0]))
    else:
        await pgqueuer_drain(int(REST[0]), int(REST[1]))


try:
    import uvloop
    uvloop.run(main())
except ImportError:
    asyncio.run(main())
