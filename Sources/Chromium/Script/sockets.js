"use strict";
// Runs in the page's own world, before its scripts, where requests are judged: the browser lets nobody judge sockets,
// nor the relays that a call between browsers goes by, so there are none. They fail as where the network is down.
(() => {
  const NativeEvent = globalThis.Event, NativeError = globalThis.DOMException;

  /** @type {any} */ (globalThis).WebSocket = class WebSocket extends EventTarget {
    static CONNECTING = 0;
    static OPEN = 1;
    static CLOSING = 2;
    static CLOSED = 3;

    url; readyState = 0; bufferedAmount = 0; extensions = ""; protocol = ""; binaryType = "blob";
    onopen = null; onmessage = null; onerror = null; onclose = null;

    constructor(url) {
      super();
      this.url = String(url);
      setTimeout(() => {
        this.readyState = 3;
        for (const type of ["error", "close"]) {
          const event = new NativeEvent(type);
          this.dispatchEvent(event);
          this["on" + type]?.(event);
        }
      });
    }

    send() { if (this.readyState === 0) throw new NativeError("Still in CONNECTING state.", "InvalidStateError"); }
    close() { this.readyState = 3; }
  };
  for (const name of ["WebSocketStream", "WebTransport", "RTCPeerConnection", "webkitRTCPeerConnection"]) {
    // A worker is given some of them only after this: what cannot be changed cannot be given either.
    Object.defineProperty(globalThis, name, { value: undefined });
  }
})();
