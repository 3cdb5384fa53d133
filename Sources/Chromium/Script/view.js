"use strict";
// Where things are in a picture of the page, and painting on such a picture without touching the page.
(() => {
  const ghosthands = globalThis.ghosthands;
  const blinds = "#1c1c1c";

  const edges = (element) => {
    const box = element.getBoundingClientRect();
    return [Math.floor(box.left), Math.floor(box.top), Math.ceil(box.right), Math.ceil(box.bottom)];
  };

  const bring = (number) => {
    const element = ghosthands.element(number);
    if (!element) return { gone: true };
    if (!ghosthands.visible(element)) return { reason: "hidden" };
    element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    return { done: true };
  };

  const passwords = () => [...ghosthands.walk(document)]
    .filter((element) => element.localName === "input" && element.type === "password");

  const boxes = (numbers, withPasswords) => {
    const elements = numbers.map((number) => ghosthands.element(number));
    if (elements.some((element) => !element)) return { gone: true, boxes: [] };
    if (withPasswords) elements.push(...passwords());
    return { boxes: elements.map(edges).filter((box) => box[2] > box[0] && box[3] > box[1]) };
  };

  // Where a frame's own corner lies in this one, and how much of it shows.
  const corner = (number) => {
    const owner = ghosthands.element(number);
    if (!owner) return { x: 0, y: 0, scale: 1, width: 0, height: 0 };
    const box = owner.getBoundingClientRect(), style = getComputedStyle(owner);
    const scale = owner.offsetWidth ? box.width / owner.offsetWidth : 1;
    return {
      x: box.left + (owner.clientLeft + parseFloat(style.paddingLeft)) * scale,
      y: box.top + (owner.clientTop + parseFloat(style.paddingTop)) * scale,
      scale, width: owner.clientWidth, height: owner.clientHeight,
    };
  };

  const place = () => ({ x: scrollX, y: scrollY, width: innerWidth, height: innerHeight });

  const decode = (base64) => createImageBitmap(new Blob([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))]));

  const encode = (blob) => new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = String(reader.result);
      done(url.slice(url.indexOf(",") + 1));
    };
    reader.onerror = () => failed(new Error("a picture cannot be read"));
    reader.readAsDataURL(blob);
  });

  // The strips one below the other, with what is covered painted over.
  const paint = async (strips, width, height, covered, type, quality) => {
    const canvas = new OffscreenCanvas(width, height);
    const ink = canvas.getContext("2d");
    for (const strip of strips) {
      const picture = await decode(strip.data);
      ink.drawImage(picture, 0, strip.y);
      picture.close();
    }
    ink.fillStyle = blinds;
    for (const [left, top, right, bottom] of covered) ink.fillRect(left, top, right - left, bottom - top);
    return encode(await canvas.convertToBlob({ type, quality }));
  };

  globalThis.ghosthandsView = { bring, boxes, corner, place, paint };
})();
