"""Subscribes as the contract's 6.2 and 6.3 do, with Supabase's own client, and tells what it hears, a line each.

usage: client.py URL KEY JOB ROUNDS. Each round is a channel of its own: "SUBSCRIBED n", then "UPDATE n <json>" and
"INSERT n <json>" as they come, until the line "next" is read.
"""
import asyncio
import json
import sys

from supabase import acreate_client


async def main(url, key, job, rounds):
    client = await acreate_client(url, key)
    loop = asyncio.get_running_loop()
    for number in range(rounds):
        subscribed = asyncio.Event()

        def tell(kind, number=number):
            return lambda payload: print(kind, number, json.dumps(payload["data"]), flush=True)

        def state(status, error=None, number=number, subscribed=subscribed):
            name = getattr(status, "value", status)
            print(name, number, error or "", flush=True)
            if name == "SUBSCRIBED":
                subscribed.set()

        channel = client.channel(f"gh-job-{job}-{number}")
        channel.on_postgres_changes(
            "UPDATE", schema="public", table="gh_automation_jobs", filter=f"id=eq.{job}", callback=tell("UPDATE")
        )
        channel.on_postgres_changes(
            "INSERT", schema="public", table="gh_job_events", filter=f"job_id=eq.{job}", callback=tell("INSERT")
        )
        await channel.subscribe(state)
        await asyncio.wait_for(subscribed.wait(), 20)
        await loop.run_in_executor(None, sys.stdin.readline)
        await client.remove_channel(channel)
    print("DONE", flush=True)


asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])))
