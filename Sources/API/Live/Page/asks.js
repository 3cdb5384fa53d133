"use strict";
// What the page's browser would draw beside the page is drawn here: dialogs, lists, pickers, files; and the forms by
// which a code, a login or answers are given without touching the page.
globalThis.liveAsks = (() => {
  /** @param {string} tag @param {object} [with_] @param {...any} inner */
  const make = (tag, with_ = {}, ...inner) => {
    const element = /** @type {any} */ (document.createElement(tag));
    Object.assign(element, with_);
    element.append(...inner);
    return element;
  };
  const box = /** @type {HTMLDialogElement} */ (document.getElementById("asking"));
  let shown = "";
  let dismiss = () => {};

  const close = () => {
    shown = "";
    if (box.open) box.close();
  };

  const open = (name, inner, whenDismissed) => {
    shown = name;
    dismiss = whenDismissed;
    box.replaceChildren(...inner);
    if (!box.open) box.showModal();
  };

  box.addEventListener("cancel", (event) => {
    event.preventDefault();
    const tell = dismiss;
    close();
    tell();
  });

  const buttons = (...pairs) => make("div", { className: "row" }, ...pairs.map(([text, act, first]) => make("button", {
    type: "button", textContent: text, className: first ? "first" : "",
    onclick: () => {
      close();
      act();
    },
  })));

  const dialog = (asked, send) => {
    const name = `dialog ${asked?.id}`;
    if (!asked) return shown.startsWith("dialog") ? close() : undefined;
    if (shown === name) return undefined;
    const answer = (yes, text) => send({ t: "dialog", id: asked.id, yes, text });
    const words = asked.kind === "beforeunload"
      ? "The page asks whether to leave it; what was entered may be lost." : asked.message;
    const field = make("input", { id: "proposed", value: asked.proposed, ariaLabel: "Your answer" });
    const inner = [make("p", { textContent: `The page says: ${words}` })];
    if (asked.kind === "prompt") inner.push(field);
    const no = ["Cancel", () => answer(false), false];
    const yes = ["OK", () => answer(true, asked.kind === "prompt" ? field.value : undefined), true];
    inner.push(buttons(...(asked.kind === "alert" ? [yes] : [no, yes])));
    return open(name, inner, () => answer(asked.kind === "alert"));
  };

  const list = (asked, send) => {
    const items = [];
    let group = null;
    for (const [index, option] of asked.options.entries()) {
      if (option.group !== group) {
        group = option.group;
        if (group) items.push(make("li", { className: "group", textContent: group }));
      }
      const button = make("button", { type: "button", textContent: option.text || "(empty)", disabled: option.off });
      button.setAttribute("role", "option");
      button.setAttribute("aria-selected", String(option.on));
      button.onclick = () => {
        close();
        send({ t: "pick", id: asked.id, index });
      };
      items.push(make("li", {}, button));
    }
    return make("ul", {}, ...items);
  };

  const picker = (asked, send) => {
    if (!asked) return shown.startsWith("picker") ? close() : undefined;
    const heading = make("p", { textContent: asked.label });
    const name = `picker ${asked.id}`;
    if (asked.kind === "select") {
      open(name, [heading, list(asked, send), buttons(["Close", () => {}, false])], () => {});
      const chosen = /** @type {HTMLElement | null} */ (box.querySelector("[aria-selected=true]"));
      chosen?.focus();
      chosen?.scrollIntoView({ block: "nearest" });
      return undefined;
    }
    const field = make("input", { type: asked.kind, value: asked.value, ariaLabel: asked.label });
    for (const limit of ["min", "max", "step"]) if (asked[limit]) field[limit] = asked[limit];
    const done = () => send({ t: "pick", id: asked.id, index: -1, value: field.value });
    return open(name, [heading, field, buttons(["Close", () => {}, false], ["Set", done, true])], () => {});
  };

  const files = (asked, upload, send) => {
    if (!asked) return shown.startsWith("files") ? close() : undefined;
    const field = make("input", { type: "file", multiple: asked.several, ariaLabel: "Files for the page" });
    const nothing = () => send({ t: "files", id: asked.id });
    return open(`files ${asked.id}`, [
      make("p", { textContent: asked.several ? "The page wants files." : "The page wants a file." }), field,
      buttons(["Cancel", nothing, false], ["Send to the page", () => upload(asked.id, [...field.files ?? []]), true]),
    ], nothing);
  };

  const pasting = (send) => {
    const field = make("textarea", { rows: 4, ariaLabel: "Paste here" });
    open("pasting", [
      make("p", { textContent: "Paste here, then send it to the field on the page." }), field,
      buttons(["Close", () => {}, false], ["Send", () => send({ t: "paste", text: field.value }), true]),
    ], () => {});
    field.focus();
  };

  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const field = make("textarea", { rows: 4, value: text, readOnly: true, ariaLabel: "Copied from the page" });
      open("copied", [make("p", { textContent: "Copy this:" }), field, buttons(["Close", () => {}, true])], () => {});
      field.select();
      return false;
    }
  };

  const confirm = (text, yes) => open("confirm", [
    make("p", { textContent: text }), buttons(["No", () => {}, false], ["Yes", yes, true]),
  ], () => {});

  const labelled = (text, field) => make("label", {}, text, field);

  const question = (asked) => {
    const id = asked.id ?? asked.label;
    const title = `${asked.label}${asked.required ? "" : " (may be left out)"}`;
    const options = (asked.options ?? []).map((one) => (typeof one === "string" ? one : one.label ?? one.value));
    const field = options.length
      ? make("select", { name: id, multiple: asked.kind === "checkboxes" || asked.kind === "multi_select" },
        make("option", { value: "", textContent: "Choose" }),
        ...options.map((one) => make("option", { value: one, textContent: one })))
      : asked.kind === "textarea" ? make("textarea", { name: id, rows: 4 }) : make("input", { name: id });
    field.required = Boolean(asked.required);
    return labelled(asked.help ? `${title}: ${asked.help}` : title, field);
  };

  const codeField = (length) => {
    const code = make("input", { name: "code", autocomplete: "one-time-code", required: true });
    return [code, labelled(`The code you were sent${length ? ` (${length} characters)` : ""}`, code)];
  };

  // The form that fits what the job waits for; nothing where the page itself must be worked.
  const form = (state, resume) => {
    const place = /** @type {HTMLFormElement} */ (document.getElementById("answers"));
    const fields = [];
    let data = () => ({});
    let type = "";
    if (state.type === "2fa") {
      type = "code_entry";
      const [code, row] = codeField(state.code_length);
      fields.push(row);
      data = () => ({ code: code.value.trim() });
    } else if (state.type === "login") {
      type = "credentials";
      const name = make("input", { name: "username", autocomplete: "username", maxLength: 500, required: true });
      const secret = make("input", { name: "password", type: "password", autocomplete: "current-password",
        maxLength: 500, required: true });
      fields.push(labelled("User name or e-mail address", name), labelled("Password", secret));
      data = () => ({ username: name.value, password: secret.value });
    } else if (state.type === "question" && Array.isArray(state.questions)) {
      type = "answers";
      fields.push(...state.questions.map(question));
      const keep = make("input", { type: "checkbox", name: "remember" });
      fields.push(make("label", { className: "box" }, keep, "Remember these answers"));
      data = () => {
        const answers = {};
        for (const asked of state.questions) {
          const field = /** @type {any} */ (place.elements.namedItem(asked.id ?? asked.label));
          const value = field?.multiple ? [...field.selectedOptions].map((one) => one.value).filter(Boolean)
            : field?.value;
          if (value?.length) answers[asked.id ?? asked.label] = value;
        }
        return { answers, remember: keep.checked };
      };
    }
    if (!type || state.mode !== "control") {
      place.hidden = true;
      return;
    }
    const button = make("button", { className: "first", type: "submit", textContent: "Send" });
    place.replaceChildren(...fields, button);
    place.onsubmit = (event) => {
      event.preventDefault();
      resume({ resolution_type: type, resolution_data: data() });
    };
    place.hidden = false;
  };

  return { dialog, picker, files, pasting, copied, confirm, form, close };
})();
