"use strict";
// What assistive technology is told: roles, and names by the accessible-name rules.
(() => {
  const ghosthands = globalThis.ghosthands;
  const inputRoles = {
    button: "button", submit: "button", reset: "button", image: "button", checkbox: "checkbox", radio: "radio",
    range: "slider", number: "spinbutton", search: "searchbox", file: "button",
  };
  const tagRoles = {
    article: "article", aside: "complementary", button: "button", dialog: "dialog", fieldset: "group", form: "form",
    h1: "heading", h2: "heading", h3: "heading", h4: "heading", h5: "heading", h6: "heading", hr: "separator",
    img: "img", li: "listitem", main: "main", meter: "meter", nav: "navigation", ol: "list", optgroup: "group",
    option: "option", output: "status", progress: "progressbar", summary: "button", table: "table", td: "cell",
    textarea: "textbox", th: "columnheader", tr: "row", ul: "list",
  };
  const namedByContent = new Set(["button", "cell", "checkbox", "columnheader", "gridcell", "heading", "link",
    "menuitem", "menuitemcheckbox", "menuitemradio", "option", "radio", "row", "switch", "tab", "treeitem", "tooltip"]);

  const inputRole = (element) => {
    if (element.type === "hidden") return "";
    if (inputRoles[element.type]) return inputRoles[element.type];
    return element.list ? "combobox" : "textbox";
  };

  const role = (element) => {
    const given = element.getAttribute("role")?.trim().split(/\s+/)[0];
    if (given) return given;
    const tag = element.localName;
    if (tag === "input") return inputRole(element);
    if (tag === "a" || tag === "area") return element.hasAttribute("href") ? "link" : "";
    if (tag === "select") return element.multiple || element.size > 1 ? "listbox" : "combobox";
    if (element.isContentEditable && element.contentEditable !== "inherit") return "textbox";
    return tagRoles[tag] ?? "";
  };

  const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();

  const hiddenFromNames = (node) => {
    if (node.getAttribute("aria-hidden") === "true") return true;
    const style = getComputedStyle(node);
    return style.display === "none" || style.visibility === "hidden";
  };

  const referenced = (element, attribute) => (element.getAttribute(attribute) ?? "").split(/\s+/).filter(Boolean)
    .map((id) => element.getRootNode().getElementById?.(id)).filter(Boolean);

  // The value of a control inside a label is part of the label's text, but never what a person has typed.
  const contentOf = (node, inside) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return "";
    if (inside.depth > 40 || (!inside.hidden && hiddenFromNames(node))) return "";
    if (["input", "select", "textarea", "script", "style", "noscript"].includes(node.localName)) return "";
    const own = clean(node.getAttribute("aria-label"));
    if (own && inside.depth > 0) return own;
    if (node.localName === "img") return node.alt;
    return childText(node, { depth: inside.depth + 1, hidden: inside.hidden });
  };

  const childText = (node, inside) => {
    const children = node.localName === "slot" && node.assignedNodes().length ? node.assignedNodes()
      : (ghosthands.shadow(node) ?? node).childNodes;
    let text = "";
    for (const child of children) {
      const part = contentOf(child, inside);
      const block = child.nodeType === Node.ELEMENT_NODE && !getComputedStyle(child).display.startsWith("inline");
      text += block ? ` ${part} ` : part;
      if (text.length > 4000) break;
    }
    return text;
  };

  const textOf = (element, hidden = false) => clean(contentOf(element, { depth: 0, hidden }));

  const nativeName = (element) => {
    const labels = [...(element.labels ?? [])].map((label) => textOf(label)).filter(Boolean);
    if (labels.length) return labels.join(" ");
    const tag = element.localName;
    if (tag === "input" && ["button", "submit", "reset"].includes(element.type)) {
      return element.value || { submit: "Submit", reset: "Reset" }[element.type] || "";
    }
    if (tag === "input" && element.type === "image") return element.alt || element.value || "Submit";
    if (tag === "img" || tag === "area") return element.alt;
    const first = { fieldset: "legend", table: "caption", figure: "figcaption" }[tag];
    const caption = first && element.querySelector(`:scope > ${first}`);
    return caption ? textOf(caption) : "";
  };

  const name = (element) => {
    const labelledBy = clean(referenced(element, "aria-labelledby")
      .map((other) => clean(other.getAttribute("aria-label")) || textOf(other, true)).join(" "));
    if (labelledBy) return labelledBy;
    const own = clean(element.getAttribute("aria-label"));
    if (own) return own;
    const native = clean(nativeName(element));
    if (native) return native;
    const content = namedByContent.has(role(element)) ? textOf(element) : "";
    return content || clean(element.getAttribute("title")) || clean(element.getAttribute("placeholder"))
      || clean(element.getAttribute("aria-placeholder"));
  };

  Object.assign(ghosthands, { role, name, text: textOf, clean });
})();
