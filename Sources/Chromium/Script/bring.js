// Wraps what is brought to a document that has begun without it.
(() => {
"use strict";
if (!globalThis.ghosthands) {
SCRIPTS
}
return globalThis.ghosthands;
})();
