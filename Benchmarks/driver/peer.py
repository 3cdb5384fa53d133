"""Playwright's side of `run`: the same lines in, the same answers out, the same steps as Rows.swift."""
import sys, time

from playwright.sync_api import sync_playwright

FIELDS = {"first": "Alice", "last": "Doe", "email": "alice@example.com", "phone": "+1 555 0100",
          "cover": "I would like to work with you."}
PAINTED = """() => new Promise((kept) => new PerformanceObserver((list, observer) => {
    if (list.getEntriesByName("first-paint").length) { observer.disconnect(); kept(true); }
}).observe({ type: "paint", buffered: true }))"""


class Rows:
    def __init__(self, browser, page, resume):
        self.browser, self.page, self.resume = browser, page, resume

    def evaluate(self, url):
        self.page.goto(url)
        start = time.perf_counter()
        for _ in range(200): self.page.evaluate("() => 1")
        return (time.perf_counter() - start) * 1000 / 200

    def form(self, url):
        page, start = self.page, time.perf_counter()
        page.goto(url)
        for name, text in FIELDS.items(): page.fill(f"#{name}", text)
        page.select_option("#country", label="Germany")
        page.set_input_files("#resume", self.resume)
        page.check("#agree")
        page.click("#submit")
        page.wait_for_selector("#received")
        return (time.perf_counter() - start) * 1000

    def clicks(self, url):
        self.page.goto(url)
        start = time.perf_counter()
        for number in range(100): self.page.click(f"#b{number}")
        taken = (time.perf_counter() - start) * 1000
        assert self.page.text_content("#count") == "100"
        return taken

    def context(self, url):
        start = time.perf_counter()
        context = self.browser.new_context()
        page = context.new_page()
        page.goto(url)
        page.evaluate(PAINTED)
        context.close()
        return (time.perf_counter() - start) * 1000

    def storage(self, url):
        first = self.browser.new_context()
        first.new_page().goto(url)
        start = time.perf_counter()
        state = first.storage_state(indexed_db=True)
        second = self.browser.new_context(storage_state=state)
        page = second.new_page()
        page.goto(url)
        assert page.text_content("#seen") == "20 20"
        second.close()
        taken = (time.perf_counter() - start) * 1000
        first.close()
        return taken

    def outline(self, url):
        self.page.goto(url)
        start = time.perf_counter()
        assert "Question 299" in self.page.locator("body").aria_snapshot()
        return (time.perf_counter() - start) * 1000

    fields = outline

    def idle(self, url):
        contexts = []
        for _ in range(10):
            context = self.browser.new_context()
            context.new_page().goto(url)
            contexts.append(context)
        print("idle", flush=True)
        sys.stdin.readline()
        for context in contexts: context.close()
        return 0


def main(binary, resume):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=binary)
        rows = Rows(browser, browser.new_context().new_page(), resume)
        print("ready", flush=True)
        for line in sys.stdin:
            row, url = line.split()
            try:
                print(f"{getattr(rows, row)(url):.4f}", flush=True)
            except Exception as error:
                print("failed", repr(error)[:300], flush=True)


main(*sys.argv[1:])
