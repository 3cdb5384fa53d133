"use strict";
// Reads a whole document in one call: fields, buttons, what confirms and what blocks. After labels.js and fields.js.
globalThis.reader = (() => {
  const longest = 20000;
  const mayLead = /apply|application|bewerb|postuler|continue|next|submit|start|interes/i;
  const leads = new RegExp("\\b(apply|application|bewerben|bewerbung|postuler|continue|next|submit|start"
    + "|i.?m interested|me interesa)\\b", "i");

  /**
   * What `FrameReading.ButtonReading` decodes.
   * @typedef {{ element: number, label: string, form: number | null, submits: boolean, posts: boolean,
   *   disabled: boolean, isLink: boolean, section: string | null }} ButtonReading
   */

  // What a component's button is given from outside is no text of the button itself.
  const given = (element) => [...element.querySelectorAll("slot")]
    .flatMap((slot) => slot.assignedNodes({ flatten: true })).map((node) => node.textContent).join(" ");

  /** @returns {ButtonReading} */
  function button(element, form, section) {
    const isInput = element.tagName === "INPUT";
    const label = labels.squeeze(isInput ? element.value || element.alt || (element.type === "submit" ? "Submit" : "")
      : element.getAttribute("aria-label") || element.innerText || given(element) || element.title || "");
    const isNative = isInput || element.tagName === "BUTTON";
    return {
      element: ghosthands.register(element), label: label.slice(0, 120), form: form(element),
      submits: isNative && /^(submit|image)$/.test(element.type) && element.form !== null,
      posts: isNative && element.type === "submit" && element.form !== null
        && (element.form.getAttribute("method") || "").toLowerCase() === "post",
      disabled: element.matches(":disabled") || element.getAttribute("aria-disabled") === "true",
      isLink: element.tagName === "A" && !isCommand(element), section,
    };
  }

  // The buttons to be seen, each under its heading.
  function buttons(elements, form) {
    let section = null;
    const found = [];
    for (const element of elements) {
      const heading = sections.heading(element);
      if (heading && heading.level <= sections.weakest) section = heading.text;
      else if (element.tagName === "LEGEND" && ghosthands.visible(element)) section = labels.text(element) || section;
      if (isButton(element) && ghosthands.visible(element) && !sight.isInert(element)) {
        found.push(button(element, form, section));
      }
    }
    return found.filter((one) => one.label);
  }

  // The head of a section of the form whose fields are folded away.
  function isFold(element) {
    if (element.tagName === "SUMMARY") return !element.parentElement.open && hasBoxes(element.parentElement);
    const isTab = element.getAttribute("role") === "tab";
    if (!isTab && !element.hasAttribute("aria-expanded")) return false;
    const panel = element.getRootNode().getElementById?.(element.getAttribute("aria-controls") ?? "");
    if (!panel || !hasBoxes(panel)) return false;
    if (ghosthands.visible(panel)) {
      unfolded.add(panel);
      return false;
    }
    if (element.getAttribute(isTab ? "aria-selected" : "aria-expanded") !== "false") return false;
    if (element.matches(":disabled,[aria-disabled=true]") || isDone(panel)) return false;
    return Boolean(element.closest("h1,h2,h3,h4,h5,h6,[role=heading]")) || isOfForm(element, panel);
  }
  // Outside a heading such a button may as well open a menu: what the form must have is what tells.
  const isOfForm = (element, panel) => Boolean(owner(element)?.contains(panel))
    && panel.querySelector("[required],[aria-required=true]") !== null;
  // Whether a section was open before, something was entered in it, and every box of it that must be filled is.
  const unfolded = new WeakSet();
  const isDone = (section) => unfolded.has(section) && census.boxes(section).some(isEntered)
    && census.boxes(section).every((one) => one.validity?.valid !== false && one.getAttribute("aria-invalid") !== "true"
      && !(one.getAttribute("aria-required") === "true" && !one.value));
  const isEntered = (box) => (/^(radio|checkbox)$/.test(box.type) ? box.checked
    : box.tagName !== "SELECT" && box.value !== "");
  const hasBoxes = (section) =>
    section.querySelector("input:not([type=hidden]):not([type=password]),select,textarea") !== null;

  function isButton(element) {
    return looksPressed(element) && !kinds.opensList(element) && !kinds.isRoleBox(element) && !fields.isPart(element);
  }

  function looksPressed(element) {
    switch (element.tagName) {
    case "BUTTON": return true;
    case "INPUT": return element.type === "submit" || element.type === "button" || element.type === "image";
    case "A": return element.getAttribute("role") === "button"
      || element.hasAttribute("href") && (leadsOn(element) || isCommand(element));
    case "SUMMARY": return isFold(element);
    default: return element.getAttribute("role") === "button";
    }
  }

  // A link within a form that leads nowhere: what it does a script says.
  const isCommand = (link) => /^(#|javascript:)/i.test(link.getAttribute("href"))
    && (link.hasAttribute("onclick") || /^javascript:.{12}/i.test(link.getAttribute("href")))
    && owner(link) !== null && link.textContent.length < 40
    && !link.closest("nav,table table,[role=tablist],[role=dialog]");

  // What is drawn of a link takes much longer to tell than what is in it.
  const leadsOn = (link) => (mayLead.test(link.textContent) && leads.test(link.innerText) || opensAccount(link)
    || logsIn(link) || entersAccount(link)) && link.innerText.length < 60;

  // Beside a log-in a link may lead to the form that opens an account.
  const opening = new RegExp("create (an? |your )?(new )?(account|profile)|sign ?up|register|new (user|candidate)"
    + "|konto (erstellen|anlegen)|registrier|cr[\\xe9e]er (un|mon) compte|s.inscrire|crear (una )?cuenta"
    + "|reg[i\\xed]str|criar (uma )?conta|cadastr|crea (un )?account|account aanmaken|zarejestruj|skapa konto", "i");
  const opensAccount = (link) => opening.test(link.textContent)
    && Boolean(document.querySelector("input[type=password]"));

  // Beside a form that opens an account a link may lead to the log-in of whoever has one.
  const entering = wording.pattern("\\b(sign|log) ?in\\b|already (have|registered)|existing (account|user)"
    + "|anmelden|einloggen|(bereits|schon) (registriert|ein konto)|se connecter|connexion|déjà (un compte|inscrit)"
    + "|(iniciar|inicia) sesión|ya tienes|entrar|já tem|accedi|hai già|inloggen|al een account|zaloguj|masz już"
    + "|logga in|logg inn|log ind"
    + "|har (du )?(redan|allerede)|kirjaudu|přihlá|giriş yap|войти|увійти|ログイン|登录|登入|로그인", "iu");
  const entersAccount = (link) => entering.test(link.textContent)
    && Boolean(document.querySelector("input[type=password]"));

  // On a page that asks nothing a link to another site may be the only way to log in.
  const elsewhere = wording.pattern("\\b(log|sign) ?[io]n (with|using|via|through)\\b|\\bsso\\b|single sign[- ]?on"
    + "|anmelden (mit|über)|(se connecter|connexion) (avec|via)|iniciar sesión con|entrar com|accedi con"
    + "|inloggen (met|via)|logga in med|zaloguj (się )?(przez|z)|войти через|でログイン|使用.{0,12}登录", "iu");
  const logsIn = (link) => link.host !== location.host && /^http/.test(link.protocol)
    && elsewhere.test(link.textContent) && !document.querySelector("input:not([type=hidden]),select,textarea");

  const errors = wording.pattern("(^|[-_ ])(errors?|error[-_]?(message|msg|text|summary|list)|invalid-feedback"
    + "|alert-(danger|error)|has-error-text)([-_ ]|$)", "i");

  // What the page tells about what was entered: announced ones, and ones that it paints as errors.
  function alerts(elements) {
    const isError = (element) => {
      const marks = element.getAttribute("class");
      return Boolean(marks) && errors.test(marks);
    };
    const found = elements.filter((element) => {
      const announced = element.getAttribute("role") === "alert"
        || element.getAttribute("aria-live") === "assertive";
      return (announced || isError(element)) && ghosthands.visible(element)
        && !element.matches("input,select,textarea,label") && !element.querySelector("input,select,textarea");
    }).map((element) => ({ text: labels.text(element).slice(0, 300), isError: isError(element) }))
      .filter((alert) => alert.text.length > 1);
    return found.slice(0, 20);
  }

  // The place of an element's form among the forms of its document; null outside any.
  function place(forms, element) {
    const index = forms.indexOf(owner(element));
    return index < 0 ? null : index;
  }

  // What is said about a form as a whole.
  function about(owner) {
    const marks = ["id", "name", "class", "action", "aria-label"].map((name) => owner.getAttribute(name) || "")
      .map((text) => text.slice(0, 200)).join(" ").split(/[?#]/)[0];
    const text = labels.squeeze((owner.innerText ?? "").slice(0, 4000)).slice(0, 1500);
    return { marks, heading: heading(owner), text };
  }

  // The heading in a form, or the nearest one before it.
  function heading(owner) {
    const inside = owner.querySelector("h1,h2,h3,h4,legend");
    if (inside && labels.text(inside)) return labels.text(inside).slice(0, 120);
    const before = [...document.querySelectorAll("h1,h2,h3,h4")].findLast((one) => ghosthands.visible(one)
      && one.compareDocumentPosition(owner) & Node.DOCUMENT_POSITION_FOLLOWING);
    return before ? labels.text(before).slice(0, 120) : "";
  }

  // How the passwords of a page stand in it, and how much else it says that is no link; null where it asks for none.
  const landmarks = "header,nav,aside,footer,[role=banner],[role=navigation],[role=complementary],[role=contentinfo]";
  function entrance(elements, body) {
    const passwords = elements.filter((one) => one.tagName === "INPUT" && one.type === "password"
      && ghosthands.visible(one));
    if (!passwords.length) return null;
    // A part of the form itself makes no side of it.
    const holders = passwords.map((one) => {
      const [landmark, form] = [ghosthands.closest(one, landmarks), owner(one)];
      return { landmark: form && landmark && form.contains(landmark) ? null : landmark, form };
    });
    const isAside = holders.every((one) => one.landmark);
    const boxes = [...new Set(holders.map((one) => isAside ? one.landmark : one.form))].filter(Boolean);
    const links = [...document.links].filter((link) => !boxes.some((box) => box.contains(link)));
    const length = (all) => all.reduce((sum, one) => sum + (one.innerText?.length ?? 0), 0);
    const first = [...document.querySelectorAll("h1")].find(ghosthands.visible);
    const words = boxes.map((box) => `${heading(box)} ${box.innerText.slice(0, 400)}`).join(" ");
    return { isAside, prose: Math.max(0, body.length - length(boxes) - length(links)), words,
      heading: first ? labels.text(first).slice(0, 120) : "" };
  }

  const formsOf = (elements) => elements.filter((element) => element.matches?.("form,[role=form]"));
  // Also that which stands around the shadow roots that hold the element.
  const owner = (element) => element.form || ghosthands.closest(element, "form,[role=form]");

  /**
   * What `FrameReading` decodes.
   * @typedef {{ version: number, hasSetTimers: boolean, step: string, url: string, title: string, text: string,
   *   fields: ReturnType<typeof fields.read>, buttons: ButtonReading[], folds: number[], closer: number | null,
   *   host: { form: number | null } | null,
   *   forms: { marks: string, heading: string, text: string }[], alerts: { text: string, isError: boolean }[],
   *   signs: ReturnType<typeof challenges.read>, marked: boolean[], isSealed: boolean,
   *   entrance: { isAside: boolean, prose: number, heading: string, words: string } | null }} FrameReading
   */

  // Whether an element of the page's own came that shows something and holds nothing: its shadow root may be closed.
  const looked = new WeakSet();
  function isSealed(elements) {
    const fresh = elements.filter((one) => one.localName?.includes("-") && one.childElementCount === 0
      && !looked.has(one) && !ghosthands.shadow(one) && one.matches(":defined") && ghosthands.visible(one));
    for (const one of fresh) looked.add(one);
    return fresh.length > 0;
  }

  // The form of the page around this frame that it belongs to, when it is that page's editor; null when it is not.
  function host() {
    const around = window.frameElement;
    if (!around || !kinds.isEditor(document.body)) return null;
    return { form: place(formsOf([...ghosthands.walk(around.ownerDocument)]), around) };
  }

  // After something was entered the page's scripts have their turn first: what they put off for no time at all is done
  // before a timer of ours is.
  /**
   * @param {string[]} marks
   * @param {boolean} isAfterInput whether the box at work is left first, and the page has its turn
   * @returns {Promise<FrameReading>}
   */
  async function read(marks, isAfterInput) {
    if (isAfterInput) {
      ghosthands.leave();
      await ghosthands.pause(0);
    }
    return ghosthands.reading(() => look(marks));
  }

  // What is empty is left out of a field and of its options: most of it is.
  const isEmpty = (value) => value === "" || value === null || value === false
    || Array.isArray(value) && value.length === 0;
  /** @type {(one: any) => any} */
  const filled = (one) => {
    const told = {};
    for (const name in one) if (!isEmpty(one[name])) told[name] = one[name];
    return told;
  };
  const lean = (field) => {
    const told = filled(bounded(field));
    if (told.options) told.options = field.options.map((one) => filled({ ...one, label: cut(one.label, 1000) }));
    return told;
  };

  // A page may call things by texts of any length: what is longer than any question is cut, and the cut is a word that
  // nobody agrees to.
  const longestName = 4000;
  const cut = (text, most) => (text && text.length > most ? `${text.slice(0, most)}… [cut]` : text);
  const named = (text) => cut(text, longestName);
  const bounded = (field) => ({ ...field, label: named(field.label), hint: named(field.hint),
    placeholder: named(field.placeholder), sections: field.sections.map(named), lines: field.lines.map(named) });

  // With the selectors of which it is asked whether anything on the page matches.
  /**
   * @param {string[]} marks
   * @returns {FrameReading}
   */
  function look(marks) {
    const elements = challenges.isOwn() ? [] : [...ghosthands.walk(document)];
    observeRoots(elements);
    const forms = formsOf(elements);
    const form = (element) => place(forms, element);
    const found = fields.read(elements, { form });
    const body = elements.length && document.body ? document.body.innerText : "";
    const signs = challenges.read(elements, found, form);
    return {
      version: current(), hasSetTimers: ghosthands.hasSetTimers(), step: step(), url: location.href,
      title: cut(document.title, 1000), text: body.slice(0, longest),
      fields: found.map(lean),
      buttons: buttons(elements, form),
      closer: curtain.closer(),
      folds: elements.filter(isFold).filter(ghosthands.visible).map(ghosthands.register),
      host: host(), forms: forms.map(about), alerts: alerts(elements),
      signs,
      marked: marks.map((selector) => document.querySelector(selector) !== null),
      isSealed: isSealed(elements) || challenges.mayBeClosed(signs),
      entrance: entrance(elements, body),
    };
  }

  // Every change since we came, so that none between a reading and the wait for the next is missed. Another document
  // counts from somewhere else.
  let version = Math.floor(Math.random() * 2 ** 40);
  let waiting = null;
  const observer = new MutationObserver(() => note());
  const note = () => {
    version += 1;
    waiting?.();
  };
  const observed = new WeakSet();
  // A document, or a shadow root in it, whose changes are not told of outside.
  function observe(root) {
    if (observed.has(root)) return;
    observed.add(root);
    observer.observe(root, { childList: true, subtree: true, attributes: true });
  }
  observe(document);
  // Elements of the page's own that may still be given a shadow root, of which nothing tells.
  let unrooted = [];
  function observeRoots(elements) {
    unrooted = [];
    for (const one of elements) {
      const root = one.nodeType === Node.ELEMENT_NODE ? ghosthands.shadow(one) : null;
      if (root) observe(root);
      else if (one.localName?.includes("-")) unrooted.push(one);
    }
  }
  // A frame within loads without a change of this document.
  document.addEventListener("load", note, true);
  // What was faded in is to be seen only now, though nothing of the document changed.
  document.addEventListener("transitionend", (event) => {
    const part = /** @type {any} */ (event.target);
    if (/^(opacity|visibility)$/.test(event.propertyName) && part.querySelector?.(census.entries)) note();
  }, true);
  const current = () => {
    if (observer.takeRecords().length) note();
    return version;
  };

  // Nothing tells an isolated world that an element was given a shadow root, so it is looked for.
  function lookForRoots() {
    if (!waiting) return;
    if (unrooted.some((one) => ghosthands.shadow(one))) note();
    else ghosthands.timer(lookForRoots, 100);
  }

  // Resolves once the document is not as it was at a version, or after so many milliseconds: whether it changed.
  async function changed(since, patience) {
    const hasChanged = current() !== since || await new Promise((resolve) => {
      const timeout = ghosthands.timer(() => resolve(false), patience);
      waiting = () => {
        clearTimeout(timeout);
        resolve(true);
      };
      if (unrooted.length) lookForRoots();
    });
    waiting = null;
    // What a script renders comes in several steps; the frame in which it is drawn has them all.
    await ghosthands.animationFrame();
    return hasChanged;
  }

  // Whether only a bar that keeps its place, and leaves most of the page free, lies over a button of the browser's own.
  function barred(number) {
    const button = ghosthands.element(number);
    if (!button?.matches("button,input,a[href]") || !ghosthands.enabled(button)) return false;
    const box = button.getBoundingClientRect();
    /** @type {any} */
    let over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    for (; over && !over.contains(button); over = over.parentElement) {
      if (!/^(fixed|sticky)$/.test(getComputedStyle(over).position)) continue;
      const bar = over.getBoundingClientRect();
      return bar.width * bar.height < innerWidth * innerHeight / 2;
    }
    return false;
  }

  // Where the form of a control sends what it holds, by itself and by its buttons: absolute addresses. A field that is
  // called "action" hides the form's own.
  function targets(number) {
    const control = ghosthands.element(number);
    if (!control) return null;
    const form = owner(control);
    if (!form) return [];
    const told = [form.getAttribute("action")];
    for (const button of document.querySelectorAll("button[formaction],input[formaction]")) {
      if (owner(button) === form) told.push(button.getAttribute("formaction"));
    }
    return told.filter((text) => text !== null).map((text) => {
      try { return new URL(text, document.baseURI).href; } catch { return ""; }
    });
  }

  // What a form of several pages calls the one it shows.
  const steps = ["[aria-current=step]", "[aria-current=true][class*=step i]", ...sites.steps].join(",");
  function step() {
    const now = document.querySelector(steps);
    return now && ghosthands.visible(now) ? labels.text(now).slice(0, 80) : "";
  }

  // Shows the end of every text of the page that scrolls by itself: some forms let one agree only then.
  function readOut() {
    for (const one of document.querySelectorAll("form *,[role=form] *,dialog *,[role=dialog] *")) {
      if (one.scrollHeight <= one.clientHeight + 4 || one.matches("textarea,select,[role=listbox] *")) continue;
      if (/auto|scroll/.test(getComputedStyle(one).overflowY)) one.scrollTop = one.scrollHeight;
    }
    return true;
  }

  return { read, readOut, barred, targets, changed, version: current, armList: listbox.arm, list: listbox.state,
    keepList: listbox.keep, scrollList: listbox.scroll, listTaker: listbox.taker,
    control: widgets.control, calendar: calendars.state, armOffers: offers.arm, offers: offers.state,
    entries: offers.entries, armUpload: offers.armUpload, startUpload: offers.startUpload, keepForm: offers.keepForm };
})();
