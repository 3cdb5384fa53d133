"use strict";
// What a person reads beside a control. Runs after wording.js and sight.js; `ghosthands` is page.js.
const labels = (() => {
  const skipped = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "SELECT", "OPTION", "TEXTAREA", "DATALIST",
    "BUTTON", "SVG", "svg", "OUTPUT", "METER", "PROGRESS"]);
  const controls = "input:not([type=hidden]),select,textarea,button,[contenteditable=''],[contenteditable='true'],"
    + "[role=combobox]";
  const { squeeze } = wording, split = ghosthands.once(wording.split);

  const { entries } = census;

  const says = (hint) => /\p{L}/u.test(hint ?? "");

  const headings = new Set(["H1", "H2", "H3", "H4", "H5", "H6"]);
  const isHeading = (node) => headings.has(node.tagName);

  // What is drawn within an element: what fills a slot, what a shadow root holds, else what it has.
  function drawn(element) {
    const given = element.tagName === "SLOT" ? element.assignedNodes({ flatten: true }) : [];
    return given.length ? given : (ghosthands.shadow(element) ?? element).childNodes;
  }

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
      for (const child of drawn(at)) visit(child);
      if (display !== "inline") out += " ";
    };
    visit(node);
    return squeeze(out);
  }

  function byIDs(element, attribute) {
    const ids = (element.getAttribute(attribute) || "").split(/\s+/).filter(Boolean);
    const named = ids.map((id) => element.getRootNode().getElementById?.(id))
      // What a list shows as chosen is a part of its name for those who cannot see, and no name.
      .filter((found) => found && !(opensChoice(element) && element.contains(found)));
    // Of several, those that nobody sees say how to answer: "Single line text."
    const shown = named.length > 1 ? named.filter((one) => !sight.isVeiled(one)) : named;
    return squeeze((shown.length ? shown : named).map((found) => text(found)).join(" "));
  }
  const opensChoice = (element) => element.getAttribute("role") === "combobox" || element.hasAttribute("aria-haspopup");

  const holdsControl = (node) =>
    node.nodeType === Node.ELEMENT_NODE && (node.matches(controls) || node.querySelector(controls) !== null);

  // The element around another, past the edge of a shadow root.
  function around(node) {
    const up = ghosthands.parent(node);
    if (up?.nodeType === Node.DOCUMENT_FRAGMENT_NODE) return around(up);
    return up?.nodeType === Node.ELEMENT_NODE ? up : null;
  }

  // The buttons by which a text is formatted stand between an editor and its name.
  const isToolbar = (node) => node.nodeType === Node.ELEMENT_NODE
    && (/toolbar|menubar/i.test(node.getAttribute("class") || "")
      || node.matches("[role=toolbar],[role=menubar]") || node.querySelector("[role=toolbar],[role=menubar]") !== null);

  // A native list that what is seen stands for.
  const isStoodFor = (node) => node.tagName === "SELECT" && isAside(node);

  // Marks between boxes, as of a number or an address, name none of them.
  const isNoName = (said) => !/[\p{L}\p{N}*＊✱]/u.test(said);

  // The nearest text before a node: its earlier siblings, then those of its parents, up to the next control. What is
  // passed over is no name.
  function before(element, levels, passes = (/** @type {any} */ _node, /** @type {string} */ _text) => false) {
    let at = element;
    for (let level = 0; level < levels && at && at.parentNode; level += 1) {
      let found = "";
      for (let node = at.previousSibling; node; node = node.previousSibling) {
        if (node.nodeType === Node.COMMENT_NODE || passes(node, "") || isStoodFor(node)) continue;
        if (holdsControl(node)) return isNoName(found) ? "" : squeeze(found);
        const own = node.nodeType === Node.TEXT_NODE ? squeeze(node.data) : text(node);
        if (!own || passes(node, own)) continue;
        // What a box says within itself names it, rather than a heading that is there for others as well.
        if (isHeading(node) && (found || says(element.placeholder))) return squeeze(found);
        found = own + " " + found;
        if (node.nodeType === Node.ELEMENT_NODE) break;
      }
      if (squeeze(found) && !isNoName(found)) return squeeze(found);
      at = around(at);
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

  const headRow = ghosthands.once((table) => table.querySelector("thead tr, tr:has(th)"));
  const boxesOf = (row) => [...row.cells].filter(holdsControl).length;

  // The head over a cell, and that before it. Where no markup says which they are, the first row of a grid is that of
  // the heads, and the first cell of its rows.
  function heads(element) {
    const cell = element.closest("td,th");
    const row = cell && cell.closest("tr");
    if (!row) return { row: "", column: "", isGrid: false };
    const table = cell.closest("table");
    const isGrid = boxesOf(row) > 1;
    const opens = (first) => isGrid && first !== row && first.cells.length === row.cells.length && !boxesOf(first)
      && [...first.cells].filter((one) => text(one)).length > 1;
    const top = headRow(table) ?? (opens(table.rows[0]) ? table.rows[0] : null);
    const over = top && top !== row ? top.cells[cell.cellIndex] : null;
    const opening = row.cells[0];
    const isNamed = over && !holdsControl(opening) && (isGrid || says(text(opening)));
    const first = row.querySelector("th") ?? (isNamed ? opening : null);
    return { row: first && first !== cell ? text(first) : "", column: over ? text(over) : "", isGrid };
  }

  // In a grid the column names the box, and the row whose it is; the other way round where the columns are counted.
  function inTable(element) {
    const { row, column, isGrid } = heads(element);
    if (!row || !column) return { label: row || column, over: "" };
    if (!isGrid) return { label: row, over: "" };
    const isCounted = [...element.closest("tr").cells].length > 1 && /\d\s*$/.test(column);
    return isCounted ? { label: row, over: column } : { label: column, over: row };
  }

  function fromTable(element) {
    const { label } = inTable(element);
    if (label) return label;
    const under = cellUnder(element);
    if (under) return under;
    const left = element.closest("td,th")?.previousElementSibling;
    const said = left && !holdsControl(left) ? text(left) : "";
    return said || rowOver(element);
  }

  // The word under a box, where every box of a row has one in the row below and none beside it.
  function cellUnder(element) {
    const cell = element.closest("td"), row = cell?.closest("tr"), under = row?.nextElementSibling;
    if (!under?.cells || holdsControl(under) || under.cells.length !== row.cells.length || text(row)) return "";
    const boxes = [...row.cells].filter(holdsControl);
    const isNamed = boxes.every((one) => text(under.cells[one.cellIndex]) && census.shown(one).length === 1);
    const lower = under.nextElementSibling;
    // A row of words over the next row of boxes is over those, unless there are words under the last as well.
    const table = row.closest("table"), isFirst = [...table.rows].find(holdsControl) === row;
    const last = [...table.rows].findLast(holdsControl);
    const closes = last !== table.rows[table.rows.length - 1] && !text(last);
    const opens = isFirst ? !row.previousElementSibling || !text(row.previousElementSibling) : true;
    return isNamed && opens && (closes || !lower) ? text(under.cells[cell.cellIndex]) : "";
  }

  // What only the style sheet writes before a box that stands alone in its place.
  function painted(element) {
    for (let at = element, level = 0; at && level < 3; level += 1, at = around(at)) {
      if (at !== element && census.boxes(at).length > 1 || at.matches("form,body")) return "";
      if (at.matches("input,select,textarea")) continue;
      const said = getComputedStyle(at, "::before").content;
      const words = /^"/.test(said) ? squeeze(said.slice(1, -1).replace(/\\(.)/g, "$1")) : "";
      if (/\p{L}{2}/u.test(words)) return words;
    }
    return "";
  }

  // The question in a row of its own, over the row of its box.
  function rowOver(element) {
    const row = element.closest("tr"), over = row?.previousElementSibling;
    if (!over || boxesOf(row) !== 1 || text(row) || holdsControl(over)) return "";
    const said = [...over.cells].filter((one) => text(one));
    return said.length === 1 ? text(said[0]) : "";
  }

  // What a cell of several boxes is called; each box has a name of its own beside it.
  function shared(element) {
    const over = pieces(element)?.over;
    if (over) return over;
    const cell = element.closest("td,dd");
    if (!cell) return "";
    const isNamed = census.shown(cell).length > 1 && before(element, 4);
    if (cell.tagName === "TD") return isNamed ? fromTable(element) : inTable(element).over;
    const term = cell.previousElementSibling;
    return isNamed && term?.tagName === "DT" && before(element, 4) !== text(term) ? text(term) : "";
  }

  // Which boxes are called by an element: the question of several is none of theirs alone.
  const callers = ghosthands.once((root) => {
    const found = new Map();
    for (const box of root.querySelectorAll("[aria-labelledby]:is(input,select,textarea)")) {
      for (const id of box.getAttribute("aria-labelledby").split(/\s+/)) found.set(id, (found.get(id) ?? 0) + 1);
    }
    return found;
  });
  const asides = /sub-?label|hint|help|descri|caption|error/i;
  const isAsideOf = (one) => asides.test(`${one.id} ${one.getAttribute("class") ?? ""}`) || sight.isVeiled(one);

  // A name of several elements, taken apart: what calls this box alone, the question over it and others, and what only
  // says how to write the answer.
  const pieces = ghosthands.once((element) => {
    const ids = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
    if (ids.length < 2 || !element.matches(census.entries) || /^(radio|checkbox)$/.test(element.type)) return null;
    const root = element.getRootNode();
    const parts = ids.map((id) => root.getElementById?.(id)).filter((one) => one && text(one));
    const isShared = (one) => callers(root).get(one.id) > 1;
    const alone = parts.filter((one) => !isShared(one));
    const real = alone.length > 1 ? alone.filter((one) => !isAsideOf(one)) : alone;
    if (!real.length || real.length === parts.length) return null;
    const say = (all) => squeeze(all.map((one) => text(one)).join(" "));
    const aside = alone.filter((one) => !real.includes(one));
    return { name: say(real), over: split(say(parts.filter(isShared))).label, aside: say(aside) };
  });

  const own = ghosthands.once((element) => pieces(element)?.name || byIDs(element, "aria-labelledby")
    || squeeze(census.labels(element).filter((one, _index, all) => !all.some((other) => other !== one
      && other.contains(one))).map((label) => text(label, element)).join(" "))
    || spoken(element) || meantFor(element));

  // The label that names an editor, which no label can belong to.
  function meantFor(element) {
    if (!element.id || !element.isContentEditable) return "";
    const label = element.getRootNode().querySelector(`label[for="${CSS.escape(element.id)}"]`);
    return label ? text(label) : "";
  }

  // What a control is called for those who cannot see, without what it shows as chosen.
  function spoken(element) {
    const name = squeeze(element.getAttribute("aria-label") || "");
    const shown = name && opensChoice(element) ? inside(element) : "";
    const rest = shown && name !== shown ? squeeze(name.replace(shown, " ")) : "";
    return says(rest) ? rest : name;
  }

  // What the component is called whose only control this is.
  function hosted(element, isGroup = false) {
    for (let root = element.getRootNode(); root.host; root = root.host.getRootNode()) {
      const others = census.boxes(root).length;
      if (!isGroup && others > 1) return "";
      const label = root.host.id && root.host.getRootNode().querySelector(`label[for="${CSS.escape(root.host.id)}"]`);
      const name = own(root.host) || (label ? text(label) : "") || squeeze(root.host.getAttribute("label") || "");
      if (name) return name;
    }
    return "";
  }

  // Not for people: hidden, too small to see, or out of the order of the keys.
  function isAside(element) {
    return !ghosthands.visible(element) || sight.isVeiled(element) || element.tabIndex < 0
      || element.getAttribute("aria-hidden") === "true";
  }

  // Buttons that open what may be a list to choose from.
  const choosers = ["listbox", "true", "menu"].flatMap((name) =>
    [`button[aria-haspopup=${name}]`, `[role=button][aria-haspopup=${name}]`]).join(",");

  // A list may be two controls: a box that keeps what is chosen, and what opens the list. This finds the other one.
  function partner(element, selector) {
    for (let at = element.parentElement, level = 0; at && level < 4; level += 1, at = at.parentElement) {
      const boxes = census.boxes(at);
      const openers = [...at.querySelectorAll(choosers)];
      if (boxes.length > 1 || openers.length > 1 || at.matches("form,fieldset,body")) return null;
      if (boxes.length && openers.length) return [...boxes, ...openers].find((one) => one.matches(selector)) ?? null;
    }
    return null;
  }

  // The control that a widget was built over, and hides: a list under a list, a text under an editor.
  /** @type {(element: any) => any} */
  const twin = ghosthands.once((element) => {
    const frame = element === element.ownerDocument.body ? window.frameElement : null;
    const isText = frame || element.isContentEditable;
    const isList = !element.matches("input") && (element.getAttribute("role") === "combobox"
      || element.matches(choosers));
    if (!isText && !isList || isList && census.labels(element).length) return null;
    const box = isList && element.getAttribute("role") !== "combobox" ? partner(element, "input") : null;
    if (box && isAside(box) && own(box)) return box;
    const kinds = isText ? "textarea" : "select,input:not([type=hidden])";
    let at = frame || element;
    for (let level = 0; at && level < 5; level += 1, at = at.parentElement) {
      for (const one of [at.previousElementSibling, at.nextElementSibling]) {
        if (one?.matches(kinds) && isAside(one) && (isText || own(one))) return one;
      }
      if (!isText && census.shown(at).some((one) => !isAside(one))) return null;
    }
    return null;
  });

  // A widget has its hidden control's label; its own may be what it shows.
  const fromTwin = (element) => {
    const one = twin(element);
    return one ? own(one) : "";
  };

  // The label that stands within a list, as its frame or above what it shows.
  function within(element) {
    if (element.matches("input,select,textarea")) return "";
    const outer = [...element.querySelectorAll("input,select")].flatMap((one) => census.labels(one))
      .find((one) => !element.contains(one) && text(one));
    const label = outer ?? element.querySelector("label,legend");
    return label ? text(label) : "";
  }

  const kindOnly = wording.pattern("^((date|time|colou?r|file) ?picker|(select|choose|pick|enter) (a |the )?date"
    + "|open calendar|calendar|drop-?down( list| menu)?|combo ?box|list ?box|text ?(box|field|area|input)"
    + "|input( field)?"
    + "|(enter |type )?your answer|datumsauswahl|datum auswählen|sélecteur de date|selector de fecha|seletor de data"
    + "|selettore data|datumkiezer|datoväljare)$", "i");

  // Its own name; what a list shows until something is chosen is none, though some give it that.
  function named(element) {
    const name = own(element);
    // "Date picker" says how to answer, and the text that describes the box what.
    if (kindOnly.test(name)) {
      const said = byIDs(element, "aria-describedby");
      return said && said.length <= 200 ? said : "";
    }
    const isList = element.getAttribute("role") === "combobox" || element.matches(choosers);
    const isShown = isList && name && !element.hasAttribute("aria-labelledby") && !census.labels(element).length
      && name === squeeze(element.innerText || "");
    return isShown ? "" : name;
  }

  // Which file a place is for: its own name, unless that only says how to give it.
  function file(element) {
    const name = own(element) || inside(element);
    if (name && !wording.isAct(name)) return name;
    const isPress = (node) => node.nodeType === Node.ELEMENT_NODE && holdsControl(node)
      && !node.matches(entries) && !node.querySelector(entries);
    let marked = wording.split(name).marked;
    const passes = (node, said) => {
      if (!said) return isPress(node) && wording.isAct(text(node));
      if (wording.isAct(said)) marked ||= wording.split(said).marked;
      return wording.isAct(said);
    };
    const found = fromTable(element) || before(element, 8, passes) || hosted(element);
    return found ? found + (marked ? " *" : "") : name;
  }

  const control = ghosthands.once((element) => {
    // Lists that libraries build put their box deep within boxes of their own.
    const isList = element.getAttribute("role") === "combobox";
    const levels = isList || element.getAttribute("role") === "slider" ? 9 : 4;
    const start = isList ? listbox.frame(element) : element;
    const frame = /** @type {any} */ (element === element.ownerDocument.body ? window.frameElement : null);
    if (frame) {
      return fromTwin(element) || before(frame, 6, isToolbar)
        || squeeze(frame.getAttribute("aria-label") || frame.title || "");
    }
    if (element.type === "file") return file(element);
    const cell = element.closest("td");
    const beside = cell && census.shown(cell).length > 1 ? before(element, 4) : "";
    return fromTwin(element) || named(element) || within(element) || beside || fromTable(element) || hosted(element)
      || before(start, levels, element.isContentEditable ? isToolbar : undefined)
      || squeeze(element.getAttribute("placeholder") || "") || squeeze(element.getAttribute("title") || "")
      || squeeze(element.getAttribute("data-placeholder") || "") || asking(element) || painted(element);
  });

  // A list without any label may ask in its first entry, which is no choice.
  function asking(element) {
    const first = element.tagName === "SELECT" ? element.options[0] : null;
    const said = first && (first.disabled || first.value === "") ? squeeze(first.text) : "";
    return /[?？*＊✱:：]$/.test(said) || /\p{L}{2}/u.test(said) && !choosing.test(said) ? said : "";
  }
  // What only says that one is to be chosen.
  const choosing = new RegExp("^(\\W|please |bitte |veuillez |por favor |proszę |click |tap )*(select|choose|pick"
    + "|option|none|any|all|n/a|not |no |wähl|auswähl|auswahl|keine|choisi|sélect|aucun|selec|escol|elij|elige"
    + "|ningun|scegli|nessun|kies|maak|wybierz|brak|välj|vælg|velg|valitse|vyberte|zvolte|seç|выб|обер|виб"
    + "|選|请选|請選|선택|alege|válassz|επιλ|בחר|اختر)", "i");

  const inside = (element) => element.tagName === "INPUT" ? "" : squeeze(element.innerText || "");

  const box = (element) => own(element) || inside(element) || after(element) || heads(element).column
    || before(element, 2)
    || squeeze(element.getAttribute("title") || "");

  // The text right before a box, where it belongs to that one.
  function ahead(element) {
    let found = "";
    for (let node = element.previousSibling; node; node = node.previousSibling) {
      if (holdsControl(node) || node.tagName === "BR") break;
      found = (node.nodeType === Node.TEXT_NODE ? node.data : node.nodeType === Node.ELEMENT_NODE ? text(node) : "")
        + " " + found;
    }
    return squeeze(found);
  }

  // What the choices of a group are called. Where a word stands before each and none behind the last, they are named by
  // what stands before them.
  function choices(elements) {
    const isAhead = elements.length > 1 && elements.every((element) => !own(element) && ahead(element))
      && !after(elements[elements.length - 1]);
    const said = elements.map(isAhead ? ahead : box);
    const isMute = elements.length > 1 && !said.some((one) => /[\p{L}\p{N}]/u.test(one));
    return isMute ? elements.map((element) => titled(element) || element.value) : said;
  }

  // What the pointer is told of a choice that is drawn: "4 stars".
  const titled = (element) => squeeze([element, ...census.labels(element)].map((one) => one.title).find(Boolean) ?? "");

  // What stands over each of several choices of which some are called alike: "9:00" of one day is not that of another.
  function overs(elements, said) {
    const all = new Set(said).size < said.length ? common(elements) : null;
    if (!all) return elements.map(() => "");
    const heads = [...all.querySelectorAll("h1,h2,h3,h4,h5,h6,legend,strong,b,dt,th,[role=heading]")]
      .filter((one) => text(one) && !elements.some((element) => one.contains(element)));
    return elements.map((element) => {
      const over = heads.findLast((one) => one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
      return over ? text(over) : "";
    });
  }

  function common(elements) {
    let at = elements[0].parentElement;
    while (at && !elements.every((element) => at.contains(element))) at = at.parentElement;
    return at;
  }

  // The box beside the last choice of a group, for what is none of them.
  const others = /^(other|ander|sonst|autre|otr[oa]|altr[oa]|outr[oa]|inn[ey]|anna[nt]|muu|jin[éý]|diğer|друг|інш)/i;

  // The question that a group of radios or boxes answers.
  function group(elements) {
    const all = common(elements);
    for (let at = all; at && !at.matches("form,body"); at = around(at)) {
      const boxes = census.boxes(at);
      const isForeign = (other) => !elements.includes(other) && other.getAttribute("aria-hidden") !== "true"
        && !(other.type === "text" && others.test(own(other)));
      if (boxes.some(isForeign)) break;
      const legend = at.tagName === "FIELDSET" ? at.querySelector(":scope > legend, legend") : null;
      const name = (legend && text(legend)) || byIDs(at, "aria-labelledby")
        || squeeze(at.getAttribute("aria-label") || at.localName.includes("-") && at.getAttribute("label") || "");
      if (name) return name;
    }
    const first = elements[0];
    const inside = all && !all.matches("form,body") ? opening(all, first) : "";
    const isApart = elements.length > 1 && all && !all.matches("form,body");
    // Choices that nothing holds together have their question before the first; the text before other boxes is none.
    const start = isApart || !first.matches("[type=radio],[type=checkbox],[role=radio],[role=checkbox]") ? all : first;
    return inside || hosted(first, true) || before(elements.length > 1 && start || first, 4)
      || isApart && after(all) || own(first);
  }

  // Text at the beginning of a container, before the first box and its label.
  function opening(container, first) {
    const [label] = census.labels(first);
    const isBefore = label && label.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING;
    const stop = first.closest("label") || (isBefore ? label : first);
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

  // Whether a star beside a box's label, and not within it, says that it must be answered.
  const isStarred = ghosthands.once((element) => census.labels(element).some((label) => {
    const [ahead, behind] = [near(label, "previousSibling"), near(label, "nextSibling")];
    if (isStar(behind)) return true;
    // A star behind a box is the mark of that one.
    const other = isStar(ahead) ? near(ahead, "previousSibling") : null;
    return isStar(ahead) && !(other && holdsControl(other));
  }));
  const isStar = (node) => Boolean(node) && /^\s*[*＊✱]\s*$/.test(node.textContent) && !holdsControl(node);
  function near(node, way) {
    let at = node[way];
    while (at && (at.nodeType === Node.COMMENT_NODE || !at.textContent.trim() && at.nodeType === Node.TEXT_NODE)) {
      at = at[way];
    }
    return at;
  }

  // The hidden box, called by a name of its own, that a button's list is chosen for.
  const keeper = (element) => {
    const box = element.matches(choosers) ? partner(element, "input,select") : null;
    return box && isAside(box) && own(box) ? box : null;
  };

  return { keeper, text, isHeading, squeeze, byIDs, control, box, choices, overs, group, split, twin, partner, file,
    shared, pieces, after, isStarred };
})();
