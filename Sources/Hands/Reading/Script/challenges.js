"use strict";
// What a page poses that only a person can pass: by frames and elements of challenges, by what a field shows and asks,
// by a page on which there is nothing else. Which of it stands in the way is told elsewhere. Runs in our isolated
// world, after sight.js, labels.js, riddles.js and puzzles.js.
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
  // "Prove that you are human" in other languages: the word for proving, and whom it is to be proved of.
  const proofs = [
    "(bestätigen|beweisen|zeigen|nachweisen|prüfen).{0,30}(sie|du) (wirklich )?(ein mensch|kein (ro)?bo(ter|t)) "
      + "(sind|bist)",
    "(vérifie[rz]|confirme[rz]|prouve[rz]|assurer).{0,30}vous (êtes (bien )?(un )?(être )?humain"
      + "|n['’]êtes pas un robot)(?![a-zé])",
    "(verifi|confirm|demuestr|demostrar|compr(ob|ueb|ov)|prov[ea]).{0,30}(eres|usted es|você é|é) (uma? |una? )?"
      + "(ser )?(humano|persona)(?!s)|(no eres|usted no es|você não é) una? robot|você não é um robô",
    "(verific|conferm|dimostr).{0,30}((sei|essere) (un |una )?(essere )?(umano|persona)|non (sei|essere) un robot)",
    "(u|je|jij) (een mens|geen robot) bent",
    "(potwierdź|udowodnij|zweryfikuj|upewnić).{0,30}(jesteś człowiekiem|nie jesteś robotem)",
    "(bekräfta|verifiera).{0,30}du (är en människa|inte är en robot)|vahvista.{0,30}(olet ihminen|et ole robotti)",
    "(bekræft|bekreft).{0,30}du (er et menneske|ikke er en robot)",
    "(potvrďte|ověřte|dokažte).{0,30}(jste člověk|nejste robot)",
    "(erősítse|igazolja|bizonyítsa).{0,40}(ön ember|nem robot)",
    "([Rr]obot olmadığınızı|[İIiı]nsan olduğunuzu).{0,20}(doğrula|kanıtla|onayla)",
    "(подтвердите|докажите|убедиться|проверить).{0,30}вы (не робот|человек)",
    "(підтвердьте|доведіть).{0,30}ви (не робот|людина)",
    "(επιβεβαιώστε|επαληθεύστε).{0,30}(είστε άνθρωπος|δεν είστε ρομπότ)",
    "(confirmați|demonstrați).{0,30}(sunteți om|nu sunteți (un )?robot)",
    "(xác minh|xác nhận).{0,30}bạn (là (con )?người|không phải (là )?(robot|người máy))",
    "(证明|證明|确认|確認|验证|驗證).{0,12}(不是机器人|不是機器人|是真人|非机器人|是人类)",
    "(ロボット|ボット)(で|では)?(は)?(ない|ありません).{0,12}(確認|証明)|人間である.{0,8}(確認|証明)",
    "(로봇이 아님|사람임|로봇이 아닌).{0,12}(확인|증명|인증)", "(تأكيد|إثبات|أثبت|تحقق|أكد).{0,30}(لست روبوت|أنك إنسان|لست برنامج)",
    "(אשר|הוכח|ודא).{0,20}(שאתה אדם|לא רובוט)", "(ยืนยัน|พิสูจน์).{0,30}(คุณเป็นมนุษย์|ไม่ใช่หุ่นยนต์|ไม่ใช่บอท)",
  ];
  const speech = pattern("checking (if (the|your)|your browser)|(verify(ing)?|prove|confirm|make sure) (that )?"
    + "(you are|you['’]re) (not )?(a )?(human|real|robot|bot)|unusual (traffic|activity)|made us think (that )?you"
    + "( are|['’]re| were) a (ro)?bot|press (&|and) hold|solve (this|the) captcha|complete the security check"
    + "|enable javascript and cookies to continue|(ungewöhnlichen datenverkehr|trafic (inhabituel|exceptionnel))"
    + `|${proofs.join("|")}`
    + "|i['’]m not a robot|errors\\.edgesuite\\.net/|incident id: ?\\d", "i");

  const mostText = 1500;

  // Whether what is said on a page is all about a check: by whole sentences, where it has a control of its own to be
  // worked, a slider or a word to be written off.
  function checks(text, hasControl) {
    const titles = [document.title, ...[...document.querySelectorAll("h1,h2")].filter(ghosthands.visible)
      .slice(0, 3).map((one) => one.textContent ?? "")];
    const isCheck = waiting.test(plain(document.title)) || titles.some((one) => sentence.test(plain(one)));
    const isSaid = () => [...document.querySelectorAll("button,[role=button]")]
      .some((one) => ghosthands.visible(one) && riddles.isRobot(squeeze(one.textContent ?? "")));
    return text.length < mostText && isCheck || !hasControl && text.length < 700 && isSaid()
      || !hasControl && text.length < 700 && speech.test(`${document.title} ${text}`.replace(/\s+/g, " "));
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
  // Whether a box that nobody has answered may stand in a closed shadow root: what it leaves for the form is there and
  // empty, and no box is to be seen. Told once of each.
  const told = new WeakSet();
  function mayBeClosed(signs) {
    const fresh = table.filter((vendor) => vendor.tokens.length && vendor.box.frames.length
      && !signs.some((sign) => sign.vendor === vendor.name && sign.part === "box"))
      .flatMap((vendor) => [...document.querySelectorAll(vendor.tokens.join(","))])
      .filter((token) => /** @type {any} */ (token).value === "" && !told.has(token));
    for (const token of fresh) told.add(token);
    return fresh.length > 0;
  }

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
      const part = field.ignored === "check for people" && riddles.of(ghosthands.element(field.element));
      if (part) signs.push({ vendor: null, part, form: field.form, isAnswered: riddles.isAnswered(field) });
    }
    const slider = riddles.slider();
    if (slider) signs.push({ vendor: null, part: "robot", form: form(slider.element), isAnswered: slider.isAnswered });
    if (puzzles.isOpen()) signs.push({ vendor: null, part: "window", form: null, isAnswered: false });
    const fieldCount = found.filter((field) => !field.ignored).length;
    if (window === window.top && fieldCount <= mostFields) {
      const text = squeeze(document.body?.innerText ?? "");
      if (text.length < mostText * 3) signs.push(...pages(marked, text, fieldCount));
    }
    return signs;
  }

  return { read, isOwn, mayBeClosed };
})();
