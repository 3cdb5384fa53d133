"use strict";
// The document as HTML that shows what was there and does nothing: no scripts, no handlers, no secrets.
(() => {
  const ghosthands = globalThis.ghosthands;
  const dropped = new Set(["script", "noscript", "base", "meta", "link", "object", "embed", "applet", "portal"]);
  const empty = new Set(["area", "br", "col", "hr", "img", "input", "source", "track", "wbr"]);
  const frames = new Set(["iframe", "frame"]);

  const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");

  const keeps = (name) => !name.startsWith("on")
    && !["srcdoc", "nonce", "integrity", "autofocus", "ping"].includes(name)
    && /^[\w:.-]+$/.test(name);

  const isSecret = (element) => element.localName === "input" && element.type === "password";

  const attributes = (element) => {
    const values = new Map();
    for (const { name, value } of element.attributes) {
      const target = ["href", "src", "action", "formaction", "srcset", "data", "xlink:href"].includes(name);
      if (keeps(name) && !(target && !/^(data:image\/|#)/.test(value))) values.set(name, value);
    }
    if (element.localName === "input") {
      values.delete("checked");
      if (element.checked) values.set("checked", "");
      if (element.type !== "file") values.set("value", isSecret(element) ? "" : element.value);
    }
    if (element.localName === "option") {
      values.delete("selected");
      if (element.selected) values.set("selected", "");
    }
    if (frames.has(element.localName)) {
      values.delete("sandbox");
      values.set("data-ghosthands-frame", String(ghosthands.register(element)));
    }
    return [...values].map(([name, value]) => ` ${name}="${escape(value)}"`).join("");
  };

  const rules = (sheet) => {
    try {
      return [...sheet.cssRules].map((rule) => rule.cssText).join("\n").replace(/<\//g, "<\\/");
    } catch {
      return "";
    }
  };

  const sheets = (root) => [...root.styleSheets, ...root.adoptedStyleSheets].filter((sheet) => !sheet.disabled)
    .map((sheet) => `<style media="${escape(sheet.media.mediaText)}">${rules(sheet)}</style>`).join("");

  const opening = (element) => {
    const tag = frames.has(element.localName) ? "iframe" : element.localName;
    return `<${tag}${attributes(element)}>`;
  };

  const inner = (element) => {
    if (element.localName === "head") return sheets(document);
    if (element.shadowRoot) return `<template shadowrootmode="open">${sheets(element.shadowRoot)}`;
    return "";
  };

  const snapshot = (most) => {
    let html = "";
    // Elements, and what stands behind them.
    /** @type {any[]} */
    const stack = [document.documentElement];
    while (stack.length && html.length < most) {
      const node = stack.pop();
      if (typeof node === "string") { html += node; continue; }
      if (node.nodeType === Node.TEXT_NODE) { html += escape(node.data); continue; }
      if (node.nodeType !== Node.ELEMENT_NODE || dropped.has(node.localName) || node.localName === "style") continue;
      if (!/^[\w:.-]+$/.test(node.localName)) continue;
      html += opening(node);
      if (empty.has(node.localName)) continue;
      stack.push(`</${frames.has(node.localName) ? "iframe" : node.localName}>`);
      if (frames.has(node.localName)) continue;
      if (node.localName === "textarea") { html += `\n${escape(node.value)}`; continue; }
      html += inner(node);
      for (let index = node.childNodes.length - 1; index >= 0; index--) stack.push(node.childNodes[index]);
      if (!node.shadowRoot) continue;
      stack.push("</template>");
      const within = node.shadowRoot.childNodes;
      for (let index = within.length - 1; index >= 0; index--) stack.push(within[index]);
    }
    return { html: html.slice(0, most), cut: stack.length > 0 };
  };

  globalThis.ghosthandsSnapshot = { snapshot };
})();
