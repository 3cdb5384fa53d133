"use strict";
// What several pages have in common: badges, dialogs, lists that are told apart by a key.
import { make, notice } from "./dom.js";
import { Refusal } from "./net.js";

/** The words and tooltips of the badges; a sign beside the colour, for those who see none. */
export const modes = {
  cookbook: { sign: "●", name: "Cookbook", tip: "Replaying saved manual — near-zero AI cost" },
  magnitude: { sign: "◆", name: "AI Agent", tip: "AI Agent exploring — full LLM reasoning" },
  hybrid: { sign: "▲", name: "Hybrid", tip: "Started cookbook, fell back to AI Agent" },
};

/** A badge of an execution mode. @param {string | null | undefined} mode */
export const badge = (mode) => {
  const known = modes[/** @type {keyof typeof modes} */ (mode ?? "")];
  if (!known) return null;
  return make("span", { class: `badge ${mode}`, title: known.tip },
    make("span", { "aria-hidden": "true" }, known.sign), " ",
    known.name, make("span", { class: "hear" }, `: ${known.tip}`));
};

const signs = {
  pending: "○", queued: "◔", running: "▶", paused: "❚❚", completed: "✓", failed: "✗", cancelled: "⊘", expired: "⌛",
};
export const statuses = Object.keys(signs);
export const isFinal = (status) => ["completed", "failed", "cancelled", "expired"].includes(status);
export const mayCancel = (status) => ["pending", "queued", "running", "paused"].includes(status);
export const mayRetry = (status) => status === "failed" || status === "cancelled";

/** A job's status. @param {string} status */
export const state = (status) => make("span", { class: `state ${status}` },
  make("span", { "aria-hidden": "true" }, /** @type {any} */ (signs)[status] ?? "?"), " ", status);

/** What kind of help is wanted, in words. @param {string} type */
export const blockerName = (type) => ({
  captcha: "CAPTCHA Detected", login: "Login Required", "2fa": "Verification Code Required",
    bot_check: "Bot Check Detected",
  rate_limited: "Rate Limited", question: "Question to Answer", takeover: "Taken Over by a Person",
  review: "Filled, and Waits for Its Person",
}[type] ?? `${(type || "help").replaceAll("_", " ")} needed`);

/** A button. @param {string} text @param {(event: any) => any} press @param {Record<string, any>} [members] */
export const button = (text, press, members = {}) => {
  const made = make("button", { type: "button", ...members, onclick: async (event) => {
    if (made.getAttribute("aria-busy")) return;
    made.setAttribute("aria-busy", "true");
    try {
      await press(event);
    } catch (why) {
      notice(words(why), true);
    } finally {
      made.removeAttribute("aria-busy");
    }
  } }, text);
  return made;
};

/** What went wrong, and what to do. @param {any} why */
export const words = (why) => {
  if (!(why instanceof Refusal)) throw why;
  const more = Array.isArray(why.details) ? why.details.map((one) => `${one.field}: ${one.message}`).join("; ") : "";
  const hint = why.code === "view_only" ? " Sign in with another key to act."
    : why.body?.current_status ? ` It is ${why.body.current_status} now.` : "";
  return `${why.message}${more ? ` (${more})` : ""}${hint}`;
};

/**
 * Asks before something is done.
 * @param {string} title @param {string} text @param {string} yes what the button says
 * @param {any} [more] further fields
 * @returns {Promise<boolean>}
 */
export const confirmed = (title, text, yes, more) => new Promise((done) => {
  const no = make("button", { type: "button", autofocus: true, onclick: () => box.close("no") }, "Back");
  const go = make("button", { type: "button", class: "danger", onclick: () => box.close("yes") }, yes);
  const box = make("dialog", { "aria-labelledby": "asked" }, make("h2", { id: "asked" }, title), make("p", {}, text),
    more,
    make("div", { class: "row end" }, no, go));
  box.addEventListener("close", () => {
    box.remove();
    done(box.returnValue === "yes");
  });
  document.body.append(box);
  box.showModal();
});

/**
 * Shows a list anew, and leaves every element as it is whose item has not changed, and the focus where it was.
 * @param {HTMLElement} place @param {any[]} items @param {(item: any) => string} key @param {(item: any) => any} show
 */
export const keyed = (place, items, key, show) => {
  const before = new Map([...place.children].map((one) => [/** @type {any} */ (one).dataset.key, one]));
  const held = document.activeElement;
  const heldKey = /** @type {any} */ (held?.closest?.("[data-key]"))?.dataset.key;
  const heldPart = held?.getAttribute("data-part");
  const next = items.map((item) => {
    const [id, now] = [key(item), JSON.stringify(item)];
    const old = /** @type {any} */ (before.get(id));
    if (old?.shown === now) return old;
    const element = show(item);
    element.dataset.key = id;
    element.shown = now;
    return element;
  });
  if (next.length === place.children.length && next.every((one, at) => one === place.children[at])) return;
  place.replaceChildren(...next);
  if (heldKey && heldPart) {
    const again = next.find((one) => one.dataset.key === heldKey)?.querySelector(`[data-part="${heldPart}"]`);
    /** @type {any} */ (again)?.focus();
  }
};

/** What a page shows where its question was not answered. @param {any} why @param {() => any} again */
export const trouble = (why, again) => make("div", { class: "card trouble", role: "alert" }, make("p", {}, words(why)),
  button("Try again", again));

/** A page of the console: it may keep things going until it is left. */
export class Page extends HTMLElement {
  constructor() {
    super();
    /** The parts of the page that it goes on with, by name. @type {any} */
    this.its = {};
    /** @type {Array<() => void>} */
    this.endings = [];
    /** @type {string[]} */
    this.parts = [];
    this.query = new URLSearchParams();
  }

  /** Until the page is left. @param {() => void} ending */
  until(ending) {
    this.endings.push(ending);
  }

  connectedCallback() {
    this.show();
  }

  disconnectedCallback() {
    for (const end of this.endings.splice(0)) end();
  }

  show() {}
}

/** The address of a page of the console. @param {string} path @param {Record<string, any> | URLSearchParams} [query] */
export const address = (path, query = {}) => {
  const all = query instanceof URLSearchParams ? query : new URLSearchParams(
    Object.entries(query).filter(([, value]) => value !== "" && value !== null && value !== undefined));
  const text = all.toString();
  return `#/${path}${text ? `?${text}` : ""}`;
};

/** A table that becomes cards where it is narrow. @param {string} title @param {string[]} heads @param {any[]} rows */
export const table = (title, heads, rows) => make("div",
  { class: "scroll", tabindex: "0", role: "region", "aria-label": title },
  make("table", {}, make("thead", {}, make("tr", {},
    heads.map((head) => (head ? make("th", { scope: "col" }, head) : make("td"))))),
    make("tbody", {}, rows.map((cells) => make("tr", {},
      cells.map((cell, at) => make("td", { "data-head": heads[at] }, cell)))))));
