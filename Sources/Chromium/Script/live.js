"use strict";
// What a person who sees only a picture of the page must be shown besides: lists and pickers that the browser would
// draw beside the page, where the text cursor is, what is selected.
(() => {
  // Two who come at once both bring it; what listens and what answers must be the same.
  if (globalThis.ghosthandsLive) return;
  const ghosthands = globalThis.ghosthands;
  const mostOptions = 2000;
  const pickers = new Set(["date", "time", "month", "week", "datetime-local", "color"]);
  const texts = new Set(["text", "search", "email", "tel", "url", "number", "password", ...pickers]);
  let wanted = /** @type {any} */ (null);
  let letsOpen = false;
  let watches = false;

  const isList = (element) => element?.localName === "select" && !element.multiple && element.size <= 1;
  const isPicker = (element) => element?.localName === "input" && pickers.has(element.type);
  const target = (event) => {
    const first = event.composedPath()[0];
    return first instanceof Element ? first.closest("select, input") ?? first : null;
  };
  const isUsable = (element) => !element.disabled && !element.matches(":disabled");

  const want = (event, element) => {
    event.preventDefault();
    element.focus({ preventScroll: true });
    wanted = element;
  };

  const opensByKey = (event) => event.key === " " || event.key === "F4"
    || event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp");

  // The list itself would open beside the page, where no picture of the page shows it.
  const watch = () => {
    if (watches) return true;
    watches = true;
    addEventListener("mousedown", (event) => {
      const element = target(event);
      if (event.isTrusted && event.button === 0 && isList(element) && isUsable(element)) want(event, element);
    }, true);
    addEventListener("click", (event) => {
      const element = target(event);
      const input = /** @type {any} */ (element);
      if (event.isTrusted && isPicker(input) && isUsable(input) && !input.readOnly) want(event, input);
    }, true);
    addEventListener("keydown", (event) => {
      const element = target(event);
      if (letsOpen || !event.isTrusted || !(isList(element) || isPicker(element))) return;
      if (opensByKey(event) && isUsable(element)) want(event, element);
    }, true);
    return true;
  };

  const options = (element) => [...element.options].slice(0, mostOptions).map((option) => ({
    text: (option.label || option.text).trim().slice(0, 300),
    group: option.parentElement?.localName === "optgroup" ? option.parentElement.label.slice(0, 300) : null,
    off: option.disabled || Boolean(option.parentElement?.disabled), on: option.selected,
  }));

  const asked = () => {
    if (!wanted?.isConnected) return null;
    const element = wanted;
    wanted = null;
    const label = element.labels?.[0]?.innerText?.trim() || element.getAttribute("aria-label") || element.name || "";
    return {
      id: ghosthands.register(element), kind: isList(element) ? "select" : element.type, label: label.slice(0, 300),
      options: isList(element) ? options(element) : [], value: isList(element) ? "" : element.value.slice(0, 100),
      min: element.min || null, max: element.max || null, step: element.step || null,
    };
  };

  const active = () => {
    let element = document.activeElement;
    for (let inner = element; inner; inner = ghosthands.shadow(inner)?.activeElement ?? null) element = inner;
    return element;
  };

  const modes = { email: "email", tel: "tel", url: "url", number: "decimal", search: "search" };

  const focus = () => {
    const element = /** @type {any} */ (active());
    const isText = element?.localName === "textarea" || element?.localName === "input" && texts.has(element.type);
    if (!element || !document.hasFocus() || !(isText || element.isContentEditable)) return null;
    if (element.disabled || element.readOnly) return null;
    const box = element.getBoundingClientRect();
    const most = isText && element.maxLength > 0 ? element.maxLength : null;
    return {
      mode: element.inputMode || modes[element.type] || "text", secret: element.type === "password",
      room: most, box: [box.left, box.top, box.right, box.bottom],
    };
  };

  const look = () => {
    const element = active();
    return {
      focus: focus(), asked: asked(), inFrame: element?.localName === "iframe" || element?.localName === "frame",
      title: document.title.slice(0, 200),
    };
  };

  // How many steps lead from the list's present choice to another, as its keys go.
  const aim = (number, index) => {
    const element = ghosthands.element(number);
    if (!element || !isList(element)) return { gone: true, steps: 0 };
    const usable = [...element.options].filter((option) => !option.disabled && !option.parentElement.disabled
      && !option.hidden);
    const to = usable.indexOf(element.options[index]);
    if (to < 0) return { gone: true, steps: 0 };
    element.focus({ preventScroll: true });
    letsOpen = true;
    return { gone: false, steps: to };
  };

  const settle = (number, index) => {
    letsOpen = false;
    const element = ghosthands.element(number);
    return { holds: element?.selectedIndex === index };
  };

  // For lists whose keys do not lead there, and for pickers: the value, and the events that go with it.
  const put = (number, index, value) => {
    const element = ghosthands.element(number);
    if (!element || !isUsable(element)) return { holds: false };
    if (isList(element)) element.selectedIndex = index;
    else {
      const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
      setter?.call(element, value);
    }
    element.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    element.dispatchEvent(new Event("change", { bubbles: true }));
    return { holds: isList(element) ? element.selectedIndex === index : element.value === value };
  };

  const selection = () => {
    const element = /** @type {any} */ (active());
    if (element?.type === "password") return "";
    if (typeof element?.selectionStart === "number") {
      return element.value.slice(element.selectionStart, element.selectionEnd).slice(0, 100000);
    }
    return String(getSelection() ?? "").slice(0, 100000);
  };

  globalThis.ghosthandsLive = { watch, look, aim, settle, put, selection };
})();
