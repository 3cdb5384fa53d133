"use strict";
// What a page poses that only a person can pass: by frames and elements of challenges, by what a field shows and asks,
// by a page on which there is nothing else. Which of it stands in the way is told elsewhere. Runs in our isolated
// world, after sight.js and labels.js.
const challenges = (() => {
  const { squeeze, pattern } = wording;

  /**
   * What `ChallengeSign` decodes.
   * @typedef {{ vendor: string | null, part: string, form: number | null, isAnswered: boolean }} ChallengeSign
   */

  const table = sites.challenges;
  // Made once they are asked: most pages ask none of them.
  const made = new Map();
  const fits = (text, source, flags = "i") => {
    const key = `${flags} ${source}`;
    if (!made.has(key)) made.set(key, new RegExp(source, flags));
    return made.get(key).test(text);
  };
  const selectors = table.flatMap((vendor) => [...vendor.box.elements, ...vendor.window.elements,
    ...vendor.page.elements, ...vendor.places, ...vendor.tokens]);

  // The selectors by what the element itself must have: an id, a class, a name, or else what it is. Asked for them one
  // by one, the browser would look through the page each time.
  const [byID, byClass, byName, byTag] = [/^#(.*)/, /^\.(.*)/, /^\[name='(.*)'\]/, /^([\w-]+)/].map((kind) => {
    const found = new Map();
    for (const one of selectors) {
      const key = kind.exec(needed(one))?.[1];
      if (key) found.set(key, [...found.get(key) ?? [], one]);
    }
    return found;
  });

  function needed(selector) {
    const last = selector.split(" ").at(-1) ?? "";
    return /[#.][\w-]+/.exec(last.replace(/[[(].*/, ""))?.[0] ?? last;
  }

  function isMarked(element) {
    const bears = (known) => known !== undefined && known.some((one) => element.matches(one));
    const id = element.getAttribute("id"), name = element.getAttribute("name"), classes = element.getAttribute("class");
    return bears(byTag.get(element.localName)) || id && bears(byID.get(id)) || name && bears(byName.get(name))
      || classes && classes.split(/\s+/).some((one) => bears(byClass.get(one)));
  }

  // What bears a mark of a challenge, as it stands in the page.
  const marks = (elements) => elements.filter((one) => isMarked(one) && one.getRootNode() === document);

  // What an address says after its scheme; empty for what is none.
  function address(text) {
    try {
      const at = new URL(text, document.baseURI);
      return at.host + at.pathname + at.search + at.hash;
    } catch {
      return "";
    }
  }

  const vendorOf = (text, part) => table.find((vendor) => vendor[part].frames.some((one) => fits(text, one)));

  // Whether this document is a challenge's own, within the page that poses it: its boxes belong to no form.
  const isOwn = () => window !== window.top
    && ["box", "window"].some((part) => vendorOf(address(location.href), part));

  const isThere = (element, width, height) => {
    if (!ghosthands.visible(element) || sight.isOutside(element)) return false;
    const box = element.getBoundingClientRect();
    return box.width > width && box.height > height;
  };

  // Whether what a challenge leaves once it is passed stands beside the element, in the nearest box that has any.
  function isAnswered(element, tokens) {
    if (!tokens.length) return false;
    const selector = tokens.join(",");
    for (let at = element; at; at = ghosthands.parent(at)) {
      const found = at.querySelectorAll ? [...at.querySelectorAll(selector)] : [];
      // Some say first how far they are, in words that begin with a dot.
      if (found.length) return found.some((one) => one.value === undefined || /^[^.]/.test(one.value));
    }
    return false;
  }

  // What a site's own page says when it is nothing but a check: whole sentences, as titles and headings.
  const human = "(a )?(human|person|real person)|not a (ro)?bot|human being";
  const sentences = [
    "(human|bot|robot|browser|security) (verification|check|checkpoint|challenge|validation)|challenge validation",
    "(please )?((verify|prove|confirm|show us|check) (that )?|verifying |making sure |checking (if |that )?)"
      + `(you are|you re)( not)? (${human}|(ro)?bot)( or .*)?`,
    "robot or human|human or (ro)?bot|are you (a )?(human|(ro)?bot)( or .*)?|bots? use .*",
    "(checking|verifying) (your browser|if the site connection is secure)( before .*)?|we re verifying your browser",
    "pardon our interruption|press (and |& )?hold( to confirm.*)?|sorry you have been blocked"
      + "|let s confirm you are human|complete the security check.*",
    "(bitte )?(bestätigen|beweisen) sie dass sie (ein mensch|kein (roboter|bot)) sind|sind sie ein (mensch|roboter)"
      + "|vérifiez que vous êtes (un )?humain|êtes vous un robot|verifica que eres (un )?humano|eres un robot"
      + "|confirme que você é humano|вы не робот|подтвердите что вы не робот|подтвердите что запросы.*",
    "ddos guard|.* security checkpoint|access to this page has been (denied|blocked)",
  ];
  const sentence = pattern(`^(${sentences.join("|")})$`, "iu");
  // What many pages say in their text while they load; as the title of a page it is a check's.
  const waiting = pattern("^(just a moment|(nur )?einen moment( bitte)?|un (instant|momento|moment)|один момент"
    + "|请稍候|請稍候|しばらくお待ちください|잠시만 기다리십시오|attention required.*)$", "iu");
  const plain = (text) => squeeze(text.replace(/[^\p{L}\p{N}&|]+/gu, " ").replace(/\|/g, " "));
  const speech = pattern("checking (if (the|your)|your browser)|(verify(ing)?|prove|confirm|make sure) (that )?"
    + "(you are|you['’]re) (not )?(a )?(human|real|robot|bot)|unusual (traffic|activity)|made us think (that )?you"
    + "( are|['’]re| were) a (ro)?bot|press (&|and) hold|solve (this|the) captcha|complete the security check"
    + "|enable javascript and cookies to continue|(ungewöhnlichen datenverkehr|trafic (inhabituel|exceptionnel))"
    + "|i['’]m not a robot|errors\\.edgesuite\\.net/|incident id: ?\\d", "i");

  const mostText = 1500;

  // Whether what is said on a page is all about a check: by whole sentences, where it has a control of its own to be
  // worked, a slider or a word to be written off.
  function checks(text, hasControl) {
    const titles = [document.title, ...[...document.querySelectorAll("h1,h2")].filter(ghosthands.visible)
      .slice(0, 3).map((one) => one.textContent ?? "")];
    const isCheck = waiting.test(plain(document.title)) || titles.some((one) => sentence.test(plain(one)));
    return text.length < mostText && isCheck
      || !hasControl && text.length < 700 && speech.test(`${document.title} ${text}`);
  }

  // The pages of challenges, and the places on them for a box. They may ask for a word to the site's owner.
  const mostFields = 3;
  function pages(marked, text, fieldCount) {
    const isBare = fieldCount === 0;
    const found = [];
    const inline = [...document.querySelectorAll("script:not([src])")]
      .map((one) => (one.textContent ?? "").slice(0, 20000));
    for (const vendor of table) {
      const isPage = vendor.page.elements.some((one) => marked.some((element) => element.matches(one)))
        || vendor.page.scripts.some((one) => inline.some((script) => fits(script, one, "")));
      if (isPage) found.push(vendor.name);
    }
    /** @type {ChallengeSign[]} */
    const signs = found.map((vendor) => ({ vendor, part: "page", form: null, isAnswered: false }));
    if (fieldCount <= 1 && checks(text, !isBare)) {
      signs.push({ vendor: null, part: "check", form: null, isAnswered: false });
    }
    for (const vendor of table) {
      const places = vendor.places.join(",");
      const holder = places && marked.find((element) => element.matches(places));
      if (holder && (signs.length || isBare && isThere(holder, 100, 40))) {
        signs.push({ vendor: vendor.name, part: "place", form: null, isAnswered: isAnswered(holder, vendor.tokens) });
      }
    }
    return signs;
  }

  const anyOwn = table.flatMap((vendor) => vendor.own).join("|");
  // The makers of whom anything is there, be it only a script, a badge, or a widget that asks nothing of anybody.
  /** @returns {ChallengeSign[]} */
  function present(frames, marked) {
    const loaded = [...frames, ...document.scripts].filter((one) => one.src).map((one) => address(one.src))
      .filter((at) => fits(at, anyOwn));
    if (!loaded.length && !marked.length) return [];
    return table.filter((vendor) => loaded.some((at) => vendor.own.some((one) => fits(at, one)))
      || marked.some((element) => [...vendor.places, ...vendor.tokens].some((one) => element.matches(one))))
      .map((vendor) => ({ vendor: vendor.name, part: "present", form: null, isAnswered: false }));
  }

  /**
   * @param {any[]} elements
   * @param {any[]} found the fields of the document
   * @param {(element: any) => number | null} form
   * @returns {ChallengeSign[]}
   */
  function read(elements, found, form) {
    const frames = elements.filter((element) => element.tagName === "IFRAME");
    const marked = marks(elements.length ? elements : [...document.querySelectorAll("*")]);
    /** @type {ChallengeSign[]} */
    const signs = present(frames, marked);
    const note = (vendor, part, element) => signs.push({ vendor: vendor.name, part, form: form(element),
      isAnswered: isAnswered(element, vendor.tokens) });
    for (const frame of frames) {
      const at = address(frame.src);
      const box = vendorOf(at, "box"), over = vendorOf(at, "window");
      if (box && isThere(frame, 100, 40)) note(box, "box", frame);
      if (over && isThere(frame, 200, 150)) note(over, "window", frame);
    }
    for (const vendor of marked.length ? table : []) {
      for (const [part, width, height] of [["box", 100, 25], ["window", 100, 80]]) {
        const selector = vendor[part].elements.join(",");
        const element = selector && marked.find((one) => one.matches(selector) && isThere(one, width, height));
        if (element) note(vendor, part, element);
      }
    }
    for (const field of found) {
      const part = field.ignored === "check for people" && riddles.get(ghosthands.element(field.element));
      if (part) signs.push({ vendor: null, part, form: field.form,
        isAnswered: field.kind === "checkbox" ? field.value === "true" : field.value !== "" });
    }
    const fieldCount = found.filter((field) => !field.ignored).length;
    if (window === window.top && fieldCount <= mostFields) {
      const text = squeeze(document.body?.innerText ?? "");
      if (text.length < mostText * 3) signs.push(...pages(marked, text, fieldCount));
    }
    return signs;
  }

  // MARK: Fields for people only

  const riddles = new WeakMap();
  const names = pattern("captcha|capcha|kaptcha|securimage|secureimage|turing[-_ ]?test", "i");
  const isCode = pattern("^((please )?(enter|type|fill in|solve) )?(the )?captcha( code| text| answer"
    + "| value)?$", "i");
  const copies = pattern("(code|characters?|letters?|text|numbers?|digits?|words?|symbols?)\\b.{0,40}\\b(image"
    + "|picture"
    + "|shown|above|below|you see|displayed|appear)|(above|shown|displayed) (code|characters?|letters?|text"
    + "|numbers?|words?)"
    + "|(security|verification|validation|image|spam) code"
    + "|what (do )?you see|(sicherheits|bild|prüf|spam)[- ]?code|(zeichen|buchstaben|text|code"
    + "|ziffern)\\b.{0,40}\\b(bild"
    + "|oben|abgebildet|angezeigt)|(caractères|code|texte|lettres)\\b.{0,40}\\b(image|ci-dessus|affichés?)"
    + "|code de sécurité|(caracteres|código|texto|letras)\\b.{0,40}\\b(imagen|imagem|muestra|mostrad|arriba|acima)"
    + "|código de seguridad|(caratteri|codice|testo)\\b.{0,40}\\b(immagine|mostrat)|codice di sicurezza"
    + "|(tekens|code|letters)\\b.{0,40}\\bafbeelding|(znaki|kod|tekst)\\b.{0,40}\\bobrazk"
    + "|(символы|код|текст|буквы)\\s.{0,40}(картинк|изображени)|проверочный код|验证码|驗證碼|画像認証|보안문자", "iu");
  const imageMarks = pattern("captcha|securimage|kaptcha|(security|verification|validation"
    + "|anti-?spam)[-_ ]?(image|code|img)"
    + "|(image|img)[-_ ]?(code|verif)|verifycode|vcode|authimg", "i");

  const markup = (element) => ["alt", "src", "id", "class", "title", "aria-label", "name"]
    .map((name) => element.getAttribute(name) ?? "").map((text) => text.startsWith("data:") ? "" : text).join(" ");

  // Whether any picture of the page is called what such pictures are; looked at once in a reading.
  const pictures = "img,canvas,svg,object,picture";
  const hasPicture = ghosthands.once((root) => root.querySelector(pictures) !== null);
  const hasMarkedPicture = ghosthands.once((root) => [...root.querySelectorAll(pictures)]
    .some((one) => imageMarks.test(markup(one))));

  const entries = "input:not([type=hidden],[type=button],[type=submit],[type=image]),select,textarea";
  // The picture beside a box, in the nearest holder that has one and few other boxes.
  function picture(element) {
    let at = ghosthands.parent(element);
    for (let level = 0; at && level < 4 && !(at.matches?.("form,body")); level += 1, at = ghosthands.parent(at)) {
      if (!at.querySelectorAll) continue;
      const boxes = [...at.querySelectorAll(entries)];
      if (boxes.filter(ghosthands.visible).length > 1) return null;
      const found = [...at.querySelectorAll(pictures)].find((one) => {
        const box = one.getBoundingClientRect();
        return ghosthands.visible(one) && box.width >= 40 && box.width <= 500 && box.height >= 15 && box.height <= 250
          && box.width >= box.height;
      });
      if (found) return found;
    }
    return null;
  }

  const number = "(\\d{1,3}|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|null|eins|zwei"
    + "|drei|vier"
    + "|fünf|sechs|sieben|acht|neun|zehn|un|deux|trois|quatre|cinq|sept|huit|neuf|dix|uno|dos|tres|cuatro|cinco|seis"
    + "|siete|ocho|nueve|diez)";
  const operator = "(\\+|-|−|–|x|×|\\*|plus|minus|times|mal|plus|moins|fois|más|menos|por)";
  const sum = `${number}\\s*${operator}\\s*${number}`;
  const sums = pattern(`(^|[\\s:(])${sum}\\s*(=|is equal|equals|ist gleich|ergibt|makes)`
    + `|(what( is|['’]s)|solve|calculate|compute|sum of|result of|how much is|was (ist|ergibt)|wie ?viel (ist|ergibt)`
    + `|berechnen sie|löse|combien font|calculez|cu[aá]nto (es|son)|resuelve|quanto (fa|é)|hoeveel is|ile (to`
    + `|jest)|сколько будет)`
    + `[\\s:]*${sum}[\\s)]*([?=.:*]|$)`, "iu");
  const robot = pattern("^(by checking this( box)?,? )?(i (hereby )?confirm (that )?)?(i['’]?m|i am"
    + "|yes,? i am) (a )?"
    + "(human|real person|not a (ro)?bot)( being)?\\W*$|^ich bin (ein mensch|kein (roboter|bot))\\W*$"
    + "|^je (ne )?suis (pas un robot|(un )?humain)\\W*$|^(no soy un robot|soy humano)\\W*$|^não sou um robô\\W*$"
    + "|^non sono un robot\\W*$|^ik ben geen robot\\W*$|^nie jestem robotem\\W*$|^я не робот\\W*$|^我不是机器人$"
    + "|^私はロボットではありません$", "iu");

  // A look that costs nothing before the long ones, which every new document would have to make ready.
  const mayBeSum = /\d|plus|minus|times| mal |moins|fois|menos| m[áa]s | por | x | - |[+×*−–]/i;
  const mayBeRobot = /bot|human|mensch|humain|humano|person|робот|机器人|ロボット/i;

  // What a field asks that is not for programs to answer: the letters of a picture, a sum, that one is no robot.
  function riddle(element, label) {
    const kind = riddleOf(element, squeeze(label ?? ""));
    if (kind) riddles.set(element, kind);
    return kind;
  }

  function riddleOf(element, label) {
    if (element.tagName !== "INPUT") return null;
    if (element.type === "checkbox") {
      return mayBeRobot.test(label) && robot.test(label) || element.closest("altcha-widget") ? "robot" : null;
    }
    if (!/^(text|number|tel|search)$/.test(element.type)) return null;
    const placeholder = squeeze(element.placeholder);
    if ([label, placeholder].some((text) => text.length < 160 && mayBeSum.test(text) && sums.test(text))) return "sum";
    const isCalled = names.test(`${element.name} ${element.id}`);
    if ([label, placeholder].some((text) => /captcha/i.test(text) && isCode.test(plain(text)))) return "image";
    const asks = hasPicture(document) && [label, placeholder].some((text) => text.length < 160 && copies.test(text));
    const beside = (isCalled || asks || label.length < 60 && hasMarkedPicture(document)) && picture(element);
    if (!beside) return null;
    return isCalled || asks || imageMarks.test(markup(beside)) ? "image" : null;
  }

  return { read, riddle, isOwn };
})();
