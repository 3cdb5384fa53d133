"use strict";
// How the service is: its checks, what is raised, and how its numbers have gone since the page was opened.
import { ago, facts, fill, make, part, theirs } from "./dom.js";
import { ask, repeat } from "./net.js";
import { Page, address, trouble } from "./parts.js";

const most = 120;
/** @type {Map<string, number[]>} */
const past = new Map();

/** A number's way as a line. @param {string} name @param {number} value */
const spark = (name, value) => {
  const values = past.get(name) ?? [];
  values.push(value);
  if (values.length > most) values.shift();
  past.set(name, values);
  const line = values.length > 1 ? values : [value, value];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const points = line.map((one,
    at) => `${(at * 100) / (line.length - 1)},${28 - ((one - low) * 24) / (high - low || 1)}`).join(" ");
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [key, text] of Object.entries({ viewBox: "0 0 100 32", preserveAspectRatio: "none", class: "spark",
    role: "img",
    "aria-label": `${name}: ${value} now, between ${low} and ${high} since this page was opened` })) {
    svg.setAttribute(key, text);
  }
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "polyline");
  drawn.setAttribute("points", points);
  svg.append(drawn);
  return svg;
};

const short = { api: "API", llm: "LLM", usd: "(USD)", ms: "(ms)" };
/** A name of the API's as a person writes it. @param {string} name */
const spelled = (name) => name.split(/[_ ]/)
  .map((one) => short[/** @type {keyof typeof short} */ (one)] ?? one).join(" ");

const flat = (value, name = "") => Object.entries(value ?? {}).flatMap(([key, one]) => (typeof one === "number"
  ? [[spelled(`${name}${key}`), one]]
  : one && typeof one === "object" && !Array.isArray(one) ? flat(one, `${name}${key} `) : []));
const plain = (value) => (typeof value === "object" ? JSON.stringify(value) : String(value));
const grades = { healthy: ["completed", "✓"], ok: ["completed", "✓"], degraded: ["paused", "▲"],
  unhealthy: ["failed", "✗"] };
/** A sign and the colour of how something is, beside its words. @param {string} status @param {...any} inner */
const graded = (status, ...inner) => {
  const [kind, sign] = grades[/** @type {keyof typeof grades} */ (status)] ?? ["pending", "?"];
  return make("span", { class: `state ${kind}` }, make("span", { "aria-hidden": "true" }, sign), " ", inner);
};

class Health extends Page {
  show() {
    this.its.body = make("div");
    fill(this, make("h1", {}, "Health"), this.its.body);
    this.until(repeat(5000, () => this.look()));
  }

  async look() {
    const whole = await Promise.all(["monitoring/health", "monitoring/alerts", "monitoring/metrics/json",
      "health"].map((path) => ask(path).then(
      (body) => ({ path, body, why: null }), (why) => ({ path, why, body: why.body?.checks ? why.body : null }))));
    const [health, alerts, metrics, simple] = whole;
    if (whole.every((one) => one.why?.status === 0)) {
      fill(this.its.body, trouble(/** @type {any} */ (simple).why, () => this.look()));
      throw /** @type {any} */ (simple).why;
    }
    const missing = (one) => make("p", { class: "quiet" }, one.why?.status === 404
      ? `This service has no /${one.path}.` : one.why?.message ?? "");
    const checks = Object.entries(health.body?.checks ?? {});
    const list = alerts.body?.alerts ?? [];
    fill(this.its.body, make("div", { class: "columns" },
      make("div", {},
        part("Checks", health.body ? [make("p", { class: "headline" }, graded(health.body.status, health.body.status)),
          checks.map(([name, check]) => make("div", { class: "check-row" },
            graded(check.status, spelled(name)), " ", check.status, make("span", { class: "quiet" }, " ",
              theirs(Object.entries(check).filter(([key, value]) => key !== "status" && value !== null)
              .map(([key, value]) => `${spelled(key)} ${plain(value)}`).join(", ")))))]
          : [facts([["API", simple.body?.status ?? "no answer"], ["Version", simple.body?.version ?? ""]]),
            missing(health)]),
        part("Alerts", alerts.body ? list.length ? make("ul", { class: "plain-list" },
          list.map((one) => make("li", { class: `alert ${one.severity}` },
          make("strong", {}, one.severity, ": ", String(one.type).replaceAll("_", " ")), " ", theirs(one.message), " ",
          one.detected_at ? ago(one.detected_at) : null,
          one.action ? make("p", { class: "quiet" }, theirs(one.action)) : null,
            (one.jobs ?? []).slice(0, 10).map((id) => [" ",
            make("a", { href: address(`job/${id}`) }, String(id).slice(0, 8))]))))
          : make("p", {}, "None: nothing needs anybody now.") : missing(alerts))),
      make("div", {}, part("Numbers", metrics.body ? make("div", { class: "numbers" },
        flat(metrics.body).map(([name, value]) => make("div", {},
        make("span", {}, name), make("strong", {}, value.toLocaleString("en", { maximumFractionDigits: 4 })),
          spark(name, value)))) : missing(metrics)))));
  }
}
customElements.define("gh-health", Health);
