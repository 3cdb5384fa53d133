"use strict";
// What is printed or chosen right beside a box, and belongs to what it holds: a country's code, a currency, a unit.
// Runs after labels.js; `ghosthands` is page.js.
const beside = (() => {
  const boxes = "input:not([type=hidden],[type=radio],[type=checkbox],[type=button],[type=submit],[readonly])"
    + ":not(:disabled),textarea,[contenteditable=''],[contenteditable='true']";
  const boxed = new Set(["text", "tel", "url", "number", "search"]);
  const silent = "script,style,template,ul,ol,datalist,[role=listbox],[role=menu],[role=option],[role=alert]";
  const longest = 90;

  const isBox = ghosthands.once((node) => node.matches(boxes) || node.querySelector(boxes) !== null);
  const isOff = (button) => ["aria-pressed", "aria-checked", "aria-selected"]
    .some((name) => button.getAttribute(name) === "false");

  // What one node says, and apart from that, what is chosen in it.
  const said = ghosthands.once((node) => {
    const found = { text: "", picked: "" };
    gather(node, found);
    return found;
  });

  function gather(node, said) {
    if (node.nodeType === Node.TEXT_NODE) { said.text += node.data; return; }
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(silent) || !node.checkVisibility()) return;
    if (node.tagName === "SELECT") {
      const chosen = [...node.selectedOptions].filter((one) => one.value !== "").map((one) => one.label);
      said.picked += ` ${chosen.join(" ")} `;
    } else if (node.tagName === "INPUT") {
      if (node.type !== "hidden" && !/^(radio|checkbox)$/.test(node.type)) said.text += ` ${node.value} `;
    } else if (node.tagName === "LABEL" && /^(radio|checkbox)$/.test(node.control?.type)) {
      if (node.control.checked) said.picked += ` ${labels.text(node)} `;
    } else if (node.matches("button,[role=button],[role=combobox]")) {
      const text = labels.squeeze(node.innerText);
      if (text.length <= 24 && !isOff(node)) said.picked += ` ${text} `;
    } else {
      said.text += " ";
      for (const child of node.childNodes) gather(child, said);
      said.text += " ";
    }
  }

  // What stands on one side within a holder, up to a line's end; nothing where another box comes first, since it may
  // belong to that.
  function side(from, step) {
    const found = { text: "", picked: "", ends: false };
    for (let node = from[step]; node; node = node[step]) {
      if (node.nodeName === "BR" && found.text.trim()) break;
      if (node.nodeType === Node.ELEMENT_NODE && isBox(node)) {
        return { text: step === "nextSibling" ? "" : found.text, picked: found.picked, ends: true };
      }
      const one = said(node);
      for (const part of ["text", "picked"]) {
        found[part] = step === "nextSibling" ? `${found[part]}${one[part]}` : `${one[part]}${found[part]}`;
      }
    }
    return found;
  }

  /**
   * @param {any} element
   * @returns {string[]} what stands before, what after, and what is chosen beside it
   */
  function read(element) {
    if (element.tagName !== "INPUT" || !boxed.has(element.type)) return [];
    let before = "", after = "", chosen = "";
    for (let at = element, level = 0; level < 4; level += 1, at = at.parentElement) {
      const holder = at.parentElement;
      if (!holder || holder.matches("body") || at.matches("form,fieldset,tr,section")) break;
      const left = side(at, "previousSibling"), right = side(at, "nextSibling");
      const isRow = !holder.matches("form,fieldset,section,main") || level === 0;
      if (!isRow) break;
      before = `${left.text} ${before}`;
      after = `${after} ${right.text}`;
      chosen = `${chosen} ${left.picked} ${right.picked}`;
      if (left.ends || right.ends) break;
    }
    const said = [labels.squeeze(before).slice(-longest), labels.squeeze(after).slice(0, longest),
      labels.squeeze(chosen).slice(0, longest)];
    return said.some(Boolean) ? said : [];
  }

  return { read };
})();
