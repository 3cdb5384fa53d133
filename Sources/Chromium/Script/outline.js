"use strict";
// What the page says and offers, as assistive technology would read it out, in few words.
(() => {
  const ghosthands = globalThis.ghosthands;
  const skipped = new Set(["script", "style", "noscript", "template", "head", "link", "meta", "legend", "caption",
    "figcaption", "option", "optgroup", "datalist", "svg"]);
  // Worth a line only where they have a name.
  const structural = new Set(["generic", "none", "presentation", "list", "listitem", "row", "cell", "gridcell",
    "rowgroup", "group", "article", "form", "table", "complementary", "region", "columnheader", "separator",
    "document", "paragraph", "img", "banner", "contentinfo", "radiogroup", "status"]);
  const interactive = new Set(["button", "checkbox", "combobox", "link", "listbox", "menuitem", "menuitemcheckbox",
    "menuitemradio", "option", "radio", "searchbox", "slider", "spinbutton", "switch", "tab", "textbox", "treeitem",
    "clickable"]);
  const tabular = new Set(["row", "cell", "gridcell", "columnheader", "rowheader"]);
  const speaking = new Set([...tabular, "button", "checkbox", "heading", "link", "menuitem", "menuitemcheckbox",
    "menuitemradio", "option", "radio", "switch", "tab", "treeitem"]);
  const mostNodes = 50000, mostOptions = 12;

  const short = (text, most) => {
    const clean = ghosthands.clean(text);
    return clean.length > most ? clean.slice(0, most - 1) + "…" : clean;
  };

  const shown = (element) => {
    if (element.getAttribute("aria-hidden") === "true") return false;
    if (element.localName === "input" && element.type === "file") return true;
    return getComputedStyle(element).display === "contents" || element.checkVisibility({ visibilityProperty: true });
  };

  const clickable = (element) => element.hasAttribute("onclick") || (element.hasAttribute("tabindex")
    && element.tabIndex >= 0 && getComputedStyle(element).cursor === "pointer");

  const roleOf = (element) => {
    if (element.localName === "iframe" || element.localName === "frame") return "iframe";
    if (element.localName === "input" && element.type === "file") return "file";
    const role = ghosthands.role(element);
    return role === "" && clickable(element) ? "clickable" : role;
  };

  const valueOf = (element) => {
    if (element.localName === "input") {
      if (element.type === "password") return element.value ? "•••" : "";
      if (element.type === "file") return [...element.files].map((file) => file.name).join(", ");
      if (["checkbox", "radio", "button", "submit", "reset", "image"].includes(element.type)) return "";
      return element.value;
    }
    if (element.localName === "textarea") return element.value;
    if (element.localName === "select") return [...element.selectedOptions].map((option) => option.label).join(", ");
    if (element.isContentEditable && element.contentEditable !== "inherit") return element.innerText;
    return element.getAttribute("aria-valuetext") ?? element.getAttribute("aria-valuenow") ?? "";
  };

  const flag = (element, name) => element.getAttribute(`aria-${name}`);

  const stateOf = (element, role) => {
    const states = [];
    const say = (holds, word) => { if (holds) states.push(word); };
    if (role === "heading") {
      states.push(`level=${flag(element, "level") ?? element.localName.match(/^h([1-6])$/)?.[1] ?? 2}`);
    }
    say(element.required || flag(element, "required") === "true", "required");
    say(interactive.has(role) && !ghosthands.enabled(element), "disabled");
    say(element.readOnly || flag(element, "readonly") === "true", "readonly");
    say(element.indeterminate || flag(element, "checked") === "mixed", "mixed");
    say(!element.indeterminate && (element.checked || flag(element, "checked") === "true"), "checked");
    say(flag(element, "selected") === "true", "selected");
    say(flag(element, "pressed") === "true", "pressed");
    say(flag(element, "expanded") === "true", "expanded");
    say(flag(element, "expanded") === "false", "collapsed");
    say(["true", "grammar", "spelling"].includes(flag(element, "invalid")), "invalid");
    say(element.multiple && element.localName === "select", "multiple");
    say(element.getRootNode().activeElement === element && element !== document.body, "focused");
    return states;
  };

  const optionsOf = (element) => {
    if (element.localName !== "select") return null;
    const texts = [...element.options].slice(0, mostOptions).map((option) => short(option.label, 60)).filter(Boolean);
    const more = element.options.length > mostOptions ? [`… ${element.options.length} in all`] : [];
    return texts.concat(more).join(" | ");
  };

  const childrenOf = (node) => {
    if (node.localName === "slot" && node.assignedNodes().length) return node.assignedNodes();
    if (node.localName === "details" && !node.open) {
      return [...node.children].filter((child) => child.localName === "summary");
    }
    return (node.shadowRoot ?? node).childNodes;
  };

  const describe = (element, role, depth) => {
    const name = short(ghosthands.name(element), 200);
    const line = { depth, role, name };
    const states = stateOf(element, role);
    if (states.length) line.states = states;
    const value = short(valueOf(element), 200);
    if (value && value !== name) line.value = value;
    const options = optionsOf(element);
    if (options) line.options = options;
    if (acts(role)) line.id = ghosthands.register(element);
    return line;
  };

  const acts = (role) => interactive.has(role) || role === "file" || role === "iframe";

  // Within what speaks for its contents, only what can be acted upon has something to add.
  const worth = (element, role, name, silent) => {
    if (role === "" || (silent && !acts(role)) || (name === "" && structural.has(role))) return false;
    return !tabular.has(role) || !element.querySelector("input, select, textarea");
  };

  const bare = (text) => text.replace(/[\s*:]+$/, "").toLowerCase();

  // A label's words are its control's name already.
  const said = (element) => element.localName === "label" && element.control
    && ghosthands.name(element.control).includes(ghosthands.text(element));

  const isInline = (element) => /^(inline|contents)/.test(getComputedStyle(element).display);

  /**
   * @typedef {{ depth: number, role: string, name: string, value?: string, states?: string[], options?: string,
   *   id?: number }} OutlineLine
   * @typedef {{ lines: OutlineLine[], cut: boolean }} Outline
   */

  /**
   * How many characters a line takes, or so.
   * @type {(line: OutlineLine) => number}
   */
  const sizeOf = ({ depth, role, name, value, options }) =>
    name.length + (value?.length ?? 0) + (options?.length ?? 0) + role.length + depth * 2 + 12;

  /** Whether a line says again what the last one says, as a button's own text does. */
  const repeats = (last, line) => last && acts(line.role) && ["text", "cell"].includes(last.role)
    && bare(last.name) === bare(line.name);

  // Nothing within them says more.
  const whole = new Set(["textbox", "searchbox", "spinbutton", "slider", "iframe", "file"]);

  /** @type {(most: number) => Outline} */
  const outline = (most) => {
    /** @type {OutlineLine[]} */
    const lines = [];
    let words = "", wordsDepth = 0, size = 0, seen = 0;
    const speak = () => {
      const text = short(words, 400);
      words = "";
      if (!text || text === lines.at(-1)?.name) return;
      lines.push({ depth: wordsDepth, role: "text", name: text });
      size += text.length + wordsDepth * 2 + 8;
    };
    // By hand: a page may be deeper than a script's stack.
    /** @type {({ node: any, depth: number, silent: boolean, end?: undefined } | { end: true })[]} */
    const stack = [{ node: document.body ?? document.documentElement, depth: 0, silent: false }];
    while (stack.length) {
      const entry = stack.pop();
      if (!entry || entry.end) { speak(); continue; }
      const { node, depth, silent } = entry;
      if (size > most || ++seen > mostNodes) return { lines, cut: true };
      if (node.nodeType === Node.TEXT_NODE) {
        if (!silent && node.data.trim()) { if (!words) wordsDepth = depth; }
        if (!silent) words += node.data;
        continue;
      }
      if (node.nodeType !== Node.ELEMENT_NODE || skipped.has(node.localName) || !shown(node)) continue;
      const role = roleOf(node), block = !isInline(node);
      let inside = depth, hush = silent || said(node);
      const line = role && !["presentation", "none"].includes(role) ? describe(node, role, depth) : null;
      if (line && worth(node, role, line.name, silent)) {
        speak();
        if (repeats(lines.at(-1), line)) lines.pop();
        lines.push(line);
        size += sizeOf(line);
        inside = Math.min(depth + 1, 40);
        hush = hush || speaking.has(role);
        if (whole.has(role)) continue;
      }
      if (node.localName === "select") continue;
      if (block && words) speak();
      if (block || inside !== depth) stack.push({ end: true });
      for (const child of [...childrenOf(node)].reverse()) stack.push({ node: child, depth: inside, silent: hush });
    }
    speak();
    return { lines, cut: false };
  };

  globalThis.ghosthandsOutline = { outline };
})();
