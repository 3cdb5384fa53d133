"use strict";
// One job: how it stands, its timeline, its thinking, its cost, what a human is needed for, and what came of it.
import { ago, clipped, copyable, dollars, facts, fill, make, notice, outside, part, raw, span,
  theirs } from "./dom.js";
import { act, ask, follow, pathOf, repeat } from "./net.js";
import { Page, address, badge, button, confirmed, isFinal, mayCancel, mayRetry, modes, state,
  trouble } from "./parts.js";
import { Blocker } from "./blocker.js";
import { picture } from "./pictures.js";
import { callbacks, report, trace } from "./outcome.js";
import { Timeline } from "./timeline.js";

/** The panel that shows what a job has cost. @param {any} cost */
const costPanel = (cost) => {
  if (!cost) return make("p", { class: "quiet" }, "Nothing was spent yet.");
  const line = (mode, steps, amount) => make("tr", {}, make("th", { scope: "row" }, modes[mode].name),
    make("td", {}, steps),
    make("td", {}, dollars(amount)), make("td", { class: mode },
      make("span", { "aria-hidden": "true" }, modes[mode].sign)));
  const full = cost.action_count * 0.0025;
  const saved = full > 0 ? Math.round((1 - cost.total_cost_usd / full) * 100) : 0;
  return make("div", {}, make("table", { class: "cost" }, make("tbody", {},
    line("cookbook", `${cost.cookbook_steps} steps`, cost.cookbook_cost_usd),
    line("magnitude", `${cost.magnitude_steps} steps`, cost.magnitude_cost_usd),
    make("tr", { class: "total" }, make("th", { scope: "row" }, "Total"),
      make("td", {}, `${cost.action_count} actions`),
      make("td", {}, dollars(cost.total_cost_usd)), make("td", {})))),
  full > 0 ? make("p", {}, make("span", { "aria-hidden": "true" }, "💰 "), saved >= 0
    ? `${saved}% cheaper than full AI run`
    : `${-saved}% dearer than full AI run`) : null,
  cost.total_tokens ? make("p", { class: "quiet" }, `${cost.total_tokens.toLocaleString("en")} tokens`) : null);
};

class Job extends Page {
  async show() {
    this.its.id = this.parts[0] ?? "";
    this.its.events = [];
    try {
      await this.look();
    } catch (why) {
      fill(this, make("h1", {}, "Job"), trouble(why, () => this.show()), make("a", { href: "#/jobs" }, "To the jobs"));
      return;
    }
    if (!this.isConnected) return;
    this.lay();
    this.draw();
    const standing = { told: () => {},
      isDone: async () => isFinal((await ask(`jobs/${pathOf(this.its.id)}/status`)).status),
      standing: (isOpen) => this.classList.toggle("lost", !isOpen) };
    this.until(follow(`jobs/${pathOf(this.its.id)}/events/stream`, { ...standing, told: (event) => this.hear(event) }));
    this.until(follow(`valet/status/${pathOf(this.its.id)}/stream`, { ...standing, told: (status) => {
      const wasFinal = isFinal(this.its.status.status);
      this.its.status = status;
      this.draw();
      if (isFinal(status.status) && !wasFinal) this.look().then(() => this.draw(), () => {});
    } }));
    // Callbacks come after the job's end; the streams tell nothing of them.
    this.until(repeat(5000, () => this.lookAtCallbacks()));
  }

  async look() {
    [this.its.row, this.its.status] = await Promise.all([ask(`jobs/${pathOf(this.its.id)}`),
      ask(`valet/status/${pathOf(this.its.id)}`)]);
  }

  lay() {
    this.its.drawn = "";
    this.its.told = "";
    this.its.head = make("header", { class: "job-head" });
    this.its.blocker = /** @type {Blocker} */ (document.createElement("gh-blocker"));
    this.its.blocker.changed = () => this.again();
    this.its.thinking = make("div", { class: "thinking" });
    this.its.timeline = /** @type {Timeline} */ (document.createElement("gh-timeline"));
    this.its.timeline.mustFollow = !isFinal(this.its.status.status);
    this.its.cost = make("div");
    this.its.outcome = make("div");
    this.its.pictures = make("div");
    this.its.callbacks = make("div");
    this.its.trace = make("div");
    this.its.facts = make("div");
    this.its.data = make("div");
    fill(this, make("p", { class: "lost-note", role: "status" }, "The connection is being restored…"), this.its.head,
      this.its.blocker,
      make("div", { class: "columns" },
        make("div", {}, part("Thinking", this.its.thinking), part("Timeline", this.its.timeline), this.its.outcome,
          this.its.pictures),
        make("div", {}, part("Cost Breakdown", this.its.cost), part("About", this.its.facts),
          part("Callbacks", this.its.callbacks), this.its.trace,
          this.its.data)));
    const title = `${clipped(this.its.row.valet_task_id ?? this.its.id.slice(0, 8), 60)} – GhostHands`;
    this.dispatchEvent(new CustomEvent("title", { detail: title, bubbles: true }));
  }

  hear(event) {
    this.its.events.push(event);
    this.its.timeline?.take(event);
    if (event.event_type === "thought") this.think(event.metadata?.content);
    if (event.event_type === "trace_kept") fill(this.its.trace, trace(this.its.id, this.its.events));
    if (["job_retried", "callback_redelivered"].includes(event.event_type)) this.again();
  }

  think(text) {
    if (!text || this.its.thinking?.lastElementChild?.textContent === `“${text}”`) return;
    this.its.thinking.append(make("p", {}, "“", theirs(text, 500), "”"));
    while (this.its.thinking.childElementCount > 5) this.its.thinking.firstElementChild.remove();
  }

  async again() {
    const wasFinal = isFinal(this.its.status.status);
    await this.look();
    if (wasFinal && !isFinal(this.its.status.status)) {
      // Its streams have ended with it.
      for (const end of this.endings.splice(0)) end();
      await this.show();
      return;
    }
    this.draw();
    await this.lookAtCallbacks();
  }

  /** Does something to the job, and shows what has become of it, whoever was first. @param {() => Promise<any>} deed */
  async change(deed) {
    try {
      return await deed();
    } finally {
      await this.again().catch(() => {});
    }
  }

  draw() {
    const { row, status } = this.its;
    const progress = status.progress ?? {};
    const mode = status.final_mode ?? (progress.execution_mode || null);
    const now = JSON.stringify([status, row.updated_at]);
    if (now === this.its.drawn) return;
    this.its.drawn = now;
    this.drawHead(row, status, progress, mode);
    this.its.blocker.take(status);
    if (progress.current_action) this.think(progress.current_action);
    if (!this.its.thinking.childElementCount) {
      fill(this.its.thinking, make("p", { class: "quiet" }, mode === "cookbook"
        ? "Replaying saved manual — nothing to think about."
        : "Nothing was thought yet."));
    }
    fill(this.its.cost, costPanel(status.cost_breakdown));
    this.drawFacts(row, status);
    const result = status.result ?? (row.result_data ? { data: row.result_data } : null);
    fill(this.its.outcome, report(row, status, result?.data));
    const links = row.screenshot_urls ?? [];
    fill(this.its.pictures, (links.length ? [part("Pictures", make("div", { class: "pictures" },
      links.map((link, at) => picture(link, `Picture ${at + 1}`))))] : []));
    fill(this.its.trace, ...[trace(this.its.id, this.its.events)].filter(Boolean));
    fill(this.its.data, part("Data", raw("Events", this.its.events), raw("What was asked for", row.input_data),
      raw("The whole row", row)));
  }

  drawHead(row, status, progress, mode) {
    const percent = Math.round(progress.progress_pct ?? 0);
    const running = status.status === "running";
    const hold = document.activeElement && this.its.head.contains(document.activeElement)
      ? document.activeElement.textContent : "";
    fill(this.its.head,
      make("p", {}, make("a", { href: "#/jobs" }, "Jobs")),
      make("h1", {}, outside(row.target_url)),
      make("div", { class: "row" }, state(status.status), badge(mode),
        status.status_message ? make("span", {}, theirs(status.status_message)) : null),
      running ? make("div", { class: "row" }, make("progress", { max: 100, value: percent, "aria-label": "Progress" }),
        make("span", {}, `${percent} %`), make("span", {}, theirs(progress.description ?? ""))) : null,
      status.error ? make("div", { class: "card trouble" }, make("strong", {}, status.error.code), " ",
        theirs(status.error.message ?? "")) : null,
      make("div", { class: "row acts" },
        mayCancel(status.status) && !status.interaction
          ? button("Cancel", () => this.cancel(), { class: "danger" }) : null,
        mayRetry(status.status) ? button("Retry", () => this.retry(row)) : null,
        running ? button("Take over", () => this.takeOver()) : null));
    if (hold) [...this.its.head.querySelectorAll("button")].find((one) => one.textContent === hold)?.focus();
  }

  drawFacts(row, status) {
    const manual = status.manual;
    const became = String(manual?.status ?? "none").replaceAll("_", " ");
    const times = status.timestamps;
    const took = times.started_at && times.completed_at
      ? Date.parse(times.completed_at) - Date.parse(times.started_at) : null;
    fill(this.its.facts, facts([
      ["Job", copyable(row.id)],
      row.valet_task_id ? ["Task", copyable(row.valet_task_id, clipped(row.valet_task_id, 80))] : null,
      ["User", make("span", {}, copyable(row.user_id), " ",
        make("a", { href: address(`people/${row.user_id}`) }, "What is kept"))],
      ["Type", row.job_type], ["Asked for",
        `${row.execution_mode ?? "auto"}, ${row.metadata?.quality_preset ?? "balanced"}`],
      ["Worker", row.worker_id ?? "none"],
      ["Created", ago(times.created_at)], times.started_at ? ["Started", ago(times.started_at)] : null,
      times.completed_at ? ["Ended", ago(times.completed_at)] : null, took === null ? null : ["Took", span(took)],
      ["Tries", String((row.retry_count ?? 0) + 1)],
      manual?.id ? ["Manual", make("a", { href: address(`manuals/${manual.id}`) },
        `${manual.id.slice(0, 8)} (${became}, health ${
        Math.round(manual.health_score ?? 0)})`)] : manual ? ["Manual", became] : null,
      manual?.fallback_reason ? ["Fell back", theirs(manual.fallback_reason)] : null,
    ]));
  }

  async lookAtCallbacks() {
    const list = await ask(`jobs/${pathOf(this.its.id)}/callbacks`);
    const now = JSON.stringify(list);
    if (now === this.its.told || !this.its.callbacks) return;
    this.its.told = now;
    fill(this.its.callbacks, callbacks(this.its.id, list.callbacks, () => this.lookAtCallbacks()));
  }

  async cancel() {
    if (!await confirmed("Cancel this job?",
      "It stops at once. If the form was being sent, it ends as unconfirmed: ask the employer then.",
      "Cancel the job")) return;
    const done = await this.change(() => act(`jobs/${pathOf(this.its.id)}/cancel`));
    notice(done.message ?? `The job is ${done.status}.`);
  }

  async retry(row) {
    const isOpen = row.submit_intent_at && !row.submit_rejected_at && !row.submit_confirmed_at;
    const box = make("input", { type: "checkbox", id: "not-sent" });
    const more = isOpen ? make("div", { class: "check" }, box,
      make("label", { for: "not-sent" }, "The employer says that no application has arrived")) : null;
    if (!await confirmed("Retry this job?", isOpen
      ? "The application may have been sent. Ask the employer first: a second one cannot be taken back."
      : "It is put back in the queue and done again from its first page.", "Retry the job", more)) return;
    await this.change(() => act(`jobs/${pathOf(this.its.id)}/retry`,
      isOpen ? { confirm_not_submitted: box.checked } : {}));
    notice("It is put back in the queue.");
  }

  async takeOver() {
    await this.change(() => act(`valet/interactions/${pathOf(this.its.id)}/takeover`));
    notice("It stops for you at the next safe point; the page opens here then.");
  }
}
customElements.define("gh-job", Job);
