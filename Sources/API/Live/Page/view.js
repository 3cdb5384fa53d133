"use strict";
// The helped page as it is seen over a socket: its pictures, its windows, whose hands it is in, and what it asks.
globalThis.liveView = (() => {
  // Below which path a proxy shows this page: its scripts came from there.
  const root = new URL(/** @type {any} */ (document.currentScript).src).pathname.replace(/\/live-page\/view\.js$/, "");
  const { liveAsks: asks } = globalThis;
  const at = (id) => /** @type {any} */ (document.getElementById(id));
  const canvas = /** @type {HTMLCanvasElement} */ (at("page"));
  const ink = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { alpha: false }));
  const area = /** @type {HTMLTextAreaElement} */ (at("keys"));
  const reasons = {
    loading: "The page is loading; its picture comes in a moment.", dialog: "The page waits for your answer.",
    stuck: "The page does not answer at the moment; what you do may be lost.",
    silent: "The browser sends no picture at the moment.", closed: "The page has closed.",
  };
  const kept = new Map();
  const status = { epoch: 0, yours: false, editable: false };
  let socket = /** @type {WebSocket | null} */ (null);
  let drawing = Promise.resolve();

  const say = (text) => { at("note").textContent = text; };
  // What is of a moment makes way again for whose hands the page is in.
  let standing = "";
  let passing = 0;
  const mention = (text) => {
    say(text);
    clearTimeout(passing);
    passing = setTimeout(() => say(standing), 6000);
  };
  const send = (words) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ ...words, e: status.epoch }));
  };
  const act = (words) => {
    if (status.yours) send(words);
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
      if (canvas.width !== width || canvas.height !== height) {
        [canvas.width, canvas.height] = [width, height];
        fit();
      }
      ink.drawImage(picture, 0, 0, width, height);
    }
    send({ t: "ack", n: number });
  };

  // The whole picture is to be seen at once; larger only where the person wants it.
  let scale = 1;
  const fit = () => {
    const room = at("stage").parentElement;
    const isBeside = matchMedia("(min-width: 900px)").matches && !at("answers").hidden;
    const beside = isBeside ? at("answers").offsetWidth + 16 : 0;
    const [width, height] = [room.clientWidth - 24 - beside, Math.max(220, room.clientHeight - 10)];
    const whole = Math.min(1, width / canvas.width, height / canvas.height);
    canvas.style.width = `${Math.floor(canvas.width * Math.min(1.5, whole * scale))}px`;
    at("stage").style.maxWidth = `${width + 2}px`;
    at("larger").hidden = whole > 0.7 && scale === 1;
    at("larger").textContent = scale > 2 ? "Whole page" : "Larger";
  };
  const enlarge = () => {
    scale = scale > 2 ? 1 : scale * 1.8;
    fit();
    if (scale > 1 && matchMedia("(pointer: coarse)").matches) say("Two fingers move the picture.");
  };
  addEventListener("resize", fit);

  const tabs = (words) => {
    const buttons = words.list.length < 2 ? [] : words.list.map((tab) => {
      const holder = document.createElement("span");
      const [open, shut] = [document.createElement("button"), document.createElement("button")];
      open.type = shut.type = "button";
      open.textContent = tab.title || tab.host || "New window";
      open.title = tab.host;
      if (tab.id === words.shown) open.setAttribute("aria-current", "page");
      open.onclick = () => act({ t: "tab", id: tab.id });
      shut.textContent = "×";
      shut.ariaLabel = `Close ${open.textContent}`;
      shut.onclick = () => act({ t: "shut", id: tab.id });
      holder.append(open, shut);
      return holder;
    });
    at("tabs").replaceChildren(...buttons);
    const shown = words.list.find((tab) => tab.id === words.shown);
    if (shown) at("title").textContent = shown.host ? `${shown.title || "Page"} (${shown.host})` : shown.title;
    fit();
  };

  const control = (words) => {
    [status.epoch, status.yours] = [words.epoch, words.yours];
    at("take").hidden = !words.can || words.yours || words.taken;
    for (const id of ["give", "keyboard", "pasting"]) at(id).hidden = !words.yours;
    // While somebody else works the page it is theirs to say how it ends.
    for (const id of ["resolved", "cancel"]) at(id).disabled = words.taken && !words.yours;
    canvas.style.cursor = words.yours ? "default" : "not-allowed";
    standing = words.yours ? "You have control. The program does nothing until you are done."
      : words.taken ? "Somebody else has control; you can look on." : words.can ? "" : "You can look on.";
    say(standing);
  };

  const focus = (words) => {
    status.editable = Boolean(words.focus);
    area.inputMode = words.focus?.mode ?? "text";
    if (!words.focus) return;
    const ratio = canvas.clientWidth / (canvas.width || 1);
    area.style.left = `${Math.max(0, words.focus.box[0] * ratio)}px`;
    area.style.top = `${Math.max(0, words.focus.box[1] * ratio)}px`;
  };

  let ready = () => {};
  const mostBytes = 25 << 20, mostFiles = 10;
  const upload = async (id, chosen) => {
    let left = mostBytes;
    const files = chosen.slice(0, mostFiles).filter((file) => file.size <= left && (left -= file.size) >= 0);
    if (files.length < chosen.length) mention("Ten files of 25 MB together can be sent; what is more was left out.");
    for (const file of files) {
      const isReady = new Promise((done) => { ready = () => done(undefined); });
      act({ t: "file", id, name: file.name, size: file.size });
      await isReady;
      say(`Sending ${file.name} to the page.`);
      for (let from = 0; from < file.size; from += 60000) {
        const piece = new Uint8Array(await file.slice(from, from + 60000).arrayBuffer());
        const message = new Uint8Array(16 + piece.length);
        message[0] = 3;
        message.set(piece, 16);
        socket?.send(message);
      }
    }
    act({ t: "files", id });
    if (files.length) mention("The page has what you chose.");
  };

  const heard = {
    status: (words) => { at("curtain").textContent = words.casting ? "" : reasons[words.reason] ?? ""; },
    tabs, control, focus,
    dialog: (words) => asks.dialog(status.yours ? words.dialog : null, act),
    picker: (words) => asks.picker(status.yours ? words.picker : null, act),
    files: (words) => asks.files(status.yours ? words.files : null, upload, act),
    refused: (words) => {
      if (words.count) mention(`The page wanted to open ${words.host}, which is not one of this application's sites.`);
    },
    copied: async (words) => {
      if (await asks.copied(words.text)) mention(words.text ? "Copied." : "Nothing is selected on the page.");
    },
    note: (words) => mention(words.text),
    ready: () => ready(),
  };

  const connect = (link, opened, closed) => {
    const place = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${root}/live/${link}/socket`;
    const own = socket = new WebSocket(place);
    own.binaryType = "arraybuffer";
    own.onopen = () => {
      kept.clear();
      at("stage").hidden = false;
      opened();
    };
    own.onmessage = (event) => {
      if (typeof event.data !== "string") {
        drawing = drawing.then(() => draw(event.data)).catch(() => say("A picture could not be read."));
        return;
      }
      const words = JSON.parse(event.data);
      heard[words.t]?.(words);
    };
    own.onclose = () => {
      status.yours = false;
      if (own === socket) closed();
    };
  };

  const leave = (code) => {
    const own = socket;
    socket = null;
    own?.close(code);
  };

  globalThis.liveKeys.attach(area, act);
  globalThis.livePointer.attach(canvas, area, act, status);
  at("keyboard").onclick = () => area.focus({ preventScroll: true });
  at("pasting").onclick = () => asks.pasting(act);
  at("take").onclick = () => send({ t: "take" });
  at("larger").onclick = enlarge;
  at("give").onclick = () => {
    act({ t: "give" });
    say("You have given control back. The job still waits until you say that it is resolved.");
  };

  return { connect, leave, fit, say };
})();
