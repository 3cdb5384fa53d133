"use strict";
// Finding elements the way a person would point at them, and waiting for the page to be quiet.
(() => {
  const ghosthands = globalThis.ghosthands;
  // Attributes that pages carry for their own tests, in the usual spellings.
  const isForTests = (name) => /^data-(test|automation)(-?id)?$/.test(name);
  const controls = "input:not([type=hidden]), select, textarea, button, [contenteditable], [role]";

  const same = (one, other) => ghosthands.clean(one).toLowerCase() === ghosthands.clean(other).toLowerCase();
  const title = (element) => ghosthands.name(element).replace(/\s*\*$/, "");

  const matchers = {
    role: (element, { role, name }) => ghosthands.role(element) === role
      && !ghosthands.closest(element, "[aria-hidden=true]")
      && (name === undefined || same(title(element), name)),
    label: (element, { value }) => element.matches(controls) && same(title(element), value.replace(/\s*\*$/, "")),
    placeholder: (element, { value }) => same(element.getAttribute("placeholder"), value),
    text: (element, { value }) => same(ghosthands.text(element), value)
      && ![...element.children].some((child) => same(ghosthands.text(child), value)),
    showing: (element, { value }) => String(element.value ?? "").includes(value)
      || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.includes(value)),
    testID: (element, { value }) =>
      [...element.attributes].some(({ name, value: text }) => isForTests(name) && text === value),
    name: (element, { value }) => element.getAttribute("name") === value,
    id: (element, { value }) => element.id === value,
    css: (element, { value }) => element.matches(value),
    xpath: () => true,
  };

  // An attribute or a text stands for the element it belongs to.
  function* byPath(path) {
    const result = document.evaluate(path, document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
    for (let place = 0; place < result.snapshotLength; place++) {
      const node = /** @type {any} */ (result.snapshotItem(place)), element = node.ownerElement ?? node.parentElement;
      if (node.nodeType === Node.ELEMENT_NODE) yield node;
      else if (element) yield element;
    }
  }

  const find = (kind, what) => {
    const found = [];
    for (const element of kind === "xpath" ? byPath(what.value) : ghosthands.walk(document)) {
      if (!matchers[kind](element, what)) continue;
      found.push({ id: ghosthands.register(element), visible: ghosthands.visible(element) });
      if (found.length >= 100) break;
    }
    return found;
  };

  const quiet = async (budget) => {
    const end = performance.now() + budget;
    let calm = 0, seen = ghosthands.watch.changes;
    while (calm < 2 && performance.now() < end) {
      await ghosthands.animationFrame();
      calm = ghosthands.watch.changes === seen ? calm + 1 : 0;
      seen = ghosthands.watch.changes;
    }
    return calm >= 2;
  };

  Object.assign(ghosthands, { find, quiet });
})();
globalThis.ghosthands;
