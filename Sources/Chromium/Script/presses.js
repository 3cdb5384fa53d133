"use strict";
// Tells of every press by which a person may send a form, with what the form held at that moment.
(() => {
  const self = /** @type {any} */ (globalThis);
  if (self.ghosthandsTellsPresses) return self.ghosthandsTellsPresses();
  // A document may be there for a moment before this script, and has the script before the function that tells.
  const mostKept = 200;
  /** @type {object[]} */
  let kept = [];
  /** @param {object} what */
  const say = (what) => {
    if (self.ghosthandsTell) self.ghosthandsTell(JSON.stringify(what));
    else if (kept.length < mostKept) kept.push(what);
  };
  const catchUp = () => {
    if (!self.ghosthandsTell) return;
    const told = kept;
    kept = [];
    told.forEach(say);
  };
  self.ghosthandsTellsPresses = catchUp;
  const mostValues = 300, longest = 200;
  const buttons = "button, input[type=submit], input[type=image], input[type=button], [role=button], a, [onclick]";

  /** @param {ParentNode} root */
  const controls = (root) => [...root.querySelectorAll("input, textarea, select, [contenteditable='true']")];

  /** @param {any} control @returns {string[]} */
  const values = (control) => {
    if (control.type === "file") return [...(control.files ?? [])].map((file) => file.name);
    if (control.type === "checkbox" || control.type === "radio" || control.type === "hidden") return [];
    if (control.localName === "select") return [...control.selectedOptions].map((option) => option.label);
    return [control.value ?? control.textContent ?? ""];
  };

  /** @param {string} kind @param {any} target @param {string} label */
  const tell = (kind, target, label) => {
    const form = target.form ?? target.closest?.("form");
    const roots = form ? [form] : [...new Set([document, target.getRootNode?.() ?? document])];
    const all = form?.elements ? [...form.elements] : roots.flatMap(controls);
    const press = {
      kind, label: label.trim().slice(0, longest),
      hasPassword: all.some((control) => control.type === "password" && control.value !== ""),
      values: all.flatMap(values).filter((value) => value !== "").slice(0, mostValues)
        .map((value) => String(value).slice(0, longest)),
    };
    say(press);
  };

  // How much was done here by which something is entered: hands that have heard of less do nothing (`overtaken`).
  let count = 0;
  self.ghosthandsStirs = () => count;
  /** @param {string} kind @param {number} x @param {number} y */
  const note = (kind, x, y) => {
    if (kind !== "pointermove" && kind !== "wheel") count += 1;
    say({ stir: kind, x, y, number: count });
  };
  // What somebody has entered something into.
  /** @type {WeakSet<object>} */
  const entered = new WeakSet();
  /** @param {object} element */
  self.ghosthandsEntered = (element) => entered.has(element);
  for (const kind of ["input", "change"]) {
    addEventListener(kind, (event) => { if (event.isTrusted) entered.add(event.composedPath()[0]); },
      { capture: true, passive: true });
  }
  /** @param {any} control */
  const isChanged = (control) => ["checkbox", "radio"].includes(control.type)
    ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;

  // The browser counts what a document is told of, from its beginning and for itself alone.
  const counts = /** @type {any} */ (performance).eventCounts;
  if (["keydown", "pointerdown", "touchstart"].some((kind) => (counts?.get(kind) ?? 0) > 0)) {
    for (const control of document.querySelectorAll("input, textarea")) if (isChanged(control)) entered.add(control);
    note("before", 0, 0);
  }

  let told = -Infinity;
  /** @param {any} event */
  const stir = (event) => {
    if (!event.isTrusted) return;
    if (event.type === "change" && event.target?.localName !== "select") return;
    if (event.type === "pointermove" || event.type === "wheel") {
      if (event.timeStamp - told < 100) return;
      told = event.timeStamp;
    }
    note(event.type, event.clientX ?? 0, event.clientY ?? 0);
  };
  for (const kind of ["keydown", "pointerdown", "pointermove", "wheel", "touchstart", "change"]) {
    addEventListener(kind, stir, { capture: true, passive: true });
  }

  addEventListener("submit", (event) => { if (event.isTrusted) tell("submit", event.target, ""); }, true);
  addEventListener("click", (event) => {
    if (!event.isTrusted) return;
    const path = event.composedPath().filter((one) => one instanceof Element);
    const button = /** @type {any} */ (path.find((one) => /** @type {Element} */ (one).matches(buttons)));
    if (!button) return;
    // A button's own value is sent and not seen.
    const shown = button.localName === "input" ? button.value || button.alt : button.textContent;
    tell("click", button, [button.getAttribute("aria-label"), shown, button.title].find((text) => text?.trim()) ?? "");
  }, true);
  addEventListener("keydown", (event) => {
    const target = event.composedPath()[0];
    if (event.isTrusted && event.key === "Enter" && target instanceof HTMLInputElement) tell("enter", target, "");
  }, true);
  catchUp();
})();
