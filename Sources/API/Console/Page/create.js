"use strict";
// A new job from a form, for trying out: the contract's example, and what is wrong with it beside the field.
import { fill, labelled, make } from "./dom.js";
import { ask } from "./net.js";
import { Page, address, words } from "./parts.js";

const pretty = (value) => JSON.stringify(value, null, 2);
const profile = {
  first_name: "Alice", last_name: "Smith", email: "alice@example.com", phone: "+1-555-0100",
  linkedin_url: "https://linkedin.com/in/alicesmith", portfolio_url: "https://alicesmith.dev",
  location: { city: "San Francisco", state: "CA", country: "US", zip: "94102" },
  work_authorization: "US Citizen", salary_expectation: "$150,000-$180,000", years_of_experience: 8,
  education: [{ institution: "MIT", degree: "BS", field: "Computer Science", graduation_year: 2018 }],
  work_history: [{ company: "Google", title: "Senior Engineer", start_date: "2020-01", end_date: "2025-12",
    description: "Led frontend team for Search" }],
  skills: ["TypeScript", "React", "Node.js"],
};
const answers = { "Are you authorized to work in the US?": "Yes", "How many years of React experience?": "6" };

class New extends Page {
  show() {
    const kind = this.query.get("kind") === "task" ? "task" : "apply";
    const text = (name, value, members = {}) => make("input", { name, value, autocomplete: "off", ...members });
    const area = (name, value, rows) => make("textarea",
      { name, value: pretty(value), rows, spellcheck: "false", class: "code" });
    const choice = (name, values, chosen) => make("select", { name },
      values.map((one) => make("option", { value: one, selected: one === chosen }, one)));
    /** @type {any[]} */
    const fields = [
      labelled("Page (target_url)", text("target_url", "", { type: "url", required: true, placeholder: "https://" })),
      labelled("Task (valet_task_id)", text("valet_task_id", `console-${Date.now().toString(36)}`, { required: true })),
      labelled("User (valet_user_id)", text("valet_user_id", "00000000-0000-0000-0000-000000000001",
        { required: true })),
      labelled("Callback (callback_url)", text("callback_url", "", { type: "url" }), "May be left out"),
    ];
    if (kind === "apply") {
      fields.push(labelled("Profile", area("profile", profile, 14)),
        labelled("Answers (qa_answers)", area("qa_answers", answers, 5)),
        labelled("Resume (storage_path)", text("resume", ""),
          "A file in the service's store, such as resumes/alice-smith-2026.pdf; may be left out"));
    } else {
      fields.push(labelled("Kind (job_type)", choice("job_type", ["scrape", "fill_form", "custom"], "scrape")),
        labelled("What to do (task_description)", make("textarea",
          { name: "task_description", rows: 3, value: "Scrape all job listings from this page" })),
        labelled("Data (input_data)", area("input_data", {}, 4)));
    }
    fields.push(labelled("Quality", choice("quality", ["speed", "balanced", "quality"], "balanced")),
      labelled("Priority", text("priority", "5", { type: "number", min: 1, max: 10 })),
      labelled("Longest time (timeout_seconds)", text("timeout_seconds", "300",
        { type: "number", min: 30, max: 1800 })),
      labelled("Recording (trace)", choice("trace", ["no", "yes"], "no"),
        "yes keeps every step with pictures, and what was filled in"));
    this.its.fault = make("p", { class: "fault", role: "alert" });
    const form = make("form", { class: "card wide acts", novalidate: true, onsubmit: (event) => {
      event.preventDefault();
      this.send(form, kind);
    } }, fields, this.its.fault, make("button", { class: "first" }, "Make the job"));
    fill(this, make("h1", {}, "New"), make("nav", { class: "chips", "aria-label": "Kind" },
      make("a", { class: "chip", href: "#/new", "aria-current": kind === "apply" ? "true" : null }, "Application"),
      make("a", { class: "chip", href: "#/new?kind=task", "aria-current": kind === "task" ? "true" : null }, "Task")),
        form);
  }

  /** @param {any} form @param {string} kind */
  async send(form, kind) {
    for (const note of form.querySelectorAll("small.fault")) {
      note.textContent = note.dataset.help ?? "";
      note.className = "";
    }
    for (const field of form.elements) field.removeAttribute("aria-invalid");
    this.its.fault.textContent = "";
    const value = (name) => form.elements.namedItem(name)?.value.trim() ?? "";
    /** @type {Record<string, any>} */
    const body = {};
    for (const name of ["target_url", "valet_task_id", "valet_user_id", "callback_url", "quality", "job_type",
      "task_description"]) {
      if (value(name)) body[name] = value(name);
    }
    for (const name of ["priority", "timeout_seconds"]) if (value(name)) body[name] = Number(value(name));
    if (value("resume")) body.resume = { storage_path: value("resume") };
    if (value("trace") === "yes") body.trace = true;
    for (const name of ["profile", "qa_answers", "input_data"]) {
      if (!value(name)) continue;
      try {
        body[name] = JSON.parse(value(name));
      } catch (why) {
        this.blame(form, name, `This is no JSON: ${/** @type {Error} */ (why).message}`);
        return;
      }
    }
    try {
      const made = await ask(`valet/${kind}`, { method: "POST", body });
      location.hash = address(`job/${made.job_id}`);
    } catch (why) {
      const details = /** @type {any} */ (why).details;
      const rest = Array.isArray(details) ? details.filter((one) => !this.blame(form, one.field, one.message)) : [];
      this.its.fault.textContent = Array.isArray(details) && details.length
        ? ["It was not taken.", ...rest.map((one) => `${one.field}: ${one.message}`)].join(" ") : words(why);
    }
  }

  /**
   * Says what is wrong beside the field that it is about.
   * @param {any} form @param {string} name @param {string} text
   */
  blame(form, name, text) {
    const field = form.elements.namedItem(String(name).split(/[.[]/)[0]);
    const note = field && document.getElementById(`${field.id}-note`);
    if (!note) return false;
    if (note.className !== "fault") note.dataset.help = note.textContent ?? "";
    note.textContent = `${note.className === "fault" ? `${note.textContent} ` : ""}${name}: ${text}`;
    note.className = "fault";
    if (!form.querySelector("[aria-invalid]")) field.focus();
    field.setAttribute("aria-invalid", "true");
    return true;
  }
}
customElements.define("gh-new", New);
