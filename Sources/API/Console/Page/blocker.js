"use strict";
// The card that tells what a paused job waits for, how long yet, and how a person helps,
// the live page in place.
import { clipped, fill, left, make, notice, serverNow, theirs } from "./dom.js";
import { act, ask, home, pathOf } from "./net.js";
import { blockerName, button, confirmed } from "./parts.js";
import { picture } from "./pictures.js";

/** A field for a question of the form. @param {any} asked */
const question = (asked) => {
  const id = `answer ${asked.id ?? asked.label}`;
  const options = (asked.options ?? []).map((one) => (typeof one === "string" ? one : one.label ?? one.value));
  const field = options.length
    ? make("select", { id, multiple: asked.kind === "checkboxes" || asked.kind === "multi_select" },
      make("option", { value: "" }, "Choose"), options.map((one) => make("option", { value: one }, clipped(one, 200))))
    : asked.kind === "textarea" ? make("textarea", { id, rows: 4 }) : make("input", { id });
  field.required = Boolean(asked.required);
  const value = () => (field.multiple ? [...field.selectedOptions].map((one) => one.value).filter(Boolean)
    : field.value);
  return { id: asked.id ?? asked.label, value, element: make("div", { class: "field" },
    make("label", { for: id }, theirs(asked.label), asked.required ? "" : " (may be left out)"), field,
    asked.help ? make("small", {}, theirs(asked.help)) : null) };
};

export class Blocker extends HTMLElement {
  constructor() {
    super();
    /** @type {any} */
    this.job = null;
    this.shown = "";
    /** Told when something was done. */
    this.changed = () => {};
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  /** Shows what a job waits for; nothing is lost of what was typed while it is the same. @param {any} job a status */
  take(job) {
    this.job = job;
    const interaction = job.interaction;
    const now = interaction ? JSON.stringify([interaction.type, interaction.paused_at]) : "";
    if (now === this.shown) return;
    this.shown = now;
    clearInterval(this.timer);
    this.hidden = !interaction;
    this.classList.remove("is-live");
    if (interaction) this.draw(job, interaction);
    else fill(this);
  }

  draw(job, interaction) {
    const deadline = Date.parse(interaction.paused_at) + interaction.timeout_seconds * 1000;
    const time = make("strong", { role: "timer", class: "countdown" });
    const tick = () => {
      const rest = deadline - serverNow();
      time.textContent = rest > 0 ? `${left(rest)} left` : "The time is over";
      time.classList.toggle("soon", rest < 60000);
    };
    tick();
    this.timer = setInterval(tick, 1000);
    this.live = make("div", { class: "live" });
    const form = this.form(interaction);
    const shot = interaction.screenshot_url ? picture(interaction.screenshot_url,
      "The page as it was when the job stopped") : null;
    const name = `Your automation needs help (job ${job.job_id.slice(0, 8)})`;
    fill(this, make("section", { class: "card blocker", "aria-label": name },
      make("div", { class: "row" }, make("h2", {}, "Your automation needs help"), time),
      make("p", {}, make("span", { class: "badge hybrid" }, blockerName(interaction.type)), " ",
        theirs(interaction.message ?? interaction.description ?? job.status_message ?? "")),
      form, this.live, shot,
      make("div", { class: "row acts ways" },
        button("Open the page here", () => this.open(), { class: form ? "" : "first" }),
        button("I've resolved it", () => this.resume({ resolution_type: "manual" })),
        button("Cancel", () => this.cancel(), { class: "danger" }))));
  }

  /** What can be given without touching the page. */
  form(interaction) {
    /** @type {any[]} */
    let fields = [];
    let type = "";
    /** @type {() => any} */
    let data = () => ({});
    const text = (name, label, members) => {
      const field = make("input", { id: `help-${name}`, required: true, maxlength: 500, ...members });
      fields.push(make("div", { class: "field" }, make("label", { for: `help-${name}` }, label), field));
      return field;
    };
    if (interaction.type === "2fa") {
      type = "code_entry";
      const code = text("code", "The code that was sent", { autocomplete: "one-time-code", maxlength: 100 });
      data = () => ({ code: code.value.trim() });
    } else if (interaction.type === "login") {
      type = "credentials";
      const name = text("username", "User name or e-mail address", { autocomplete: "off" });
      const secret = text("password", "Password", { type: "password", autocomplete: "off" });
      data = () => ({ username: name.value, password: secret.value });
    } else if (Array.isArray(interaction.questions) && interaction.questions.length) {
      type = "answers";
      const questions = interaction.questions.map(question);
      const keep = make("input", { type: "checkbox", id: "help-keep" });
      fields = [...questions.map((one) => one.element), make("div", { class: "check" }, keep,
        make("label", { for: "help-keep" }, "Remember these answers"))];
      data = () => ({ answers: Object.fromEntries(questions.map((one) => [one.id,
        one.value()]).filter(([, value]) => value.length)),
        remember: keep.checked });
    }
    if (!type) return null;
    return make("form", { class: "acts", onsubmit: async (event) => {
      event.preventDefault();
      await this.resume({ resolution_type: type, resolution_data: data() });
    } }, fields, make("button", { class: "first" }, "Send"));
  }

  async open() {
    const id = this.job.job_id;
    const link = await act(`valet/interactions/${pathOf(id)}/link`, { mode: "control", ttl_seconds: 60 });
    const secret = String(link.url).split("#")[1] ?? "";
    const frame = make("iframe", { title: "The page of the job", src: new URL(`live#${secret}`, home).href });
    const close = button("Close the page", () => {
      fill(this.live);
      this.classList.remove("is-live");
    }, { class: "plain" });
    fill(this.live, frame, make("div", { class: "row" }, close, " ",
      button("Open in a window of its own", async () => {
        const own = await act(`valet/interactions/${pathOf(id)}/link`, { mode: "control", ttl_seconds: 60 });
        open(new URL(`live#${String(own.url).split("#")[1]}`, home).href, "_blank", "noopener");
      }, { class: "plain" })));
    this.classList.add("is-live");
    frame.focus();
  }

  /** @param {any} body */
  async resume(body) {
    try {
      await act(`valet/resume/${pathOf(this.job.job_id)}`, { resolved_by: "human", ...body });
      notice("Thank you. The application goes on.");
    } finally {
      this.changed();
    }
  }

  async cancel() {
    if (!await confirmed("Cancel this job?",
      "It cannot be taken up from here again. What was sent already cannot be taken back.",
      "Cancel the job")) return;
    const done = await act(`jobs/${pathOf(this.job.job_id)}/cancel`);
    notice(done.status === "cancelled" ? "The job is cancelled."
      : "It ends here, but the form was sent before: the employer may have the application. Please ask them.",
        done.status !== "cancelled");
    this.changed();
  }
}
customElements.define("gh-blocker", Blocker);

/** Whether a job is still there to be helped. @param {string} id */
export const status = (id) => ask(`valet/status/${pathOf(id)}`);
