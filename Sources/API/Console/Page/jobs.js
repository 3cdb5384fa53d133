"use strict";
// All jobs: which ones, says the address. Several are cancelled or retried at once.
import { ago, dollars, fill, make, notice, theirs } from "./dom.js";
import { act, ask, pathOf, repeat } from "./net.js";
import { Page, address, badge, button, confirmed, keyed, mayCancel, mayRetry, state, statuses,
  trouble } from "./parts.js";

const size = 50;
const hostOf = (text) => {
  try {
    return new URL(text).host || text;
  } catch {
    return text;
  }
};

class Jobs extends Page {
  /** Takes what the address says now, without beginning anew. @param {string[]} _ @param {URLSearchParams} query */
  take(_, query) {
    this.query = query;
    this.mark();
    this.look().catch(() => {});
    return true;
  }

  show() {
    this.its.chosen = new Set();
    this.its.jobs = [];
    this.its.heading = make("p", { class: "quiet", role: "status" });
    this.its.chips = make("div", { class: "chips", role: "group", "aria-label": "Status" });
    this.its.search = make("input", { type: "search", id: "search", placeholder: "id, task id or host",
      "aria-label": "Search by id, task id or host",
      maxlength: 200 });
    const kind = make("select", { id: "kind", "aria-label": "Type", onchange: () => this.go({ job_type: kind.value }) },
      make("option", { value: "" }, "All types"),
      ["apply", "fill_form", "scrape", "custom"].map((one) => make("option", { value: one }, one)));
    this.its.kind = kind;
    const sort = make("select", { id: "sort", "aria-label": "Order", onchange: () => this.go({ sort: sort.value }) },
      [["", "Newest first"], ["created_at", "Oldest first"], ["-updated_at", "Last changed first"],
        ["-completed_at", "Last ended first"], ["-priority", "Most urgent first"],
          ["-retry_count", "Most retried first"]]
        .map(([value, name]) => make("option", { value }, name)));
    this.its.sort = sort;
    const form = make("form", { class: "row", role: "search", onsubmit: (event) => {
      event.preventDefault();
      this.go({ q: this.its.search.value.trim() });
    } }, this.its.search, make("button", {}, "Search"), kind, sort);
    this.its.all = make("input", { type: "checkbox", "aria-label": "Choose all on this page", onchange: () => {
      this.its.chosen = new Set(this.its.all.checked ? this.its.jobs.map((job) => job.id) : []);
      this.mark();
      for (const box of this.its.list.querySelectorAll("input")) box.checked = this.its.all.checked;
    } });
    this.its.list = make("tbody");
    this.its.several = make("div", { class: "row several acts", hidden: true });
    this.its.pages = make("nav", { class: "row", "aria-label": "Pages of the list" });
    this.its.body = make("div", {}, make("table", { class: "jobs" },
      make("thead", {}, make("tr", {}, make("th", {}, this.its.all),
      ["Job", "Status", "Mode", "Cost", "Created"].map((head) => make("th", { scope: "col" }, head)))), this.its.list));
    fill(this, make("h1", {}, "Jobs"), this.its.chips, form, this.its.heading, this.its.several, this.its.body,
      this.its.pages);
    this.mark();
    this.until(repeat(4000, () => this.look()));
  }

  /** Writes a change into the address. @param {Record<string, string>} change */
  go(change) {
    const query = new URLSearchParams(this.query);
    query.delete("cursor");
    for (const [name, value] of Object.entries(change)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    location.hash = address("jobs", query);
  }

  async look() {
    const asked = this.query.toString();
    const query = new URLSearchParams(this.query);
    query.set("limit", String(size));
    const about = new URLSearchParams([...this.query].filter(([name]) => ["q", "job_type", "user_id"].includes(name)));
    try {
      const [page, counts] = await Promise.all([ask(`jobs?${query}`), ask(`jobs/counts?${about}`)]);
      if (asked !== this.query.toString()) return;
      this.its.jobs = page.jobs;
      this.its.counts = counts;
      this.its.next = page.next_cursor;
      this.its.total = page.total;
      this.its.fault?.remove();
      this.its.fault = null;
      this.draw();
    } catch (why) {
      this.its.fault?.remove();
      this.its.fault = trouble(why, () => this.look());
      this.its.heading.after(this.its.fault);
      throw why;
    }
  }

  mark() {
    this.its.search.value = document.activeElement === this.its.search ? this.its.search.value
      : this.query.get("q") ?? "";
    this.its.kind.value = this.query.get("job_type") ?? "";
    this.its.sort.value = this.query.get("sort") ?? "";
    const some = this.its.jobs.filter((job) => this.its.chosen.has(job.id));
    this.its.several.hidden = !some.length;
    this.its.all.checked = some.length > 0 && some.length === this.its.jobs.length;
    const [stop, again] = [some.filter((job) => mayCancel(job.status)), some.filter((job) => mayRetry(job.status))];
    fill(this.its.several, make("strong", {}, `${some.length} chosen`),
      stop.length ? button(`Cancel ${stop.length}`, () => this.each("Cancel", "cancel", stop), { class: "danger" })
        : null,
      again.length ? button(`Retry ${again.length}`, () => this.each("Retry", "retry", again)) : null,
      button("Choose none", () => {
        this.its.chosen.clear();
        for (const box of this.querySelectorAll("input[type=checkbox]")) /** @type {any} */ (box).checked = false;
        this.mark();
      }, { class: "plain" }));
  }

  draw() {
    const now = this.query.get("status") ?? "";
    const chip = (status, name, number) => make("a", { class: "chip", href: address("jobs", this.with({ status })),
      "aria-current": now === status ? "true" : null, "data-part": "chip" }, name, " ",
        make("b", {}, number.toLocaleString("en")));
    keyed(this.its.chips, [["", "all", this.its.counts.total],
      ...statuses.map((one) => [one, one, this.its.counts.counts[one] ?? 0])]
      .map((one) => [...one, now === one[0], this.query.toString()]), (one) => `chip ${one[0]}`,
        (one) => chip(one[0], one[1], one[2]));
    this.its.heading.textContent = this.its.total ? `${this.its.total.toLocaleString("en")} jobs` : "";
    keyed(this.its.list, this.its.jobs, (job) => job.id, (job) => this.row(job));
    const ids = new Set(this.its.jobs.map((job) => job.id));
    for (const id of this.its.chosen) if (!ids.has(id)) this.its.chosen.delete(id);
    const isEmpty = !this.its.jobs.length;
    this.its.empty?.remove();
    if (isEmpty) {
      this.its.empty = make("div", { class: "card" },
        make("p", {}, [...this.query].length ? "No job fits these filters." : "There are no jobs yet."),
        [...this.query].length ? make("a", { href: "#/jobs" }, "Show all")
          : make("a", { href: "#/new" }, "Make the first one"));
      this.its.body.after(this.its.empty);
    }
    this.its.body.hidden = isEmpty;
    fill(this.its.pages, ...[
      this.query.has("cursor") ? make("a", { href: address("jobs", this.with({})) }, "First page") : null,
      this.its.next ? make("a", { href: address("jobs", this.with({ cursor: this.its.next })) }, "Next page") : null,
    ].filter(Boolean));
    this.mark();
  }

  /** The address with a change, on its first page. @param {Record<string, string>} change */
  with(change) {
    const query = new URLSearchParams(this.query);
    query.delete("cursor");
    for (const [name, value] of Object.entries(change)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    return query;
  }

  row(job) {
    const box = make("input", { type: "checkbox", "aria-label": `Choose ${job.id}`,
      checked: this.its.chosen.has(job.id), "data-part": "box",
      onchange: () => {
        if (box.checked) this.its.chosen.add(job.id);
        else this.its.chosen.delete(job.id);
        this.mark();
      } });
    const spent = job.metadata?.cost_breakdown?.total_cost_usd;
    return make("tr", {},
      make("td", {}, box),
      make("td", {}, make("a", { href: address(`job/${job.id}`), "data-part": "link" },
        theirs(hostOf(job.target_url), 80)),
        make("div", { class: "quiet" }, job.id.slice(0, 8), job.valet_task_id ? [" · ", theirs(job.valet_task_id, 60)]
          : null,
          ` · ${job.job_type}`)),
      make("td", {}, state(job.status), job.error_code ? make("div", { class: "quiet" }, job.error_code) : null),
      make("td", {}, badge(job.final_mode ?? job.metadata?.progress?.execution_mode) ?? make("span",
        { class: "quiet" }, "–")),
      make("td", {}, spent === undefined ? make("span", { class: "quiet" }, "–") : dollars(spent)),
      make("td", {}, ago(job.created_at)));
  }

  /** Does the same with several jobs. @param {string} name @param {string} what @param {any[]} jobs */
  async each(name, what, jobs) {
    const text = what === "cancel"
      ? "They stop at once. An application whose form was being sent ends as unconfirmed: ask the employer about it."
      : "They are put back in the queue and done again. One that may have been sent already is left as it is.";
    if (!await confirmed(`${name} ${jobs.length} ${jobs.length === 1 ? "job" : "jobs"}?`, text,
      `${name} ${jobs.length}`)) return;
    let done = 0;
    const faults = [];
    const rest = [...jobs];
    const worker = async () => {
      for (let job = rest.shift(); job; job = rest.shift()) {
        try {
          await act(`jobs/${pathOf(job.id)}/${what}`);
          done += 1;
        } catch (why) {
          faults.push(/** @type {Error} */ (why).message);
        }
      }
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    const left = faults.length ? ` ${faults.length} were left as they are: ${[...new Set(faults)].join("; ")}` : "";
    notice(`${done} of ${jobs.length} ${what === "cancel" ? "cancelled" : "put back in the queue"}.${left}`,
      faults.length > 0);
    this.its.chosen.clear();
    await this.look();
  }
}
customElements.define("gh-jobs", Jobs);
