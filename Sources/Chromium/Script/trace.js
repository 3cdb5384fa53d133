"use strict";
// Shows a recording. Whatever comes from the recorded pages is text here, never markup, but for the documents, which
// are shown in frames that may do nothing.
(() => {
  const read = (id) => JSON.parse(document.getElementById(id)?.textContent ?? "null");
  const record = read("record"), files = read("files");
  /** @type {(selector: string) => any} */
  const find = (selector) => document.querySelector(selector);

  const make = (tag, facts = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), facts);
    element.append(...children);
    return element;
  };

  const time = (milliseconds) => {
    if (milliseconds == null) return "–";
    return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
  };

  const size = (bytes) => {
    if (bytes == null) return "–";
    return bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${(bytes / 1024).toFixed(1)} kB`
      : `${(bytes / 1048576).toFixed(1)} MB`;
  };

  const isBad = (step) => step.outcome != null && step.outcome !== "done";
  const isBadRequest = (request) => request.failure != null || request.status >= 400;
  const end = Math.max(1, ...record.steps.map((step) => step.start + (step.duration ?? 0)));
  let current = 0, view = "Pictures";

  const picture = (name, caption) => {
    const file = files[name];
    const shown = file ? make("img", { src: file, alt: caption })
      : make("p", { className: "none", textContent: "No picture" });
    return make("figure", {}, make("figcaption", { textContent: caption }), shown);
  };

  const table = (heads, rows, nothing) => {
    if (!rows.length) return make("p", { className: "none", textContent: nothing });
    const head = make("tr", {}, ...heads.map(([text, className]) => make("th", { textContent: text, className })));
    return make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows));
  };

  const row = (className, cells) => make("tr", { className },
    ...cells.map(([text, kind]) => make("td", { textContent: text, className: kind })));

  const during = (step, at) => {
    const next = record.steps[current + 1];
    return step && at >= step.start && (!next || at < next.start);
  };

  const classesOf = (request, step) =>
    `${isBadRequest(request) ? "bad" : ""} ${during(step, request.start) ? "during" : ""}`;
  const views = {
    Pictures: (step) => step ? make("div", { className: "pair" }, picture(step.before, "Before"),
      picture(step.after, "After"))
      : make("p", { className: "none", textContent: "No steps were recorded" }),
    Document: (step) => {
      const html = step && files[step.snapshot];
      if (!html) return make("p", { className: "none", textContent: "No document" });
      const frame = make("iframe", { title: "The document after the step" });
      frame.setAttribute("sandbox", "");
      frame.srcdoc = html;
      return frame;
    },
    Network: (step) => table(
      [["Method", ""], ["Address", ""], ["Kind", ""], ["Status", "number"], ["At", "number"], ["Time", "number"],
        ["Size", "number"]],
      record.requests.map((request) => row(classesOf(request, step), [
        [request.method, ""], [request.url, "url"], [request.kind, ""],
        [request.failure ?? request.status ?? "–", "number"],
        [time(request.start), "number"], [time(request.duration), "number"], [size(request.bytes), "number"],
      ])), "Nothing was asked of any server"),
    Console: (step) => table([["At", "number"], ["Error", ""]],
      record.complaints.map((one) => row(during(step, one.at) ? "during" : "",
        [[time(one.at), "number"], [one.message, "message"]])),
      "The pages reported no errors"),
  };
  const counts = { Network: record.requests.length, Console: record.complaints.length };

  const show = () => {
    const step = record.steps[current];
    find("h2").textContent = step?.name ?? "";
    const facts = find("#heading p");
    facts.textContent = step ? `${time(step.duration)} · ${step.url}` : "";
    if (step && isBad(step)) facts.prepend(make("span", { className: "bad", textContent: `${step.outcome} · ` }));
    find("#tabs").replaceChildren(...Object.keys(views).map((name) => {
      const textContent = name in counts ? `${name} (${counts[name]})` : name;
      const tab = make("button", { className: "tab", textContent });
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-selected", String(name === view));
      tab.onclick = () => { view = name; show(); };
      return tab;
    }));
    find("#panel").replaceChildren(views[view](step));
    for (const [index, item] of [...document.querySelectorAll(".step")].entries()) {
      item.setAttribute("aria-current", String(index === current));
      if (index === current) item.scrollIntoView({ block: "nearest" });
    }
  };

  const list = () => record.steps.map((step, index) => {
    const bar = make("i");
    bar.style.left = `${100 * step.start / end}%`;
    bar.style.width = `${100 * (step.duration ?? 0) / end}%`;
    const button = make("button", { className: `step ${isBad(step) ? "bad" : step.outcome == null ? "open" : ""}` },
      make("div", { className: "top" }, make("span", { className: "name", textContent: step.name }),
        make("span", { className: "time", textContent: time(step.duration) })),
      make("div", { className: "bar" }, bar));
    button.onclick = () => { current = index; show(); };
    return make("li", {}, button);
  });

  const counted = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
  const chip = (text, bad) => make("span", { className: bad ? "chip bad" : "chip", textContent: text });

  document.title = find("h1").textContent = record.title;
  find("#facts").textContent =
    `${new Date(record.began).toLocaleString()} · ${time(end)}${record.isCut ? " · not everything was kept" : ""}`;
  const failed = record.steps.filter(isBad).length;
  find("#totals").append(chip(counted(record.steps.length, "step")), chip(counted(record.requests.length, "request")));
  if (failed) find("#totals").append(chip(`${failed} failed`, true));
  if (record.complaints.length) find("#totals").append(chip(counted(record.complaints.length, "error"), true));
  find("#steps").append(...list());
  addEventListener("keydown", (event) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!move || !record.steps[current + move]) return;
    event.preventDefault();
    current += move;
    show();
  });
  show();
})();
