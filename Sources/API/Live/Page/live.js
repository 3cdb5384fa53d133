"use strict";
// The page on which a person helps with a paused application: how it is entered, what is waited for, how it ends.
(() => {
  const { liveAsks: asks, liveView: view } = globalThis;
  const { say } = view;
  const at = (id) => /** @type {any} */ (document.getElementById(id));
  const parts = ["stage", "still", "answers", "resolved", "take", "give", "keyboard", "pasting", "cancel", "larger"];
  // Below which path a proxy shows this page: its scripts came from there.
  const root = new URL(/** @type {any} */ (document.currentScript).src).pathname.replace(/\/live-page\/live\.js$/, "");
  const newLink = "Ask whoever sent it for a new one.";
  const status = { link: "", mode: "view", deadline: 0, over: false };
  let tries = 0;

  const call = async (path, body) => {
    const asked = body === undefined ? {}
      : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
    const reply = await fetch(path, { ...asked, credentials: "same-origin", cache: "no-store" });
    const words = await reply.json().catch(() => ({}));
    if (!reply.ok) throw Object.assign(new Error(words.message ?? `The service answered ${reply.status}`), {
      status: reply.status, details: words.details,
    });
    return words;
  };

  const finish = (text, code = 1000) => {
    status.over = true;
    asks.close();
    view.leave(code);
    for (const id of parts) at(id).hidden = true;
    at("tabs").replaceChildren();
    at("title").textContent = "Help with an application";
    at("clock").textContent = at("why").textContent = "";
    at("end").textContent = text;
    at("end").hidden = false;
    say("");
  };

  const connect = () => view.connect(status.link, () => {
    tries = 0;
    at("still").hidden = true;
  }, () => {
    if (!status.over) lost();
  });

  // Without the worker's socket there are still single pictures, and the forms.
  let shown = "";
  const still = async () => {
    const reply = await fetch(`${root}/live/${status.link}/picture`, { credentials: "same-origin", cache: "no-store" });
    if (!reply.ok) return "The page cannot be reached right now, and there is no picture of it.";
    URL.revokeObjectURL(shown);
    shown = URL.createObjectURL(await reply.blob());
    at("still").src = shown;
    at("still").hidden = false;
    if (reply.headers.get("x-gh-picture") === "fresh") {
      return "The page cannot be worked from here right now. Its picture comes anew every two seconds.";
    }
    return "The page cannot be reached right now. You see how it was when it stopped.";
  };
  const lost = async () => {
    tries += 1;
    at("curtain").textContent = "The connection is being restored.";
    const state = await look();
    if (!state) return;
    if (tries > 1) {
      at("stage").hidden = true;
      const words = await still().catch(() => "The service cannot be reached; this page goes on trying.");
      say(state === true || state.has_page ? words : "The page was closed to make room for others. You see how it was; "
        + "with your answer the application begins again from its first page.");
    }
    setTimeout(connect, tries === 1 ? 300 : 2000);
  };

  // What is waited for; true where nobody can say, nothing where it is over.
  const look = async () => {
    try {
      const state = await call(`${root}/live/${status.link}/state`);
      show(state);
      return state;
    } catch (error) {
      const why = /** @type {any} */ (error);
      if (status.over) return null;
      if (why.status === 410) after("This job no longer waits for you. You can close this page.", 1);
      else if (why.status === 404) finish(`There is no such link. ${newLink}`);
      else return true;
      return null;
    }
  };

  const ended = { completed: "It is done.", failed: "The application has failed.", expired: "The time is up.",
    cancelled: "The application is cancelled." };
  const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

  // Looks on after the person has answered: what was in the way may still be, and they may want the page back.
  const after = async (text, seconds) => {
    finish(text, seconds > 1 ? 4000 : 1000);
    const link = status.link;
    for (let left = seconds; left > 0 && status.over && link === status.link; left -= 1) {
      const now = await call(`${root}/live/${link}/after`).catch(() => null);
      if (now?.waits) return again(link);
      at("over").hidden = !now?.may_take_over;
      if (now?.has_ended) at("end").textContent = `${ended[now.status] ?? "The application has ended."} `
        + `${now.message ?? ""}`.trim();
      if (!now || now.has_ended) break;
      await pause(1000);
    }
    return undefined;
  };
  const again = async (link) => {
    try {
      status.link = (await call(`${root}/live/${link}/again`, {})).link;
    } catch {
      return finish("It waits for a human again. Open the new link that you are sent.");
    }
    history.replaceState(null, "", `${root}/live/${status.link}`);
    status.over = false;
    at("end").hidden = at("over").hidden = true;
    asked = "";
    if (await look()) connect();
    return undefined;
  };
  at("over").onclick = async () => {
    at("over").hidden = true;
    try {
      await call(`${root}/live/${status.link}/takeover`, {});
      after("The page is yours as soon as the program can stop.", 120);
    } catch (error) {
      at("end").textContent = /** @type {Error} */ (error).message;
    }
  };

  const resume = async (body) => {
    try {
      const done = await call(`${root}/live/${status.link}/resume`, { resolved_by: "human", ...body });
      after(done.status === "running" ? "Thank you. The application goes on."
        : "Thank you. The application begins again shortly.", 60);
    } catch (error) {
      const why = /** @type {any} */ (error);
      say(why.details?.map((one) => one.message).join("; ") || why.message);
      if (why.status === 410 || why.status === 409) look();
    }
  };

  let asked = "";
  const show = (state) => {
    status.mode = state.mode;
    status.deadline = performance.now() + state.left_ms;
    at("why").textContent = state.message || "The application waits for you.";
    const mayAct = state.mode === "control";
    at("resolved").hidden = at("cancel").hidden = !mayAct;
    at("resolved").textContent = state.has_page ? "I've resolved it" : "Begin again";
    const now = JSON.stringify([state.type, state.questions, state.mode]);
    if (now !== asked) asks.form(state, resume);
    if (now !== asked) view.fit();
    asked = now;
  };

  const tick = () => {
    if (status.over || !status.deadline) return;
    const left = Math.max(0, Math.round((status.deadline - performance.now()) / 1000));
    const [hours, minutes] = [Math.floor(left / 3600), Math.floor(left / 60) % 60];
    const two = (number) => String(number).padStart(2, "0");
    at("clock").textContent = `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(left % 60)} left`;
    at("clock").classList.toggle("soon", left < 60);
    if (left === 0) look();
  };

  // What was typed into the form and not sent is what the person means to give.
  at("resolved").onclick = () => {
    const form = /** @type {HTMLFormElement} */ (at("answers"));
    const isTyped = !form.hidden && [...form.querySelectorAll("input:not([type=checkbox]),select,textarea")]
      .some((one) => /** @type {any} */ (one).value);
    if (isTyped) form.requestSubmit();
    else resume({ resolution_type: "manual" });
  };
  const cancel = async () => {
    try {
      const done = await call(`${root}/live/${status.link}/cancel`, {});
      finish(done.status === "cancelled" ? "The application is cancelled."
        : "It ends here, but the form was sent before: the employer may have the application. Please ask them.");
    } catch (error) {
      say(/** @type {Error} */ (error).message);
    }
  };
  at("cancel").onclick = () => asks.confirm("Cancel this application? It cannot be taken up from here again. "
    + "What was sent already cannot be taken back.", cancel);

  const begin = async () => {
    // The cookie is for secure connections alone: a link must not be used up where none is kept.
    if (!isSecureContext) {
      return finish("This page opens by https or on localhost alone. The link was not used up: open it by the https "
        + "address of the service, or ask whoever runs it for one.");
    }
    const secret = location.hash.slice(1);
    const [, , known] = location.pathname.slice(root.length).split("/");
    // Nobody who looks over a shoulder or at the history gets the secret.
    history.replaceState(null, "", location.pathname);
    try {
      if (secret) status.link = (await call(`${root}/live/enter`, { secret })).link;
      else status.link = known ?? "";
    } catch (error) {
      return finish(`${/** @type {Error} */ (error).message}. ${newLink}`);
    }
    if (!status.link) return finish("Open this page by the link that you were sent.");
    history.replaceState(null, "", `${root}/live/${status.link}`);
    setInterval(tick, 500);
    setInterval(() => {
      if (!status.over) look();
    }, 15000);
    if (await look()) connect();
    return undefined;
  };
  begin();
})();
