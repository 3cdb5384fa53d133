"use strict";
// The page on which a person helps with a paused application: the page's picture, what they do to it, and the ways to
// end.
(() => {
  const { liveKeys: keys, liveAsks: asks } = globalThis;
  const at = (id) => /** @type {any} */ (document.getElementById(id));
  const canvas = /** @type {HTMLCanvasElement} */ (at("page"));
  const ink = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { alpha: false }));
  const area = /** @type {HTMLTextAreaElement} */ (at("keys"));
  const reasons = {
    loading: "The page is loading; its picture comes in a moment.", dialog: "The page waits for your answer.",
    silent: "The browser sends no picture at the moment.", closed: "The page has closed.",
  };
  const kept = new Map();
  const status = { link: "", epoch: 0, yours: false, mode: "view", deadline: 0, over: false, editable: false };
  let socket = /** @type {WebSocket | null} */ (null);
  let tries = 0;
  let drawing = Promise.resolve();

  const say = (text) => { at("note").textContent = text; };

  const send = (words) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ ...words, e: status.epoch }));
  };
  const act = (words) => {
    if (status.yours) send(words);
  };

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

  const finish = (text) => {
    status.over = true;
    asks.close();
    socket?.close(1000);
    for (const id of ["stage", "still", "answers", "resolved", "take", "give", "keyboard", "pasting", "cancel"]) {
      at(id).hidden = true;
    }
    at("tabs").replaceChildren();
    at("clock").textContent = "";
    at("end").textContent = text;
    at("end").hidden = false;
    say("");
  };

  // Pictures, one after the other, each confirmed when it is seen.
  const draw = async (bytes) => {
    const head = new DataView(bytes);
    const [kind, number, width, height] = [head.getUint8(0), head.getUint32(2), head.getUint16(6), head.getUint16(8)];
    let picture = kind === 2 ? kept.get(head.getUint32(12)) : undefined;
    if (kind === 1) {
      picture = await createImageBitmap(new Blob([bytes.slice(16)], { type: "image/jpeg" }));
      kept.set(number, picture);
      for (const [old, one] of kept) {
        if (kept.size <= 5) break;
        kept.delete(old);
        one.close();
      }
    }
    if (picture) {
      if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
      ink.drawImage(picture, 0, 0, width, height);
    }
    send({ t: "ack", n: number });
  };

  const tabs = (words) => {
    const buttons = words.list.length < 2 ? [] : words.list.map((tab) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = tab.title || tab.host || "New window";
      button.title = tab.host;
      if (tab.id === words.shown) button.setAttribute("aria-current", "page");
      button.onclick = () => act({ t: "tab", id: tab.id });
      return button;
    });
    at("tabs").replaceChildren(...buttons);
    const shown = words.list.find((tab) => tab.id === words.shown);
    if (shown) at("title").textContent = shown.host ? `${shown.title || "Page"} (${shown.host})` : shown.title;
  };

  const control = (words) => {
    [status.epoch, status.yours] = [words.epoch, words.yours];
    at("take").hidden = !words.can || words.yours || words.taken;
    for (const id of ["give", "keyboard", "pasting"]) at(id).hidden = !words.yours;
    canvas.style.cursor = words.yours ? "default" : "not-allowed";
    if (words.yours) say("You have control. The program does nothing until you are done.");
    else say(words.taken ? "Somebody else has control; you can look on." : words.can ? "" : "You can look on.");
  };

  const focus = (words) => {
    status.editable = Boolean(words.focus);
    area.inputMode = words.focus?.mode ?? "text";
    if (!words.focus) return;
    const scale = canvas.clientWidth / (canvas.width || 1);
    area.style.left = `${Math.max(0, words.focus.box[0] * scale)}px`;
    area.style.top = `${Math.max(0, words.focus.box[1] * scale)}px`;
  };

  let ready = () => {};
  const upload = async (id, files) => {
    for (const file of files) {
      const isReady = new Promise((done) => { ready = () => done(undefined); });
      act({ t: "file", id, name: file.name, size: file.size });
      await isReady;
      for (let from = 0; from < file.size; from += 60000) {
        const piece = new Uint8Array(await file.slice(from, from + 60000).arrayBuffer());
        const message = new Uint8Array(16 + piece.length);
        message[0] = 3;
        message.set(piece, 16);
        socket?.send(message);
      }
    }
    act({ t: "files", id });
  };

  const heard = {
    status: (words) => { at("curtain").textContent = words.casting ? "" : reasons[words.reason] ?? ""; },
    tabs, control, focus,
    dialog: (words) => asks.dialog(status.yours ? words.dialog : null, act),
    picker: (words) => asks.picker(status.yours ? words.picker : null, act),
    files: (words) => asks.files(status.yours ? words.files : null, upload, act),
    refused: (words) => {
      if (words.count) say(`The page wanted to open ${words.host}, which is not one of this application's sites.`);
    },
    copied: async (words) => {
      if (await asks.copied(words.text)) say(words.text ? "Copied." : "Nothing is selected on the page.");
    },
    note: (words) => say(words.text),
    ready: () => ready(),
  };

  const connect = () => {
    const place = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/live/${status.link}/socket`;
    socket = new WebSocket(place);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      tries = 0;
      kept.clear();
      at("stage").hidden = false;
      at("still").hidden = true;
    };
    socket.onmessage = (event) => {
      if (typeof event.data !== "string") {
        drawing = drawing.then(() => draw(event.data)).catch(() => say("A picture could not be read."));
        return;
      }
      const words = JSON.parse(event.data);
      heard[words.t]?.(words);
    };
    socket.onclose = () => {
      status.yours = false;
      if (!status.over) lost();
    };
  };

  // Without the worker there are still pictures that were stored, and the forms.
  const lost = async () => {
    tries += 1;
    at("curtain").textContent = "The connection is being restored.";
    if (tries > 1) {
      at("stage").hidden = true;
      say("The page cannot be reached right now. You see how it was when it stopped.");
      at("still").src = `/live/${status.link}/picture?${Date.now()}`;
      at("still").onload = () => { at("still").hidden = false; };
    }
    if (await look()) setTimeout(connect, tries === 1 ? 300 : 2000);
  };

  const look = async () => {
    try {
      const state = await call(`/live/${status.link}/state`);
      show(state);
      return true;
    } catch (error) {
      const why = /** @type {any} */ (error);
      if (why.status === 410) finish("This job no longer waits for you. You can close this page.");
      else if (why.status === 404) finish("There is no such link.");
      else return true;
      return false;
    }
  };

  const resume = async (body) => {
    try {
      const done = await call(`/live/${status.link}/resume`, { resolved_by: "human", ...body });
      finish(done.status === "running" ? "Thank you. The application goes on." : "Thank you. It goes on shortly.");
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
    const kinds = {
      captcha: "The page asks for proof that a person is here.", "2fa": "The page asks for a code.",
      login: "The page asks you to sign in.", bot_check: "The page checks whether a person is here.",
      question: "The page asks something that nobody has answered yet.",
    };
    at("why").textContent = state.message || kinds[state.type] || "The application waits for you.";
    const mayAct = state.mode === "control";
    at("resolved").hidden = at("cancel").hidden = !mayAct;
    const now = JSON.stringify([state.type, state.questions, state.mode]);
    if (now !== asked) asks.form(state, resume);
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

  // Pointers: mouse and pen as a mouse, fingers as touches.
  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    const within = (value, most) => Math.min(Math.max(value, 0), most - 1);
    return {
      x: within((event.clientX - box.left) * canvas.width / box.width, canvas.width),
      y: within((event.clientY - box.top) * canvas.height / box.height, canvas.height),
    };
  };
  let move = /** @type {any} */ (null);
  let wheel = /** @type {any} */ (null);
  const flush = () => {
    if (move) act(move);
    if (wheel) act(wheel);
    move = wheel = null;
  };
  const later = () => requestAnimationFrame(flush);
  let count = 1;
  let last = { time: 0, x: 0, y: 0, button: -1 };

  const mouse = (kind, event, clicks) => {
    flush();
    act({ t: kind, ...place(event), b: event.button, c: clicks, h: event.buttons, m: keys.modifiers(event) });
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    area.focus({ preventScroll: true });
    const isNear = Math.hypot(event.clientX - last.x, event.clientY - last.y) < 6;
    count = event.timeStamp - last.time < 500 && isNear && event.button === last.button ? count % 3 + 1 : 1;
    last = { time: event.timeStamp, x: event.clientX, y: event.clientY, button: event.button };
    mouse("down", event, count);
  });
  canvas.addEventListener("pointerup", (event) => {
    if (event.pointerType !== "touch") mouse("up", event, count);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    if (!move && !wheel) later();
    const held = event.buttons & 1 ? 0 : event.buttons & 2 ? 2 : -1;
    move = { t: "move", ...place(event), b: held, c: count, h: event.buttons, m: keys.modifiers(event) };
  });
  canvas.addEventListener("contextmenu", (event) => event.preventDefault());
  canvas.addEventListener("wheel", (event) => {
    if (!status.yours || event.ctrlKey) return;
    event.preventDefault();
    if (!move && !wheel) later();
    const unit = event.deltaMode === 1 ? 32 : event.deltaMode === 2 ? 800 : 1;
    wheel = {
      t: "wheel", ...place(event), dx: (wheel?.dx ?? 0) + event.deltaX * unit,
      dy: (wheel?.dy ?? 0) + event.deltaY * unit,
    };
  }, { passive: false });

  const touches = (kind, event) => {
    if (event.touches.length > 1) return;
    event.preventDefault();
    act({ t: "touch", k: kind, p: [...event.touches].map((one) => ({ id: one.identifier, ...place(one) })) });
    // A phone shows its keyboard only in answer to a finger.
    if (kind === "end" && status.editable) area.focus({ preventScroll: true });
  };
  for (const [name, kind] of [["touchstart", "start"], ["touchmove", "move"], ["touchend", "end"],
    ["touchcancel", "cancel"]]) {
    canvas.addEventListener(name, (event) => touches(kind, event), { passive: false });
  }

  keys.attach(area, act);
  at("keyboard").onclick = () => area.focus({ preventScroll: true });
  at("pasting").onclick = () => asks.pasting(act);
  at("take").onclick = () => send({ t: "take" });
  at("give").onclick = () => {
    act({ t: "give" });
    say("You have given control back. The job still waits until you say that it is resolved.");
  };
  at("resolved").onclick = () => resume({ resolution_type: "manual" });
  const cancel = async () => {
    try {
      await call(`/live/${status.link}/cancel`, {});
      finish("The application is cancelled.");
    } catch (error) {
      say(/** @type {Error} */ (error).message);
    }
  };
  at("cancel").onclick = () => asks.confirm("Cancel this application? It cannot be taken up from here again.", cancel);

  const begin = async () => {
    const secret = location.hash.slice(1);
    const [, , known] = location.pathname.split("/");
    // Nobody who looks over a shoulder or at the history gets the secret.
    history.replaceState(null, "", location.pathname);
    try {
      if (secret) status.link = (await call("/live/enter", { secret })).link;
      else status.link = known ?? "";
    } catch (error) {
      return finish(/** @type {Error} */ (error).message);
    }
    if (!status.link) return finish("Open this page by the link that you were sent.");
    history.replaceState(null, "", `/live/${status.link}`);
    setInterval(tick, 500);
    setInterval(look, 15000);
    if (await look()) connect();
    return undefined;
  };
  begin();
})();
