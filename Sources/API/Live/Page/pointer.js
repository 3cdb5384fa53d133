"use strict";
// What a person does with mouse, pen and fingers, in the pixels of the helped page.
globalThis.livePointer = (() => {
  const { liveKeys: keys } = globalThis;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {HTMLTextAreaElement} area where keys go
   * @param {(words: object) => void} act
   * @param {{ yours: boolean, editable: boolean }} status
   */
  const attach = (canvas, area, act, status) => {
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

    // Pointers: mouse and pen as a mouse, fingers as touches.
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

    // One finger works the page; two move and zoom its picture.
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
  };

  return { attach };
})();
