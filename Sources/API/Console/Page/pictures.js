"use strict";
// Pictures of a job, from this service alone.
import { make, outside } from "./dom.js";
import { home } from "./net.js";

/** The same file by this page's own way to the service; null where it lies elsewhere. @param {string} link */
const own = (link) => {
  const [, path] = /((?:storage\/v1\/object\/sign|files)\/.*)$/.exec(link) ?? [];
  return path ? new URL(path, home).href : null;
};

/** A picture that opens in a window of its own. @param {string} link @param {string} title */
export const picture = (link, title) => {
  const address = own(String(link));
  const other = () => make("figure", {}, make("figcaption", {}, title, ": ", outside(link)));
  if (!address) return other();
  const image = make("img", { src: address, alt: title, loading: "lazy", decoding: "async" });
  const figure = make("figure", {}, make("a", { href: address, target: "_blank", rel: "noopener" }, image),
    make("figcaption", {}, title));
  image.addEventListener("error", () => figure.replaceWith(other()));
  return figure;
};
