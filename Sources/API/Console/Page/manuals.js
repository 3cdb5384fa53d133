"use strict";
// What was learned of forms: each manual's steps, how well it does, what it was before; kept from use, tried out.
import { ago, copyable, facts, fill, labelled, make, notice, part, raw, theirs } from "./dom.js";
import { act, ask, pathOf } from "./net.js";
import { Page, address, button, confirmed, table, trouble, words } from "./parts.js";

const health = (score) => make("span", { class: "row" },
  make("meter", { min: 0, max: 100, low: 40, high: 70, optimum: 100, value: score,
  "aria-label": "Health" }), String(Math.round(score)));
const size = 50;

class Manuals extends Page {
  async show() {
    const id = this.parts[0];
    fill(this, make("h1", {}, id ? "Manual" : "Manuals"), make("p", { class: "quiet" }, "Loading…"));
    try {
      if (id) await this.one(id);
      else await this.all();
    } catch (why) {
      fill(this, make("h1", {}, "Manuals"), trouble(why, () => this.show()),
        make("a", { href: "#/manuals" }, "All manuals"));
    }
  }

  async all() {
    const offset = Number(this.query.get("offset") ?? 0) || 0;
    const page = await ask(`manuals?limit=${size}&offset=${offset}`);
    const rows = page.manuals.map((one) => [
      make("span", {}, make("a", { href: address(`manuals/${one.id}`) }, theirs(one.url_pattern, 100)),
        one.quarantined ? make("span", { class: "state failed" }, " quarantined") : null),
      theirs(one.platform), one.task_pattern, health(one.health_score), `${one.steps} steps, version ${one.version}`,
      `${one.success_count} ✓ ${one.failure_count} ✗`, ago(one.last_used),
    ]);
    fill(this, make("h1", {}, "Manuals"), make("p", { class: "quiet" }, `${page.total} manuals`),
      rows.length ? table("Manuals", ["Page", "Platform", "Task", "Health", "Steps", "Runs", "Last used"], rows)
        : make("p", { class: "card" },
          "Nothing was learned yet: the first application to a form that is proven becomes a manual."),
      make("nav", { class: "row", "aria-label": "Pages of the list" },
        offset ? make("a", { href: address("manuals", { offset: Math.max(0, offset - size) || "" }) },
          "Previous page") : null,
        offset + size < page.total ? make("a", { href: address("manuals", { offset: offset + size }) }, "Next page")
          : null));
  }

  async one(id) {
    const [manual, before] = await Promise.all([ask(`manuals/${pathOf(id)}`), ask(`manuals/${pathOf(id)}/versions`)]);
    const steps = manual.steps.map((step) => [String(step.order + 1), `Page ${step.page + 1}`,
      theirs(step.description || step.action),
      theirs(step.value ?? ""), health(step.healthScore <= 1 ? step.healthScore * 100 : step.healthScore)]);
    fill(this, make("p", {}, make("a", { href: "#/manuals" }, "Manuals")), make("h1", {}, theirs(manual.url_pattern)),
      make("div", { class: "columns" },
        make("div", {}, part("Steps", table("Steps", ["No.", "Page", "What is done", "With", "Health"], steps),
          raw("As it is exported", manual))),
        make("div", {}, part("About", facts([["Manual", copyable(manual.id)], ["Platform", theirs(manual.platform)],
          ["Task", manual.task_pattern],
          ["Source", manual.source], ["Version", String(manual.version)], ["Health", health(manual.health_score)],
          ["Runs", `${manual.success_count} worked, ${manual.failure_count} failed, healed ${manual.heal_count} times`],
          ["In use", manual.quarantined ? "no: it is quarantined" : "yes"]]),
        make("div", { class: "row acts" },
          manual.quarantined ? button("Use it again", () => this.quarantine(id, false))
            : button("Quarantine", () => this.quarantine(id, true)),
          button("Delete", () => this.remove(id), { class: "danger" }))),
        part("Try it out", this.trial(id)),
        part("Versions", before.versions.length ? make("ol", { class: "plain-list", reversed: true },
          before.versions.map((one) => make("li", {}, `Version ${one.version}: ${
          one.steps} steps, `, ago(one.created_at), " ", make("span", { class: "quiet" },
            theirs(one.provenance?.reason ?? one.provenance?.source ?? "")))))
          : make("p", { class: "quiet" }, "This is the first: the form has not changed since it was learned.")))));
  }

  async quarantine(id, isKept) {
    await act(`manuals/${pathOf(id)}/quarantine`, { quarantined: isKept });
    notice(isKept ? "It is not replayed any more." : "It may be replayed again.");
    await this.show();
  }

  async remove(id) {
    if (!await confirmed("Delete this manual?",
      "Its versions go with it. The next application to its form is filled without, and learned anew.",
      "Delete the manual")) return;
    await act(`manuals/${pathOf(id)}`, undefined, "DELETE");
    notice("The manual is deleted.");
    location.hash = "#/manuals";
  }

  trial(id) {
    const url = make("input", { name: "target_url", type: "url", required: true, placeholder: "https://",
      autocomplete: "off" });
    const user = make("input", { name: "user_id", required: true, value: "00000000-0000-0000-0000-000000000001",
      autocomplete: "off" });
    const data = make("textarea", { name: "data", rows: 5, class: "code", spellcheck: "false",
      value: '{\n  "first_name": "Alice",\n  "last_name": "Smith"\n}' });
    const fault = make("p", { class: "fault", role: "alert" });
    return make("form", { class: "acts", onsubmit: async (event) => {
      event.preventDefault();
      fault.textContent = "";
      try {
        const given = JSON.parse(data.value || "{}");
        const made = await ask(`manuals/${pathOf(id)}/test`,
          { method: "POST", body: { target_url: url.value, user_id: user.value, data: given } });
        location.hash = address(`job/${made.job_id}`);
      } catch (why) {
        fault.textContent = why instanceof SyntaxError ? `This is no JSON: ${why.message}` : words(why);
      }
    } }, labelled("Page", url, "The form is filled from manuals alone, and not sent"), labelled("User", user),
      labelled("Data", data), fault,
    make("button", {}, "Try it out"));
  }
}
customElements.define("gh-manuals", Manuals);
