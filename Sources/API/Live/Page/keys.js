"use strict";
// What is typed goes to the page: keys by their place on the keyboard, everything else (input methods, phones'
// keyboards, dictation, the clipboard) by what it leaves in a text area that nobody sees.
globalThis.liveKeys = (() => {
  // A phone's Backspace says nothing in an empty field.
  const padding = "\u200b".repeat(12);
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  const clipboard = { c: "copy", x: "cut", v: "paste" };

  const modifiers = (event) => (event.altKey ? 1 : 0) | (event.ctrlKey || isMac && event.metaKey ? 2 : 0)
    | (event.metaKey && !isMac ? 4 : 0) | (event.shiftKey ? 8 : 0);

  /**
   * What a text area comes to hold, as keys and text.
   * @param {HTMLTextAreaElement} area @param {(words: object) => void} send
   */
  const differences = (area, send) => {
    let held = padding;
    const reset = () => {
      area.value = padding;
      area.setSelectionRange(padding.length, padding.length);
      held = padding;
    };
    const tap = (key, code) => {
      for (const d of [true, false]) send({ t: "key", key, code, d, m: 0 });
    };
    const settle = () => {
      const now = area.value;
      let same = 0;
      while (same < held.length && same < now.length && held[same] === now[same]) same += 1;
      let tail = 0;
      while (tail < held.length - same && tail < now.length - same
        && held[held.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
      for (let gone = held.length - same - tail; gone > 0; gone -= 1) tap("Backspace", "Backspace");
      const added = now.slice(same, now.length - tail);
      for (const [index, piece] of added.split("\n").entries()) {
        if (index) tap("Enter", "Enter");
        if (piece) send({ t: "text", text: piece });
      }
      held = now;
      if (now.length > 400 || now.length < padding.length / 2) reset();
    };
    return { reset, settle };
  };

  /**
   * Keys of a keyboard, by their place on it.
   * @param {HTMLTextAreaElement} area @param {(words: object) => void} send @param {() => boolean} isComposing
   */
  const attachKeys = (area, send, isComposing) => {
    const down = new Set();
    const key = (event, d) => {
      const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey || event.getModifierState("AltGraph");
      send({ t: "key", key: event.key, code: event.code, d, m: isText ? modifiers(event) & 8 : modifiers(event) });
    };
    area.addEventListener("keydown", (event) => {
      if (isComposing() || event.isComposing || event.keyCode === 229 || event.key === "Dead"
        || event.key === "Unidentified" || event.key === "Process") return;
      const command = isMac ? event.metaKey : event.ctrlKey;
      const wish = command && !event.altKey ? clipboard[event.key.toLowerCase()] : undefined;
      // The clipboard is read in the paste event, which this key must be left to.
      if (wish === "paste" || event.key === "Insert" && event.shiftKey) return;
      event.preventDefault();
      if (wish) return send({ t: wish });
      down.add(event.code);
      key(event, true);
    });
    area.addEventListener("keyup", (event) => {
      if (!down.delete(event.code)) return;
      event.preventDefault();
      key(event, false);
    });
    area.addEventListener("blur", () => {
      down.clear();
    });
  };

  /** @param {HTMLTextAreaElement} area @param {(words: object) => void} send */
  const attach = (area, send) => {
    let composing = false;
    const { reset, settle } = differences(area, send);
    attachKeys(area, send, () => composing);
    area.addEventListener("compositionstart", () => { composing = true; });
    area.addEventListener("compositionupdate", (event) => send({ t: "ime", text: event.data }));
    area.addEventListener("compositionend", (event) => {
      composing = false;
      if (event.data) send({ t: "text", text: event.data });
      else send({ t: "ime", text: "" });
      reset();
    });
    area.addEventListener("input", () => {
      if (!composing) settle();
    });
    area.addEventListener("paste", (event) => {
      event.preventDefault();
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (text) send({ t: "paste", text: text.replaceAll("\r\n", "\n") });
    });
    area.addEventListener("focus", reset);
    reset();
  };

  return { attach, modifiers };
})();
