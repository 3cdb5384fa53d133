"use strict";
// The ground of everything of ours in a page. It runs in a world of its own, beside the page's scripts and unseen by
// them.
globalThis.ghosthands ??= (() => {
  const mostElements = 20000;
  const elements = new Map();
  const numbers = new WeakMap();
  // Numbers of one document mean nothing in the next: they begin somewhere else in each.
  let next = Math.floor(Math.random() * 2 ** 40) * 4096;
  const observed = new WeakSet();
  const watch = { changes: 0, lastMove: -Infinity };

  // Scripts move things by their inline style, frame by frame; that alone is no change of what the page says.
  const observer = new MutationObserver((records) => {
    const isMove = (record) => record.attributeName === "style";
    if (records.some(isMove)) watch.lastMove = performance.now();
    if (!records.every(isMove)) watch.changes += 1;
  });
  const observe = (root) => {
    if (observed.has(root)) return;
    observed.add(root);
    observer.observe(root, {
      subtree: true, childList: true, characterData: true,
      attributeFilter: ["class", "hidden", "disabled", "aria-disabled", "aria-expanded", "aria-hidden", "aria-invalid",
        "aria-busy", "open", "readonly", "style"],
    });
  };
  observe(document);

  const prune = () => {
    for (const [number, element] of elements) if (!element.isConnected) elements.delete(number);
  };

  const register = (element) => {
    let number = numbers.get(element);
    if (number === undefined) {
      if (elements.size >= mostElements) prune();
      number = next++;
      numbers.set(element, number);
    }
    elements.set(number, element);
    return number;
  };

  const element = (number) => {
    const found = elements.get(number);
    return found?.isConnected ? found : null;
  };

  // Closed ones are handed to us from outside.
  const closedRoots = new WeakMap();
  const adoptRoot = (root) => { closedRoots.set(root.host, root); };
  const shadow = (element) => element.shadowRoot ?? closedRoots.get(element) ?? null;

  function* walk(root) {
    if (root.nodeType === Node.ELEMENT_NODE) {
      yield root;
      const inner = shadow(root);
      if (inner) yield* walk(inner);
    } else {
      observe(root);
    }
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      yield node;
      const inner = shadow(node);
      if (inner) yield* walk(inner);
    }
  }

  // While a document keeps still, what is told of an element is found out once.
  let isRead = false;
  const forgets = [];
  const reading = (look) => {
    isRead = true;
    try {
      return look();
    } finally {
      isRead = false;
      for (const forget of forgets) forget();
    }
  };
  const once = (tell) => {
    const told = new Map();
    forgets.push(() => told.clear());
    return (element) => {
      if (!isRead) return tell(element);
      const known = told.get(element);
      if (known !== undefined || told.has(element)) return known;
      const found = tell(element);
      told.set(element, found);
      return found;
    };
  };

  // A form answers to the names of its fields, were it `parentNode`.
  /** @type {(type: any, name: string) => any} */
  const getter = (type, name) => Object.getOwnPropertyDescriptor(type.prototype, name)?.get;
  const parentNode = getter(Node, "parentNode"), idOf = getter(Element, "id"), { matches } = Element.prototype;

  const parent = once((node) => node.assignedSlot ?? parentNode.call(node)
    ?? (node.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? node.host : null) ?? null);

  const within = (node, ancestor) => {
    for (let at = node; at; at = parent(at)) if (at === ancestor) return true;
    return false;
  };

  const closest = (node, selector) => {
    for (let at = node; at; at = parent(at)) {
      if (at.nodeType === Node.ELEMENT_NODE && matches.call(at, selector)) return at;
    }
    return null;
  };

  const box = once((element) => element.getBoundingClientRect());

  const visible = once((element) => {
    if (!element.isConnected) return false;
    const { width, height } = box(element);
    if (width > 0 && height > 0) return element.checkVisibility({ visibilityProperty: true });
    return getComputedStyle(element).display === "contents" && [...element.children].some(visible);
  });

  const enabled = (element) => !element.matches(":disabled") && !isBarred(element);
  // A box in which one looks for choices may stand in an entry that is no choice itself.
  const isBarred = (element) => {
    const barring = closest(element, "[aria-disabled=true]");
    return Boolean(barring) && !(barring !== element && barring.matches("[role=option]") && element.matches("input"));
  };

  const word = (text) => text.replace(/[^\w-]/g, "").slice(0, 40);

  const describe = (element) => {
    if (!element || element.nodeType !== Node.ELEMENT_NODE) return "the page";
    const id = idOf.call(element) ? "#" + word(idOf.call(element)) : "";
    const classes = [...element.classList].slice(0, 2).map((name) => "." + word(name)).join("");
    return `<${word(element.localName)}${id}${classes}>`;
  };

  // The timers of a document are numbered through, whichever script sets them: the gap between two of ours tells how
  // many others were set meanwhile.
  let latestTimer = 0, ownTimers = 0;
  const timer = (body, milliseconds) => {
    ownTimers += 1;
    return setTimeout(body, milliseconds);
  };

  // Whether the page has set a timer since this was asked last.
  const hasSetTimers = () => {
    const number = timer(() => {}, 0);
    clearTimeout(number);
    const others = number - latestTimer - ownTimers;
    latestTimer = number;
    ownTimers = 0;
    return others > 0;
  };

  // Takes the focus out of the box that has it, as whoever goes on to the next thing does: pages check and look up what
  // was entered only then.
  const leave = () => {
    /** @type {any} */
    let at = document.activeElement;
    for (let inner = at && shadow(at)?.activeElement; inner; inner = shadow(at)?.activeElement) at = inner;
    if (at && at !== document.body && at.matches("input,select,textarea,[contenteditable],[role=combobox]")) at.blur();
  };

  const pause = (milliseconds) => new Promise((done) => timer(done, milliseconds));

  // A frame that is out of sight gets no animation frames; it must not hold us up.
  /** @type {() => Promise<void>} */
  const animationFrame = () => new Promise((done) => {
    const late = timer(done, 100);
    requestAnimationFrame(() => { clearTimeout(late); done(); });
  });

  // Of how much that was done here whoever calls has heard; without a number they need not have heard of any.
  let heard = Infinity;

  // Asked while a call begins: tells from then on how much was done here, where that is more than its caller has heard
  // of. Only here nothing can come between the question and what is done.
  const overtaking = () => {
    const known = heard;
    return () => {
      const count = globalThis.ghosthandsStirs?.() ?? 0;
      return count > known ? count : undefined;
    };
  };

  // What rooms above hand over comes as JSON text.
  const begin = (owner, name, given, known) => {
    heard = known ?? Infinity;
    try {
      return owner[name](...(typeof given === "string" ? JSON.parse(given) : given));
    } finally {
      heard = Infinity;
    }
  };

  const dispatch = async (script, name, given, known) => {
    const owner = script === "" ? ghosthands : globalThis[script];
    const result = await begin(owner, name, given, known);
    return JSON.stringify(result === undefined ? null : result);
  };

  // Those of some elements that a person has entered something into, or the hands.
  const entered = (numbers) => numbers.filter((number) => {
    const found = element(number);
    return found && globalThis.ghosthandsEntered?.(found);
  });

  // Another box at work than a person's is left.
  const leaveUnlessOvertaken = async () => {
    const stirred = overtaking()();
    if (stirred) return { stirred };
    leave();
    await pause(0);
    return { done: true };
  };

  return {
    register, element, walk, parent, within, closest, visible, enabled, describe, pause, animationFrame, timer,
    hasSetTimers, leave, leaveUnlessOvertaken, reading, once, box, dispatch, overtaking,
    entered, watch, shadow, adoptRoot,
  };
})();
