"use strict";
// What came of a job: the form field by field with what was sent, what was told of it, and its recording.
import { ago, make, notice, part, raw, theirs } from "./dom.js";
import { act, base, pathOf } from "./net.js";
import { button, table } from "./parts.js";

const outcomes = { filled: "✓ filled", already: "✓ stood there", unanswered: "– left open",
  refused: "✗ refused by the form" };

const sources = { "default-of-form": "the form's default" };
const sourceOf = (source) => sources[/** @type {keyof typeof sources} */ (source)]
  ?? String(source).replaceAll("-", " ");
/** @type {Record<string, string>} */
const boxed = { true: "checked", false: "not checked" };

const sentOf = (sent, field) => {
  const found = (sent?.fields ?? sent?.answers ?? (Array.isArray(sent) ? sent : []))
    .find((one) => one.page === field.page && one.label === field.label && (!field.name || one.name === field.name));
  return found ? make("span", {}, String(found.status ?? "").replaceAll("_", " "), found.value === undefined ? null
    : [": ", theirs(found.value)])
    : "";
};

/** The form's report. @param {any} row @param {any} status @param {any} data */
export const report = (row, status, data) => {
  if (!data) return make("span");
  const fields = data.fields ?? [];
  if (!fields.length) {
    return part("Result", data.confirmation_number ? make("p", {}, "Confirmation: ", theirs(data.confirmation_number))
      : null,
      status.result?.summary ? make("p", {}, theirs(status.result.summary)) : null, raw("Data", data));
  }
  const count = fields.filter((one) => one.outcome === "filled" || one.outcome === "already").length;
  return part("What was filled in", make("p", {}, status.result?.summary ? [theirs(status.result.summary), ". "] : null,
    `${count} of ${fields.length} fields.`, data.confirmation_number
      ? [" Confirmation: ", theirs(data.confirmation_number)] : null),
  table("Fields", ["Field", "Value", "Outcome", "Sent"], fields.map((field) => [
    make("span", {}, theirs(field.label), field.required ? make("span", { title: "required" }, " *") : null),
    field.value === null ? make("span", { class: "quiet" }, "not shown")
      : theirs(boxed[String(field.value)] ?? field.value),
    make("span", {}, outcomes[/** @type {keyof typeof outcomes} */ (field.outcome)] ?? field.outcome,
      field.source ? make("span", { class: "quiet" }, ` from ${sourceOf(field.source)}`) : null,
      field.reason ? make("div", { class: "quiet" }, theirs(field.reason)) : null),
    sentOf(data.sent, field),
  ])));
};

/** A job's callbacks. @param {string} id @param {any[]} list @param {() => any} again */
export const callbacks = (id, list, again) => {
  if (!list.length) return make("p", { class: "quiet" },
    "None: the job names no address to call back, or nothing was to tell yet.");
  return make("ul", { class: "callbacks" }, list.map((one) => make("li", {},
    make("div", { class: "row" }, make("strong", {}, one.status),
      make("span", { class: `told ${one.state}` }, one.state),
      one.state === "pending" ? null : button("Redeliver", async () => {
        await act(`jobs/${pathOf(id)}/callbacks/${pathOf(one.event_id)}/redeliver`);
        notice("It is sent again: the same id, the same body, signed anew.");
        await again();
      }, { class: "plain acts", "aria-label": `Redeliver ${one.status}` })),
    make("div", { class: "quiet" }, theirs(one.url, 120)),
    one.last_error ? make("div", { class: "fault" }, theirs(one.last_error)) : null,
    one.attempts.length ? make("details", {}, make("summary", {},
      `${one.attempts.length} ${one.attempts.length === 1 ? "attempt" : "attempts"}`),
      make("ol", {}, one.attempts.map((attempt) => make("li", {}, ago(attempt.at),
        ` · ${attempt.status ?? attempt.outcome} · ${attempt.ms} ms`,
        attempt.error ? [" · ", theirs(attempt.error)] : null, attempt.reply
          ? make("pre", { class: "raw" }, theirs(attempt.reply, 300)) : null))))
      : null)));
};

/** The recording of a job, where there is one. @param {string} id @param {any[]} events */
export const trace = (id, events) => {
  if (!events.some((one) => one.event_type === "trace_kept")) return null;
  const path = new URL(`jobs/${pathOf(id)}/trace`, base).href;
  return part("Recording", make("p", {}, "Every step with pictures from before and after, requests and errors. ",
    "It shows what was filled in."),
  make("div", { class: "row" }, make("a", { href: path, target: "_blank", rel: "noopener" }, "Open the recording"),
    make("a", { href: path, download: `${id}.html` }, "Download it")));
};
