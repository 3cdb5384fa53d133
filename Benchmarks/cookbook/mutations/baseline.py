"""The other side of Benchmarks/cookbook/mutations/run: replay by the absolute XPath of every element, as recorders do.

Reads lines of JSON, {"url", "learn", "steps"} to note where the fields of a page stand, {"url", "replay", "patience"} to
fill them there again and press the submit; answers each with a line.
"""
import json, sys
from playwright.sync_api import sync_playwright

PATH = """(element) => {
    let path = "";
    for (; element && element.nodeType === 1; element = element.parentElement) {
        const same = [...(element.parentElement?.children ?? [element])].filter((one) => one.localName === element.localName);
        path = `/${element.localName}[${same.indexOf(element) + 1}]` + path;
    }
    return path;
}"""
SUBMIT = "form [type=submit], form button:not([type=button]):not([type=reset])"


def place(page, how, name, value):
    field = f"[name={json.dumps(name)}]"
    return page.locator(f"{field}[value={json.dumps(value)}]" if how == "check" else field).first.evaluate(PATH)


def do(page, how, path, value):
    found = page.locator(f"xpath={path}")
    if how == "fill": found.fill(value)
    elif how == "select": found.select_option(value=value)
    elif how == "check": found.check()
    elif how == "tick": found.set_checked(value)
    elif how == "upload": found.set_input_files(value)


def main():
    shelf = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
        print("ready", flush=True)
        for line in sys.stdin:
            order = json.loads(line)
            context = browser.new_context()
            page = context.new_page()
            page.set_default_timeout(order.get("patience", 5_000))
            answer = {}
            try:
                page.goto(order["url"])
                if "learn" in order:
                    steps = [(how, place(page, how, name, value), value) for how, name, value in order["steps"]]
                    shelf[order["learn"]] = steps, page.locator(SUBMIT).last.evaluate(PATH)
                else:
                    steps, submit = shelf[order["replay"]]
                    for step in steps: do(page, *step)
                    page.locator(f"xpath={submit}").click()
                    page.wait_for_selector("text=Confirmation number")
            except Exception as error:
                answer = {"failed": str(error).splitlines()[0][:200]}
            context.close()
            print(json.dumps(answer), flush=True)
        browser.close()


if __name__ == "__main__": main()
