"use strict";
// Fields: text, choices, switches and files.
(() => {
  const ghosthands = globalThis.ghosthands;
  const valueTypes = new Set(["color", "date", "time", "datetime-local", "month", "range", "week"]);
  const textTypes = new Set(["text", "email", "tel", "url", "search", "password", "number"]);

  const announce = (element) => {
    element.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    element.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const control = (element) => (element.localName === "label" && element.control) || element;

  const kind = (element) => {
    if (element.localName === "textarea") return "text";
    if (element.localName === "input") {
      if (valueTypes.has(element.type)) return "value";
      return textTypes.has(element.type) ? "text" : null;
    }
    return element.isContentEditable ? "rich" : null;
  };

  const focused = (element) => {
    let at = document.activeElement;
    for (let root = at && ghosthands.shadow(at); root?.activeElement; root = ghosthands.shadow(at)) {
      at = root.activeElement;
    }
    return at === element || (element.isContentEditable && ghosthands.within(element, at));
  };

  const place = (element, all) => {
    if (element.isContentEditable) {
      const range = document.createRange();
      range.selectNodeContents(element);
      if (!all) range.collapse(false);
      const selection = element.ownerDocument.getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
    } else if (all) {
      element.select();
    } else if (element.selectionStart !== null) {
      element.setSelectionRange(element.value.length, element.value.length);
    }
  };

  // What took the place of a box when that got the focus: some show a formatted box, and edit another.
  const successors = new WeakMap();

  const successor = (element) => {
    const next = successors.get(element);
    return next?.isConnected && ghosthands.visible(next) && !ghosthands.visible(element) ? next : element;
  };

  const contents = (element) => {
    const holder = successor(element);
    return holder.isContentEditable ? holder.innerText : holder.value;
  };

  const succeed = (element) => {
    const next = document.activeElement;
    const isNear = next && next !== element && kind(next) && element.parentElement?.contains(next);
    if (!isNear || ghosthands.visible(element)) return null;
    successors.set(element, next);
    return next;
  };

  const setValue = (element, text) => {
    element.focus({ preventScroll: true });
    element.value = text;
    if (element.value !== text) return { reason: "not a value for this kind of field", final: true };
    announce(element);
    return { done: true };
  };

  const editable = (found, use) => {
    const element = control(found), sort = kind(element);
    if (!sort) return { reason: `not a text field: ${ghosthands.describe(element)}`, final: true };
    const reason = ghosthands.state(element, { enabled: true, editable: true });
    return reason ? { reason } : use(element, sort);
  };

  const enter = (element, all) => {
    element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    element.focus({ preventScroll: true });
    const taker = focused(element) ? element : succeed(element);
    if (!taker) return { reason: "does not take the focus" };
    place(taker, all);
    return { insert: true };
  };

  const beginFill = (number, text, budget) => ghosthands.insist(number, budget,
    (found) => editable(found, (element, sort) => {
      if (sort === "value") return setValue(element, text);
      if (text === "" && contents(element) === "") return { done: true };
      return enter(element, true);
    }));

  // Another task: what the page does about an entry it may do later than at once.
  /** @type {() => Promise<void>} */
  const nextTask = () => new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });

  const enterNow = (element, text) => {
    if (text === "" && contents(element) === "") return true;
    // A least length counts only for what a person typed, and the browser does not take this for that.
    if (element.minLength > 0 || !enter(element, true).insert) return false;
    // As the keyboards of phones tell of an entry: by a key without a name before it, and one after it.
    const key = (type) => element.dispatchEvent(new KeyboardEvent(type,
      { key: "Unidentified", bubbles: true, composed: true, cancelable: type === "keydown" }));
    key("keydown");
    const isDone = document.execCommand(text === "" ? "delete" : "insertText", false, text);
    key("keyup");
    return isDone;
  };

  // What is ready now gets its entry, as an edit of the browser's own; what is not is left to the slower ways.
  const enterOne = (entry) => {
    const found = ghosthands.element(entry.element);
    if (!found) return false;
    const element = control(found), sort = kind(element);
    if (entry.options) {
      return !ghosthands.state(element, { enabled: true }) && chooseNow(element, entry.options).done === true;
    }
    if (!sort || sort === "rich" || ghosthands.state(element, { enabled: true, editable: true })) return false;
    return sort === "value" ? setValue(element, entry.text).done === true : enterNow(element, entry.text);
  };

  // Between two entries somebody may come: the rest is left then.
  const fillAll = async (entries) => {
    const entered = [], overtaken = ghosthands.overtaking();
    for (const entry of entries) {
      const stirred = overtaken();
      if (stirred) return { entered, stirred };
      const isEntered = enterOne(entry);
      await nextTask();
      entered.push(isEntered && (Boolean(entry.options) || holds(entry.element, entry.text).holds === true));
    }
    // What the page put off with a timer of no length is done before a timer of ours is.
    await ghosthands.pause(0);
    return { entered };
  };

  const beginTyping = (number, budget) => ghosthands.insist(number, budget,
    (found) => editable(found, (element) => enter(element, false)));

  const bare = (text) => text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

  // A mask may add its own punctuation; letters and digits must be those that were typed.
  const holds = (number, text) => {
    const found = ghosthands.element(number);
    if (!found) return { gone: true };
    const plain = (lines) => lines.replace(/\r\n?/g, "\n");
    const element = control(found), now = plain(contents(element)), meant = plain(text);
    if (now === meant || (element.isContentEditable && now.trim() === meant.trim())) return { holds: true };
    if (element.type === "number") return { holds: now !== "" && Number(now) === Number(meant) };
    // An empty one may show its pattern: "__/__/____".
    return { holds: bare(now) === bare(meant) && (meant === "" ? now.includes("_") : bare(meant) !== "") };
  };

  // A label may be cut short in the attribute and long in the text, or the other way round.
  const optionFor = (select, want) => {
    if (want.index !== undefined) return select.options[want.index];
    const label = want.label === undefined ? null : ghosthands.clean(want.label);
    return [...select.options].find((option) => (want.value === undefined || option.value === want.value)
      && (label === null || ghosthands.clean(option.label) === label || ghosthands.clean(option.text) === label));
  };

  const choose = (number, wants, budget) => ghosthands.insist(number, budget, (found) => {
    const select = control(found);
    const reason = ghosthands.state(select, { enabled: true });
    return reason ? { reason } : chooseNow(select, wants);
  });

  const chooseNow = (select, wants) => {
    if (select.localName !== "select") return { reason: `not a select: ${ghosthands.describe(select)}`, final: true };
    if (wants.length > 1 && !select.multiple) return { reason: "takes one option only", final: true };
    const options = wants.map((want) => optionFor(select, want));
    if (options.some((option) => !option)) return { reason: "has no such option" };
    if (options.some((option) => option.matches(":disabled"))) return { reason: "has that option disabled" };
    select.focus({ preventScroll: true });
    if (select.multiple) for (const option of select.options) option.selected = options.includes(option);
    else select.selectedIndex = options.length ? options[0].index : -1;
    announce(select);
    return { done: true };
  };

  const checked = (element) => element.localName === "input" ? element.checked
    : element.getAttribute("aria-checked") === "true";

  // What a person would click: the control itself, or where it is hidden, its label.
  const faces = (element) => [element, ...(element.labels ?? []), ghosthands.closest(element, "label")]
    .filter((face, index, all) => face && all.indexOf(face) === index && ghosthands.visible(face));

  const prepareCheck = (number, on, budget) => ghosthands.insist(number, budget, async (found, count) => {
    const element = control(found);
    const switchable = (element.localName === "input" && ["checkbox", "radio"].includes(element.type))
      || element.hasAttribute("aria-checked");
    if (!switchable) return { reason: `not a switch: ${ghosthands.describe(element)}`, final: true };
    if (checked(element) === on) return { done: true };
    if (!on && element.type === "radio") return { reason: "a radio button cannot be turned off", final: true };
    if (!ghosthands.enabled(element)) return { reason: "disabled" };
    let last = { reason: "hidden" };
    for (const face of faces(element)) {
      last = await ghosthands.pointAt(face, count);
      if (!last.reason) return last;
    }
    return last;
  });

  const becomes = async (number, on, budget) => {
    const end = performance.now() + budget;
    for (;;) {
      const found = ghosthands.element(number);
      if (!found) return { gone: true };
      if (checked(control(found)) === on) return { holds: true };
      if (performance.now() >= end) return { holds: false };
      await ghosthands.animationFrame();
    }
  };

  const prepareFiles = (number, count, budget) => ghosthands.insist(number, budget, (found) => {
    const element = control(found);
    if (element.localName !== "input" || element.type !== "file") {
      return { reason: `takes no files: ${ghosthands.describe(element)}`, final: true };
    }
    if (!ghosthands.enabled(element)) return { reason: "disabled" };
    if (count === 0 && element.files.length > 0) {
      element.value = "";
      announce(element);
    }
    return count > 1 && !element.multiple ? { reason: "takes one file only", final: true } : { done: true };
  });

  const node = (number) => {
    const found = ghosthands.element(number);
    return found && control(found);
  };

  Object.assign(ghosthands, { beginFill, fillAll, beginTyping, holds, choose, prepareCheck, becomes, prepareFiles,
    node });
})();
