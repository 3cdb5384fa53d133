// Wraps what every document begins with. A document without scripts begins only when something of the page's own runs
// in it, which may be after we came: what is there by then stays.
(() => {
"use strict";
if (globalThis.ghosthands) return;
SCRIPTS
})();
