"use strict";
// Calendars that pages open to have a day picked: where one is, what month it shows, how to turn it. After labels.js.
const calendars = (() => {
  const forward = /next|forward|n[äa]chst|vor$|suivant|siguiente|pr[óo]xim|volgende|^[>›→]$/i;
  const back = /prev|back|zur[üu]ck|vorherig|pr[ée]c[ée]dent|anterior|vorige|^[<‹←]$/i;
  const years = /year|jahr|ann[ée]e|a[ñn]o|\bano\b|jaar|decade|century/i;
  const closing = /^(ok|okay|done|apply|set|confirm|choose|save|fertig|[üu]bernehmen)$/i;

  const all = (node) => [...ghosthands.walk(node)];

  // A cell that shows the number of a day.
  const isDay = (element) => /^\d{1,2}$/.test(element.textContent.trim()) && Number(element.textContent) <= 31
    && ghosthands.visible(element) && ![...element.children]
    .some((child) => /^\d{1,2}$/.test(child.textContent.trim()));

  // The smallest box that shows most of a month.
  function grid(field) {
    const days = all(document).filter((element) => element.nodeType === Node.ELEMENT_NODE && element !== field
      && isDay(element));
    if (days.length < 28) return null;
    for (let at = days[10].parentElement; at; at = at.parentElement) {
      const own = days.filter((day) => at.contains(day));
      if (own.length >= 28) return { holder: at, days: own };
    }
    return null;
  }

  const words = (element) => labels.squeeze([element.getAttribute("aria-label") || element.title || element.innerText
    || element.textContent,
    ""].join(" "));

  // What a button is by its name, else by its class, which may hold the names of its parents.
  function turns(element, way) {
    const name = words(element);
    const marks = (element.getAttribute("class") || "") + " " + (element.getAttribute("data-testid") || "");
    if (years.test(name) || years.test(marks) && !/month/i.test(marks)) return false;
    return name && !/^[^\w<>‹›←→]*$/.test(name) ? way.test(name) : way.test(marks);
  }

  function machine(day) {
    const cell = day.closest("td,[role=gridcell],button") ?? day;
    const sources = [day, cell, cell.firstElementChild].filter(Boolean);
    for (const one of sources) {
      const name = one.getAttribute("aria-label") || one.dataset.date || one.dataset.day || one.dataset.iso
        || one.dataset.value
        || one.getAttribute("datetime") || one.title || "";
      if (/\d{4}/.test(name)) return name;
    }
    return "";
  }

  const isOutside = (day) => /(^|[-_\s])(outside|other|old|new|prev|next|muted|adjacent)[-_]?(month|day)?([-_\s]|$)/i
    .test([day, day.parentElement].map((one) => one.getAttribute("class") || "").join(" ")
    .replace(/([a-z])([A-Z])/g, "$1-$2"));

  const isDisabled = (day) => [day, day.parentElement].some((one) => one.matches(":disabled")
    || one.getAttribute("aria-disabled") === "true"
    || /(^|[-_\s])(disabled|unavailable)([-_\s]|$)/i.test(one.getAttribute("class") || ""));

  const dialogs = "[role=dialog],[role=grid],table,[class*=calendar i],[class*=picker i],[class*=popup i]"
    + ",[class*=overlay i]";

  // The cells of a box whose own text is as asked: the innermost ones.
  const cells = (holder, isOne) => all(holder).filter((one) => one.nodeType === Node.ELEMENT_NODE
    && isOne(one.textContent.trim()) && ![...one.children].some((child) => isOne(child.textContent.trim()))
    && !one.closest("select") && ghosthands.visible(one));
  const isYear = (text) => /^(19|20)\d{2}年?$/.test(text);
  const isMonth = (text) => /^(\p{L}{3,10}\.?|\d{1,2}\s?[月월])$/u.test(text);

  // The years, or the months of one, that some calendars have one choose from before they show any days.
  function choices(field) {
    const holders = [...document.querySelectorAll(dialogs)].filter((one) => !one.contains(field)
      && ghosthands.visible(one));
    const found = holders.flatMap((holder) => {
      const years = cells(holder, isYear), months = cells(holder, isMonth);
      if (years.length >= 4) return [{ holder, isYears: true, cells: years }];
      return months.length === 12 ? [{ holder, isYears: false, cells: months }] : [];
    });
    const inner = found.find((one) => !found.some((other) => other !== one && one.holder.contains(other.holder)));
    if (!inner) return null;
    const around = inner.holder.closest("[role=dialog],[class*=calendar i],[class*=picker i]") ?? inner.holder;
    const turning = (way) => all(around).find((one) => one.matches?.("button,a,[role=button]") && way.test(words(one))
      && !inner.cells.some((cell) => one.contains(cell)) && ghosthands.visible(one));
    const [next, previous] = [forward, back].map((way) => turning(way));
    return { isYears: inner.isYears,
      cells: inner.cells.map((one) => ({ element: ghosthands.register(one), text: one.textContent.trim() })),
      next: next ? ghosthands.register(next) : null, previous: previous ? ghosthands.register(previous) : null };
  }

  // The button beside the box that opens its calendar, where the box itself does not.
  function opener(field) {
    let at = field.parentElement;
    for (let level = 0; level < 3 && at && !at.matches("form,body"); level += 1, at = at.parentElement) {
      if (at.querySelectorAll(census.entries).length > 1) return null;
      const button = [...at.querySelectorAll("button,[role=button],[aria-haspopup=dialog]")]
        .find((one) => one !== field && !(one.tagName === "BUTTON" && one.type !== "button")
          && ghosthands.visible(one));
      if (button) return ghosthands.register(button);
    }
    return null;
  }

  /**
   * What `CalendarDriver` decodes.
   * @typedef {{ value: string, title: string, version: number, next: number | null,
   *   previous: number | null, done: number | null, way: { opener: number | null, choices: CalendarChoices | null },
   *   days: { element: number, number: number, name: string, isOutside: boolean, isDisabled: boolean }[],
   *   year: { element: number, isList: boolean, choices: string[] } | null }} CalendarState
   * @typedef {{ isYears: boolean, cells: { element: number, text: string }[], next: number | null,
   *   previous: number | null }} CalendarChoices
   */

  /** @returns {CalendarState | null} */
  function state(id) {
    const field = ghosthands.element(id);
    if (!field) return null;
    const found = grid(field);
    const nothing = { value: field.value ?? "", title: "", days: [], version: reader.version(),
      next: null, previous: null, year: null, done: null,
      way: { opener: opener(field), choices: found ? null : choices(field) } };
    if (!found) return nothing;
    // The head with the month's name and the buttons stands around the days.
    let holder = found.holder;
    const buttons = (node) => all(node)
      .filter((one) => one.matches?.("button,a,[role=button],[class*=next i],[class*=prev i]")
      && ghosthands.visible(one) && !found.days.includes(one));
    for (let level = 0; level < 5 && holder.parentElement && !holder.parentElement.matches("body,form"); level += 1) {
      if (buttons(holder).some((one) => turns(one, forward))) break;
      holder = holder.parentElement;
    }
    const ways = buttons(holder);
    const year = all(holder).find((one) => one.matches?.("input,select") && ghosthands.visible(one)
      && /^\d{4}$/.test(one.tagName === "SELECT" ? one.selectedOptions[0]?.text.trim() ?? "" : one.value));
    const month = all(holder).find((one) => one.matches?.("select") && one !== year && one.options.length === 12
      && ghosthands.visible(one));
    const head = all(holder).filter((one) => one.nodeType === Node.ELEMENT_NODE && !one.contains(found.holder)
      && !found.holder.contains(one)
      && ghosthands.visible(one)).map((one) => labels.squeeze(one.innerText || ""))
      .find((text) => /\p{L}{3,}.*\d{4}|\d{4}.*\p{L}{3,}/u.test(text) && text.length < 60);
    const shown = month ? labels.squeeze(month.selectedOptions[0]?.text ?? "")
      : head ?? all(holder).filter((one) => one.nodeType === Node.ELEMENT_NODE && !found.days.includes(one)
      && !one.children.length)
        .map((one) => labels.squeeze(one.textContent)).find((text) => /^\p{L}{3,}$/u.test(text) && text.length > 2)
        ?? "";
    const number = year && (year.tagName === "SELECT" ? year.selectedOptions[0].text.trim() : year.value);
    const handle = (element) => element ? ghosthands.register(element) : null;
    return {
      ...nothing, title: month || !head ? `${shown} ${number ?? ""}`.trim() : head,
      days: found.days.map((day) => ({ element: ghosthands.register(day), number: Number(day.textContent),
        name: machine(day),
        isOutside: isOutside(day), isDisabled: isDisabled(day) })),
      next: handle(ways.find((one) => turns(one, forward))), previous: handle(ways.find((one) => turns(one, back))),
      year: year ? { element: ghosthands.register(year), isList: year.tagName === "SELECT",
        choices: year.tagName === "SELECT" ? [...year.options].map((one) => one.text.trim()) : [] } : null,
      done: handle(ways.find((one) => closing.test(words(one)))),
    };
  }

  return { state };
})();
