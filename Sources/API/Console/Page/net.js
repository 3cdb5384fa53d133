"use strict";
// How the console asks the API, and hears of changes. It asks nothing that other callers could not.

/** Where the API is: below the same prefix as this page. */
export const base = new URL("api/v1/gh/", document.baseURI);
export const home = new URL(".", document.baseURI);

/** What the API refused, in its words. */
export class Refusal extends Error {
  /** @param {number} status @param {any} body */
  constructor(status, body) {
    super(body?.message ?? (status ? `The service answered ${status}.` : ""));
    this.status = status;
    this.code = body?.error ?? "";
    this.details = body?.details ?? [];
    this.body = body;
  }
}

/**
 * Asks for something.
 * @param {string | URL} path below the API's base
 * @param {{ method?: string, body?: any, signal?: AbortSignal, from?: URL }} [how]
 * @returns {Promise<any>}
 */
export const ask = async (path, how = {}) => {
  const limit = /** @type {any} */ (AbortSignal).timeout(20000);
  /** @type {RequestInit} */
  const request = { method: how.method ?? "GET", credentials: "same-origin", cache: "no-store", signal: limit };
  if (how.body !== undefined) {
    request.headers = { "Content-Type": "application/json" };
    request.body = JSON.stringify(how.body);
  }
  let reply;
  try {
    reply = await fetch(new URL(path, how.from ?? base), request);
  } catch {
    throw new Refusal(0, { message: limit.aborted
      ? "The service has not answered within 20 seconds. Look at its log, or try again."
      : "The service cannot be reached. This page tries again by itself; look whether the service runs.",
    });
  }
  const body = await reply.json().catch(() => null);
  if (reply.ok) return body;
  const refusal = new Refusal(reply.status, body);
  if (reply.status === 401) dispatchEvent(new CustomEvent("signed-out", { detail: refusal.message }));
  throw refusal;
};

/** Changes something. @param {string} path @param {any} [body] @param {string} [method] */
export const act = (path, body = {}, method = "POST") => ask(path,
  { method, body: method === "DELETE" ? undefined : body });

/** A path of parts that may hold anything. @param {...string} parts */
export const pathOf = (...parts) => parts.map(encodeURIComponent).join("/");

/**
 * Looks again and again while the page is seen; one that is hidden asks nothing.
 * @param {number} milliseconds @param {() => Promise<any>} look
 * @returns {() => void} ends it
 */
export const repeat = (milliseconds, look) => {
  let timer = 0;
  let isOver = false;
  let failures = 0;
  const again = () => {
    clearTimeout(timer);
    if (isOver || document.hidden) return;
    timer = setTimeout(run, Math.min(30000, milliseconds * 2 ** failures));
  };
  const run = async () => {
    clearTimeout(timer);
    try {
      await look();
      failures = 0;
    } catch {
      failures = Math.min(failures + 1, 4);
    }
    again();
  };
  const seen = () => {
    if (document.hidden) clearTimeout(timer);
    else if (!isOver) run();
  };
  document.addEventListener("visibilitychange", seen);
  run();
  return () => {
    isOver = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", seen);
  };
};

/**
 * Has a stream that broke off go on later, unless it was refused or nothing more will come: only a question tells.
 * @param {() => Promise<boolean>} isDone @param {() => void} end @param {() => void} later
 */
const goOn = (isDone, end, later) => isDone().then((isOver) => (isOver ? end() : later()), (why) => {
  if (why.status === 0 || why.status >= 500) later();
});

/**
 * Follows a stream of the API (R60) while the page is seen, from where it was left, as often as it breaks off.
 * @param {string} path
 * @param {{ told: (value: any) => void, isDone: () => Promise<boolean>, standing?: (isOpen: boolean) => void }} heard
 * @returns {() => void} ends it
 */
export const follow = (path, heard) => {
  /** @type {EventSource | null} */
  let source = null;
  /** @type {number | null} */
  let place = null;
  let isOver = false;
  let timer = 0;
  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const open = () => {
    close();
    if (isOver || document.hidden) return;
    const address = new URL(path, base);
    if (place !== null) address.searchParams.set("after", String(place));
    const now = new EventSource(address);
    source = now;
    now.onopen = () => heard.standing?.(true);
    now.onmessage = (event) => {
      place = Number(event.lastEventId);
      heard.told(JSON.parse(event.data));
    };
    now.addEventListener("end", () => {
      isOver = true;
      close();
      heard.standing?.(true);
    });
    now.onerror = () => {
      heard.standing?.(false);
      if (now.readyState !== EventSource.CLOSED || isOver) return;
      close();
      goOn(heard.isDone, () => { isOver = true; }, () => { timer = setTimeout(open, 3000); });
    };
  };
  const seen = () => (document.hidden ? close() : open());
  document.addEventListener("visibilitychange", seen);
  open();
  return () => {
    isOver = true;
    close();
    document.removeEventListener("visibilitychange", seen);
  };
};
