// Changes a form the way sites change theirs: kind and strength (1 to 3) are set before. Runs at the end of the body.
(() => {
  const { kind, strength } = globalThis.mutation;
  let seed = 20260 + strength;
  const random = () => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed / 2147483648; };
  const token = () => Math.floor(random() * 1e9).toString(36) + Math.floor(random() * 1e6);
  const form = document.querySelector("form");
  const controls = () => [...form.querySelectorAll("input, select, textarea")]
    .filter((one) => one.name && !["hidden", "submit", "button", "reset"].includes(one.type));
  const labels = () => [...form.querySelectorAll("label")];
  const own = (label) => [...label.childNodes].find((node) => node.nodeType === 3 && node.data.trim());

  // What holds one field with its label, and the others of its name.
  const group = (control) => {
    const same = (one) => [...one.querySelectorAll("input, select, textarea")].every((other) => other.name === control.name);
    let at = control;
    while (at.parentElement && at.parentElement !== form && same(at.parentElement)) at = at.parentElement;
    return at;
  };
  const groups = () => [...new Set(controls().map(group))];

  const kinds = {
    wrappers() {
      for (const one of groups()) for (let n = 0; n < [1, 3, 8][strength - 1]; n++) {
        const box = document.createElement(n % 2 ? "section" : "div");
        one.replaceWith(box);
        box.append(one);
      }
    },
    ids() {
      for (const one of form.querySelectorAll("[class]")) one.className = `css-${token()}`;
      for (const one of [...form.querySelectorAll("[id]")]) {
        const before = one.id;
        one.id = strength === 1 ? `${before}-${token()}` : `r${token()}`;
        for (const label of form.querySelectorAll(`label[for="${CSS.escape(before)}"]`)) label.htmlFor = one.id;
        if (form.id === before) form.id = `f${token()}`;
      }
      if (strength === 3) for (const one of controls()) one.dataset.testid = token();
    },
    wording() {
      const synonyms = { email: "e-mail", phone: "telephone", address: "postal address", company: "firm", name: "name",
        number: "no.", description: "summary", date: "day", reason: "grounds", experience: "background", project: "undertaking" };
      for (const label of labels()) {
        const node = own(label);
        // What stands beside a box or a button is an answer, not a question.
        if (!node || label.querySelector("input[type=radio], input[type=checkbox]")
            || ["radio", "checkbox"].includes(label.control?.type)) continue;
        const text = node.data.trim().replace(/[*:]/g, "").trim();
        if (strength === 1) node.data = `Please enter your ${text.charAt(0).toLowerCase() + text.slice(1)}`;
        if (strength === 2) node.data = text.split(/\s+/).map((word) => synonyms[word.toLowerCase()] ?? word).join(" ") + " (see guide)";
        if (strength === 3) node.data = `Tell us about this: ${text.split(/\s+/).reverse().slice(0, 2).join(" ")}`;
      }
    },
    order() {
      const all = groups();
      const marks = all.map((one) => { const mark = document.createComment(""); one.before(mark); return mark; });
      const shuffled = strength === 1 ? [all[1] ?? all[0], all[0], ...all.slice(2)].slice(0, all.length)
        : strength === 2 ? [...all].reverse() : [...all].map((one) => [random(), one]).sort((a, b) => a[0] - b[0]).map((pair) => pair[1]);
      marks.forEach((mark, index) => mark.replaceWith(shuffled[index]));
    },
    added() {
      const names = ["Nickname of your team", "Favourite season", "Internal reference", "Badge colour", "Lucky charm",
        "Preferred mascot", "Seat wishes", "Anything about parking"];
      const all = groups();
      names.slice(0, [1, 3, 8][strength - 1]).forEach((name, index) => {
        const box = document.createElement("div");
        box.innerHTML = `<label for="x${index}">${name}</label><input id="x${index}" name="extra_${index}">`;
        all[Math.floor(random() * all.length)].after(box);
      });
    },
    removed() {
      const optional = groups().filter((one) => !one.matches("[required]") && !one.querySelector("[required]")
        && !one.querySelector("input[type=file]"));
      const count = Math.min(optional.length - 1, [1, Math.ceil(optional.length / 4), Math.ceil(optional.length / 2)][strength - 1]);
      for (let n = 0; n < count; n++) optional.splice(Math.floor(random() * optional.length), 1)[0].remove();
    },
    combobox() {
      const selects = [...form.querySelectorAll("select:not([multiple])")];
      for (const select of selects.slice(0, [1, Math.ceil(selects.length / 2), selects.length][strength - 1])) {
        const id = select.id || `s${token()}`, list = `${id}-list`;
        const kept = document.createElement("input");
        Object.assign(kept, { type: "hidden", name: select.name, value: select.value });
        const button = document.createElement("button");
        Object.assign(button, { type: "button", id, textContent: select.selectedOptions[0]?.text || "Select" });
        for (const [name, value] of [["role", "combobox"], ["aria-haspopup", "listbox"], ["aria-expanded", "false"], ["aria-controls", list]]) button.setAttribute(name, value);
        if (select.required) button.setAttribute("aria-required", "true");
        const box = document.createElement("ul");
        Object.assign(box, { id: list, hidden: true });
        box.setAttribute("role", "listbox");
        for (const option of select.options) {
          if (!option.value) continue;
          const item = document.createElement("li");
          item.setAttribute("role", "option");
          item.textContent = option.text;
          item.addEventListener("click", () => {
            kept.value = option.value;
            button.textContent = option.text;
            box.hidden = true;
            button.setAttribute("aria-expanded", "false");
          });
          box.append(item);
        }
        button.addEventListener("click", () => {
          box.hidden = !box.hidden;
          button.setAttribute("aria-expanded", String(!box.hidden));
        });
        select.replaceWith(kept, button, box);
      }
    },
    button() {
      const send = [...form.querySelectorAll("[type=submit], button:not([type=button]):not([type=reset])")].pop();
      const text = ["Send it in", "Finish", "Go"][strength - 1];
      if (send.localName === "input") send.value = text; else send.textContent = text;
      if (strength === 3) send.removeAttribute("class");
    },
    moved() {
      if (strength > 1) return;  // the server puts it into a frame, or a frame within a frame
      const host = document.createElement("div");
      form.replaceWith(host);
      host.attachShadow({ mode: "open" }).append(form);
    },
    late() {
      const mark = document.createElement("p");
      mark.textContent = "Loading";
      form.replaceWith(mark);
      setTimeout(() => mark.replaceWith(form), [200, 900, 2500][strength - 1]);
    },
    banner() {
      const bar = document.createElement("div");
      bar.style.cssText = `position:fixed;left:0;right:0;${strength === 2 ? "top" : "bottom"}:0;height:${[60, 120, 220][strength - 1]}px;background:#ddd;z-index:999`;
      bar.innerHTML = strength === 3 ? "We use cookies. <button type=button onclick='this.parentNode.remove()'>Accept all cookies</button>" : "Join our talent community";
      document.body.append(bar);
    },
    layout() {
      for (const control of controls()) {
        const label = control.labels?.[0];
        if (!label || ["radio", "checkbox"].includes(control.type)) continue;
        const text = own(label)?.data.trim();
        if (!text) continue;
        if (strength === 1) {
          const table = document.createElement("table"), row = table.insertRow();
          const place = label.contains(control) ? label : control;
          place.before(table);
          row.insertCell().append(label.contains(control) ? text : label);
          row.insertCell().append(control);
          if (place === label) label.remove();
        } else if (strength === 2) {
          const title = document.createElement("div");
          Object.assign(title, { id: `t${token()}`, textContent: text });
          control.setAttribute("aria-labelledby", title.id);
          if (label.contains(control)) { label.before(title); title.after(control); label.remove(); } else label.replaceWith(title);
        } else {
          if (control.localName !== "select" && control.type !== "file") control.placeholder = text;
          control.setAttribute("aria-label", text);
          if (label.contains(control)) label.before(control);
          label.remove();
        }
      }
    },
  };
  if (kind) kinds[kind]();
})();
