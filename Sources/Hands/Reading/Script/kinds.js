"use strict";
// What sort of control an element is, and which elements are one control. After labels.js.
const kinds = (() => {
  const entryKinds = { email: "email", tel: "tel", url: "url", number: "number", password: "password",
    search: "search", date: "date", month: "month", week: "week", time: "time", "datetime-local": "datetime",
    color: "color", range: "range", file: "file", radio: "radio", checkbox: "checkbox" };
  const notFields = new Set(["hidden", "submit", "button", "reset", "image"]);

  function kindOf(element) {
    switch (element.tagName) {
    case "TEXTAREA": return "textarea";
    case "SELECT": return element.multiple ? "multiselect" : "select";
    case "INPUT": {
      const type = element.type;
      if (notFields.has(type)) return null;
      const role = element.getAttribute("role");
      // One whose window is no list is typed into, as a date is.
      if (role === "combobox" && !element.list && !widgets.opensCalendar(element)) {
        return opener(element) ? null : "combobox";
      }
      if (type === "text" && !role && (searches(element) || opensPopup(element))) return "combobox";
      // The box of a list that is a combobox as a whole.
      if (ghosthands.closest(element.parentElement, listHolders) || keepsChoice(element)) return null;
      return entryKinds[type] || "text";
    }
    default:
      if (opensList(element)) return isOpener(element) ? null : "combobox";
      if (isRoleBox(element)) return element.getAttribute("role") === "radio" ? "radio" : "checkbox";
      if (isDesigned(document)) return element === document.body ? "rich_text" : null;
      return element.isContentEditable && !(element.parentElement || {}).isContentEditable ? "rich_text" : null;
    }
  }

  const isDesigned = ghosthands.once((text) => text.designMode === "on");

  // Whether a document is nothing but a text to edit.
  const isEditor = (body) => document.designMode === "on" || body !== null && body.isContentEditable;

  // A radio, a check box or a switch built of another element; one around a native control is only its looks.
  function isRoleBox(element) {
    const role = element.getAttribute("role");
    return role !== null && /^(radio|checkbox|switch)$/.test(role) && element.tagName !== "INPUT"
      && !element.querySelector("input")
      && !ghosthands.closest(element.parentElement, "[role=listbox],[role=menu],[role=tree]");
  }

  const isOn = (element) => element.tagName === "INPUT" ? element.checked
    : element.getAttribute("aria-checked") === "true";

  // A box that says that it opens a list, though it has no role.
  const opensPopup = (element) => /^(listbox|menu|tree|true)$/.test(element.getAttribute("aria-haspopup") ?? "")
    && element.tagName === "INPUT" && !widgets.opensCalendar(element);

  // A button or a box of another element that opens a list to choose from.
  function opensList(element) {
    const role = element.getAttribute("role");
    if (role === "listbox") {
      return element.hasAttribute("aria-expanded") && (element.hasAttribute("aria-haspopup") || element.tabIndex >= 0);
    }
    if (role === "combobox") return !element.querySelector("[role=combobox]");
    if (isDrawnList(element)) return true;
    return (element.tagName === "BUTTON" || role === "button")
      && (element.getAttribute("aria-haspopup") === "listbox" || labels.keeper(element) !== null
        || isLabelled(element));
  }

  // A button that has a label as fields have one, and opens what is chosen from for a box that nobody sees.
  const isLabelled = (element) => /^(true|menu)$/.test(element.getAttribute("aria-haspopup") ?? "")
    && census.labels(element).length > 0 && labels.partner(element, "input,select") !== null;

  // A box of no role that opens what is chosen from, and keeps the choice in a hidden field.
  function isDrawnList(element) {
    if (element.tagName !== "DIV" || element.hasAttribute("role") || !widgets.isList(element.className)) return false;
    const kept = [...element.children].filter((one) => one.tagName === "INPUT" && one.type === "hidden" && one.name);
    const offered = element.querySelector("[class*=menu i],[class*=options i],[class*=list i],ul");
    return kept.length === 1 && offered !== null && !ghosthands.visible(offered)
      && !element.querySelector("input:not([type=hidden]),select,textarea,button,a[href],[role]");
  }

  const listHolders = "[role=combobox],button[aria-haspopup=listbox],[role=button][aria-haspopup=listbox]";

  // The trigger of a list whose own box cannot be seen: it stands for both.
  function opener(box) {
    if (isSeen(box)) return null;
    const found = labels.partner(box, "button,[role=button]");
    return found && ghosthands.visible(found) ? found : null;
  }

  // Whether a box without any name only keeps what the labelled button right before it lets one choose.
  function keepsChoice(box) {
    const before = box.previousElementSibling;
    return box.type === "text" && !box.name && !box.id && !box.placeholder && !box.hasAttribute("aria-label")
      && before !== null && before.getAttribute("aria-haspopup") === "listbox" && census.labels(before).length > 0;
  }

  // Whether one types into a box to choose from a list: what was chosen, or what opens the list, stands beside it.
  function searches(box) {
    for (let at = box.parentElement, level = 0; at && level < 3; level += 1, at = at.parentElement) {
      if (at.matches("form,fieldset,[role=search],body")
        || census.boxes(at).length > 1) return false;
      if (at.querySelector("[role=listbox][aria-label]") && !box.hasAttribute("aria-controls")) return true;
    }
    return false;
  }

  // Whether a button only opens the list of a box beside it.
  function isOpener(element) {
    if (element.getAttribute("role") === "combobox") return false;
    const box = labels.partner(element, "input[role=combobox]");
    return box !== null && isSeen(box);
  }

  const isSeen = (box) => ghosthands.visible(box) && !sight.isVeiled(box);

  return { kindOf, opensList, opensPopup, isRoleBox, isEditor, isOn };
})();
