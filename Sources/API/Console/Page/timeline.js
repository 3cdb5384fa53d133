"use strict";
// A job's timeline: its events in words, each in the colour of its mode.
import { clock, dollars, make, theirs } from "./dom.js";
import { blockerName } from "./parts.js";

const cost = (data) => `(${data.action_count ?? 0} actions, ${dollars(data.cost_usd ?? (data.cost_cents ?? 0) / 100)})`;
const sizeOf = (list) => (Array.isArray(list) ? list.length : list ?? 0);
const named = (text) => String(text ?? "").replaceAll("_", " ");

/**
 * What an event says to a person; nothing where it says nothing.
 * @type {Record<string, (data: any, event: any) => any>}
 */
const sentences = {
  step_completed: (data) => data.action,
  step_failed: (data) => (data.mode === "cookbook" ? "Cookbook step failed: " : "")
    + `${data.action ?? ""}: ${data.reason ?? ""}`,
  job_started: (data) => `Worker ${data.worker_id ?? ""} took the job`,
  page_read: (data) => `Read page ${data.page ?? 1}: ${sizeOf(data.fields)} fields`,
  manual_found: (data) => `Found a manual (health ${Math.round(data.health_score ?? 0)})`,
  manual_created: (data) => `✓ Learned the form: a manual of ${data.steps ?? data.step_count ?? 0} steps`,
  mode_selected: (data) => (data.mode === "magnitude" ? `Going as AI Agent (${named(data.reason)})` : ""),
  mode_switched: (data) => `Switching to AI Agent… ${data.reason ?? ""}`,
  thought: (data) => data.content,
  tokens_used: (data) => `Asked ${data.model ?? "the model"}: `
    + `${(data.input_tokens ?? 0) + (data.output_tokens ?? 0)} tokens, `
    + dollars((data.cost_cents ?? 0) / 100),
  answers_recalled: (data) => `Remembered ${data.count} answers of earlier jobs`,
  off_form_instruction: (data) => `Ignored: the model wanted something beyond the form (${data.reason ?? ""})`,
  blocker_detected: (data) => `Blocked: ${blockerName(data.blocker_type)}`,
  hitl_paused: (data) => `Waiting for a human: ${blockerName(data.blocker_type)}`,
  hitl_resumed: (data) => `A human has answered${data.resolution_type ? ` (${named(data.resolution_type)})` : ""}`,
  hitl_timeout: () => "No human has answered in time",
  changed_by_person: (data) => `The person changed: ${(data.fields ?? []).join(", ")}`,
  takeover_requested: () => "A person asked to take over",
  resumed_elsewhere: () => "Going on in another browser",
  live_opened: (data) => `Somebody opened the page (${data.mode})`,
  live_closed: (data) => `Somebody left the page after ${data.seconds ?? 0} s`,
  browser_crash_detected: (data) => `The browser crashed: ${data.error_message ?? ""}`,
  browser_crash_recovered: () => "A new browser took over",
  session_restored: (data) => `Restored the session of ${data.domain ?? ""}`,
  trace_kept: () => "Kept the recording",
  session_saved: () => "Kept the session",
  session_expired: () => "The session is no longer accepted",
  budget_preflight_failed: () => "No money left for language models this month",
  submit_intended: (data) => (data.source === "human" ? "A person sent the form"
    : "Recorded that the form is about to be sent"),
  submit_rejected: (data) => `The form refused: ${named(data.reason ?? "no reason given")}`,
  submit_confirmed: (data) => `✓ Confirmed${data.confirmation_number ? `: ${data.confirmation_number}` : ""}`,
  sent_differently: (data) => `Sent otherwise than entered: ${(data.fields ?? []).join(", ")}`,
  attempt_failed: (data) => `Attempt failed, trying again: ${data.error_message ?? ""}`,
  job_completed: (data) => (data.final_mode === "cookbook" || data.mode === "cookbook"
    ? `✓ Cookbook complete ${cost(data)}`
    : `✓ ${data.result_summary ?? "Done"} ${cost(data)}`),
  job_failed: (data) => `✗ ${data.error_code ?? ""}: ${data.error_message ?? ""}`,
  job_released: (data) => `Given back to the queue: ${data.reason ?? ""}`,
  job_cancelled: (data, event) => `Cancelled by ${event.actor}`,
  job_expired: () => "Expired: no worker took it in time",
  job_retried: (data, event) => `Put back in the queue by ${event.actor}`,
  callback_redelivered: (data,
    event) => `The callback ${data.to_status ?? ""} is sent again, asked for by ${event.actor}`,
};

const bad = new Set(["step_failed", "job_failed", "submit_rejected", "blocker_detected", "attempt_failed",
  "hitl_timeout",
  "browser_crash_detected", "job_expired", "sent_differently"]);
const turns = new Set(["mode_switched", "off_form_instruction", "hitl_paused", "hitl_resumed", "takeover_requested",
  "live_opened", "live_closed", "job_cancelled", "job_retried", "job_released"]);
const hues = {
  cookbook: ["●", "cookbook"], magnitude: ["◆", "AI Agent"], hybrid: ["▲", "turn"], bad: ["✗", "problem"],
  plain: ["·", "note"],
};

const hue = (event, mode) => {
  if (event.event_type === "step_failed" && event.metadata?.mode === "cookbook") return "hybrid";
  if (bad.has(event.event_type)) return "bad";
  if (turns.has(event.event_type)) return "hybrid";
  if (event.event_type.startsWith("manual_")) return "cookbook";
  return event.metadata?.mode ?? event.metadata?.final_mode ?? mode ?? "plain";
};

/** What an event says; empty where it says nothing to a person. @param {any} event */
export const sentence = (event) => String(sentences[event.event_type]?.(event.metadata ?? {}, event) ?? "");

// So many events are laid out together, and so many of their groups are watched together: what is far from view costs
// nothing.
const size = 20;
const most = 20;

/** The list that grows as events come: however many, only those in view are laid out. */
export class Timeline extends HTMLElement {
  constructor() {
    super();
    /** @type {any[]} */
    this.coming = [];
    this.mode = "";
    /** Whether the newest is to be seen, unless somebody has scrolled away from it. */
    this.mustFollow = true;
  }

  connectedCallback() {
    if (this.isLaid) return;
    this.isLaid = true;
    this.setAttribute("role", "log");
    this.setAttribute("aria-label", "Timeline");
    this.tabIndex = 0;
    for (const moved of ["wheel", "touchmove", "keydown", "pointerdown"]) {
      this.addEventListener(moved, () => setTimeout(() => {
        this.mustFollow = this.scrollTop + this.clientHeight > this.scrollHeight - 60;
      }, 100), { passive: true });
    }
  }

  /** Takes another event; what comes together is shown together. @param {any} event */
  take(event) {
    this.coming.push(event);
    if (this.coming.length === 1) requestAnimationFrame(() => this.flush());
  }

  // What is not in view has a guessed height, which changes once it is seen: the end is sought again.
  toEnd(times) {
    if (!this.mustFollow || !times) return;
    this.scrollTop = this.scrollHeight;
    requestAnimationFrame(() => this.toEnd(times - 1));
  }

  /** The group that has room for the next event. */
  group() {
    const many = this.lastElementChild;
    const last = many?.lastElementChild;
    if (last && last.childElementCount < size) return last;
    const next = make("ol", { class: "timeline" });
    if (many && many.childElementCount < most) many.append(next);
    else this.append(make("div", { class: "many" }, next));
    return next;
  }

  flush() {
    const some = this.coming.splice(0, 400);
    const items = [];
    for (const event of some) {
      if (event.metadata?.mode in hues) this.mode = event.metadata.mode;
      const text = sentence(event);
      if (!text) continue;
      const kind = hue(event, this.mode);
      const [sign, name] = /** @type {any} */ (hues)[kind] ?? hues.plain;
      items.push(make("li", { class: `${kind} ${event.event_type === "thought" ? "thought" : ""}` },
        make("time", { datetime: event.created_at }, clock(event.created_at)),
        make("span", { class: "dot", title: name, role: "img", "aria-label": name }, sign),
        theirs(text, 500, "said")));
    }
    while (items.length) {
      const group = this.group();
      group.append(...items.splice(0, size - group.childElementCount));
    }
    if (this.coming.length) requestAnimationFrame(() => this.flush());
    else this.toEnd(3);
  }
}
customElements.define("gh-timeline", Timeline);
