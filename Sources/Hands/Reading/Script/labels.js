"use strict";
// What a person reads beside a control. Runs in our isolated world; `ghosthands` is page.js.
const labels = (() => {
  const skipped = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "SELECT", "OPTION", "TEXTAREA", "DATALIST",
    "BUTTON", "SVG", "svg"]);
  const controls = "input,select,textarea,button,[contenteditable=''],[contenteditable='true'],[role=combobox]";
  const squeeze = (text) => text.replace(/[\s ]+/g, " ").trim();

  // The visible text below a node, without the text of controls in it.
  function text(node, except) {
    let out = "";
    const visit = (at) => {
      if (at === except) return;
      if (at.nodeType === Node.TEXT_NODE) { out += at.data; return; }
      if (at.nodeType !== Node.ELEMENT_NODE || skipped.has(at.tagName)) return;
      if (at.hidden || at.getAttribute("aria-hidden") === "true" && !/^[*\s]+$/.test(at.textContent)) return;
      const display = getComputedStyle(at).display;
      if (display === "none") return;
      if (display !== "inline") out += " ";
      for (const child of at.childNodes) visit(child);
      if (display !== "inline") out += " ";
    };
    visit(node);
    return squeeze(out);
  }

  const byIDs = (element, attribute) => squeeze((element.getAttribute(attribute) || "").split(/\s+/).filter(Boolean)
    .map((id) => element.getRootNode().getElementById?.(id)).filter(Boolean).map((found) => text(found)).join(" "));

  const holdsControl = (node) =>
    node.nodeType === Node.ELEMENT_NODE && (node.matches(controls) || node.querySelector(controls) !== null);

  // The nearest text before a node: its earlier siblings, then those of its parents, up to the next control.
  function before(element, levels) {
    let at = element;
    for (let level = 0; level < levels && at && at.parentNode; level += 1) {
      let found = "";
      for (let node = at.previousSibling; node; node = node.previousSibling) {
        if (holdsControl(node)) return squeeze(found);
        const own = node.nodeType === Node.COMMENT_NODE ? "" : node.nodeType === Node.TEXT_NODE
          ? squeeze(node.data) : text(node);
        if (own && /^H[1-6]$/.test(node.tagName || "") && found) return squeeze(found);
        if (own) { found = own + " " + found; if (node.nodeType === Node.ELEMENT_NODE) break; }
      }
      if (squeeze(found)) return squeeze(found);
      at = at.parentElement;
      if (!at || at.matches("form,body,fieldset,td,th,li,main")) return "";
    }
    return "";
  }

  // The text right behind a box: how check boxes without a label are captioned.
  function after(element) {
    let found = "";
    for (let node = element.nextSibling; node; node = node.nextSibling) {
      if (holdsControl(node) || node.tagName === "BR") break;
      found += " " + (node.nodeType === Node.TEXT_NODE ? node.data
        : node.nodeType === Node.ELEMENT_NODE ? text(node) : "");
    }
    return squeeze(found);
  }

  function fromTable(element) {
    const cell = element.closest("td,th");
    const row = cell && cell.closest("tr");
    if (!row) return "";
    const first = row.querySelector("th");
    if (first && first !== cell) return text(first);
    const head = cell.closest("table").querySelector("thead tr, tr:has(th)");
    const column = head && head !== row ? head.cells[cell.cellIndex] : null;
    if (column) return text(column);
    const left = cell.previousElementSibling;
    return left && !holdsControl(left) ? text(left) : "";
  }

  const own = (element) => byIDs(element, "aria-labelledby")
    || squeeze([...(element.labels || [])].map((label) => text(label, element)).join(" "))
    || squeeze(element.getAttribute("aria-label") || "");

  // The control that a widget was built over, and hides: a list under a list, a text under an editor.
  function twin(element) {
    const frame = element === element.ownerDocument.body ? window.frameElement : null;
    const isText = frame || element.isContentEditable;
    const isList = element.getAttribute("role") === "combobox" && !element.matches("input");
    if (!isText && !isList) return null;
    let at = frame || element;
    for (let level = 0; at && level < 5; level += 1, at = at.parentElement) {
      for (const one of [at.previousElementSibling, at.nextElementSibling]) {
        const fits = one && one.matches(isText ? "textarea" : "select,input") && one.labels;
        if (fits && (!isText || !ghosthands.visible(one)) && (isText || one.labels.length)) return one;
      }
    }
    return null;
  }

  // A widget has its hidden control's label; its own may be what it shows.
  const fromTwin = (element) => {
    const one = twin(element);
    return one ? own(one) : "";
  };

  function control(element) {
    // Lists that libraries build put their box deep within boxes of their own.
    const isList = element.getAttribute("role") === "combobox";
    const levels = isList ? 9 : 4;
    const start = isList ? listbox.frame(element) : element;
    const frame = /** @type {any} */ (element === element.ownerDocument.body ? window.frameElement : null);
    if (frame) {
      return fromTwin(element) || before(frame, 6) || squeeze(frame.getAttribute("aria-label") || frame.title || "");
    }
    return fromTwin(element) || own(element) || fromTable(element) || before(start, levels)
      || squeeze(element.getAttribute("placeholder") || "") || squeeze(element.getAttribute("title") || "")
      || squeeze(element.getAttribute("data-placeholder") || "");
  }

  const inside = (element) => element.tagName === "INPUT" ? "" : squeeze(element.innerText || "");

  const box = (element) => own(element) || inside(element) || after(element) || before(element, 2)
    || squeeze(element.getAttribute("title") || "");

  function common(elements) {
    let at = elements[0].parentElement;
    while (at && !elements.every((element) => at.contains(element))) at = at.parentElement;
    return at;
  }

  // The question that a group of radios or boxes answers.
  function group(elements) {
    const all = common(elements);
    for (let at = all; at && !at.matches("form,body"); at = at.parentElement) {
      const boxes = [...at.querySelectorAll("input:not([type=hidden]),select,textarea")];
      if (boxes.some((other) => !elements.includes(other) && other.getAttribute("aria-hidden") !== "true")) break;
      const legend = at.tagName === "FIELDSET" ? at.querySelector(":scope > legend, legend") : null;
      const name = (legend && text(legend)) || byIDs(at, "aria-labelledby")
        || squeeze(at.getAttribute("aria-label") || "");
      if (name) return name;
    }
    const first = elements[0];
    const inside = all && !all.matches("form,body") ? leading(all, first) : "";
    return inside || before(elements.length > 1 && all ? all : first, 4) || own(first);
  }

  // Text at the beginning of a container, before the first box and its label.
  function leading(container, first) {
    const stop = first.closest("label") || (first.labels && first.labels[0]
      && first.labels[0].compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING
      ? first.labels[0] : first);
    let out = "";
    const visit = (node) => {
      if (node === stop) return true;
      if (node.nodeType === Node.TEXT_NODE) out += " " + node.data;
      if (node.nodeType === Node.ELEMENT_NODE && !skipped.has(node.tagName)
        && getComputedStyle(node).display !== "none") {
        for (const child of node.childNodes) if (visit(child)) return true;
      }
      return false;
    };
    for (const child of container.childNodes) if (visit(child)) break;
    return squeeze(out);
  }

  // The label without its required mark, and whether it carried one.
  function split(label) {
    const marked = /^\s*[*＊]|[*＊]\s*:?\s*$|[*＊]\s*\(|\((required|pflichtfeld|obligatoire|obligatorio)\)/i.test(label)
      || /✱|[*＊]\s*required\s*$|^required[.:]/i.test(label);
    const bare = squeeze(label.replace(/[*＊✱]\s*required\s*$/i, "").replace(/\s*✱\s*/g, " ")
      .replace(/\((required|optional|pflichtfeld|obligatoire|obligatorio)\)/ig, "")
      .replace(/^[*＊✱\s]+|[*＊✱\s]+$/g, "").replace(/\s*[*＊✱]\s*(?=\()/g, " ").replace(/\s*:\s*$/, ""));
    return { label: bare || squeeze(label), marked };
  }

  return { text, squeeze, byIDs, control, box, group, split, twin };
})();
