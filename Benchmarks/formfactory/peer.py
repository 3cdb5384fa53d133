"""The other side of `Benchmarks/formfactory/run --peer`: what a person's own Playwright script for these forms would do.

Reads lines of JSON from standard input, {"url": …, "steps": [[how, name, value], …]}, fills the fields by name in a warm
browser, presses submit, waits for the confirmation, and answers each with the milliseconds from the navigation to it. The
steps are worked out beforehand from the gold: no time is spent on finding out what a field asks.
"""
import json, sys, time
from playwright.sync_api import sync_playwright


def quoted(text): return json.dumps(text)


def do(page, how, name, value):
    field = f"[name={quoted(name)}]"
    if how == "fill": page.fill(field, value)
    elif how == "select": page.select_option(field, value=value)
    elif how == "check": page.check(f"{field}[value={quoted(value)}]")
    elif how == "tick": page.set_checked(field, value)
    elif how == "upload": page.set_input_files(field, value)


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
        print("ready", flush=True)
        for line in sys.stdin:
            task = json.loads(line)
            context = browser.new_context()
            page = context.new_page()
            page.set_default_timeout(10_000)
            try:
                start = time.perf_counter()
                page.goto(task["url"])
                for how, name, value in task["steps"]: do(page, how, name, value)
                page.click("form [type=submit], form button:not([type=button])")
                page.wait_for_selector("text=Confirmation number")
                answer = {"ms": (time.perf_counter() - start) * 1000}
            except Exception as error:
                answer = {"failed": str(error).splitlines()[0][:200]}
            context.close()
            print(json.dumps(answer), flush=True)
        browser.close()


if __name__ == "__main__": main()
