"use strict";
// A tab begins blank and waits for its first document. Meanwhile small pages are read in it: what the browser makes
// ready the first time that our functions run is ready by the time a form is there. Runs last in our isolated world.
(() => {
  const form = `<main><h1>Form</h1><form><fieldset><legend>Part</legend>
    <p><label for="rehearsed">Text *</label><input id="rehearsed" name="text" required placeholder="text"></p>
    <div><label>Mail <input type="email" name="mail"></label></div></fieldset><h2>Part</h2><p><b>Lines</b></p>
    <select name="list"><option value="">Choose</option><option>One</option></select><textarea name="lines"></textarea>
    <label><input type="checkbox" name="box"> Box</label><input type="radio" name="one" value="1"> One
    <input type="date" name="day"><input type="number" name="number"><input type="file" name="file">
    <button type="submit">Send</button></form></main>`;

  // From little to much: whoever goes on meanwhile waits for the page at hand only.
  const pages = ["<h1>Thank you</h1>", "<form><label>Text <input name=text></label></form>", form];

  // A page in one go, so that nobody ever meets it.
  function rehearse() {
    const holder = document.createElement("div");
    holder.innerHTML = pages.shift() ?? "";
    document.body.append(holder);
    void globalThis.reader.read([], false);
    holder.remove();
    if (pages.length) ghosthands.timer(rehearse, 0);
  }

  if (location.href === "about:blank" && window === window.top) ghosthands.timer(rehearse, 0);
})();
