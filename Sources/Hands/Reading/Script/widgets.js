"use strict";
// Controls that pages build of several elements: which belong together, and what they hold. After labels.js.
const widgets = (() => {
  const yesNo = /^(yes|no|ja|nein|nee|oui|non|s[ií]|sim|n[ãa]o)$/i;
  const dates = /(^|[^a-z])(date|datum|fecha|data)([^a-z]|$)|datepicker|calendar/i;
  // Whether a text has one of the words by which libraries name what they build.
  const isNamed = (text, words) => words.some((word) => text.toLowerCase().includes(word));
  /** @type {[string, RegExp][]} */
  const units = [["year", /year|yyyy|jahr|ann[ée]e|a[ñn]o|jaar|^(rok|år|vuosi|yıl|год|рік|anno|ano|an)$|年|년/i],
    ["month",
      /month|^mm$|monat|mois|mes|maand|^(m[êe]s|miesiąc|měsíc|månad|måned|kuukausi|ay|месяц|місяць|lună)$|月|월/i],
    ["day", /day|^dd$|\btag\b|jour|d[ií]a|\bdag\b|^(dzień|den|deň|gün|päivä|день|giorno|zi)$|日|일/i],
    ["hour", /hour|^hh$|stunde|heure|hora|uur/i],
      ["minute", /minute/i]];

  const visibleInputs = (holder) => census.shown(holder)
    .filter((one) => one.getAttribute("aria-hidden") !== "true" && one.tabIndex >= 0);

  // The nearest holder of several elements of a kind that holds no control of another kind.
  function company(element, selector, least) {
    let at = element.parentElement;
    for (let level = 0; at && level < 4 && !at.matches("body"); level += 1, at = at.parentElement) {
      const members = [...at.querySelectorAll(selector)].filter(ghosthands.visible);
      if (visibleInputs(at).some((one) => !one.matches(selector))) return null;
      if (members.length >= least) return members;
    }
    return null;
  }

  function unit(segment) {
    const names = [segment.getAttribute("aria-label"), segment.dataset.type, segment.dataset.segment,
      segment.placeholder,
      segment.getAttribute("name"), segment.id, labels.byIDs(segment, "aria-labelledby")];
    return names.filter(Boolean).map(unitOf).find(Boolean) ?? unitSaid(segment);
  }
  // What a box says of its unit in its title or its first option, or right behind it.
  const unitSaid = (segment) => [segment.title, segment.options?.[0]?.text, unitAfter(segment)].filter(isUnit)
    .map(unitOf).find(Boolean) ?? null;
  // In the languages that write the unit behind its number.
  function unitAfter(segment) {
    const said = labels.after(segment).replace(/[\s/.,-]+$/, "");
    return /^[年月日년월일]$/.test(said) ? said : "";
  }

  const unitOf = (name) => units.find(([, words]) => words.test(name.replace(/([a-z])([A-Z])/g, "$1 $2")))?.[0] ?? null;

  const lengths = wording.pattern("(^|[^\\p{L}])(years|months|days|hours|minutes|jahre|monate|tage|stunden|ann[ée]es"
    + "|a[ñn]os|meses|anni|mesi|jaren|maanden|dagen)([^\\p{L}]|$)", "iu");
  // A number of years is no year: it says so, or asks something of its own.
  function isLength(element) {
    const label = labels.squeeze(census.labels(element).map((one) => labels.text(one)).join(" "));
    const said = [label, element.getAttribute("aria-label"), element.name].filter(Boolean).join(" ");
    return lengths.test(said.replace(/[_-]/g, " "));
  }

  // A date of which each part is turned or typed by itself.
  function segments(element) {
    const members = company(element, "[role=spinbutton]", 2);
    const names = members && members.map(unit);
    if (!names || names.some((name) => !name) || new Set(names).size !== names.length
      || members.some(isLength)) return null;
    const kind = names.includes("day") ? "date" : names.includes("month") ? "month" : names.includes("hour") ? "time"
      : null;
    return kind && { kind, widget: "segments", members, names };
  }

  const unitsAlone = wording.pattern("^(d{1,2}|m{1,2}|y{2,4}|tt|jj|jjjj|aa|aaaa|gg|day|month|year|tag|monat|jahr"
    + "|jour|mois|ann[ée]e|d[ií]a|mes|m[êe]s|a[ñn]o|giorno|mese|anno|dag|maand|jaar|dzień|miesiąc|rok|den|deň|měsíc"
    + "|mesiac|år|månad|måned|päivä|kuukausi|vuosi|gün|ay|yıl|день|месяц|місяць|год|рік|zi|lună|an|[年月日년월일])$", "i");
  const isUnit = (name) => Boolean(name) && unitsAlone.test(name.trim());
  const isOnlyUnit = (element) => isUnit(element.placeholder) || isUnit(element.getAttribute("aria-label"))
    || isUnit(census.labels(element)[0]?.textContent) || isUnit(element.options?.[0]?.text) || isUnit(element.title)
    || isUnit(unitAfter(element));

  // The nearest box around an element that holds three boxes to fill.
  function threesome(element) {
    let at = element.parentElement;
    for (let level = 0; at && level < 4 && !at.matches("form,body"); level += 1, at = at.parentElement) {
      const count = census.boxes(at).length;
      if (count > 2) return count === 3 && [...at.querySelectorAll("input:not([type=hidden]),select")].every(isOnlyUnit)
        ? at : null;
    }
    return null;
  }

  // A whole date in three plain boxes or lists under one question.
  function dateBoxes(element) {
    let holder = element.closest("fieldset,[role=group]");
    if (!holder && isOnlyUnit(element)) holder = threesome(element);
    if (!holder) return null;
    const isSmall = holder.querySelectorAll("input,select,textarea").length <= 6;
    const members = isSmall ? visibleInputs(holder) : [];
    const isBox = (one) => one.matches("select") || /^(text|number|tel)$/.test(one.type) && !one.readOnly;
    if (members.length !== 3 || !members.includes(element) || !members.every(isBox)) return null;
    const names = members.map((one) => unit(one) ?? unitOf(labels.text(census.labels(one)[0] ?? one)));
    const isDate = ["day", "month", "year"].every((name) => names.includes(name));
    return isDate && !members.some(isLength) ? { kind: "date", widget: "segments", members, names } : null;
  }

  // A code of which each character has a box of its own: one that takes no more, or one of a row without names.
  const digits = "input[type=number][min='0'][max='9'],[contenteditable][role=textbox],[contenteditable][inputmode]";
  function boxes(element) {
    const isShort = element.maxLength === 1;
    const members = isShort ? company(element, "input[maxlength='1']", 3) : alike(element) ?? row(element);
    return members && members.length <= 12 ? { kind: "text", widget: "boxes", members, names: [] } : null;
  }
  // Small boxes side by side that are all called the same.
  function alike(element) {
    const name = element.getAttribute("aria-label");
    if (!name || element.type !== "text" && element.type !== "tel" && element.type !== "password") return null;
    const members = [...element.parentElement.children].filter((one) => one.matches("input")
      && one.getAttribute("aria-label") === name && ghosthands.visible(one)
      && one.getBoundingClientRect().width < 90);
    return members.length > 3 ? members : null;
  }
  // Those that stand side by side, or each in an element of its own.
  function row(element) {
    const beside = [...element.parentElement.children].filter((one) => one.matches(digits) && ghosthands.visible(one));
    const members = beside.length > 3 ? beside : company(element, digits, 4);
    return members?.every(isNameless) ? members : null;
  }
  const isNameless = (element) => {
    const box = element.getBoundingClientRect();
    const name = census.labels(element).map((one) => labels.text(one)).join(" ") || element.getAttribute("aria-label");
    return box.width < 90 && box.height < 90 && (!name || /\d/.test(name) && name.length < 30)
      || element.type === "number" && !name;
  };

  const isTurned = (element) => element.hasAttribute("aria-pressed");
  const text = ghosthands.once((element) =>
    labels.squeeze(element.getAttribute("aria-label") || element.innerText || ""));

  // Buttons of which one or several are chosen: those that say so, and Yes beside No.
  function pressed(element) {
    if (element.type === "submit" && element.form && !yesNo.test(text(element))
      || element.closest("[role=toolbar],[role=menubar]")) return null;
    let at = element.parentElement;
    for (let level = 0; at && level < 3 && !at.matches("form,body"); level += 1, at = at.parentElement) {
      const members = [...at.querySelectorAll("button,[role=button]")].filter(ghosthands.visible);
      if (members.length < 2) continue;
      if (members.length > 12 || visibleInputs(at).length || members.some((one) => !text(one))) return null;
      const isPair = members.length === 2 && members.every((one) => yesNo.test(text(one)));
      // Elsewhere they change how the page is shown.
      const isAsked =
        at.closest("form,fieldset,dialog,[role=form],[role=group],[role=radiogroup],[role=dialog]") !== null;
      if (!isPair && !(isAsked && members.every(isTurned))) return null;
      // The boxes that keep the choice for the form are no questions of their own.
      const kept = [...at.querySelectorAll("input")];
      if (isPair) remember(members, at);
      return { kind: isPair ? "radio" : "checkbox_group", widget: "pressed", members, names: [], kept };
    }
    return null;
  }

  // What keeps the choice between two buttons for the form.
  const keepers = new WeakMap();
  function remember(members, holder) {
    const row = holder.parentElement;
    const isRow = row && !row.matches("form,body") && !visibleInputs(row).length
      && [...row.querySelectorAll("button,[role=button]")].filter(ghosthands.visible).length === members.length;
    const keeper = [holder, isRow ? row : null].map((at) => at?.querySelector("input[type=hidden]")).find(Boolean);
    for (const member of members) keepers.set(member, { members, keeper });
  }
  const keeps = (keeper, member) => keeper.value !== ""
    && [member.value, text(member)].some((one) => one && one.toLowerCase() === keeper.value.toLowerCase());

  // Which of two buttons is chosen, where what they say of themselves tells it: nothing where they look alike.
  function choice({ members, keeper }) {
    const kept = keeper ? members.find((one) => keeps(keeper, one)) : null;
    if (kept) return kept;
    const lighted = members.filter((one) => lit.test(one.getAttribute("class") || ""));
    return lighted.length === 1 ? lighted[0] : null;
  }

  // A list that stands open for good, with each choice to press.
  function standing(element) {
    const members = [...element.querySelectorAll("[role=option]")].filter(ghosthands.visible);
    const id = CSS.escape(element.id || "-");
    const isOpened = element.hasAttribute("aria-expanded")
      || document.querySelector(`[aria-controls~="${id}"],[aria-owns~="${id}"]`) !== null;
    if (isOpened || members.length < 2 || members.length > 30 || floats(element) || !ghosthands.visible(element)
      || visibleInputs(element).length || !element.closest("form,fieldset,dialog,[role=form],[role=dialog]")) {
      return null;
    }
    const kind = element.getAttribute("aria-multiselectable") === "true" ? "checkbox_group" : "radio";
    return { kind, widget: "pressed", members, names: [], kept: [element, ...element.querySelectorAll("*")] };
  }

  const floats = (element) => [element, element.parentElement]
    .some((one) => /^(absolute|fixed)$/.test(getComputedStyle(one).position));

  const starry = /(^|[-_ /])(stars?|rate|rating)([-_ .]|$)/i;
  const isStar = (element) => ["class", "src"].some((name) => {
    const marks = element.getAttribute(name);
    return Boolean(marks) && starry.test(marks);
  });
  // The stars of which one says how many are given, and what keeps their number for the form.
  const rated = new WeakMap();

  // A row of stars to press, without a role that would say what they are.
  function stars(element) {
    if (!isStar(element) || element.hasAttribute("role")
      || !element.closest("form,dialog,[role=form],[role=dialog]")) return null;
    const holder = element.parentElement;
    const members = [...holder.children].filter((one) => one.tagName === element.tagName && isStar(one));
    if (members.length < 3 || members.length > 10 || visibleInputs(holder).length
      || holder.closest("[role=radiogroup]")) return null;
    const isPressed = (one) => ghosthands.visible(one) && getComputedStyle(one).cursor === "pointer"
      && labels.squeeze(one.innerText || "").length < 3;
    if (!members.every(isPressed)) return null;
    const kept = [holder, holder.parentElement].map((at) => at?.querySelector("input[type=hidden]")).find(Boolean)
      ?? null;
    for (const member of members) rated.set(member, { members, kept });
    return { kind: "radio", widget: "pressed", members, names: [], kept: [...holder.querySelectorAll("*")] };
  }

  // How many stars are lit.
  function given({ members, kept }) {
    const number = Number(kept?.value);
    if (kept && kept.value !== "" && number >= 0 && number <= members.length) return number;
    return members.findLastIndex((one) => [one, ...one.querySelectorAll("*")].some((part) =>
      lit.test(part.getAttribute("class") || "") || lit.test((part.getAttribute("src") || "").split("/").at(-1)))) + 1;
  }
  const lit = /(^|[-_\s])(active|selected|checked|on|full|filled|lit|rated)([-_\s.]|$)/i;

  // Whether what a list of the ARIA pattern opens is no list but a calendar.
  function opensCalendar(element) {
    const popup = element.getAttribute("aria-haspopup") ?? "";
    const pattern = /^\W*\p{L}{1,4}\s?[/.-]\s?\p{L}{1,4}\s?[/.-]\s?\p{L}{2,4}\W*$/u;
    return popup === "dialog" || popup === "grid" && dates.test(labels.control(element))
      || pattern.test(element.placeholder ?? "");
  }

  // A field that is filled by picking a day, since nobody can type into it.
  function calendar(element) {
    if (!element.readOnly || !/^(text|date)$/.test(element.type)
      || element.getAttribute("role") === "combobox" && !opensCalendar(element)) return null;
    const said = [element.className, element.id, element.name, element.placeholder, labels.control(element),
      element.parentElement?.className ?? ""].join(" ").replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_-]/g, " ");
    const isDate = dates.test(said) || isNamed(said, sites.calendars)
      || /^(dialog|grid)$/.test(element.getAttribute("aria-haspopup") || "");
    return isDate ? { kind: "date", widget: "calendar", members: [element], names: [] } : null;
  }

  const less = /^([-−–]|decrease|decrement|less|minus|remove|fewer|weniger|verringern|moins|menos|meno|minder)/i;
  const more = /^([+＋]|increase|increment|more|plus|add|mehr|erhöhen|más|mais|più|meer)/i;

  // A number that two buttons beside it count down and up, since nobody can type into it.
  function stepper(element) {
    if (!element.readOnly || !/^(text|number)$/.test(element.type) || !/^\d*$/.test(element.value)) return null;
    let at = element.parentElement;
    for (let level = 0; at && level < 3 && !at.matches("form,body"); level += 1, at = at.parentElement) {
      const buttons = [...at.querySelectorAll("button,[role=button]")].filter(ghosthands.visible);
      if (!buttons.length) continue;
      const [down, up] = [less, more].map((name) => buttons.filter((one) => name.test(text(one))));
      return buttons.length === 2 && down.length === 1 && up.length === 1 && visibleInputs(at).length === 1
        ? { kind: "number", widget: "stepper", members: [element], names: [], steps: [element, down[0], up[0]],
          kept: buttons } : null;
    }
    return null;
  }

  const isList = (name) => /select|dropdown|combo/i.test(name) || isNamed(name, sites.lists);

  // A native list that a widget hides and stands in for.
  function stood(element) {
    // One that is given its options only when they are chosen tells nothing of them.
    const isEmpty = [...element.options].every((one) => one.value === "" || !labels.squeeze(one.text));
    if (isEmpty && (ghosthands.closest(element.parentElement, "[role=listbox],[role=combobox]")
      || labels.partner(element, "button[aria-haspopup],[role=button][aria-haspopup]"))) return null;
    const label = labels.squeeze(element.selectedOptions[0]?.label ?? "");
    for (const twin of [element.nextElementSibling, element.previousElementSibling]) {
      if (!twin || !ghosthands.visible(twin) || twin.matches("label,input,select,textarea,p,h1,h2,h3,h4")) continue;
      // The list that stands open beside it belongs to the field that opens it.
      if (twin.matches("[role=listbox],[role=menu],[role=tree]")) continue;
      if (twin.matches("[role=combobox]") || twin.querySelector("[role=combobox]")
        || visibleInputs(twin).length > 1) continue;
      const shows = label && labels.squeeze(twin.innerText || "").startsWith(label);
      if (!shows && !isList(twin.getAttribute("class") || "")) continue;
      const inside = "a,button,input:not([type=hidden]),[role=button],[tabindex]";
      const opener = twin.matches("a,button") ? twin : [...twin.querySelectorAll(inside)].find(ghosthands.visible)
        ?? [...twin.children].find(ghosthands.visible) ?? twin;
      return { kind: element.multiple ? "multiselect" : "select", widget: "twin", members: [element], names: [], opener,
        kept: [twin, ...twin.querySelectorAll("*")] };
    }
    return null;
  }

  // An input that a script keeps at the end of the page, and presses itself when somebody presses what is seen.
  const isKept = (input) => !input.form && !input.name && !census.labels(input).length && !ghosthands.visible(input)
    && !input.closest("label,form,[role=form],fieldset") && input.parentElement === document.body;
  const keepsFileInput = ghosthands.once((text) => [...ghosthands.walk(text)]
    .some((one) => one.localName === "input" && one.type === "file" && !isKept(one)));
  const hasFileInput = () => keepsFileInput(document);

  const filed = wording.pattern("(^|[^\\p{L}])(r[eé]sum[eé]|cv|curriculum|cover letter|lebenslauf|anschreiben"
    + "|currículum|lettre de motivation|carta de presentación|currículo)([^\\p{L}]|$)", "iu");
  // A button that makes a page ask for a file, where no input for one is to be seen.
  function chooser(element) {
    const name = text(element);
    const asks = /^(upload|attach|add|choose|select|browse)\b.{0,20}\b(resume|résumé|cv|cover letter|file|document)/i;
    // "Attach" beside "Resume/CV" asks for it as well.
    const isAct = name !== "" && name.length <= 24 && wording.isAct(name);
    if (!asks.test(name) && !(isAct && filed.test(labels.file(element)))) return null;
    if (name.length > 60 || hasFileInput()) return null;
    return { kind: "file", widget: "chooser", members: [element], names: [] };
  }

  // Places to drop a file on, where no input for one is to be seen: those outermost.
  function zones() {
    if (hasFileInput()) return new Set();
    const places = ["dropzone", "drop-zone", "droparea", "drop-area"].map((name) => `[class*=${name} i]`).join(",");
    const found = [...document.querySelectorAll(places)]
      .filter((one) => ghosthands.visible(one) && !visibleInputs(one).length);
    return new Set(found.filter((one) => !found.some((other) => other !== one && other.contains(one))));
  }

  const zone = (element) => ({ kind: "file", widget: "zone", members: [element], names: [],
    kept: [...element.querySelectorAll("*")] });

  function of(element) {
    switch (element.tagName) {
    case "SELECT": return ghosthands.visible(element) && element.getBoundingClientRect().width > 2
      ? dateBoxes(element) : stood(element);
    case "INPUT":
      if (element.getAttribute("role") === "spinbutton" && element.type !== "number") return segments(element);
      if (element.maxLength === 1) return boxes(element);
      return (element.max === "9" || alike(element) ? boxes(element) : null) ?? dateBoxes(element) ?? stepper(element)
        ?? calendar(element);
    case "BUTTON":
      return stars(element) ?? (isTurned(element) || yesNo.test(text(element)) ? pressed(element) : chooser(element));
    default: {
      const role = element.getAttribute("role");
      if (role === "spinbutton") return segments(element);
      if (role === "listbox") return standing(element);
      if (role === "slider") return { kind: "range", widget: "slider", members: [element], names: [] };
      if (role === "button" && (isTurned(element) || yesNo.test(text(element)))) return pressed(element);
      if (element.isContentEditable && element.matches(digits)) return boxes(element);
      return role ? null : stars(element);
    }
    }
  }

  const mark = /(^|[-_\s])(active|selected|checked|pressed|chosen)([-_\s]|$)/i;
  // Whether a button is the chosen one.
  function isOn(element) {
    const row = rated.get(element);
    if (row) return row.members.indexOf(element) + 1 === given(row);
    for (const name of ["aria-pressed", "aria-checked", "aria-selected"]) {
      if (element.hasAttribute(name)) return element.getAttribute(name) === "true";
    }
    const pair = keepers.get(element);
    return /^(on|checked|active|selected)$/.test(element.dataset.state || "")
      || pair && choice(pair) === element || mark.test(element.getAttribute("class") || "");
  }

  // The numbers that a list of days, months or years is chosen by: months by their places among twelve.
  function ordinals(element) {
    const isPlain = (one) => /^\d+\s?([年月日년월일.ºª]|st|nd|rd|th|er|e)?$/i.test(one.text.trim());
    const real = [...element.options].filter((one) => one.value !== "" && !one.disabled);
    const named = real.filter((one) => !isPlain(one));
    const months = named.length >= 12 && !named.slice(-12).some((one) => /^\d/.test(one.text.trim()))
      ? named.slice(-12) : [];
    // Fewer months are told by what is sent for them.
    const isCounted = named.length > 2 && named.length < 12 && named.length === real.length
      && named.every((one) => /^(0?[1-9]|1[0-2])$/.test(one.value)) && new Set(named.map((one) => +one.value)).size
        === named.length;
    return [...element.options].map((one) => isPlain(one) ? parseInt(one.text, 10)
      : months.includes(one) ? months.indexOf(one) + 1 : isCounted && named.includes(one) ? Number(one.value) : null);
  }
  const ordinal = (element) => ordinals(element)[element.selectedIndex] ?? null;

  // What a slider or a turned number stands at; null while it stands at nothing.
  function number(element) {
    if (element.matches("select")) return ordinal(element);
    const now = element.getAttribute("aria-valuenow") || element.value || element.innerText || "";
    return now.trim() !== "" && Number.isFinite(Number(now)) ? Number(now) : null;
  }

  const two = (value) => String(value).padStart(2, "0");

  function value(widget) {
    const { members, names } = widget;
    switch (widget.widget) {
    case "boxes": return members.map((one) => (one.value ?? one.textContent) || " ").join("").trimEnd();
    // Where its buttons begin to count is no answer.
    case "stepper": return /^0*$/.test(members[0].value) ? "" : members[0].value;
    case "slider": return String(number(members[0]) ?? "");
    case "segments": {
      const at = Object.fromEntries(names.map((name, index) => [name, number(members[index])]));
      if (names.some((name) => at[name] === null)) return "";
      if (widget.kind === "time") return `${two(at.hour)}:${two(at.minute ?? 0)}`;
      return [at.year, two(at.month), ...(widget.kind === "date" ? [two(at.day)] : [])].join("-");
    }
    default: return members[0].value ?? "";
    }
  }

  // What a slider moves along: the nearest box around it that is much wider.
  function track(element) {
    if (element.getAttribute("role") !== "slider") return null;
    const { width } = element.getBoundingClientRect();
    for (let at = element.parentElement; at && !at.matches("form,body"); at = at.parentElement) {
      if (at.clientWidth >= width * 4) return { element: ghosthands.register(at), width: at.clientWidth,
        height: at.clientHeight };
    }
    return null;
  }

  /**
   * @typedef {{ value: number | null, least: number | null, most: number | null, isOn: boolean,
   *   isBox: boolean, choices: (number | null)[] | null,
   *   track: { element: number, width: number, height: number } | null }} ControlState
   */

  /** @type {(id: number) => ControlState | null} */
  const control = (id) => {
    const element = ghosthands.element(id);
    const [least, most] = ["aria-valuemin", "aria-valuemax"].map((name) => element?.getAttribute(name) ?? null);
    return element && { value: number(element), least: least === null ? null : Number(least),
      most: most === null ? null : Number(most), isOn: isOn(element),
      isBox: element.matches("input") && !element.hasAttribute("role"),
      choices: element.matches("select") ? ordinals(element) : null, track: track(element) };
  };

  // What a button to choose says: of stars, how many they are.
  const say = (element) => rated.has(element) ? String(rated.get(element).members.indexOf(element) + 1) : text(element);

  return { of, isList, zones, zone, isKept, isOn, say, value, control, opensCalendar };
})();
