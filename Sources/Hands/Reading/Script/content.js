"use strict";
// What a page says, for jobs that read it: its text in lines, its tables and lists as items, and the way to its
// next page.
globalThis.content = (() => {
  const skipped = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "SVG", "IFRAME", "OPTION", "SELECT", "TEXTAREA"]);
  const blocks = /^(block|flex|grid|list-item|table|table-row|flow-root)$/;
  const leadsOn =
    /^(next|next page|older|older posts|more results|load more|show more|weiter|nächste|suivant|siguiente|›|»|→)\W*$/i;
  const squeeze = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const mostItems = 500, mostNodes = 60000;

  // The page as lines: a cell ends with a bar, a link carries its address where it is wanted.
  function lines(root, mostCharacters, withLinks) {
    const found = [];
    let line = "", count = 0, nodes = 0, isCut = false;
    const end = () => {
      const text = squeeze(line).replace(/(\s*\|\s*)+$/, "");
      line = "";
      if (!text) return;
      if (count + text.length > mostCharacters) { isCut = true; return; }
      count += text.length + 1;
      found.push(text);
    };
    const walk = (node) => {
      if (isCut || ++nodes > mostNodes) { isCut = true; return; }
      if (node.nodeType === 3) { line += node.data; return; }
      if (node.nodeType !== 1 || skipped.has(node.tagName)) return;
      const style = getComputedStyle(node);
      if (style.display === "none" || style.visibility === "hidden"
        || node.getAttribute("aria-hidden") === "true") return;
      const isBlock = blocks.test(style.display) || node.tagName === "BR";
      if (isBlock) end();
      for (const child of (node.shadowRoot ?? node).childNodes) walk(child);
      if (/^T[DH]$/.test(node.tagName)) line += " | ";
      if (withLinks && node.tagName === "A" && /^https?:/.test(node.href)) line += ` <${node.href}> `;
      if (isBlock) end();
    };
    if (root) walk(root);
    end();
    return { lines: found, isCut };
  }

  const main = () => document.querySelector("main,[role=main],article") ?? document.body;
  const say = (element) => squeeze(element.innerText ?? "");

  // The rows of the largest table with a head, each as an object of its columns.
  function rows() {
    let best = [];
    for (const table of document.querySelectorAll("table")) {
      if (!ghosthands.visible(table)) continue;
      const all = [...table.rows];
      const head = all.find((row) => row.querySelector("th") && row.cells.length > 1);
      if (!head) continue;
      const names = [...head.cells].map((cell, index) => say(cell) || `column ${index + 1}`);
      const body = all.filter((row) => row !== head && row.cells.length === names.length && ghosthands.visible(row));
      const items = body.map((row) => Object.fromEntries(names.map((name, index) => [name, say(row.cells[index])])));
      if (items.length > best.length) best = items;
    }
    return best;
  }

  // The longest row of like siblings that say something: cards, list entries.
  function entries() {
    const groups = new Map();
    let nodes = 0;
    for (const element of (main() ?? document).querySelectorAll("*")) {
      if (++nodes > mostNodes) break;
      if (!element.parentElement || /^(OPTION|TR|TD|TH|A|SPAN|BR|INPUT|LABEL|BUTTON)$/.test(element.tagName)
        || element.closest("nav,header,footer,form")) continue;
      const key = `${element.tagName} ${element.className}`;
      let byKey = groups.get(element.parentElement);
      if (!byKey) groups.set(element.parentElement, byKey = new Map());
      if (!byKey.has(key)) byKey.set(key, []);
      byKey.get(key).push(element);
    }
    let best = [], most = 0;
    for (const byKey of groups.values()) for (const group of byKey.values()) {
      if (group.length < 3 || group.every((one) => /^P$/.test(one.tagName))) continue;
      const size = group.reduce((sum, one) => sum + Math.min(500, one.innerText?.length ?? 0), 0);
      if (size > most) [best, most] = [group, size];
    }
    return best.filter((one) => ghosthands.visible(one) && say(one)).map((one) => {
      const link = one.matches("a[href]") ? one : one.querySelector("a[href]");
      const heading = one.querySelector("h1,h2,h3,h4,h5,h6,[role=heading]") ?? link;
      const item = { title: heading ? say(heading) : say(one).slice(0, 120), text: say(one).slice(0, 2000) };
      if (link && /^https?:/.test(link.href)) item.url = link.href;
      return item;
    });
  }

  // What leads to the next page of the same list: a link of this site, or a button.
  function next() {
    const isOpen = (element) => ghosthands.visible(element)
      && !element.matches(":disabled,[aria-disabled=true],.disabled,.disabled *");
    const isOwn = (element) => element.tagName !== "A" || !element.hasAttribute("href")
      || new URL(element.href, location.href).host === location.host;
    /** @type {any[]} */
    const all = [...document.querySelectorAll("a[rel~=next],a,button,[role=button],[role=link]")]
      .filter((one) => !one.closest("form") && isOpen(one) && isOwn(one));
    const found = all.find((one) => /(^|\s)next(\s|$)/.test(one.rel ?? ""))
      ?? all.find((one) => leadsOn.test(say(one))
        || /^(go to )?next( page)?$/i.test(one.getAttribute("aria-label") ?? ""));
    return found ? ghosthands.register(found) : null;
  }

  /**
   * What `PageContent` decodes.
   * @typedef {{ title: string, lines: string[], isCut: boolean, items: object[], next: number | null }} ContentReading
   */

  /** @returns {ContentReading} */
  function read(mostCharacters, withLinks) {
    const text = lines(document.body, mostCharacters, withLinks);
    const table = rows();
    const items = table.length >= 2 ? table : entries();
    const heading = document.querySelector("h1");
    return {
      title: document.title || (heading ? say(heading) : ""), lines: text.lines, isCut: text.isCut,
      items: items.slice(0, mostItems), next: next(),
    };
  }

  return { read };
})();
