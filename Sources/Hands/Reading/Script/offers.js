"use strict";
// What a box offers once something is typed into it, whatever its markup: a list that opens beside it, tags that it
// makes of its entries. After labels.js.
const offers = (() => {
  const named = /(^|[^a-z])(auto-?(complete|suggest)|type-?ahead|suggest(ions?)?|pac-target|look-?up|places)/i;
  const said = /^(start typing|type to (search|find)|begin typing|search (for|by)|suche|rechercher|buscar)/i;
  const tagged = /(^|[-_ ])(react-?)?(tags?|tokens?|chips?)(-?(inputs?|fields?|editor|box|list))?([-_ ]|$)/i;
  const confirmed = /(press|hit|then|and) (the )?(enter|return|tab|comma)\b/i;
  const typed = ["input:not([type])", ...["text", "search", "email", "tel", "url"].map((type) => `input[type=${type}]`)]
    .join(",");

  const spaced = (text) => text.replace(/([a-z])([A-Z])/g, "$1-$2");
  const marks = ghosthands.once((element) => spaced([element.getAttribute("class"), element.id,
    element.getAttribute("data-role")].filter(Boolean).join(" ")));

  // Whether no list of the browser's own is wanted, on this box and not on every box of the form.
  function isSetApart(element) {
    if (!isOff(element) || element.form?.getAttribute("autocomplete") === "off") return false;
    return areFew(element.form ?? document);
  }
  const isOff = (one) => /^(off|nope|none|no|false|new-password)$|\d{3}/.test(one.getAttribute("autocomplete") ?? "");
  // Whether only some of a form's boxes are set apart.
  const areFew = ghosthands.once((around) => {
    const boxes = [...around.querySelectorAll(typed)];
    const off = boxes.filter(isOff).length;
    return off <= 2 || off * 2 <= boxes.length;
  });

  /**
   * How a box takes its entries, where it is not by text alone: `datalist`, `tags`, `list` for one that says that a
   * list opens, `apart` for one of which only that says so that the browser is to offer nothing.
   * @returns {string | null}
   */
  function style(element) {
    if (element.tagName !== "INPUT" || !element.matches(typed)) return null;
    if (element.list) return "datalist";
    // A list that says what it is has a driver of its own.
    if (element.getAttribute("role") === "combobox") return null;
    if (isTags(element)) return "tags";
    const complete = element.getAttribute("aria-autocomplete");
    if (complete && complete !== "none" || element.getAttribute("aria-haspopup") === "listbox") return "list";
    if (element.hasAttribute("aria-controls") || element.hasAttribute("aria-owns")) return "list";
    const words = [marks(element), element.name, marks(element.parentElement ?? element)].join(" ");
    if (named.test(words) || said.test(element.placeholder)) return "list";
    return isSetApart(element) ? "apart" : null;
  }

  // The box around a tag box that holds its tags too.
  function holder(element) {
    let at = element.parentElement;
    for (let level = 0; at && level < 2 && !at.matches("form,body,td,li,label"); level += 1, at = at.parentElement) {
      if (census.boxes(at).length > 1) return null;
      if (tagged.test(marks(at))) return at;
    }
    return null;
  }

  const isTags = (element) => tagged.test(spaced(element.getAttribute("class") ?? "")) || holder(element) !== null
    || confirmed.test([element.placeholder, labels.byIDs(element, "aria-describedby")].join(" "));

  // What a tag box was called when it was seen first: its tags stand where its name is looked for.
  const firstNames = new WeakMap();
  function name(element, label) {
    if (!firstNames.has(element)) firstNames.set(element, label);
    return firstNames.get(element);
  }

  // What stands in a place for tags apart from their box, before it or behind it.
  function shelf(element) {
    let at = element.parentElement;
    for (let level = 0; at && level < 4 && !at.matches("form,body"); level += 1, at = at.parentElement) {
      const place = [at.nextElementSibling, at.previousElementSibling].find((one) => one && tagged.test(marks(one))
        && !one.querySelector(typed));
      if (place) return [...place.children];
    }
    return [];
  }

  // The tags that a box has, a line each.
  function tags(element) {
    const around = holder(element);
    const own = around ? [...around.querySelectorAll("*")] : [...element.parentElement?.children ?? []]
      .filter((one) => tagged.test(marks(one)));
    const near = own.some((one) => one !== element && ghosthands.visible(one)) ? own : shelf(element);
    const inside = near.filter((one) => one !== element && !one.contains(element)
      && !one.matches("label,legend,button,svg,script,style,input") && !one.closest("label,button")
      && ghosthands.visible(one));
    const outer = inside.filter((one) => !inside.some((other) => other !== one && other.contains(one)));
    return outer.map((one) => labels.text(one)).filter(Boolean).join("\n");
  }

  // Everything to be seen before something is typed.
  let before = new WeakSet();
  function arm() {
    before = new WeakSet([...ghosthands.walk(document)].filter(ghosthands.visible));
  }

  // Whether a thing lies right under or over the box, or beside what it belongs to.
  function isBeside(thing, box) {
    const [one, other] = [thing.getBoundingClientRect(), box.getBoundingClientRect()];
    const overlaps = one.left < other.right + 40 && one.right > other.left - 40;
    return overlaps && one.top < other.bottom + 120 && one.bottom > other.top - 120;
  }

  function owned(element) {
    return ["aria-controls", "aria-owns"].flatMap((attribute) => (element.getAttribute(attribute) || "").split(/\s+/))
      .filter(Boolean).map((id) => element.getRootNode().getElementById?.(id) ?? document.getElementById(id))
      .find((one) => one && one !== element && !one.contains(element) && ghosthands.visible(one)) ?? null;
  }

  // What has come to be seen beside the box since it was typed into: the outermost of it.
  function opened(element) {
    const own = owned(element);
    if (own) return [own];
    const fresh = [...ghosthands.walk(document)].filter((one) => !before.has(one) && ghosthands.visible(one)
      && one !== element && !one.contains(element));
    const outer = fresh.filter((one) => before.has(ghosthands.parent(one)) || !fresh.includes(ghosthands.parent(one)));
    const beside = outer.filter((one) => isBeside(one, element) && !one.matches("label,[role=status],[role=alert]"));
    // New rows in a box that was there before are rows of that box.
    const parents = [...new Set(beside.map((one) => ghosthands.parent(one)))];
    const full = parents.filter((one) => !one.contains(element) && one.children?.length > 1 && one !== document.body);
    return [...full, ...beside.filter((one) => !full.includes(ghosthands.parent(one)))];
  }

  const rowMarks = ["[role=option]", "[role=menuitem],[role=treeitem]", "li", "tr"];
  const shownIn = (list, selector) => [...list.querySelectorAll(selector)].filter((one) => ghosthands.visible(one)
    && one.textContent.trim() !== "");

  // The rows of what has opened: marked ones, else the outermost children of one kind.
  function rows(list) {
    for (const mark of rowMarks) {
      const found = shownIn(list, mark);
      if (found.length) return found.filter((one) => !found.some((other) => other !== one && one.contains(other)));
    }
    const children = (at) => [...at.children].filter((one) => ghosthands.visible(one) && one.textContent.trim() !== ""
      && getComputedStyle(one).display !== "inline");
    let at = list;
    for (let level = 0; level < 6; level += 1) {
      const own = children(at);
      const kinds = new Set(own.map((one) => one.tagName));
      // One that has rows of its own, beside a head and a foot that have none, is the list.
      const inner = own.filter((one) => children(one).length > 1);
      if (own.length > 1 && kinds.size === 1 && inner.length !== 1) return own;
      if (!own.length) return at.textContent.trim() ? [at] : [];
      at = own.reduce((most, one) => children(one).length > children(most).length ? one : most);
    }
    return [];
  }

  // What stands in parts beside each other is read as parts; what is only emphasised within a word is not.
  function say(row) {
    let out = "";
    const visit = (node) => {
      if (node.nodeType === Node.TEXT_NODE) out += node.data;
      if (node.nodeType !== Node.ELEMENT_NODE || node.matches("script,style,svg") || !ghosthands.visible(node)) return;
      const next = node.nextSibling;
      for (const child of node.childNodes) visit(child);
      const isWithin = node.matches("b,strong,em,mark,u,i") || /match|highlight/i.test(node.className);
      if (next && next.nodeType === Node.ELEMENT_NODE && !isWithin && node.textContent.trim()) out += ", ";
    };
    for (const child of row.childNodes) visit(child);
    return labels.squeeze(out).replace(/(\s*,)+\s*/g, ", ").replace(/(^, )|(, ?$)/g, "");
  }

  const waiting = /^(loading|searching|please wait|laden|wird geladen|suche|chargement|recherche|cargando|buscando)\b/i;

  // What the form keeps beside the box, unseen: where the choice of a list is written.
  const kept = (element) => [...(element.form ?? document).querySelectorAll("input[type=hidden]")]
    .map((one) => one.value).join("\n").slice(0, 4000);

  /**
   * What `OfferState` decodes.
   * @typedef {{ isOpen: boolean, isBusy: boolean, typed: string, kept: string, tags: string, version: number,
   *   rows: { element: number, label: string }[] }} OfferState
   */

  /** @returns {OfferState | null} */
  function state(number) {
    const element = ghosthands.element(number);
    if (!element) return null;
    const lists = opened(element);
    const found = lists.flatMap(rows).map((row) => ({ element: ghosthands.register(row), label: say(row) }))
      .filter((row) => row.label);
    const isBusy = element.getAttribute("aria-busy") === "true" || found.length === 1 && waiting.test(found[0].label)
      || lists.some((one) => one.querySelector("[class*=spinner i],[class*=loading i],[role=progressbar]") !== null
        && !found.length);
    return { isOpen: lists.length > 0, isBusy, typed: element.value, kept: kept(element), tags: tags(element),
      version: reader.version(), rows: found };
  }

  // The entries of the browser's own list, and what choosing one enters.
  const entries = (number) => {
    const element = ghosthands.element(number);
    return element && { entries: [...(element.list?.options ?? [])].map((one) => ({ value: one.value,
      label: labels.squeeze(one.label || one.text || one.value) })) };
  };

  // Some send a file that was chosen only once a button is pressed which comes with it: "Upload 1 file".
  const sends = wording.pattern("^(start )?(upload|hochladen|envoyer|téléverser|téléversement|subir|cargar|enviar"
    + "|carregar|carica|uploaden|ladda upp|last opp|lataa|prześlij|wyślij|nahrát|yükle|загрузить|завантажити)"
    + "( now)?( \\d+)?( (files?|datei(en)?|fichiers?|archivos?|arquivos?|bestand(en)?|fil(er)?|pliki?|soubory?"
    + "|dosya|файлы?|файли?))?( (hochladen|uploaden))?$|^\\d+ (dateien?|files?) (hochladen|uploaden)$", "iu");
  let presses = new WeakSet();
  const pressable = () => [...ghosthands.walk(document)].filter((one) => one.matches?.("button,[role=button]")
    && ghosthands.visible(one) && ghosthands.enabled(one));
  function armUpload(number) {
    presses = new WeakSet(pressable());
    return ghosthands.element(number) !== null;
  }
  function startUpload() {
    const found = pressable().filter((one) => !presses.has(one) && one.type !== "submit"
      && sends.test(labels.squeeze(one.innerText || one.getAttribute("aria-label") || "")));
    return { buttons: found.map((one) => ghosthands.register(one)) };
  }

  // A key that means something to the box must not send its form.
  let held = null;
  const hold = (event) => {
    if (event.type === "click" && (event.detail !== 0 || !event.target?.closest?.("[type=submit],button"))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  function keepForm(number, isKept) {
    if (held) for (const type of ["submit", "click"]) held.removeEventListener(type, hold, true);
    held = isKept ? window : null;
    if (held) for (const type of ["submit", "click"]) held.addEventListener(type, hold, true);
    return ghosthands.element(number) !== null;
  }

  return { style, name, tags, arm, state, entries, armUpload, startUpload, keepForm };
})();
