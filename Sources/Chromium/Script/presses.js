"use strict";
// Tells of every press by which a person may send a form, with what the form held at that moment.
(() => {
  const self = /** @type {any} */ (globalThis);
  if (self.ghosthandsTellsPresses) return;
  self.ghosthandsTellsPresses = true;
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
    self.ghosthandsTell(JSON.stringify(press));
  };

  let told = -Infinity;
  /** @param {Event} event */
  const stir = (event) => {
    if (!event.isTrusted || event.timeStamp - told < 200) return;
    told = event.timeStamp;
    self.ghosthandsTell("{}");
  };
  for (const kind of ["keydown", "pointerdown", "pointermove", "wheel", "touchstart"]) {
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
})();
