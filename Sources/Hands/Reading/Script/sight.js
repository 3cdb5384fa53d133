"use strict";
// What of a page no person sees, and what is there for programs only. Runs in our isolated world.
const sight = (() => {
  // A control that only a program would fill.
  function isTrap(element) {
    const words = /honey|hpot|bot.?field|leave.?blank|do.?not.?fill|nobot/i;
    return words.test(element.name) || words.test(element.id) || words.test(element.className)
      || element.tabIndex < 0 && element.type !== "file" && ghosthands.closest(element, "[aria-hidden=true]") !== null;
  }

  const warns = new RegExp("(leave|keep) (this |it )?(field |box )?(blank|empty)|(do not|don.?t) (fill|enter|type)"
    + "|if you (are|see this).{0,20}(human|person|field)|(nicht|bitte frei|frei|leer) (ausf[üu]llen|lassen)"
    + "|laisse[zr].{0,20}vide"
    + "|(deje|dejar|deixe).{0,20}(vac[íi]o|blanco|branco)|lascia.{0,20}vuoto|laat.{0,20}leeg", "i");
  // Whether a field's own name tells people to leave it.
  const warnsOff = (label) => label.length < 120 && warns.test(label);

  // Places so far beside a page are no part of it, though one could scroll there.
  const farAway = 4000;

  function isOutside(element) {
    const box = element.getBoundingClientRect();
    return box.right + scrollX <= 0 || box.bottom + scrollY <= 0 || box.left + scrollX >= innerWidth + farAway;
  }

  // Whether what a box clips leaves nothing of it to be seen.
  function isClipped(style) {
    const { clip, clipPath } = style;
    const sides = /^rect\((.*)\)$/.exec(clip)?.[1].split(/[\s,]+/).map((side) => parseFloat(side));
    if (sides && /absolute|fixed/.test(style.position)) {
      const [top, right, bottom, left] = sides;
      if (bottom - top <= 2 || right - left <= 2) return true;
    }
    const inset = /^inset\(([^r)]*)/.exec(clipPath)?.[1].trim().split(/\s+/).map((side) => parseFloat(side));
    if (inset && clipPath.includes("%")) {
      const [top, right = top, bottom = top, left = right] = inset;
      return top + bottom >= 100 || left + right >= 100;
    }
    return /^(circle|ellipse)\(0|^polygon\(\s*0(px|%)?\s+0(px|%)?\s*(,\s*0(px|%)?\s+0(px|%)?\s*)*\)/.test(clipPath);
  }

  const isClear = (color) => /^rgba\(.*, 0\)$/.test(color) || color === "transparent";

  // A mask that lets nothing through.
  const isMaskedOut = (mask) => mask.startsWith("linear-gradient(")
    && (mask.match(/rgba?\([^)]*\)/g) ?? []).every((color) => isClear(color));

  // What holds the controls is looked at once for all of them in a reading.
  /** @type {WeakMap<any, { hides: boolean, clips: boolean, scrolls: boolean, place: string }>} */
  let holders = new WeakMap();
  const begin = () => { holders = new WeakMap(); };

  function holder(at) {
    let known = holders.get(at);
    if (known) return known;
    const style = getComputedStyle(at);
    const isRoot = at === document.body || at === document.documentElement;
    const isBox = style.display !== "contents" && style.display !== "inline";
    known = {
      hides: Number(style.opacity) < 0.02 || isClipped(style) || /opacity\(0(\.0\d*)?\)/.test(style.filter)
        || style.maskImage !== "none" && isMaskedOut(style.maskImage)
        || style.position !== "static" && [style.left, style.top].some((side) => parseFloat(side) > farAway),
      clips: isBox && !isRoot && style.overflow !== "visible",
      scrolls: /auto|scroll/.test(style.overflow), place: style.position,
    };
    holders.set(at, known);
    return known;
  }

  // Whether a control is transparent, or cut off by what holds it.
  function isVeiled(element) {
    if (!element.checkVisibility({ opacityProperty: true })) return true;
    const own = element.getBoundingClientRect();
    if (own.width <= 2 || own.height <= 2 || holder(element).hides) return true;
    let box = own, place = holder(element).place;
    for (let at = ghosthands.parent(element); at; at = ghosthands.parent(at)) {
      if (at.nodeType !== Node.ELEMENT_NODE) continue;
      const { hides, clips, scrolls, place: stands } = holder(at);
      if (hides) return true;
      // What is placed by another box is not cut by this one.
      const isFree = place === "fixed" || place === "absolute" && stands === "static";
      if (clips && !isFree) {
        if (at.clientWidth <= 2 || at.clientHeight <= 2) return true;
        const frame = at.getBoundingClientRect();
        const isApart = box.bottom <= frame.top || box.top >= frame.bottom || box.right <= frame.left
          || box.left >= frame.right;
        // A narrow slit that shows something else; wide ones may be scrolled by a script.
        if (!scrolls && isApart && frame.height < own.height * 2) return true;
        if (scrolls) box = frame;
      }
      if (!isFree) place = stands;
    }
    return isUnder(element, own) || isPainted(element);
  }

  const ownLabels = (element) => [...(element.labels ?? [])];

  // Whether something opaque lies over a control and all that belongs to it.
  function isUnder(element, box) {
    for (let at = element, level = 0; level < 3 && at.parentElement; level += 1, at = at.parentElement) {
      const around = at.parentElement;
      if (around.querySelectorAll("input:not([type=hidden]),select,textarea").length > 1) return false;
      for (let next = around.firstElementChild; next; next = next.nextElementSibling) {
        if (next === at || ownLabels(element).includes(next)) continue;
        const style = getComputedStyle(next);
        if (style.position !== "absolute" || style.pointerEvents === "none" || Number(style.opacity) < 1
          || isClear(style.backgroundColor) && style.backgroundImage === "none") continue;
        const isLater = Boolean(at.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING);
        const over = next.getBoundingClientRect();
        if ((isLater ? parseInt(style.zIndex) >= 0 || style.zIndex === "auto" : parseInt(style.zIndex) > 0)
          && over.left <= box.left && over.top <= box.top && over.right >= box.right && over.bottom >= box.bottom
          && over.width < innerWidth * 2) return true;
      }
    }
    return false;
  }

  // The colour that a box is painted on; null where a picture is in the way.
  function ground(element) {
    for (let at = element; at; at = ghosthands.parent(at)) {
      if (at.nodeType !== Node.ELEMENT_NODE) continue;
      const style = getComputedStyle(at);
      if (style.backgroundImage !== "none") return null;
      if (!isClear(style.backgroundColor)) return style.backgroundColor;
    }
    return "rgb(255, 255, 255)";
  }

  // Whether a control, and what it is called, are painted in the colour that they stand on.
  function isPainted(element) {
    const style = getComputedStyle(element);
    const isDrawn = [style.borderTopWidth, style.borderBottomWidth].some((width) => parseFloat(width) > 0);
    // Most boxes have an edge of another colour, or write in one.
    if (style.color === "rgb(0, 0, 0)" || style.boxShadow !== "none") return false;
    const under = ground(element.parentElement ?? element);
    const isSame = (color) => isClear(color) || color === under;
    if (!under || !isSame(style.color) || !isSame(style.backgroundColor)
      || isDrawn && !(isSame(style.borderTopColor) && isSame(style.borderBottomColor))) return false;
    const names = ownLabels(element);
    return names.length > 0 && names.every((name) => {
      const color = getComputedStyle(name).color;
      return isClear(color) || color === ground(name);
    });
  }

  return { isTrap, warnsOff, isOutside, isVeiled, begin };
})();
