"use strict";
// Gets an element ready for the mouse, and sees to it that no other element gets the click.
(() => {
  const ghosthands = globalThis.ghosthands;
  const delays = [0, 20, 100, 100, 500];
  const kinds = ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "auxclick", "dblclick",
    "contextmenu"];
  const presses = ["pointerdown", "mousedown"], moves = ["pointermove", "mousemove"];
  // After so long the click is not ours any more, and somebody else's must not be stopped.
  const patience = 10000;
  let armed = null;

  const belongs = (hit, target) => {
    if (ghosthands.within(hit, target)) return true;
    const control = target.localName === "label" ? target.control : target;
    const label = ghosthands.closest(hit, "label");
    if (label && label.control && label.control === control) return true;
    return isSlotted(hit, target, control);
  };

  // The text of a label or a button may be given to its component from outside: it is the component's for who asks.
  const isSlotted = (hit, target, control) => {
    const root = hit.nodeType && ghosthands.shadow(hit);
    if (!root || target.getRootNode() !== root) return false;
    const label = target.localName === "label" ? target : control?.labels?.[0] ?? target;
    return label.querySelector("slot") !== null;
  };

  const intercept = (event) => {
    if (!armed || !event.isTrusted || performance.now() > armed.until) return;
    if (armed.verdict === null && armed.deciding.includes(event.type)) {
      let hit = event.composedPath()[0];
      // A closed shadow root hides who it was.
      if (hit.nodeType && ghosthands.shadow(hit)) hit = hitAt(event.clientX, event.clientY) ?? hit;
      armed.verdict = armed.target && hit.nodeType && belongs(hit, armed.target) ? "hit" : "missed";
      armed.by = ghosthands.describe(hit);
    }
    if (armed.verdict !== "missed") return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const disarm = () => {
    for (const kind of [...kinds, ...moves]) window.removeEventListener(kind, intercept, { capture: true });
    armed = null;
  };

  // With no target every click is a miss: it was meant for a frame within.
  const arm = (target, hovering = false) => {
    disarm();
    const deciding = hovering ? moves : presses;
    armed = { target, deciding, verdict: null, by: "", until: performance.now() + patience };
    for (const kind of hovering ? moves : kinds) {
      window.addEventListener(kind, intercept, { capture: true, passive: false });
    }
  };

  const verdict = () => {
    const result = armed ? { verdict: armed.verdict ?? "nothing", by: armed.by } : { verdict: "nothing", by: "" };
    disarm();
    return result;
  };

  const boxOf = (element) => {
    const box = element.getBoundingClientRect();
    return [box.left, box.top, box.width, box.height].join();
  };

  const restless = (element) => {
    if (document.readyState !== "complete") return true;
    return performance.now() - ghosthands.watch.lastMove < 100 || animated(element);
  };

  const animated = (element) => document.getAnimations().some((animation) => animation.playState === "running"
    && animation.effect?.target && ghosthands.within(element, animation.effect.target));

  // What scripts do in every frame they have done in the next one before we are called in it.
  const still = async (element) => {
    const before = boxOf(element), time = document.timeline.currentTime;
    await ghosthands.animationFrame();
    // On a busy machine no frame may have come: then an animation stands where it stood, and that proves nothing.
    const hasPassed = document.timeline.currentTime !== time || !animated(element);
    return hasPassed && boxOf(element) === before;
  };

  const spot = (element, offset) => {
    const box = element.getBoundingClientRect();
    const x = box.left + element.clientLeft + offset.x, y = box.top + element.clientTop + offset.y;
    return x >= 0 && y >= 0 && x < innerWidth && y < innerHeight ? { x, y } : null;
  };

  const middle = (element) => {
    for (const box of element.getClientRects()) {
      const left = Math.max(0, box.left), right = Math.min(innerWidth, box.right);
      const top = Math.max(0, box.top), bottom = Math.min(innerHeight, box.bottom);
      if (right > left && bottom > top && (right - left) * (bottom - top) > 0.99) {
        return { x: (left + right) / 2, y: (top + bottom) / 2 };
      }
    }
    return null;
  };

  const inView = (at) => at.x >= 0 && at.y >= 0 && at.x < innerWidth && at.y < innerHeight;

  const hitAt = (x, y) => {
    /** @type {any} */
    let root = document;
    let hit = null;
    for (let depth = 0; depth < 50; depth++) {
      const found = root.elementFromPoint(x, y);
      if (!found || found === hit) break;
      hit = found;
      root = ghosthands.shadow(found);
      if (!root) break;
    }
    return hit;
  };

  // A link or button in a label does something else than the label.
  const leadsAway = (hit, element) => element.localName === "label"
    && ghosthands.closest(hit, "a[href],button,label,[role=link],[role=button]") !== element;

  // Where a label is nothing but itself: the box drawn at its edge, mostly.
  const bare = (element) => {
    for (const { left, right, top, bottom } of element.getClientRects()) {
      const y = (top + bottom) / 2;
      const inner = [1, 2, 3, 4, 5, 6, 7].map((eighth) => left + (right - left) * eighth / 8);
      for (const x of [left + 4, left + 10, right - 4, ...inner]) {
        const hit = inView({ x, y }) ? hitAt(x, y) : null;
        if (hit && belongs(hit, element) && !leadsAway(hit, element)) return { x, y };
      }
    }
    return null;
  };

  const aim = (element, offset) => {
    const point = offset ? spot(element, offset) : middle(element);
    if (!point) return { reason: "out of the page's visible part" };
    const hit = hitAt(point.x, point.y);
    if (hit && belongs(hit, element)) {
      if (offset || !leadsAway(hit, element)) return point;
      return bare(element) ?? { reason: `covered by ${ghosthands.describe(hit)}` };
    }
    return { reason: `covered by ${ghosthands.describe(hit)}` };
  };

  const reach = async (element, attempt, offset) => {
    // Between two frames an animation may stand where the next frame has it: it is measured from frame to frame.
    if (animated(element)) await ghosthands.animationFrame();
    if (restless(element) && !await still(element)) return { reason: "moving" };
    const aimed = aim(element, offset);
    if (!aimed.reason) return aimed;
    const block = ["center", "end", "start"][attempt % 3];
    element.scrollIntoView({ block, inline: "center", behavior: "instant" });
    if (offset && !spot(element, offset)) {
      const box = element.getBoundingClientRect();
      const left = box.left + offset.x - innerWidth / 2, top = box.top + offset.y - innerHeight / 2;
      scrollBy(/** @type {any} */ ({ left, top, behavior: "instant" }));
    }
    if (!await still(element)) return { reason: "moving" };
    return aim(element, offset);
  };

  const state = (element, want) => {
    if (!ghosthands.visible(element)) return "hidden";
    if (want.enabled && !ghosthands.enabled(element)) return "disabled";
    const fixed = element.readOnly || element.getAttribute("aria-readonly") === "true";
    return want.editable && fixed ? "read-only" : null;
  };

  // Tries until it works or the time is up; what `attempt` gives is final unless it carries a reason. Where something
  // was done to the page that the caller has not heard of it is not tried, and what was made ready is not to be done.
  const insist = async (number, budget, attempt) => {
    const end = performance.now() + budget, overtaken = ghosthands.overtaking();
    for (let count = 0; ; count++) {
      const wait = Math.min(delays[Math.min(count, delays.length - 1)], end - performance.now());
      if (wait > 0) await ghosthands.pause(wait);
      const element = ghosthands.element(number);
      if (!element) return { gone: true };
      const result = overtaken() ? {} : await attempt(element, count);
      const stirred = overtaken();
      if (stirred) {
        disarm();
        return { stirred };
      }
      if (!result.reason || result.final || performance.now() >= end) return result;
    }
  };

  const point = async (element, count, offset, hovering = false) => {
    const reason = state(element, { enabled: !hovering });
    if (reason) return { reason };
    const reached = await reach(element, count, offset);
    if (!reached.reason) arm(element, hovering);
    return reached;
  };

  const prepare = (number, budget, offset) => insist(number, budget,
    (element, count) => point(element, count, offset));

  const prepareHover = (number, budget, offset) => insist(number, budget,
    (element, count) => point(element, count, offset, true));

  // A point of a frame within, as a point of this one.
  const outward = (owner, x, y) => {
    const box = owner.getBoundingClientRect(), style = getComputedStyle(owner);
    const scale = owner.offsetWidth ? box.width / owner.offsetWidth : 1;
    const left = owner.clientLeft + parseFloat(style.paddingLeft), top = owner.clientTop + parseFloat(style.paddingTop);
    return { x: box.left + (left + x) * scale, y: box.top + (top + y) * scale };
  };

  const through = (number, x, y, budget) => insist(number, budget, async (owner) => {
    let at = outward(owner, x, y);
    if (!inView(at) || hitAt(at.x, at.y) !== owner) {
      owner.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
      at = outward(owner, x, y);
      if (!inView(at)) {
        const left = at.x - innerWidth / 2, top = at.y - innerHeight / 2;
        scrollBy(/** @type {any} */ ({ left, top, behavior: "instant" }));
      }
      await still(owner);
      at = outward(owner, x, y);
    }
    if (!inView(at)) return { reason: "out of the page's visible part" };
    const hit = hitAt(at.x, at.y);
    if (hit !== owner) return { reason: `covered by ${ghosthands.describe(hit)}` };
    arm(null);
    return at;
  });

  Object.assign(ghosthands, { prepare, prepareHover, through, verdict, insist, state, pointAt: point, still, middle,
    spot });
})();
