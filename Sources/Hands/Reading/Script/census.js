"use strict";
// Which boxes to fill stand within which holder, and which labels are whose: nearly every question about a control asks
// whether it stands alone.
// Runs first in our isolated world; `ghosthands` is page.js.
const census = (() => {
  const entries = "input:not([type=hidden]),select,textarea";

  /**
   * The boxes within a holder, in their order.
   * @type {(holder: any) => readonly any[]}
   */
  const boxes = ghosthands.once((holder) => [...holder.querySelectorAll(entries)]);

  /**
   * Those of them that are to be seen.
   * @type {(holder: any) => readonly any[]}
   */
  const shown = ghosthands.once((holder) => boxes(holder).filter(ghosthands.visible));

  /** @type {(root: any) => Map<any, any[]>} */
  const labelsIn = ghosthands.once((root) => {
    const found = new Map();
    for (const label of root.querySelectorAll("label")) {
      const { control } = label, known = found.get(control);
      if (known) known.push(label); else found.set(control, [label]);
    }
    return found;
  });

  /** @type {readonly any[]} */
  const none = [];

  /**
   * The labels of an element, in their order. Its own list of them looks through the whole page each time.
   * @type {(element: any) => readonly any[]}
   */
  const labels = ghosthands.once((element) => labelsIn(element.getRootNode()).get(element) ?? none);

  return { entries, boxes, shown, labels };
})();
