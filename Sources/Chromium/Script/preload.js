// Wraps what every document begins with. A document without scripts begins only when something of the page's own runs
// in it, which may be after we came: what is there by then stays. What a page opens begins with an empty document that
// may hand its globals on to the next one; we wait for that.
(() => {
"use strict";
if (globalThis.ghosthands || opener && location.href === "about:blank") return;
SCRIPTS
ghosthands.isPreloaded = true;
})();
