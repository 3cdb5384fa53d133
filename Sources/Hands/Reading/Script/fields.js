"use strict";
// The fields of a document, in reading order. Runs in our isolated world, after kinds.js and sections.js.
const fields = (() => {
  const flaws = ["valueMissing", "typeMismatch", "patternMismatch", "tooLong", "tooShort", "rangeUnderflow",
    "rangeOverflow", "stepMismatch", "badInput", "customError"];

  // Whether a person could see the control, or the label that stands in for it.
  function standIn(element) {
    const type = element.type;
    if (type === "file") return census.labels(element).some(ghosthands.visible) || !sight.isTrap(element);
    if (type === "radio" || type === "checkbox") return census.labels(element).some(ghosthands.visible);
    return false;
  }

  // A second place for the resume, which a page reads to fill the form itself: it would overwrite what we enter.
  function fillsForm(element) {
    if (element.type !== "file") return false;
    if ([...document.querySelectorAll("input[type=file]")].every((one) => one === element || isOff(one))) return false;
    const offers = new RegExp("\\b(auto|pre)[- ]?fill|\\bauto[- ]?complete (your|the|this)|\\bparse your (resume|cv)"
      + "|\\bfill (in |out )?(the |this |your )?(form|application) (from|with|using)", "i");
    const name = labels.file(element);
    return offers.test(name) || !(element.id && census.labels(element).length) && offers.test(firstWords(element));
  }

  // What is said in the nearest box around an element, as far as that holds no other field.
  function firstWords(element) {
    for (let at = element.parentElement, level = 0; at && level < 4; level += 1, at = at.parentElement) {
      if (census.boxes(at).length > 1) return "";
      const said = labels.text(at);
      if (said) return said;
    }
    return "";
  }

  const unveiled = new Set(["radio", "checkbox", "file"]);
  // Free entry is for nobody's eyes where it cannot be seen; what is to be chosen from may show elsewhere.
  const isVeiled = (element) => !unveiled.has(element.type)
    && element.getAttribute("role") !== "combobox" && sight.isVeiled(element);

  const isOff = (element) => element.matches(":disabled") || element.getAttribute("aria-disabled") === "true";

  // Only buttons change it: what is asked there must not be left as it stands.
  const isStepped = (element) => element.readOnly && element.getAttribute("role") === "spinbutton";

  function ignored(element) {
    if (isOff(element)) return "disabled";
    const shown = ghosthands.visible(element) && !sight.isOutside(element) && !isVeiled(element);
    if (sight.isTrap(element) && (!shown || element.tabIndex < 0)) return "trap for programs";
    if (sight.isInert(element) || !shown && !standIn(element)) return "hidden";
    if (fillsForm(element)) return "fills the form from a resume";
    // One cannot type into many a list that one can choose from.
    const isList = element.tagName === "SELECT" || element.getAttribute("role") === "combobox"
      || kinds.opensPopup(element);
    if (element.readOnly && !isList && !isStepped(element)) return "read only";
    return null;
  }

  // A star that only the style of a label draws.
  const isDrawn = (element) => census.labels(element).some((label) => ["::after", "::before"]
    .some((part) => /^"\s*[*＊✱]\s*"$/.test(getComputedStyle(label, part).content)));

  const isRequired = (element, marked) => marked || labels.isStarred(element) || isMissed(element)
    || [element, labels.twin(element), componentOf(element)]
      .some((one) => one && (one.required === true || one.getAttribute("aria-required") === "true"
      || one !== element && one.hasAttribute("required")))
    || isDrawn(element);

  // The element of a page's own that a control is the only one of.
  const componentOf = ghosthands.once((element) => {
    const root = element.getRootNode();
    return root.host && census.boxes(root).length < 2 ? root.host : null;
  });

  // What a summary of errors says of the boxes that it links to, by their ids.
  const summaries = "[role=alert] a[href^='#'],[class*=error i] a[href^='#'],[id*=error i] a[href^='#']";
  const complaints = ghosthands.once((root) => {
    const found = new Map();
    for (const link of root.querySelectorAll(summaries)) {
      if (ghosthands.visible(link)) found.set(link.getAttribute("href").slice(1), labels.text(link));
    }
    return found;
  });
  // Whether the page has said of an empty box that it must be filled: those of a summary are told by nothing else.
  const isMissed = (element) => Boolean(element.id) && complaints(element.getRootNode()).has(element.id)
    && (/^(radio|checkbox)$/.test(element.type) ? !element.checked : element.value === "");

  function validity(element) {
    const flaw = element.validity && !element.validity.valid ? flaws.find((name) => element.validity[name]) : null;
    if (flaw && flaw !== "valueMissing") return flaw;
    const complaint = complaints(element.getRootNode()).get(element.id);
    if (complaint && element.id) return "page: " + complaint.slice(0, 200);
    if (element.getAttribute("aria-invalid") !== "true") return flaw || "";
    const told = labels.byIDs(element, "aria-errormessage") || labels.byIDs(element, "aria-describedby");
    return told ? "page: " + told.slice(0, 200) : "page: marked as invalid";
  }

  function option(element) {
    const group = element.parentElement?.tagName === "OPTGROUP" ? labels.squeeze(element.parentElement.label) : "";
    return { label: labels.squeeze(element.label || element.text), value: element.value, chosen: element.selected,
      disabled: element.disabled, element: null, group };
  }

  // The name of a file that a page took over and shows beside the input, which it emptied.
  function uploaded(element) {
    let at = element.tagName === "INPUT" ? element.parentElement : element;
    for (let level = 0; at && level < 5 && !at.matches("form,body"); level += 1, at = at.parentElement) {
      if (census.boxes(at).some((one) => one !== element)) return "";
      const shown = (at.innerText || "")
        .match(/[^\s/\\:*?"<>|][^\n/\\:*?"<>|]*\.(pdf|docx?|rtf|txt|odt|pages|png|jpe?g)\b/i);
      if (shown) return shown[0].trim();
    }
    return "";
  }

  function value(element, kind) {
    switch (kind) {
    case "checkbox": return String(kinds.isOn(element));
    case "file": return [...(element.files ?? [])].map((file) => file.name).join(", ") || uploaded(element);
    case "select": case "multiselect":
      return [...element.selectedOptions].map((chosen) => labels.squeeze(chosen.label)).join(", ");
    case "rich_text": return element.innerText;
    case "combobox": return listbox.shown(element);
    // Where its buttons begin to step is no answer.
    default: return isStepped(element) && /^0*$/.test(element.value) ? "" : element.value;
    }
  }

  /**
   * What `FrameReading.Option` decodes.
   * @typedef {{ label: string, value: string, chosen: boolean, disabled: boolean, element: number | null,
   *   group?: string }} Option
   */

  /**
   * What `FrameReading.FieldReading` decodes.
   * @typedef {{ element: number, kind: string, label: string, sections: string[], lines: string[], hint: string | null,
   *   name: string, id: string, autocomplete: string, placeholder: string,
   *   required: boolean, options: Option[], value: string,
   *   accept: string, maxLength: number | null, validity: string, form: number | null, ignored: string | null,
   *   widget: string | null, parts: number[], names: string[],
   *   entry: string | null, inputMode: string, pattern: string, language: string,
   *   beside: string[] }} FieldReading
   */

  /** @returns {FieldReading} */
  function describe(element, kind, label, context) {
    const name = labels.split(label);
    const over = labels.split(labels.shared(element));
    const id = element.id || "";
    const length = element.maxLength;
    const component = componentOf(element);
    return {
      element: ghosthands.register(element), kind, label: name.label,
      sections: over.label ? [over.label] : [], lines: [],
      hint: hintOf(element) || null,
      name: element.name || element.getAttribute("name") || labels.twin(element)?.name
        || component?.getAttribute("name") || "", id,
      autocomplete: element.getAttribute("autocomplete") || "",
      placeholder: element.placeholder || "", required: isRequired(element, name.marked || over.marked), options: [],
      value: String(value(element, kind) ?? "").slice(0, 20000), accept: element.accept || "",
      maxLength: length > 0 ? length : null, validity: validity(element), form: context.form(element),
      ignored: sight.warnsOff(name.label) ? "trap for programs" : ignored(element) ?? forPeople(element, name.label),
      widget: null, parts: [], names: [],
      entry: offers.style(element), inputMode: element.inputMode || "", pattern: element.pattern || "",
      language: language(element), beside: beside.read(element),
    };
  }

  const hintOf = (element) =>
    labels.squeeze(`${labels.byIDs(element, "aria-describedby")} ${labels.pieces(element)?.aside ?? ""}`);

  const forPeople = (element, label) => riddles.riddle(element, label) ? "check for people" : null;

  // In which languages the element may be written, the likelier first: dates are told by them.
  const language = (element) => languages(element.closest("[lang]") ?? document.documentElement);
  const languages = ghosthands.once((spoken) => [spoken.lang, navigator.language].filter(Boolean).join(" "));

  // What a place for a file was called when it was seen first: it shows the file's name later.
  const firstNames = new WeakMap();
  function firstName(element, widget) {
    if (!firstNames.has(element)) {
      const isAct = wording.isAct(labels.squeeze(element.innerText));
      const label = widget === "zone" || isAct ? labels.file(element) : labels.group([element]);
      firstNames.set(element, label || labels.squeeze(element.innerText));
    }
    return firstNames.get(element);
  }

  // A control of several elements, or one that only a widget can fill.
  function composite(widget, context) {
    const { members, kind } = widget;
    const isOne = members.length === 1;
    if (kind === "file") {
      const field = describe(members[0], kind, firstName(members[0], widget.widget), context);
      return { ...field, value: uploaded(members[0]), widget: widget.widget, parts: [ghosthands.register(members[0])] };
    }
    const field = describe(members[0], kind, isOne ? labels.control(members[0]) : labels.group(members), context);
    const parts = widget.opener ? [widget.opener] : widget.steps ?? members;
    Object.assign(field, { widget: widget.widget, parts: parts.map(ghosthands.register), names: widget.names,
      maxLength: null });
    if (widget.widget === "twin") {
      const options = [...members[0].options].map(option);
      return { ...field, options, ignored: isOff(members[0]) ? "disabled" : null };
    }
    if (widget.widget === "calendar" || widget.widget === "stepper") {
      const reason = ignored(members[0]);
      const value = widget.widget === "stepper" ? widgets.value(widget) : field.value;
      return { ...field, value, ignored: reason === "read only" ? null : reason };
    }
    if (widget.widget === "pressed") {
      const over = labels.overs(members, members.map(widgets.say));
      field.options = members.map((element, index) => ({ group: over[index],
        label: widgets.say(element), value: element.value || labels.squeeze(element.innerText) || widgets.say(element),
        chosen: widgets.isOn(element), disabled: isOff(element), element: ghosthands.register(element),
      }));
      field.value = field.options.filter((one) => one.chosen).map((one) => one.label).join(", ");
      field.name ||= widget.kept.find((one) => one.name)?.name ?? "";
      return field;
    }
    // What the first part is called says no more of the whole than that it is one.
    if (widget.widget === "segments") {
      for (const name of ["name", "id"]) field[name] = field[name].replace(partName, "");
    }
    if (/^bday-/.test(field.autocomplete)) field.autocomplete = "bday";
    field.required = field.required || members.every((one) => isRequired(one, false));
    return { ...field, value: widgets.value(widget) };
  }
  const partName = /[-_.[]+(day|dd|d|month|mm|m|year|yyyy|y|tag|monat|jahr)\]?$/i;

  function single(element, kind, context) {
    const isBox = kind === "checkbox";
    const field = describe(element, kind, isBox ? labels.box(element) : labels.control(element), context);
    if (kind === "select" || kind === "multiselect") field.options = [...element.options].map(option);
    if (field.entry === "tags") {
      field.label = offers.name(element, field.label);
      field.value = [offers.tags(element), field.value].filter(Boolean).join("\n");
    }
    if (isBox) field.options = [{ label: field.label, value: element.value || "on", chosen: kinds.isOn(element),
      disabled: element.disabled === true, element: field.element }];
    return field;
  }

  // Radios of one name, or boxes of one name, are one question.
  function grouped(elements, kind, context) {
    const field = describe(elements[0], kind, labels.group(elements), context);
    const holder = elements[0].closest("[role=radiogroup],[role=group],fieldset");
    field.required = field.required || elements.some((element) => isRequired(element, false))
      || holder !== null && holder.getAttribute("aria-required") === "true";
    const reasons = elements.map(ignored);
    field.ignored = reasons.every(Boolean) ? reasons[0] : null;
    const said = labels.choices(elements), over = labels.overs(elements, said);
    field.options = elements.map((element, index) => ({ group: over[index],
      label: labels.split(said[index]).label || element.value || "",
      value: kinds.isRoleBox(element) ? element.getAttribute("data-value") || said[index] : element.value,
      chosen: kinds.isOn(element), disabled: reasons[index] !== null, element: ghosthands.register(element),
    }));
    field.value = field.options.filter((one) => one.chosen).map((one) => one.label).join(", ");
    return field;
  }

  // What makes one question of radios, or of boxes, that are no native ones.
  function holderOf(element, kind) {
    const nameless = "[role=radiogroup],fieldset,[class*=radio-group i],[class*=radiogroup i]";
    if (!kinds.isRoleBox(element)) {
      const around = kind === "radio" && !element.name ? ghosthands.closest(element, nameless) : null;
      return around && !around.querySelector("[role=radio]") ? around : null;
    }
    if (kind === "radio") return ghosthands.closest(element, "[role=radiogroup],fieldset");
    const group = kind === "checkbox" && element.getAttribute("role") === "checkbox"
      ? ghosthands.closest(element, "[role=group][aria-labelledby],[role=group][aria-label]") : null;
    return group && group.querySelectorAll("[role=checkbox]").length > 1 && !group.querySelector("[aria-required=true]")
      ? group : null;
  }

  // What belongs to a widget that was read as one field.
  let taken = new Set();

  /**
   * @param {any[]} elements
   * @param {{ form: (element: any) => number | null }} context
   * @returns {FieldReading[]}
   */
  function read(elements, context) {
    taken = new Set();
    const zones = widgets.zones();
    const groups = new Map();
    /** @type {{ element: any, heading?: { level: number, text: string } }[]} */
    const events = [];
    /** @type {{ kind?: any, elements?: any, widget?: any }[]} */
    const order = [];
    for (const element of elements) {
      if (taken.has(element)) continue;
      const heading = sections.heading(element);
      if (heading && heading.level <= sections.weakest) { events.push({ element, heading }); continue; }
      const widget = zones.has(element) ? widgets.zone(element) : widgets.of(element);
      if (widget) {
        for (const part of [...widget.members, ...(widget.kept ?? [])]) taken.add(part);
        order.push({ widget });
        events.push({ element: widget.members[0] });
        continue;
      }
      const kind = kinds.kindOf(element);
      if (!kind && heading) events.push({ element, heading });
      if (!kind) continue;
      const isServed = kind === "file" && widgets.isKept(element)
        && order.some((one) => one.widget && /^(zone|chooser)$/.test(one.widget.widget));
      if (isServed) continue;
      const isGrouped = (kind === "radio" || kind === "checkbox") && element.name && !kinds.isRoleBox(element);
      const holder = holderOf(element, kind);
      const key = isGrouped ? `${kind}|${context.form(element)}|${element.name}` : holder || element;
      if (groups.has(key)) { groups.get(key).elements.push(element); continue; }
      const entry = { kind, elements: [element] };
      groups.set(key, entry);
      order.push(entry);
      events.push({ element });
    }
    const found = order.map(({ kind, elements: members, widget }) => {
      if (widget) return composite(widget, context);
      if (kind === "radio") return grouped(members, "radio", context);
      return members.length > 1 ? grouped(members, "checkbox_group", context) : single(members[0], kind, context);
    });
    return underHeadings(found, events);
  }

  // The fields with the headings over each, but for those that only say its own name.
  function underHeadings(found, events) {
    const stands = events.filter((event) => !event.heading).map((event) => event.element);
    const names = new Map(stands.map((element, index) => [element, found[index].label]));
    const over = sections.over(events, names);
    return found.map((field, index) => {
      const above = over.get(stands[index]) ?? { sections: [], lines: [] };
      return { ...field, lines: above.lines, sections: [...field.sections, ...above.sections]
        .filter((one) => labels.split(one).label !== field.label) };
    });
  }

  return { read, isPart: (element) => taken.has(element) };
})();
