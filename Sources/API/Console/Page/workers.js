"use strict";
// The workers: what they are doing, and how one is taken out of service.
import { ago, copyable, fill, make, notice, span } from "./dom.js";
import { act, ask, repeat } from "./net.js";
import { Page, address, button, confirmed, keyed, table, trouble } from "./parts.js";

class Workers extends Page {
  show() {
    this.its.body = make("div");
    fill(this, make("h1", {}, "Workers"), this.its.body);
    this.until(repeat(3000, () => this.look()));
  }

  async look() {
    try {
      const page = await ask("monitoring/workers");
      const rows = page.workers.map(({ last_heartbeat: _, uptime_seconds: __, ...one }) => one);
      const seen = new Map(page.workers.map((one) => [one.worker_id, one]));
      if (!rows.length) {
        fill(this.its.body, make("p", { class: "card" },
          "No worker is there: jobs wait. Start one with `ghosthands worker`, or `ghosthands serve`."));
        return;
      }
      if (!this.its.list) {
        const made = table("Workers", ["Worker", "Status", "Jobs", "Done", "Heard of", "Up", ""], []);
        this.its.list = made.querySelector("tbody");
        fill(this.its.body, made);
      }
      keyed(this.its.list, rows, (one) => one.worker_id, (one) => this.row(one));
      for (const row of this.its.list.children) {
        const one = seen.get(row.dataset.key);
        fill(row.querySelector(".heard"), ago(one.last_heartbeat));
        row.querySelector(".up").textContent = span(one.uptime_seconds * 1000);
      }
    } catch (why) {
      this.its.list = null;
      fill(this.its.body, trouble(why, () => this.look()));
      throw why;
    }
  }

  row(one) {
    const load = make("meter", { min: 0, max: Math.max(1, one.max_concurrent), value: one.active_jobs,
      "aria-label": "Load" });
    const cell = (head, ...inner) => make("td", { "data-head": head }, inner);
    return make("tr", {}, cell("Worker", copyable(one.worker_id)),
      cell("Status", make("span",
        { class: `state ${one.status === "active" ? "completed" : one.status === "draining" ? "paused" : "failed"}` },
        one.status)),
      cell("Jobs", load, ` ${one.active_jobs} of ${one.max_concurrent} `, one.current_job_id
        ? make("a", { href: address(`job/${one.current_job_id}`) }, one.current_job_id.slice(0, 8)) : null),
      cell("Done", `${one.jobs_completed} ✓ ${one.jobs_failed} ✗`),
        make("td", { class: "heard", "data-head": "Heard of" }), make("td", { class: "up", "data-head": "Up" }),
      cell("", one.status === "active" ? button("Drain", async () => {
        if (!await confirmed(`Drain ${one.worker_id}?`,
          "It finishes what it has and takes no more jobs. Starting it again puts it back in service.",
          "Drain the worker")) return;
        await act("valet/workers/deregister", { target_worker_id: one.worker_id, reason: "drained from the console" });
        notice("It takes no more jobs once it hears of it, within seconds.");
        await this.look();
      }, { class: "acts", "data-part": "drain" }) : null));
  }
}
customElements.define("gh-workers", Workers);
