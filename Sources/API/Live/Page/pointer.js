"use strict";
// What a person does with mouse, pen and fingers, in the pixels of the helped page.
globalThis.livePointer = (() => {
  const { liveKeys: keys } = globalThis;

  /** @typedef {(event: { clientX: number, clientY: number }) => { x: number, y: number }} Place */

  /**
   * Where something is in the page's pixels.
   * @param {HTMLCanvasElement} canvas @returns {Place}
   */
  const placeOn = (canvas) => (event) => {
    const box = canvas.getBoundingClientRect();
    const within = (value, most) => Math.min(Math.max(value, 0), most - 1);
    return {
      x: within((event.clientX - box.left) * canvas.width / box.width, canvas.width),
      y: within((event.clientY - box.top) * canvas.height / box.height, canvas.height),
    };
  };

  /**
   * What goes on and on is told once a picture, and before anything else is.
   * @param {(words: object) => void} act
   */
  const gather = (act) => {
    let move = /** @type {any} */ (null);
    let wheel = /** @type {any} */ (null);
    const flush = () => {
      if (move) act(move);
      if (wheel) act(wheel);
      move = wheel = null;
    };
    const later = () => { if (!move && !wheel) requestAnimationFrame(flush); };
    return {
      flush,
      moves: (words) => {
        later();
        move = words;
      },
      turns: (words) => {
        later();
        wheel = { ...words, dx: (wheel?.dx ?? 0) + words.dx, dy: (wheel?.dy ?? 0) + words.dy };
      },
    };
  };

  /**
   * Mouse and pen as a mouse.
   * @param {HTMLCanvasElement} canvas @param {HTMLTextAreaElement} area @param {(words: object) => void} act
   * @param {Place} place @param {ReturnType<typeof gather>} gathered
   */
  const attachMouse = (canvas, area, act, place, gathered) => {
    let count = 1;
    let last = { time: 0, x: 0, y: 0, button: -1 };
    const told = (event, button, clicks) =>
      ({ ...place(event), b: button, c: clicks, h: event.buttons, m: keys.modifiers(event) });
    const mouse = (kind, event) => {
      gathered.flush();
      act({ t: kind, ...told(event, event.button, count) });
    };
    canvas.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "touch") return;
      event.preventDefault();
      canvas.setPointerCapture(event.pointerId);
      area.focus({ preventScroll: true });
      const isNear = Math.hypot(event.clientX - last.x, event.clientY - last.y) < 6;
      count = event.timeStamp - last.time < 500 && isNear && event.button === last.button ? count % 3 + 1 : 1;
      last = { time: event.timeStamp, x: event.clientX, y: event.clientY, button: event.button };
      mouse("down", event);
    });
    canvas.addEventListener("pointerup", (event) => {
      if (event.pointerType !== "touch") mouse("up", event);
    });
    canvas.addEventListener("pointermove", (event) => {
      if (event.pointerType === "touch") return;
      const held = event.buttons & 1 ? 0 : event.buttons & 2 ? 2 : -1;
      gathered.moves({ t: "move", ...told(event, held, count) });
    });
    canvas.addEventListener("contextmenu", (event) => event.preventDefault());
  };

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {HTMLTextAreaElement} area where keys go
   * @param {(words: object) => void} act
   * @param {{ yours: boolean, editable: boolean }} status
   */
  const attach = (canvas, area, act, status) => {
    const place = placeOn(canvas);
    const gathered = gather(act);
    attachMouse(canvas, area, act, place, gathered);
    canvas.addEventListener("wheel", (event) => {
      if (!status.yours || event.ctrlKey) return;
      event.preventDefault();
      const unit = event.deltaMode === 1 ? 32 : event.deltaMode === 2 ? 800 : 1;
      gathered.turns({ t: "wheel", ...place(event), dx: event.deltaX * unit, dy: event.deltaY * unit });
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
