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

  // Whether a control is transparent, or cut off by what holds it.
  function isVeiled(element) {
    if (!element.checkVisibility({ opacityProperty: true })) return true;
    const box = element.getBoundingClientRect();
    if (box.width <= 2 || box.height <= 2 || isClipped(getComputedStyle(element))) return true;
    let at = element.parentElement;
    for (let level = 0; at && level < 4; level += 1, at = at.parentElement) {
      const style = getComputedStyle(at);
      if (Number(style.opacity) < 0.02 || isClipped(style)) return true;
      if (style.overflow !== "visible" && style.display !== "contents" && style.display !== "inline"
        && (at.clientWidth <= 2 || at.clientHeight <= 2)) return true;
    }
    return false;
  }

  return { isTrap, warnsOff, isOutside, isVeiled };
})();
