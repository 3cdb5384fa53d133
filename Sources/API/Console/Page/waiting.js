"use strict";
// Every job that waits for a human, the one whose time is over first on top.
import { clipped, copyable, fill, make, outside } from "./dom.js";
import { ask, pathOf, repeat } from "./net.js";
import { Page, address, keyed, trouble } from "./parts.js";
import { Blocker } from "./blocker.js";

class Waiting extends Page {
  show() {
    this.its.list = make("div", { class: "stack" });
    this.its.note = make("div");
    fill(this, make("h1", {}, "Waiting for you"), this.its.note, this.its.list);
    this.until(repeat(3000, () => this.look()));
  }

  async look() {
    try {
      const page = await ask("jobs?status=paused&limit=50&sort=created_at");
      const all = (await Promise.all(page.jobs.map((job) => ask(`valet/status/${pathOf(job.id)}`).then(
        (status) => ({ id: job.id, url: job.target_url, task: job.valet_task_id, status }), () => null))))
        .filter((one) => one?.status.interaction);
      const deadline = ({ status: { interaction } }) => Date.parse(interaction.paused_at)
        + interaction.timeout_seconds * 1000;
      all.sort((one, other) => deadline(one) - deadline(other));
      fill(this.its.note, (all.length ? [] : [make("p", { class: "card" },
        "Nobody waits for you. This page tells when somebody does.")]));
      document.title = `${all.length ? `(${all.length}) ` : ""}Waiting for you – GhostHands`;
      keyed(this.its.list, all.map(({ id, url, task, status: { interaction } }) => ({ id, url, task,
        since: interaction.paused_at })), (one) => one.id, (one) => {
        const card = /** @type {Blocker} */ (document.createElement("gh-blocker"));
        card.changed = () => this.look();
        card.take(all.find(({ id }) => id === one.id)?.status);
        return make("article", {}, make("h2", { class: "of" }, outside(one.url)),
          make("p", { class: "row" }, make("a", { href: address(`job/${one.id}`) },
          "The whole job"), " ", copyable(one.task ?? one.id, clipped(one.task ?? one.id, 60))), card);
      });
    } catch (why) {
      fill(this.its.note, trouble(why, () => this.look()));
      throw why;
    }
  }
}
customElements.define("gh-waiting", Waiting);
