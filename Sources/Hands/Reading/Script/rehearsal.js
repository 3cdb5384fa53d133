"use strict";
// A tab begins blank and waits for its first document. Meanwhile a small form is read in it: what the browser makes
// ready the first time that our functions run is ready by the time a form is there. Runs last in our isolated world.
(() => {
  const form = `<main><h1>Form</h1><form><fieldset><legend>Part</legend>
    <p><label for="rehearsed">Text *</label><input id="rehearsed" name="text" required placeholder="text"></p>
    <div><label>Mail <input type="email" name="mail"></label></div></fieldset><h2>Part</h2><p><b>Lines</b></p>
    <select name="list"><option value="">Choose</option><option>One</option></select><textarea name="lines"></textarea>
    <label><input type="checkbox" name="box"> Box</label><input type="radio" name="one" value="1"> One
    <input type="date" name="day"><input type="number" name="number"><input type="file" name="file">
    <button type="submit">Send</button></form></main>`;

  // In one go, so that nobody ever meets it. What runs twice is made ready more thoroughly; a page without a form is
  // looked at in other ways.
  function rehearse() {
    const holder = document.createElement("div");
    holder.innerHTML = form;
    document.body.append(holder);
    for (let time = 0; time < 2; time += 1) void globalThis.reader.read([], false);
    holder.innerHTML = "<h1>Thank you</h1>";
    void globalThis.reader.read([], false);
    holder.remove();
  }

  if (location.href === "about:blank" && window === window.top) ghosthands.timer(rehearse, 0);
})();
