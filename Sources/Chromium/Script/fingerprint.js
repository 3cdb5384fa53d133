"use strict";
// Knows elements again by what was once noted of them, however much of it has changed.
(() => {
  const ghosthands = globalThis.ghosthands;
  const testAttributes = ["data-testid", "data-test-id", "data-test", "data-automation-id"];
  const worthwhile = ["input:not([type=hidden])", "select", "textarea", "button", "a[href]", "summary", "[role]",
    "[contenteditable]", ...testAttributes.map((name) => `[${name}]`)].join();
  const mostElements = 5000, mostCandidates = 10;
  const weights = {
    testID: 10, name: 8, fieldName: 7, id: 6, placeholder: 4, autocomplete: 4, section: 3, text: 3, type: 2, role: 2,
  };
  const loose = new Set(["name", "placeholder", "section", "text"]);

  // Parts that a framework numbers anew each time say nothing.
  const lasting = (text) => (text ?? "").toLowerCase()
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27,}/g, "").replace(/:r[0-9a-z]+:/g, "").replace(/[0-9a-f]*\d[0-9a-f]{5,}/g, "")
    .replace(/\d{2,}/g, "").replace(/[^a-z\u0080-\uffff0-9]+/g, "-").replace(/^-+|-+$/g, "");

  const plain = (text) => ghosthands.clean(text).toLowerCase().replace(/[*:]+\s*$/, "").trim();

  const section = (element) => {
    const legend = ghosthands.closest(element, "fieldset")?.querySelector(":scope > legend");
    if (legend) return ghosthands.text(legend);
    const group = ghosthands.closest(element.parentElement ?? element,
      "section, dialog, article, [role=group], [role=region], [role=dialog]");
    if (!group) return "";
    const heading = group.querySelector("h1, h2, h3, h4, h5, h6, [role=heading]");
    return ghosthands.clean(group.getAttribute("aria-label")) || (heading ? ghosthands.text(heading) : "");
  };

  const readers = {
    testID: (element) => testAttributes.map((name) => element.getAttribute(name)).find(Boolean),
    name: (element) => plain(ghosthands.name(element)),
    fieldName: (element) => lasting(element.getAttribute("name")),
    id: (element) => lasting(element.id),
    placeholder: (element) => plain(element.getAttribute("placeholder")),
    autocomplete: (element) => element.getAttribute("autocomplete"),
    section: (element) => plain(section(element)),
    text: (element) => plain(ghosthands.text(element)).slice(0, 200),
    type: (element) => element.localName === "input" ? element.type : element.localName,
    role: (element) => ghosthands.role(element),
  };

  const normal = { name: plain, fieldName: lasting, id: lasting, placeholder: plain, section: plain, text: plain };

  const overlap = (one, other) => {
    const these = new Set(one.split(" ")), those = new Set(other.split(" "));
    const both = [...these].filter((word) => those.has(word)).length;
    return both / (these.size + those.size - both);
  };

  const likeness = (feature, wanted, found) => {
    if (!found) return 0;
    if (wanted === found) return 1;
    const shared = loose.has(feature) ? overlap(wanted, found) : 0;
    return shared >= 0.5 ? shared * 0.8 : 0;
  };

  const wanted = (fingerprint) => Object.keys(weights)
    .map((feature) => [feature, (normal[feature] ?? String)(fingerprint[feature] ?? "")])
    .filter(([, value]) => value !== "");

  // What is read of an element is read once, for all fingerprints.
  const known = (element) => {
    const values = {};
    return (feature) => values[feature] ??= readers[feature](element) || "";
  };

  const score = (features, value, visible) => {
    let reached = 0, possible = 0;
    for (const [feature, want] of features) {
      possible += weights[feature];
      reached += weights[feature] * likeness(feature, want, value(feature));
    }
    return possible ? reached / possible * (visible ? 1 : 0.8) : 0;
  };

  const rank = (fingerprints) => {
    const candidates = [];
    for (const element of ghosthands.walk(document)) {
      if (!element.matches(worthwhile)) continue;
      candidates.push({ element, value: known(element), visible: ghosthands.visible(element) });
      if (candidates.length >= mostElements) break;
    }
    return fingerprints.map((fingerprint) => {
      const features = wanted(fingerprint);
      return candidates.map((one) => ({ one, score: score(features, one.value, one.visible) }))
        .filter(({ score }) => score > 0.2).sort((a, b) => b.score - a.score).slice(0, mostCandidates)
        .map(({ one, score }) => ({ id: ghosthands.register(one.element), score }));
    });
  };

  const fingerprint = (number) => {
    const element = ghosthands.element(number);
    if (!element) return null;
    const entries = Object.entries(readers).map(([feature, read]) => [feature, read(element) || undefined]);
    return Object.fromEntries(entries);
  };

  Object.assign(ghosthands, { rank, fingerprint });
})();
globalThis.ghosthands;
