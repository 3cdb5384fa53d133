"use strict";
// Scrolling, focus, and places to drop on.
(() => {
  const ghosthands = globalThis.ghosthands;

  const inView = ({ x, y }) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;

  const shown = async (element, attempt) => {
    if (!ghosthands.visible(element)) return { reason: "hidden" };
    const before = ghosthands.middle(element);
    const block = before ? "nearest" : ["center", "end", "start"][attempt % 3];
    element.scrollIntoView({ block, inline: "nearest", behavior: "instant" });
    return await ghosthands.still(element) ? { done: true } : { reason: "moving" };
  };

  const reveal = (number, budget) => ghosthands.insist(number, budget, shown);

  const place = (number, budget) => ghosthands.insist(number, budget, async (element, attempt) => {
    const result = await shown(element, attempt);
    if (result.reason) return result;
    const point = ghosthands.middle(element);
    return point && inView(point) ? point : { reason: "out of the page's visible part" };
  });

  const active = (element) => element.getRootNode().activeElement === element;

  const focus = (number, budget) => ghosthands.insist(number, budget, (element) => {
    if (!ghosthands.visible(element)) return { reason: "hidden" };
    if (!active(element)) element.focus();
    return active(element) ? { done: true } : { reason: "does not take the focus" };
  });

  const blur = (number) => {
    const element = ghosthands.element(number);
    if (!element) return { gone: true };
    element.blur();
    return { done: true };
  };

  Object.assign(ghosthands, { reveal, place, focus, blur });
})();
globalThis.ghosthands;
