"use strict";
// What of a page no person sees, and what is there for programs only. Runs in our isolated world.
const sight = (() => {
  const words = /honey|hpot|bot.?field|leave.?blank|do.?not.?fill|nobot/i;
  // A control that only a program would fill.
  function isTrap(element) {
    return words.test(element.name) || words.test(element.id) || words.test(element.className)
      || element.tabIndex < 0 && element.type !== "file" && ghosthands.closest(element, "[aria-hidden=true]") !== null;
  }

  const warns = new RegExp("(leave|keep) (this |it )?(field |box )?(blank|empty)|(do not|don.?t) (fill|enter|type)"
    + "|if you (are|see this).{0,20}(human|person|field)|(nicht|bitte frei|frei|leer) (ausf[üu]llen|lassen)"
    + "|laisse[zr].{0,20}vide"
    + "|(deje|dejar|deixe).{0,20}(vac[íi]o|blanco|branco)|lascia.{0,20}vuoto|laat.{0,20}leeg", "i");
  // Whether a field's own name tells people to leave it.
  const warnsOff = (label) => label.length < 120 && warns.test(label) && !onCondition.test(label);
  // "Leave blank if still employed" is for whoever it is true of.
  const onCondition = new RegExp("(blank|empty|leer|vide|blanco|branco|vuoto|leeg)\\W{0,3}"
    + "(if|unless|when|wenn|falls|si|se|als)\\b(?!.{0,30}(human|person|robot|bot\\b|mensch|humain|umano))", "i");

  // Places so far beside a page are no part of it, though one could scroll there.
  const farAway = 4000;

  // Each of these has the browser see to its layout first.
  const view = ghosthands.once((_document) => ({ left: scrollX, top: scrollY, width: innerWidth }));

  function isOutside(element) {
    const box = ghosthands.box(element), { left, top, width } = view(document);
    return box.right + left <= 0 || box.bottom + top <= 0 || box.left + left >= width + farAway;
  }

  // Whether what a box clips leaves nothing of it to be seen.
  function isClipped(style, position) {
    if (position === "absolute" || position === "fixed") {
      const sides = /^rect\((.*)\)$/.exec(style.clip)?.[1].split(/[\s,]+/).map((side) => parseFloat(side));
      const [top, right, bottom, left] = sides ?? [];
      if (sides && (bottom - top <= 2 || right - left <= 2)) return true;
    }
    const { clipPath } = style;
    if (clipPath === "none") return false;
    const inset = /^inset\(([^r)]*)/.exec(clipPath)?.[1].trim().split(/\s+/).map((side) => parseFloat(side));
    if (inset && clipPath.includes("%")) {
      const [top, right = top, bottom = top, left = right] = inset;
      return top + bottom >= 100 || left + right >= 100;
    }
    return /^(circle|ellipse)\(0|^polygon\(\s*0(px|%)?\s+0(px|%)?\s*(,\s*0(px|%)?\s+0(px|%)?\s*)*\)/.test(clipPath);
  }

  const isClear = (color) => color.startsWith("rgba(") && color.endsWith(", 0)") || color === "transparent";

  // A mask that lets nothing through.
  const isMaskedOut = (mask) => mask.startsWith("linear-gradient(")
    && (mask.match(/rgba?\([^)]*\)/g) ?? []).every((color) => isClear(color));

  // What stands for the controls, and what holds them, is looked at once for all of them in a reading.
  const styles = ghosthands.once((element) => getComputedStyle(element));

  // Whether an element hides itself, and all that it holds.
  const hides = ghosthands.once((at) => {
    const style = styles(at), { position, filter, maskImage } = style;
    return Number(style.opacity) < 0.02 || isClipped(style, position)
      || filter !== "none" && /opacity\(0(\.0\d*)?\)/.test(filter) || maskImage !== "none" && isMaskedOut(maskImage)
      || position !== "static" && (parseFloat(style.left) > farAway || parseFloat(style.top) > farAway);
  });

  // What a window of the page that must be answered first keeps from being used.
  const modal = ghosthands.once((text) => text.querySelector("dialog:modal"));
  const isInert = (element) => element.closest("[inert]") !== null || curtain.isBehind(element)
    || modal(document) !== null && ghosthands.closest(element, "dialog:modal") === null;

  const scrolls = ghosthands.once((at) => /auto|scroll/.test(styles(at).overflow));
  const clips = ghosthands.once((at) => {
    const { overflow, display } = styles(at);
    return overflow !== "visible" && at !== document.body && at !== document.documentElement
      && display !== "contents" && display !== "inline";
  });

  // What may cut off a box that is placed in one way within a node: the nearest holders first; null where one hides it.
  /** @typedef {any[] | null} Cuts */
  /** @type {(place: string) => (at: any) => Cuts} */
  const cutting = (place) => ghosthands.once((at) => {
    if (!at) return [];
    if (at.nodeType !== Node.ELEMENT_NODE) return cuts(place, ghosthands.parent(at));
    if (hides(at)) return null;
    const stands = styles(at).position;
    // What is placed by another box is not cut by this one.
    const isFree = place === "fixed" || place === "absolute" && stands === "static";
    const above = cuts(isFree ? place : stands, ghosthands.parent(at));
    return above && !isFree && clips(at) ? [at, ...above] : above;
  });
  const [ofFixed, ofAbsolute, ofOthers] = ["fixed", "absolute", "static"].map(cutting);
  /** @type {(place: string, at: any) => Cuts} */
  const cuts = (place, at) => (place === "fixed" ? ofFixed : place === "absolute" ? ofAbsolute : ofOthers)(at);

  // Whether a control is transparent, or cut off by what holds it.
  const isVeiled = ghosthands.once((element) => {
    if (!ghosthands.visible(element)) return true;
    const own = ghosthands.box(element);
    if (own.width <= 2 || own.height <= 2 || hides(element)) return true;
    const above = cuts(styles(element).position, ghosthands.parent(element));
    return above === null || isCut(own, above) || isUnder(element, own) || isPainted(element);
  });

  function isCut(own, above) {
    let box = own;
    for (const at of above) {
      if (at.clientWidth <= 2 || at.clientHeight <= 2) return true;
      const frame = ghosthands.box(at);
      const isApart = box.bottom <= frame.top || box.top >= frame.bottom || box.right <= frame.left
        || box.left >= frame.right;
      // A narrow slit that shows something else; wide ones may be scrolled by a script.
      if (scrolls(at)) box = frame; else if (isApart && frame.height < own.height * 2) return true;
    }
    return false;
  }

  // Whether something opaque lies over a control and all that belongs to it.
  function isUnder(element, box) {
    const names = census.labels(element);
    for (let at = element, level = 0; level < 3 && at.parentElement; level += 1, at = at.parentElement) {
      const around = at.parentElement;
      if (census.boxes(around).length > 1) return false;
      for (let next = around.firstElementChild; next; next = next.nextElementSibling) {
        if (next === at || names.includes(next)) continue;
        const style = styles(next);
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
      const style = styles(at);
      if (style.backgroundImage !== "none") return null;
      if (!isClear(style.backgroundColor)) return style.backgroundColor;
    }
    return "rgb(255, 255, 255)";
  }

  // Whether a control, and what it is called, are painted in the colour that they stand on.
  function isPainted(element) {
    const style = styles(element);
    // Most boxes have an edge of another colour, or write in one.
    if (style.color === "rgb(0, 0, 0)" || style.boxShadow !== "none") return false;
    const isDrawn = [style.borderTopWidth, style.borderBottomWidth].some((width) => parseFloat(width) > 0);
    const under = ground(element.parentElement ?? element);
    const isSame = (color) => isClear(color) || color === under;
    if (!under || !isSame(style.color) || !isSame(style.backgroundColor)
      || isDrawn && !(isSame(style.borderTopColor) && isSame(style.borderBottomColor))) return false;
    const names = census.labels(element);
    return names.length > 0 && names.every((name) => {
      const { color } = styles(name);
      return isClear(color) || color === ground(name);
    });
  }

  return { isTrap, isInert, warnsOff, isOutside, isVeiled };
})();
