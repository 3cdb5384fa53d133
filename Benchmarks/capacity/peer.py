"""The other side of `Benchmarks/capacity/run`: a worker as one writes it with Playwright for Python and a table of tasks.

usage: peer.py sync|async DATABASE CHROMIUM TASKS RESUME. It takes tasks from `peer_tasks` (`for update skip locked`, as a
pool of several does), fills the form by field name, presses submit, waits for the confirmation and writes the result. `sync`
is one browser with one page at a time, to be run in several processes; `async` is one browser with TASKS pages at a time.
The browser is warm: "ready" is said before any task is taken. When no
task is left it waits until its input ends.
"""
import asyncio, json, sys
import psycopg
from playwright.async_api import async_playwright
from playwright.sync_api import sync_playwright

MODE, DATABASE, CHROMIUM, TASKS, RESUME = sys.argv[1:6]
CLAIM = """update peer_tasks set status = 'running', started_at = now() where id = (select id from peer_tasks
    where status = 'pending' order by id for update skip locked limit 1) returning id, url, person"""
DONE = "update peer_tasks set status = 'completed', completed_at = now(), result = %s where id = %s"
FIELDS = ["first_name", "last_name", "email", "phone", "linkedin", "city", "years", "why"]


def one_by_one():
    with sync_playwright() as playwright, psycopg.connect(DATABASE, autocommit=True) as database:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        print("ready", flush=True)
        sys.stdin.readline()
        while task := database.execute(CLAIM).fetchone():
            number, url, person = task
            context = browser.new_context()
            page = context.new_page()
            page.goto(url)
            for name in FIELDS: page.fill(f"[name={name}]", str(person[name]))
            page.select_option("[name=country]", person["country"])
            page.check(f"[name=authorized][value={person['authorized']}]")
            page.check("[name=consent]")
            page.set_input_files("[name=resume]", RESUME)
            page.click("button[type=submit]")
            page.wait_for_selector("text=Confirmation number")
            told = page.inner_text("p")
            context.close()
            database.execute(DONE, (json.dumps({"confirmation": told}), number))
        # What it has used is looked at before it ends.
        sys.stdin.readline()
        browser.close()


async def worker(browser, go):
    async with await psycopg.AsyncConnection.connect(DATABASE, autocommit=True) as database:
        await go.wait()
        while task := await (await database.execute(CLAIM)).fetchone():
            number, url, person = task
            context = await browser.new_context()
            page = await context.new_page()
            await page.goto(url)
            for name in FIELDS: await page.fill(f"[name={name}]", str(person[name]))
            await page.select_option("[name=country]", person["country"])
            await page.check(f"[name=authorized][value={person['authorized']}]")
            await page.check("[name=consent]")
            await page.set_input_files("[name=resume]", RESUME)
            await page.click("button[type=submit]")
            await page.wait_for_selector("text=Confirmation number")
            told = await page.inner_text("p")
            await context.close()
            await database.execute(DONE, (json.dumps({"confirmation": told}), number))


async def together():
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        go = asyncio.Event()
        workers = [asyncio.create_task(worker(browser, go)) for _ in range(int(TASKS))]
        print("ready", flush=True)
        await asyncio.to_thread(sys.stdin.readline)
        go.set()
        await asyncio.gather(*workers)
        await asyncio.to_thread(sys.stdin.readline)
        await browser.close()


if MODE == "sync": one_by_one()
else: asyncio.run(together())
