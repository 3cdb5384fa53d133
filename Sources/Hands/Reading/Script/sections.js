"use strict";
// Under which headings a field stands, as a person would see them. After labels.js.
const sections = (() => {
  const entries = "input:not([type=hidden]),select,textarea,[contenteditable=''],[contenteditable=true],"
    + "[role=combobox],[role=spinbutton]";
  const holding = `${entries},button,div,p,td`;
  const titled = /head(er|ing|line)?(?![a-z])|title|legend|caption/i;
  const pointed = "ol,ul,menu,nav,[role=list],[role=tablist],[role=navigation],[class*=progress i],[class*=stepper i]"
    + ",[class*=breadcrumb i]";
  const lines = new Set(["DIV", "P", "SPAN", "B", "STRONG", "TD", "TH", "DT", "H6", "LI", "LABEL", "CENTER"]);
  const blocks = new Set(["DIV", "P", "TD", "BUTTON", "SELECT", "TEXTAREA"]);
  const runs = new Set(["BR", "DIV", "P", "TABLE", "UL", "OL", "DL", "FIELDSET", "SECTION"]);
  const grouping = new Set(["group", "region", "radiogroup", "tabpanel"]);
  const inline = new Set(["B", "STRONG", "U", "I", "EM", "FONT", "SPAN", "SMALL", "BIG"]);
  const weakest = 7;
  // What looks like no heading, and only stands by itself.
  const plain = 8;

  // What names a thing itself is no heading of what follows.
  const spoken = "label,button,a,li,option,legend,summary,[role=option],[role=button],[role=tab],[role=heading],"
    + "h1,h2,h3,h4,h5,thead";

  // A list of where one stands on the way through the form, or on the site: its names are those of other pages.
  const isWay = ghosthands.once((list) => list?.querySelector("[aria-current]") !== null
    || /(^|[-_ ])(progress|steps?|stepper|breadcrumbs?|wizard|nav|tabs?|menu)([-_ ]|$)/i
      .test(list.getAttribute("class")?.replace(/([a-z])([A-Z])/g, "$1-$2") ?? "")
    || ghosthands.closest(list, "nav,[role=navigation]") !== null);

  // What a short text on a line of its own says; empty when an element is none.
  function line(element) {
    if (!lines.has(element.tagName) || element.childElementCount > 2 || element.hasAttribute("role")) return "";
    // The points of a list that asks nothing, such as the steps of a form, head nothing that follows.
    const list = element.closest(pointed);
    if (list && !list.querySelector(entries)) return "";
    if (element.tagName === "LI" && isWay(element.parentElement)) return "";
    for (let one = element.firstElementChild; one; one = one.nextElementSibling) {
      if (blocks.has(one.tagName)) return "";
    }
    const words = element.textContent;
    if (words.length < 2 || words.length > 200) return "";
    const said = labels.squeeze(words);
    if (said.length < 2 || said.length > 80 || /[*＊✱]$/.test(said)) return "";
    if (element.querySelector(holding) || element.isContentEditable || element.control) return "";
    return isSpoken(element) ? "" : said;
  }

  /** @type {(element: any) => boolean} */
  const speaks = ghosthands.once((element) => {
    if (!element) return false;
    if (!element.matches(spoken)) return speaks(element.parentElement);
    return !(element.tagName === "LI" && element.querySelector(entries));
  });
  const isSpoken = (element) => speaks(element.parentElement);

  // How much a line looks like a heading: bold, or called one.
  function weight(element, said) {
    const isBold = element.tagName === "B" || element.tagName === "STRONG";
    if (isBold || element.tagName === "SPAN") {
      const line = element.parentElement?.closest("div,p,td,th,dt,section,form,fieldset");
      const isShared = line?.querySelector(entries) ? nextTo(element)
        : labels.squeeze(line?.textContent ?? "") !== said;
      if (isShared) return 0;
    }
    if (said.endsWith("?") || said.endsWith("？") || element.tagName.startsWith("L")) return plain;
    return isBold || titled.test(element.getAttribute("class") || "")
      || Number(getComputedStyle(element).fontWeight) >= 600 || isRow(element) ? weakest : plain;
  }

  // The words right before an element that begins a new line, with no markup of their own.
  function run(element) {
    if (!runs.has(element.tagName) || !element.previousSibling) return "";
    let said = "";
    for (let node = element.previousSibling; node; node = node.previousSibling) {
      if (node.nodeType === Node.TEXT_NODE) said = node.data + said;
      else if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.tagName === "BR") break;
        if (!inline.has(node.tagName) || node.querySelector(entries)) return "";
        said = node.textContent + said;
      }
      if (said.length > 200) return "";
    }
    said = labels.squeeze(said);
    return said.length < 2 || said.length > 80 || isSpoken(element) ? "" : said;
  }

  // Whether text or a control stands beside an element on its line.
  function nextTo(element) {
    const breaks = (node) => !node || node.nodeType === Node.ELEMENT_NODE
      && (node.tagName === "BR" || getComputedStyle(node).display !== "inline" && !node.matches(entries));
    const near = (node, way) => {
      let at = node[way];
      const isBlank = (one) => one.nodeType === Node.COMMENT_NODE
        || one.nodeType === Node.TEXT_NODE && !one.data.trim();
      while (at && isBlank(at)) at = at[way];
      return at;
    };
    return !breaks(near(element, "previousSibling")) || !breaks(near(element, "nextSibling"));
  }

  // A cell that is a row of its own in a table whose other rows have more.
  function isRow(element) {
    if (element.tagName !== "TD" && element.tagName !== "TH") return false;
    const row = element.parentElement;
    if (row?.cells?.length !== 1) return false;
    return element.colSpan > 1 || [row.previousElementSibling, row.nextElementSibling]
      .some((other) => other?.tagName === "TR" && other.cells.length > 1);
  }

  /**
   * What an element says as a heading: 1 to 6 as HTML has them, 7 for what only looks like one, 8 for a line that no
   * more than stands by itself.
   * @type {(element: any) => { level: number, text: string } | null}
   */
  const heading = ghosthands.once((element) => {
    const level = leveled(element);
    const text = !level ? run(element) : ghosthands.visible(element) ? labels.text(element) || opener(element) : "";
    return text ? { level: level || plain, text } : null;
  });

  // A heading that is nothing but the button which unfolds what stands below it.
  function opener(element) {
    const button = element.childElementCount === 1 ? element.firstElementChild : null;
    return button?.matches("button,[role=button],a") ? labels.squeeze(button.innerText || "") : "";
  }

  function leveled(element) {
    if (labels.isHeading(element)) return Number(element.tagName[1]);
    if (element.getAttribute("role") === "heading") return Number(element.getAttribute("aria-level")) || 2;
    const said = line(element);
    return said ? weight(element, said) : 0;
  }

  // What a box that groups fields is called by its own markup.
  const title = ghosthands.once((box) => {
    const first = box.tagName === "FIELDSET" ? "legend" : box.tagName === "DETAILS" ? "summary"
      : box.tagName === "TABLE" ? "caption" : null;
    const found = first && box.querySelector(`:scope > ${first}`);
    if (found) return labels.text(found);
    const isGroup = grouping.has(box.getAttribute("role")) || box.tagName === "SECTION" || box.tagName === "FIELDSET";
    return isGroup ? labels.byIDs(box, "aria-labelledby") || labels.squeeze(box.getAttribute("aria-label") || "") : "";
  });

  // The elements around a node, the outermost first, and itself.
  /** @type {(node: any) => readonly any[]} */
  const path = ghosthands.once((node) => {
    if (!node) return [];
    const above = path(ghosthands.parent(node));
    return node.nodeType === Node.ELEMENT_NODE ? [...above, node] : above;
  });

  /**
   * The headings over each field, the nearest first.
   * @param {{ element: any, heading?: { level: number, text: string } }[]} events Headings and fields, as they stand.
   * @param {Map<any, string>} names What each field is called.
   * @returns {Map<any, { sections: string[], lines: string[] }>} The lines are what only stands by itself.
   */
  function over(events, names) {
    const fields = events.filter((event) => !event.heading);
    const called = new Set([...names.values()].map(bare));
    /** @type {{ level: number, text: string, depth: number, box: any }[]} */
    let open = [];
    /** @type {typeof open} */
    let apart = [];
    const found = new Map();
    let passed = 0;
    for (const { element, heading } of events) {
      const above = path(element);
      open = open.filter((one) => above[one.depth] === one.box);
      apart = apart.filter((one) => above[one.depth] === one.box);
      if (!heading) {
        passed += 1;
        const boxes = above.map((box, depth) => ({ level: 0, text: title(box), depth })).filter((one) => one.text);
        found.set(element, { sections: ordered([...boxes, ...open]), lines: near(apart) });
        continue;
      }
      if (heading.level === plain) {
        const isName = called.has(bare(heading.text));
        if (isName || belongs(above, fields, passed)) continue;
        const depth = home(above, fields, passed);
        if (above[depth].tagName !== "BODY") apart.push({ ...heading, depth, box: above[depth] });
        continue;
      }
      if (heading.level === weakest && isName(heading.text, names.get(fields[passed]?.element))) continue;
      const depth = home(above, fields, passed);
      open = open.filter((one) => one.depth < depth || one.depth === depth && one.level < heading.level);
      open.push({ ...heading, depth, box: above[depth] });
      apart = apart.filter((one) => one.depth < depth);
    }
    return found;
  }

  const bare = (text) => labels.split(text).label.replace(/[\s:：*＊✱]+$/, "");

  // Whether a line stands closer to the field before it than to the one that follows: it explains that one.
  function belongs(above, fields, passed) {
    const shared = (field) => {
      const other = field ? path(field.element) : [];
      let depth = 0;
      while (depth < above.length && above[depth] === other[depth]) depth += 1;
      return depth;
    };
    return shared(fields[passed - 1]) > shared(fields[passed]);
  }

  // The lines that stand nearest, the nearest first.
  const near = (apart) => apart.slice(-4).reverse().map((one) => one.text);

  // How deep the box is that a heading heads: the smallest with two of the fields that follow.
  function home(above, fields, passed) {
    const second = fields[passed + 1] ?? fields[passed];
    const other = second ? path(second.element) : [];
    let depth = 0;
    while (depth + 1 < above.length && above[depth + 1] === other[depth + 1]) depth += 1;
    return depth;
  }

  // A line that is the name of the one field below it heads no others.
  const isName = (text, name) => Boolean(name) && (text === name || labels.split(text).label === name);

  // The nearest first; what the whole page is called counts where nothing else does.
  function ordered(found) {
    const own = found.filter((one) => one.level !== 1);
    return (own.length ? own : found).sort((left, right) => right.depth - left.depth || right.level - left.level)
      .map((one) => one.text).filter((one, index, all) => all.indexOf(one) === index);
  }

  return { heading, weakest, over };
})();
