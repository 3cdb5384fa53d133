"use strict";
// The console's frame: who is signed in, which page is shown, what the address says.
import { fill, make, notice, setClock } from "./dom.js";
import { ask, home, repeat } from "./net.js";
import { button, words } from "./parts.js";
import "./jobs.js";
import "./job.js";
import "./waiting.js";
import "./create.js";
import "./manuals.js";
import "./people.js";
import "./workers.js";
import "./wellness.js";

const places = [
  ["jobs", "Jobs", "gh-jobs"], ["waiting", "Waiting for you", "gh-waiting"], ["new", "New", "gh-new"],
  ["manuals", "Manuals", "gh-manuals"], ["people", "People", "gh-people"], ["workers", "Workers", "gh-workers"],
  ["health", "Health", "gh-health"],
];
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const session = (how) => ask("console/session", { ...how, from: home });
let isIn = false;
let stopCounting = () => {};

const navigation = (here) => fill(at("places"), ...places.map(([path, name]) => make("a", {
  href: `#/${path}`, "aria-current": path === here || (here === "job" && path === "jobs") ? "page" : null,
}, name, path === "waiting" ? make("span", { id: "waiting-count", class: "count", hidden: true }) : null)));

const show = () => {
  if (!isIn) return;
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  let parts = path.split("/").map((one) => {
    try {
      return decodeURIComponent(one);
    } catch {
      return one;
    }
  });
  if (!parts[0]) parts = ["jobs"];
  const known = parts[0] === "job" ? ["job", "Job", "gh-job"] : places.find((one) => one[0] === parts[0]);
  const page = /** @type {any} */ (document.createElement(known?.[2] ?? "section"));
  page.parts = parts.slice(1);
  page.query = new URLSearchParams(query ?? "");
  navigation(parts[0]);
  document.title = `${known?.[1] ?? "Not found"} – GhostHands`;
  if (!known) page.append(make("h1", {}, "There is no such page"), make("a", { href: "#/jobs" }, "To the jobs"));
  // A page of the same kind takes what the address says now, and keeps where one was.
  const main = at("main");
  const old = /** @type {any} */ (main.firstElementChild);
  if (known && old?.localName === known[2] && old.take?.(page.parts, page.query)) return;
  main.replaceChildren(page);
  scrollTo(0, 0);
};

const count = async () => {
  const list = await ask("jobs?status=paused&limit=1");
  const mark = document.getElementById("waiting-count");
  if (!mark) return;
  mark.hidden = !list.total;
  mark.textContent = list.total ? ` ${list.total}` : "";
};

const enter = (who) => {
  isIn = true;
  setClock(who.now);
  document.body.classList.toggle("view-only", who.role === "view");
  at("top").hidden = false;
  fill(at("who"),
    make("span", { title: `Events name you ${who.actor}. You are signed in until ${
      new Date(who.expires_at).toLocaleString()}.` },
      who.role === "view" ? "Looking only" : "Signed in"), " ",
    button("Sign out", async () => {
      await session({ method: "DELETE" });
      leave("You are signed out.");
    }, { class: "plain" }));
  notice("");
  show();
  stopCounting();
  stopCounting = repeat(10000, count);
};

const leave = (text) => {
  if (!isIn && document.querySelector("form.sign-in")) return;
  isIn = false;
  stopCounting();
  at("top").hidden = true;
  document.title = "Sign in – GhostHands";
  const key = make("input", { type: "password", id: "key", autocomplete: "current-password", required: true,
    "aria-describedby": "key-note" });
  const fault = make("p", { class: "fault", role: "alert" });
  const form = make("form", { class: "sign-in card", onsubmit: async (event) => {
    event.preventDefault();
    fault.textContent = "";
    try {
      enter(await session({ method: "POST", body: { key: key.value.trim() } }));
    } catch (why) {
      fault.textContent = words(why);
      key.select();
    }
  } }, make("h1", {}, "GhostHands"), text ? make("p", { role: "status" }, text) : null,
  make("label", { for: "key" }, "Key"), key,
  make("small", { id: "key-note" }, "The service key (`ghosthands doctor --show-key` prints it), GH_CONSOLE_KEY, or "
    + "GH_CONSOLE_VIEW_KEY to look only. `ghosthands serve` prints a link that signs in once."),
  fault, make("button", { class: "first" }, "Sign in"));
  fill(at("main"), form);
  key.focus();
};

addEventListener("signed-out", (event) => { if (isIn) leave(/** @type {CustomEvent} */ (event).detail); });
addEventListener("hashchange", show);
at("main").addEventListener("title", (event) => { document.title = /** @type {CustomEvent} */ (event).detail; });

const begin = async () => {
  const secret = /^#[\w-]{43}$/.test(location.hash) ? location.hash.slice(1) : "";
  // Nobody who looks over a shoulder or at the history gets the secret.
  if (secret) history.replaceState(null, "", location.pathname);
  try {
    enter(await (secret ? session({ method: "POST", body: { link: secret } }) : session()));
  } catch (why) {
    if (secret) {
      // Whoever opens an old link may be signed in all the same.
      const who = await session().catch(() => null);
      if (who) return enter(who);
    }
    const reason = /** @type {any} */ (why);
    leave(reason.status === 401 ? "" : words(why));
  }
  return undefined;
};
begin();
