"use strict";
// The order of a document's frames.
globalThis.ghosthandsFrames ??= (() => {
  const inOrder = (numbers) => {
    const wanted = new Map(numbers.map((number) => [ghosthands.element(number), number]));
    const found = [];
    for (const element of ghosthands.walk(document)) if (wanted.has(element)) found.push(wanted.get(element));
    return found;
  };

  return { inOrder };
})();
