"""browser-use on the same forms with the same scripted model, which answers its own way of asking.

    peer.py DIR RECORDS

The model finds each element that browser-use lists by its `name`, label or placeholder, fills all of them in one step,
then presses the last button, then says it is done: as short a run as its loop allows.
"""
import asyncio, importlib.machinery, importlib.util, json, os, pathlib, re, statistics, sys, time

os.environ.update(ANONYMIZED_TELEMETRY="false", BROWSER_USE_LOGGING_LEVEL="error", BROWSER_USE_CLOUD_SYNC="false")


def load():
    loader = importlib.machinery.SourceFileLoader("agent", str(pathlib.Path(__file__).with_name("run")))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("agent", loader))
    loader.exec_module(module)
    return module


bench = load()
forms = bench.forms


class Model(bench.Model):
    """The same server, answering browser-use's question: which elements to act upon."""
    calls, done = [], set()

    def plan(self, question):
        if not isinstance(question, str): question = "".join(one.get("text", "") for one in question)
        state = question.rsplit("<browser_state>", 1)[-1]
        actions, button = [], None
        for match in re.finditer(r"^\s*(?:\|[^|\n]*\|)?\*?\[(\d+)\]<(\w+)([^\n]*)", state, re.M):
            index, tag, rest = int(match.group(1)), match.group(2), match.group(3)
            told = dict(re.findall(r"\b(name|id|value|type)=([^\s>/]+)", rest))
            if tag == "button" or told.get("type") == "submit": button = index
            name = next((n for n, c in self.form.controls.items() if told.get("id") in c["ids"]), told.get("name"))
            mark = (name, told.get("id"))
            if not name or mark in self.done: continue
            action = self.action(index, tag, told, name)
            if action:
                actions.append(action)
                self.done.add(mark)
        if not actions and button is not None and "pressed" not in self.done:
            self.done.add("pressed")
            actions = [{"click": {"index": button}}]
        if not actions: actions = [{"done": {"text": "sent", "success": True, "files_to_display": []}}]
        return {"thinking": "Filling the form", "evaluation_previous_goal": "Success", "memory": "", "next_goal": "Go on",
                "action": actions}

    def action(self, index, tag, told, name):
        for key, value in self.record.items():
            found, control = self.form.find(key)
            if found != name or control["kind"] == "file": continue
            wanted = ", ".join(forms.words(value))
            if tag == "select": return {"select_dropdown": {"index": index, "text": next((self.form.option_label(o) for o in control["options"] if forms.same(self.form.option_label(o), wanted) or forms.same(o["value"] or "", wanted)), wanted)}}
            if control["kind"] in ("radio", "checkbox"):
                option = next((o for o in control["options"] if o.get("id") == told.get("id") or o["value"] == told.get("value")), None)
                label = self.form.option_label(option) if option else ""
                parts = [wanted] + wanted.split(", ") + ([label] if len(control["options"]) == 1 and forms.fold(wanted) in forms.TRUE else [])
                fits = option and any(forms.same(label, one) or forms.same(option["value"] or "", one) for one in parts)
                return {"click": {"index": index}} if fits else None
            if control["kind"] == "date" and forms.date(wanted): wanted = "%04d-%02d-%02d" % forms.date(wanted)
            return {"input": {"index": index, "text": wanted, "clear": True}}
        return None

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        content = body["messages"][-1]["content"]
        answer = json.dumps(self.plan(content))
        size = sum(len(one["content"].encode()) if isinstance(one["content"], str) else
                   sum(len(part.get("text", "").encode()) for part in one["content"]) for one in body["messages"])
        schema = len(json.dumps(body.get("response_format", "")).encode())
        tokens, written = (size + schema + 3) // 4, (len(answer.encode()) + 3) // 4
        Model.calls.append((tokens, written))
        reply = json.dumps({"id": "x", "object": "chat.completion", "created": 0, "model": "scripted", "choices": [
            {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": answer}}],
            "usage": {"prompt_tokens": tokens, "completion_tokens": written, "total_tokens": tokens + written}}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)


async def run(folder, most):
    from browser_use import Agent, BrowserProfile, BrowserSession, ChatOpenAI
    pages, model = bench.serve(forms.Recorder, directory=str(folder)), bench.serve(Model)
    right = asked = 0
    calls, tokens, times = [], [], []
    for page in sorted(folder.glob("*/page.html")):
        name, form = page.parent.name, forms.Form(page.read_text())
        records = json.loads((page.parent / "records.json").read_text())
        for record in records[:most] if most else records:
            forms.Recorder.posted.clear()
            Model.form, Model.record, Model.calls, Model.done = form, record, [], set()
            llm = ChatOpenAI(model="scripted", base_url=f"http://127.0.0.1:{model}/v1", api_key="none")
            profile = BrowserProfile(headless=True, executable_path=forms.CHROMIUM, chromium_sandbox=False)
            session = BrowserSession(browser_profile=profile)
            agent = Agent(task=f"Open http://127.0.0.1:{pages}/{name}/page.html and fill and send the form for this record: "
                          + bench.prose(form, record), llm=llm, browser_session=session, use_vision=False, use_judge=False)
            begin = time.monotonic()
            try: await asyncio.wait_for(agent.run(max_steps=12), 120)
            except Exception as error: print(f"{name}: {type(error).__name__}", file=sys.stderr)
            times.append((time.monotonic() - begin) * 1000)
            try: await session.kill()
            except Exception: pass
            posted = forms.Recorder.posted[0] if len(forms.Recorder.posted) == 1 else {}
            calls.append(len(Model.calls))
            tokens.append(sum(i + o for i, o in Model.calls))
            for key, gold in record.items():
                verdict = forms.judge(form, key, gold, posted)
                if verdict in ("right", "wrong"): asked, right = asked + 1, right + (verdict == "right")
            print(f"{name:6} calls {calls[-1]:3} tokens {tokens[-1]:7} {times[-1]:7.0f} ms", flush=True)
    print(f"browser-use: {100 * right / max(asked, 1):.1f} % of {asked} posted right; {sum(calls) / len(calls):.1f} calls a form, "
          f"{statistics.median(tokens):.0f} tokens a form at the median, {statistics.median(times):.0f} ms")


asyncio.run(run(pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2])))
