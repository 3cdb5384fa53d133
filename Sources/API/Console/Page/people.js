"use strict";
// What is kept of the people whom jobs are done for: sessions, credentials, answers, spending; and how it is forgotten.
import { ago, copyable, dollars, facts, fill, labelled, make, notice, part, theirs } from "./dom.js";
import { act, ask, pathOf } from "./net.js";
import { Page, address, button, confirmed, table, trouble, words } from "./parts.js";

class People extends Page {
  async show() {
    const id = this.parts[0];
    const field = make("input", { id: "person", value: id ?? "", required: true, autocomplete: "off",
      spellcheck: "false", "aria-label": "User's id",
      placeholder: "00000000-0000-0000-0000-000000000001" });
    const form = make("form", { class: "row", role: "search", onsubmit: (event) => {
      event.preventDefault();
      location.hash = address(`people/${pathOf(field.value.trim())}`);
    } }, field, make("button", {}, "Show"));
    this.its.body = make("div", {}, make("p", { class: "quiet" }, "Loading…"));
    fill(this, make("h1", {}, "People"), form, this.its.body);
    try {
      await (id ? this.one(id) : this.recent());
    } catch (why) {
      fill(this.its.body, trouble(why, () => this.show()));
    }
  }

  async recent() {
    const page = await ask("jobs?limit=100");
    /** @type {Map<string, { count: number, last: string }>} */
    const people = new Map();
    for (const job of page.jobs) {
      const known = people.get(job.user_id);
      people.set(job.user_id, { count: (known?.count ?? 0) + 1, last: known?.last ?? job.created_at });
    }
    fill(this.its.body, people.size ? table("People of the last jobs", ["Person", "Of the last 100 jobs", "Last"],
      [...people].map(([id, one]) => [make("a", { href: address(`people/${id}`) }, id), String(one.count),
        ago(one.last)]))
      : make("p", { class: "card" }, "Nobody has had a job done yet. A person is shown by the id that jobs name."));
  }

  async one(id) {
    const path = pathOf(id);
    const [usage, sessions, credentials, answers, counts,
      paired] = await Promise.all([ask(`users/${path}/usage`), ask(`valet/sessions/${path}`),
      ask(`valet/credentials/${path}`), ask(`users/${path}/answers`), ask(`jobs/counts?user_id=${path}`),
      ask(`valet/operators/${path}`)]);
    const again = () => this.one(id);
    fill(this.its.body, make("p", {}, copyable(id)), make("div", { class: "columns" },
      make("div", {},
        this.sessions(path, sessions.sessions, again),
        this.credentials(path, credentials.credentials, again),
        this.browsers(path, paired.operators, again)),
      make("div", {},
        this.month(id, usage, counts.total),
        this.answers(path, answers, again),
        part("Forget this person",
          make("p", {}, "Deletes all jobs, events, answers, sessions, credentials and files that are kept of them."),
          button("Forget everything", () => this.forget(id), { class: "danger acts" })))));
  }

  /** A button that deletes something once it is confirmed. */
  removing(where, text, done, again) {
    return button("Delete", async () => {
      if (!await confirmed("Delete it?", text, "Delete")) return;
      await act(where, undefined, "DELETE");
      notice(done);
      await again();
    }, { class: "plain acts" });
  }

  sessions(path, kept, again) {
    const all = button("Delete all sessions", async () => {
      if (!await confirmed("Delete all sessions?", "The person is logged in nowhere any more.", "Delete all")) return;
      await act(`valet/sessions/${path}`, undefined, "DELETE");
      await again();
    }, { class: "acts" });
    return part("Sessions", kept.length ? table("Sessions", ["Host", "Last used", "Ends", ""], kept.map((one) => [
      theirs(one.domain), ago(one.last_used_at), one.expires_at ? ago(one.expires_at) : "with the browser's memory",
      this.removing(`valet/sessions/${path}/${pathOf(one.domain)}`,
        `The person is logged in at ${one.domain} no more.`, "The session is deleted.", again)]))
      : make("p", { class: "quiet" }, "None: where a job logs in, the session is kept here for the next one."),
    kept.length > 1 ? all : null);
  }

  credentials(path, kept, again) {
    const heads = ["Host", "Name", "Works", "Last used", ""];
    return part("Credentials", kept.length ? table("Credentials", heads, kept.map((one) => [
      theirs(one.domain), theirs(one.username ?? ""), one.is_valid ? "yes" : "no", ago(one.last_used_at),
      this.removing(`valet/credentials/${path}/${pathOf(one.domain)}`,
        `Nothing logs in at ${one.domain} by itself any more.`, "The credential is deleted.", again)]))
      : make("p", { class: "quiet" },
        "None: a job that meets a log-in asks a human. With a credential it logs in by itself."),
    this.giving(path, again));
  }

  browsers(path, paired, again) {
    const revoking = (one) => button("Revoke", async () => {
      if (!await confirmed("Revoke it?", "Its hands stop at once, and nothing more can be sent from its pages.",
        "Revoke")) return;
      await act(`valet/operators/${path}/${pathOf(one.operator_id)}`, undefined, "DELETE");
      notice("The browser is revoked.");
      await again();
    }, { class: "plain acts" });
    const heads = ["Name", "Paired", "Last seen", ""];
    return part("Their own browsers", paired.length ? table("Browsers", heads, paired.map((one) => [
      theirs(one.name), ago(one.paired_at), one.seen_at ? ago(one.seen_at) : "never", revoking(one)]))
      : make("p", { class: "quiet" }, "None. Jobs with browser_mode operator wait for one."), this.pairing(path));
  }

  month(id, usage, kept) {
    return part("This month", facts([["Tier", usage.tier],
      ["Spent", `${dollars(usage.current_month_cost_usd)} of ${dollars(usage.monthly_budget_usd)}`],
      ["Jobs this month", String(usage.job_count)],
      ["Tokens", (usage.input_tokens + usage.output_tokens).toLocaleString("en")],
      ["Jobs that are kept", make("a", { href: address("jobs", { user_id: id }) }, String(kept))]]));
  }

  answers(path, kept, again) {
    const forgetting = button("Forget the answers", async () => {
      if (!await confirmed("Forget the answers?", "The next form with these questions asks a model anew.",
        "Forget them")) return;
      const done = await act(`users/${path}/answers`, undefined, "DELETE");
      notice(`${done.deleted} answers are forgotten.`);
      await again();
    }, { class: "acts" });
    return part("Answers", make("p", {}, kept.count
      ? [`${kept.count} answers that models derived are used again; the last was kept `, ago(kept.last_kept_at), "."]
      : "None: what a model derives from the profile is kept here and used again."), kept.count ? forgetting : null);
  }

  pairing(path) {
    const shown = make("p", { role: "status" });
    return make("div", {}, button("Pair a browser", async () => {
      const made = await act(`valet/operators/${path}/code`, {});
      fill(shown, "At their desk, within ten minutes: ",
        copyable(`ghosthands operator --server ${location.origin} --pair ${made.code}`));
    }, { class: "acts" }), shown);
  }

  giving(path, again) {
    const member = (name, label, members = {}, help = "") => {
      const field = make("input", { name, autocomplete: "off", ...members });
      return [field, labelled(label, field, help)];
    };
    const [domain, one] = member("domain", "Host", { required: true, placeholder: "jobs.example.com" });
    const [name, two] = member("username", "User name", { required: true });
    const [secret, three] = member("password", "Password",
      { required: true, type: "password", autocomplete: "new-password" });
    const fault = make("p", { class: "fault", role: "alert" });
    return make("details", {}, make("summary", {}, "Give a credential"),
      make("form", { class: "acts", onsubmit: async (event) => {
      event.preventDefault();
      fault.textContent = "";
      try {
        await act(`valet/credentials/${path}/${pathOf(domain.value.trim())}`,
          { username: name.value, password: secret.value }, "PUT");
        notice("It is kept, sealed.");
        await again();
      } catch (why) {
        fault.textContent = words(why);
      }
    } }, one, two, three, fault, make("button", {}, "Keep it")));
  }

  async forget(id) {
    const field = make("input", { id: "sure", autocomplete: "off" });
    const sure = make("div", { class: "field" }, make("label", { for: "sure" },
      "Type the first eight characters of the id"), field);
    if (!await confirmed("Forget this person?", `Everything that is kept of ${id} is deleted. It cannot be had back.`,
      "Forget everything", sure)) return;
    if (field.value.trim() !== id.slice(0, 8)) {
      notice("Nothing was deleted: those are not the first eight characters of the id.", true);
      return;
    }
    const { deleted } = await act(`users/${pathOf(id)}/data`, undefined, "DELETE");
    notice(`Forgotten: ${Object.entries(deleted).map(([name, number]) => `${number} ${name}`).join(", ")}.`);
    await this.one(id);
  }
}
customElements.define("gh-people", People);
