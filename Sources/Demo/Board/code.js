"use strict";
// Sends the form without leaving the page, and asks for the code that the board wants with it.
(() => {
  const form = /** @type {HTMLFormElement} */ (document.querySelector("form"));
  const button = /** @type {HTMLButtonElement} */ (form.querySelector("button[type=submit]"));
  const security = /** @type {HTMLElement} */ (document.getElementById("security"));
  const wrong = /** @type {HTMLElement} */ (document.getElementById("wrong"));
  const boxes = [...security.querySelectorAll("input")];
  const code = () => boxes.map((box) => box.value).join("");

  /** @param {string} text */
  function ask(text) {
    security.hidden = false;
    wrong.textContent = text;
    for (const box of boxes) box.value = "";
    button.disabled = true;
    boxes[0].focus();
  }

  boxes.forEach((box, index) => {
    box.addEventListener("input", () => {
      button.disabled = code().length < boxes.length;
      if (box.value && index + 1 < boxes.length) boxes[index + 1].focus();
    });
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(form)) data.append(name, String(value));
    data.append("code", code());
    const reply = await fetch(form.action, { method: "POST", body: data });
    if (reply.status === 428) ask("");
    else if (reply.status === 403) ask("That code is not right. A new try, please.");
    else if (reply.ok) location.assign(await reply.text());
    else document.documentElement.innerHTML = await reply.text();
  });
})();
