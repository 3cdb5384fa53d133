"use strict";
// Elements are built here and nowhere else; what comes from jobs and pages is only ever set as text.

/**
 * Makes an element.
 * @param {string} tag
 * @param {Record<string, any>} [members] `class`, `on…` for what is done, else attributes; null, false leave one out
 * @param {...any} inner elements and texts; null leaves one out
 * @returns {any}
 */
export const make = (tag, members = {}, ...inner) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(members)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked" || name === "disabled") /** @type {any} */ (element)[name] = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...some(inner));
  return element;
};

const some = (inner) => inner.flat(3).filter((one) => one !== null && one !== undefined && one !== false);

/** Puts these in the place of what an element holds. @param {Element} element @param {...any} inner */
export const fill = (element, ...inner) => element.replaceChildren(...some(inner));

const most = 400;

/** Marks that would turn a text around are shown as what they are. @param {string} text */
export const straight = (text) => text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
  (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);

/**
 * The beginning of a text of somebody else's, for places that hold no elements.
 * @param {any} text @param {number} limit
 */
export const clipped = (text, limit) => {
  const whole = straight(String(text ?? ""));
  return whole.length > limit ? `${whole.slice(0, limit)}…` : whole;
};

/**
 * A text of somebody else's: no mark in it turns what stands around, and a long one opens when it is asked for.
 * @param {any} text @param {number} [limit] @param {string} [kind] a class
 */
export const theirs = (text, limit = most, kind = "") => {
  const whole = straight(typeof text === "string" ? text : text === null || text === undefined ? ""
    : JSON.stringify(text));
  if (whole.length <= limit) return make("bdi", { class: kind ? `theirs ${kind}` : "theirs" }, whole);
  const shown = make("bdi", { class: "theirs" }, `${whole.slice(0, limit)}…`);
  const button = make("button", { type: "button", class: "plain", onclick: () => {
    const next = Math.min(whole.length, shown.textContent.length + 20000);
    shown.textContent = whole.slice(0, next);
    if (next === whole.length) button.remove();
  } }, `Show more of ${whole.length.toLocaleString("en")} characters`);
  return make("span", { class: kind || null }, shown, " ", button);
};

/** A link to a page of somebody else's, where it is one that can be opened. @param {any} address */
export const outside = (address) => {
  const text = String(address ?? "");
  if (!/^https?:\/\//i.test(text)) return theirs(text);
  return make("a", { href: text, target: "_blank", rel: "noopener noreferrer" }, theirs(text, 120));
};

/** What is copied when it is pressed, also where the clipboard is closed to us. @param {string} text */
export const copyable = (text, shown = text) => {
  const button = make("button", { type: "button", class: "plain id", title: `Copy ${clipped(text, 100)}`,
    onclick: async () => {
    try {
      await navigator.clipboard.writeText(text);
      notice("Copied");
    } catch {
      const range = document.createRange();
      range.selectNodeContents(button);
      const chosen = getSelection();
      chosen?.removeAllRanges();
      chosen?.addRange(range);
      notice("Press Ctrl+C to copy");
    }
  } }, straight(shown));
  return button;
};

let fading = 0;
/** Says something about what was just done. @param {string} text @param {boolean} [isBad] */
export const notice = (text, isBad = false) => {
  const place = /** @type {HTMLElement} */ (document.getElementById("notice"));
  place.textContent = clipped(text, 1000);
  place.classList.toggle("bad", isBad);
  clearTimeout(fading);
  if (text) fading = setTimeout(() => { place.textContent = ""; }, isBad ? 15000 : 4000);
};

// How far this machine's clock is behind the service's, in milliseconds.
let skew = 0;
/** Sets the clock by the service's. @param {string} now */
export const setClock = (now) => { skew = Date.parse(now) - Date.now(); };
export const serverNow = () => Date.now() + skew;

const two = (number) => String(number).padStart(2, "0");
/** A time of day with seconds. @param {string} text */
export const clock = (text) => {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? "" : [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":");
};

/** How long something takes or took, in words. @param {number} milliseconds */
export const span = (milliseconds) => {
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} h ${Math.floor(seconds / 60) % 60} min`;
  return `${Math.floor(seconds / 86400)} d`;
};

const coarse = (milliseconds) => (milliseconds > 60000 ? span(milliseconds).replace(/ \d+ (?:s|min)$/, "")
  : `${Math.round(milliseconds / 1000)} s`);

/** A time that is left, as on a clock. @param {number} milliseconds */
export const left = (milliseconds) => {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
};

/** How long ago, with the exact time behind it. @param {string | null | undefined} text */
export const ago = (text) => {
  if (!text) return make("span", { class: "quiet" }, "never");
  const date = new Date(text);
  const past = serverNow() - date.getTime();
  const words = past < -5000 ? `in ${coarse(-past)}` : past < 5000 ? "just now" : `${coarse(past)} ago`;
  return make("time", { datetime: text, title: date.toLocaleString() }, words);
};

/** US dollars; parts of a cent are shown where there are any. @param {number | null | undefined} amount */
export const dollars = (amount) => {
  const value = Number(amount ?? 0);
  return `$${value === 0 ? "0.00" : value < 0.1 ? value.toFixed(4) : value.toFixed(2)}`;
};

/** A small table of names and what they are. @param {Array<[string, any] | null>} rows */
export const facts = (rows) => make("dl", { class: "facts" }, rows.filter(Boolean).map((row) => make("div", {},
  make("dt", {}, /** @type {any} */ (row)[0]), make("dd", {}, /** @type {any} */ (row)[1] ?? "–"))));

/** A part of a page under a heading. @param {string} title @param {...any} inner */
export const part = (title, ...inner) => make("section", { class: "card" }, make("h2", {}, title), ...inner);

/** Data as it is, which opens when it is asked for. @param {string} title @param {any} data */
export const raw = (title, data) => {
  const place = make("pre", { class: "raw", tabindex: "0", "aria-label": title });
  return make("details", { ontoggle: () => {
    if (!place.textContent) place.textContent = straight(JSON.stringify(data, null, 2).slice(0, 2_000_000));
  } }, make("summary", {}, title), place);
};

let number = 0;
/** A field with its label. @param {string} label @param {any} field @param {string} [help] */
export const labelled = (label, field, help) => {
  number += 1;
  field.id = field.id || `field-${number}`;
  const note = make("small", { id: `${field.id}-note` }, help ?? "");
  field.setAttribute("aria-describedby", note.id);
  return make("div", { class: "field" }, make("label", { for: field.id }, label), field, note);
};
