"""Playwright's aria snapshot of each page named on standard input: its size in bytes, a line of JSON each."""
import json, sys
from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
    page = browser.new_page()
    for line in sys.stdin:
        page.goto(line.strip(), wait_until="domcontentloaded")
        print(json.dumps({"aria": len(page.locator("body").aria_snapshot().encode())}), flush=True)
    browser.close()
