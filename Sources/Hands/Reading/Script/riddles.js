"use strict";
// Fields that ask what no program may answer: the letters of a picture, a sum, that one is no robot; and sliders that
// ask the same without a field. Runs in our isolated world, after sight.js and labels.js.
const riddles = (() => {
  const { squeeze, pattern } = wording;

  const known = new WeakMap();
  const plain = (text) => squeeze(text.replace(/[^\p{L}\p{N}]+/gu, " "));
  const names = pattern("captcha|cptch|capcha|kaptcha|securimage|secureimage|turing[-_ ]?test", "i");
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
  // The same where a picture is named beside what is to be copied from it, in either order.
  const letters = "characters?|letters?|digits?|numbers?|words?|code|text|symbols?|zeichen|buchstaben|ziffern"
    + "|caract[eè]res"
    + "|lettres|caracteres|letras|caratteri|lettere|tekens|teck(en|nen)|bokst[aä]v\\p{L}*|tegn\\p{L}*|bogstav\\p{L}*"
    + "|bokstav\\p{L}*|merkit|merkkejä|kirjaimet|znaki|znaky|písmena|karakter\\p{L}*|harf\\p{L}*|kod\\p{L}*"
    + "|bet[űu]\\p{L}*"
    + "|caracterele|literele|codul|χαρακτήρες|γράμματα|κωδικό\\p{L}*|символ\\p{L}*|букв\\p{L}*|літер\\p{L}*"
    + "|цифр\\p{L}*|код"
    + "|huruf|ký tự|mã|文字|数字|英数字|コード|字符|字母|字元|문자|글자|숫자|الأحرف|الحروف|الرمز|התווים|האותיות|ตัวอักษร|รหัส"
    // What a sum comes to, which the picture shows.
    + "|sum|result|answer|solution|equation|calculation|ergebnis\\p{L}*|rechnung|rechenaufgabe|aufgabe|lösung|summe"
    + "|r[ée]sultat\\p{L}*|somme|calcul|op[ée]ration|réponse|resultado|suma|cuenta|operaci[oó]n|cálculo|respuesta"
    + "|soma|conta|operação|resposta|risultato|somma|operazione|calcolo|uitkomst|som|antwoord|berekening|wynik\\p{L}*"
    + "|działani\\p{L}*|výsled\\p{L}*|příklad\\p{L}*|súčet|súčtu|součet|součtu|výpočt\\p{L}*|summan|svaret"
    + "|summen|regnestykket|tulos|laskun|vastaus|eredmény\\p{L}*|művelet\\p{L}*|összeg\\p{L}*|sonuc\\p{L}*"
    + "|işlem\\p{L}*|rezultat\\p{L}*"
    + "|αποτέλεσμα|άθροισμα|результат\\p{L}*|сумм\\p{L}*|ответ\\p{L}*"
    + "|пример\\p{L}*|приклад\\p{L}*|відповід\\p{L}*|答え|計算|結果|答案"
    + "|计算|計算結果|결과|계산|정답|الناتج|ناتج|نتيجة|תוצאה|ผลลัพธ์|kết quả|hasil";
  const shown = "image|picture|imagen?|imagem|immagine|afbeelding|plaatje|bild(et|en|ern?|s)?|billedet|bildet"
    + "|kuva\\p{L}*|obraz\\p{L}*"
    + "|obrázk\\p{L}*|resim\\p{L}*|görsel\\p{L}*|kép\\p{L}*|εικόνα\\p{L}*|картин\\p{L}*|изображен\\p{L}*"
    + "|зображен\\p{L}*"
    + "|imagin\\p{L}*|gambar|hình|ảnh|画像|絵|图片|圖片|图中|圖中|图像|圖像|图形|그림|이미지|الصورة|תמונה|ภาพ|รูป";
  // Letters without spaces between words begin and end a word anywhere.
  const begins = "(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}])";
  const ends = "(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}])";
  const [theLetters, thePicture] = [letters, shown].map((words) => `${begins}(${words})${ends}`);
  const ofPicture = pattern(`${theLetters}.{0,40}?${thePicture}|${thePicture}.{0,20}?${theLetters}`
    + `|${begins}(characters?|letters?|digits?|text|code) (that )?(you (can )?see`
    + "|(are |is )?(shown|displayed) (above|below))",
  "iu");
  // As every label is asked it, without the ends of words, which take long to make ready.
  const maySay = pattern(`${shown.replaceAll("\\p{L}*", "")}|you (can )?see|(shown|displayed) (above|below)`, "iu");
  const imageMarks = pattern("captcha|securimage|kaptcha|anti[-_]?(spam|bot|robot)|(security|verification|validation"
    + ")[-_ ]?(image|code|img)"
    + "|(image|img)[-_ ]?(code|verif)|verifycode|vcode|authimg", "i");

  const speaksOfCode = pattern("captcha|(^|[^a-z])(code|kod|kode|c[óo]digo|codice)([^a-z]|$)|код|コード|验证|驗證", "iu");

  // A company may be called so, or make such pictures: its logo is none.
  const isMarkedSo = (text) => imageMarks.test(text) && !/logo/i.test(text);
  const markup = (element) => ["alt", "src", "id", "class", "title", "aria-label", "name"]
    .map((name) => element.getAttribute(name) ?? "").map((text) => text.startsWith("data:") ? "" : text).join(" ");

  // Whether any picture of the page is called what such pictures are; looked at once in a reading.
  const pictures = "img,canvas,svg,object,picture";
  // Such a picture by its measures: wide rather than high, and no banner.
  function isPicture(one) {
    const box = one.getBoundingClientRect();
    return box.width >= 40 && box.width <= 500 && box.height >= 15 && box.height <= 250 && box.width >= box.height
      && ghosthands.visible(one);
  }
  const isPainted = (one) => one.childElementCount === 0 && /url\(/.test(getComputedStyle(one).backgroundImage)
    && isPicture(one);
  const hasPicture = ghosthands.once((root) => root.querySelector(pictures) !== null);
  const hasMarkedPicture = ghosthands.once((root) => [...root.querySelectorAll(pictures)]
    .some((one) => isMarkedSo(markup(one))));

  const entries = "input:not([type=hidden],[type=button],[type=submit],[type=image]),select,textarea";
  // The picture beside a box, in the nearest holder that has one and few other boxes.
  function picture(element) {
    let at = ghosthands.parent(element);
    for (let level = 0; at && level < 4 && !(at.matches?.("form,body")); level += 1, at = ghosthands.parent(at)) {
      if (!at.querySelectorAll) continue;
      const boxes = [...at.querySelectorAll(entries)];
      if (boxes.filter(ghosthands.visible).length > 1) return null;
      const found = [...at.querySelectorAll(pictures)].find(isPicture);
      if (found) return found;
    }
    return null;
  }

  // The picture right before a box or right after it, with no other box between and no more than a few lines away.
  const reach = 140;
  function nextPicture(element) {
    const holder = ghosthands.closest(element, "form,[role=form],[role=dialog],dialog") ?? element.getRootNode();
    const around = [...(holder.querySelectorAll?.(`${entries},${pictures},div,span,p,i,b`) ?? [])];
    const at = around.indexOf(element);
    // A long label may stand between them.
    const own = [element, ...census.labels(element)].map((part) => part.getBoundingClientRect());
    const isNear = (one) => {
      const box = one.getBoundingClientRect();
      return own.some((here) => here.top - box.bottom < reach && box.top - here.bottom < reach
        && here.left - box.right < 2 * reach && box.left - here.right < 2 * reach);
    };
    for (const step of [-1, 1]) {
      for (let place = at + step; around[place]; place += step) {
        const one = around[place];
        if (one.matches(entries)) { if (ghosthands.visible(one)) break; continue; }
        if ((one.matches(pictures) ? isPicture(one) : isPainted(one)) && isNear(one)) return one;
      }
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
  // The same whatever its numbers are called, where it ends with the sign that asks for the result.
  const term = "(\\d{1,3}|\\p{L}{2,12})";
  const equation = pattern(`^\\D{0,40}?${term}\\s*[+−–×*-]\\s*${term}\\s*=\\s*\\??$`, "iu");
  const robot = pattern("^(by checking this( box)?,? )?(i (hereby )?confirm (that )?)?(i['’]?m|i am"
    + "|yes,? i am) (a )?"
    + "(human|real person|not a (ro)?bot)( being)?\\W*$|^ich bin (ein mensch|kein (roboter|bot))\\W*$"
    + "|^je (ne )?suis (pas un robot|(un )?humain)\\W*$|^(no soy un robot|soy humano)\\W*$|^não sou um robô\\W*$"
    + "|^non sono un robot\\W*$|^ik ben (geen robot|een mens)\\W*$|^nie jestem robotem\\W*$|^я (не робот|человек)\\W*$"
    + "|^jag är (inte en robot|en människa)\\W*$|^(ben )?robot değilim\\W*$|^(ben )?(bir )?insanım\\W*$"
    + "|^(أنا )?(إنسان|لست (روبوت|برنامج)\\p{L}*)\\W*$|^(我不是机器人|我是真人)$"
    + "|^私は(ロボットではありません|人間です)$|^(저는 )?(로봇이 아닙니다|사람입니다)\\W*$", "iu");

  // A look that costs nothing before the long ones, which every new document would have to make ready.
  const mayBeSum = /\d\s*[-x]\s*\d|plus|minus|times| mal |moins|fois|menos| m[áa]s | por | x | - |[+×*−–]/i;
  const mayBeRobot = /bot|human|mens|humain|umano|person|människa|insan|робот|человек|إنسان|لست|机器人|真人|ロボット|人間|로봇|사람/i;

  // What a field asks that is not for programs to answer: the letters of a picture, a sum, that one is no robot.
  function riddle(element, label) {
    const kind = riddleOf(element, squeeze(label ?? ""));
    if (kind) known.set(element, kind);
    return kind;
  }

  // Some draw the box to be checked before the words.
  const isRobot = (text) => mayBeRobot.test(text) && robot.test(text.replace(/^[^\p{L}\p{N}]+/u, ""));

  function riddleOf(element, label) {
    const isBox = element.type === "checkbox" || /^(checkbox|switch)$/.test(element.getAttribute("role") ?? "");
    if (isBox) return isRobot(label) || sites.robots.some((one) => element.closest(one)) ? "robot" : null;
    if (element.tagName !== "INPUT") return null;
    if (element.type === "range") return saysSo(label) ? "robot" : null;
    if (!/^(text|number|tel|search)$/.test(element.type)) return null;
    const placeholder = squeeze(element.placeholder);
    if ([label, placeholder].some((text) => text.length < 160 && mayBeSum.test(text)
      && (sums.test(text) || text.includes("=") && equation.test(text)))) return "sum";
    const isCalled = names.test(`${element.name} ${element.id}`);
    if ([label, placeholder].some((text) => /captcha/i.test(text) && isCode.test(plain(text)))) return "image";
    const said = [label, placeholder].filter((text) => text.length < 160);
    const namesPicture = said.some((text) => maySay.test(text) && ofPicture.test(text));
    const asks = namesPicture || hasPicture(document) && said.some((text) => copies.test(text));
    const isUnclear = label.length < 60 && hasMarkedPicture(document);
    const isOfCode = isUnclear && said.some((text) => speaksOfCode.test(text));
    const beside = (isCalled || asks || isUnclear) && picture(element)
      || (isCalled || namesPicture || isOfCode) && nextPicture(element);
    if (!beside) return null;
    return isCalled || asks || isMarkedSo(markup(beside)) ? "image" : null;
  }

  // Whether what a field asks was done: a bar that is to be dragged begins in its middle where nothing else is said.
  function isAnswered(field) {
    if (field.kind === "checkbox") return field.value === "true";
    const element = ghosthands.element(field.element);
    if (element.type !== "range") return field.value !== "";
    const [least, most] = [Number(element.min || 0), Number(element.max || 100)], now = Number(element.value);
    return now >= most || now !== Number(element.defaultValue || (least + most) / 2);
  }

  // What an element was found to ask, when its field was read.
  const of = (element) => known.get(element) ?? null;

  // What says that it is to be dragged, or held, to prove oneself; and what says so of itself.
  const sliding = pattern("(slide|swipe)( (the )?(slider|bar|handle|button|arrow|puzzle"
    + "|piece)( piece)?)?( (to the )?(right|end))?"
    + " to (verify|unlock|prove|confirm|complete (the )?(puzzle|verification|check))"
    + "|drag (the )?(slider|bar|handle|arrow|puzzle|piece)\\b.{0,40}\\b(verify|unlock|prove|confirm|fit|complete)"
    + "|(press|click) (and|&) hold.{0,40}(human|verify|confirm|robot)"
    + "|zum (bestätigen|verifizieren|überprüfen) (nach rechts )?(schieben|wischen|ziehen)"
    + "|(schieb|zieh|wisch)en? (sie )?((den|die|das) (schiebe)?(regler|schieber|balken|puzzleteil|leiste)|nach rechts)"
    + ".{0,50}(bestätig|verifizier|prüf)"
    + "|gliss(er|ez)( (le curseur|la barre|la pièce|le bouton))?( vers la droite)? pour (vérifi|confirm|prouv)"
    + "|(desliza|deslice|deslize|arrastra|arrastre|arraste)( (el|la|o|a) (control|barra|pieza|peça|botón|botão)"
    + "( deslizante)?)?( (hacia|para) (la|a) (derecha|direita))? para (verific|confirm|demostra|provar)"
    + "|(scorri|trascina)( (il|la) (cursore|barra|tassello))?( (verso|a) destra)? per (verific|conferm|dimostr)"
    + "|(schuif|sleep|veeg)( (de|het) (schuif|balk|stuk\\p{L}*))?( naar rechts)? om te (verifi|bevestig)"
    + "|(przesuń|przeciągnij)( (suwak|pasek|element))?( w prawo)?,? aby (zweryfik|potwierd)"
    + "|(drag|move|slide|zieh|schieb|gliss|arrast|desli|trascin|sleep|przesu|przeci)\\p{L}* .{0,12}(puzzle( |-)?piece"
    + "|missing piece|(the|la|a|de|il|het) (piece|pi[eè]ce|pieza|peça|tassello|puzzelstuk)|(das )?puzzleteil)"
    + "|doğrulamak için (sağa )?kaydır|(проведите|передвиньте|сдвиньте|перетащите).{0,40}(подтвер|провер)"
    + "|(滑动|滑動|拖动|拖動|向右滑|按住).{0,16}(验证|驗證|拼图|拼圖|滑块|滑塊)"
    + "|スライド.{0,16}(認証|確認|検証)|밀어서.{0,16}(인증|확인)", "iu");
  const maySlide = pattern("slid|drag|swipe|hold|schieb|zieh|wisch|gliss|desli|arrast|scorri|trascina|schuif|sleep"
    + "|przesu|przeci|kayd|прове|перед|перет|сдвин|滑|拖|按住|スライド|밀어", "i");

  const saysSo = (text) => text.length > 3 && text.length < 120 && maySlide.test(text) && sliding.test(squeeze(text));
  const isBar = (one) => {
    const box = one.getBoundingClientRect();
    return box.width >= 120 && box.width <= 700 && box.height >= 20 && box.height <= 160;
  };
  const prose = "p,li,a,label,h1,h2,h3,h4,button,option,script,style,template";

  const isDone = (bar) => {
    const left = [.../** @type {any} */ (bar.parentElement?.querySelectorAll("input[type=hidden]") ?? [])];
    return left.some((one) => tokens.test(one.name || one.id)) && left.every((one) => one.value !== "");
  };

  // A bar to be dragged that says so, with nothing yet in what it leaves for the form.
  function slider() {
    if (!document.body) return null;
    for (const one of document.querySelectorAll("[role=slider][aria-label]")) {
      const isSaid = saysSo(one.getAttribute("aria-label") ?? "");
      const track = isSaid && [one.parentElement, one].find((part) => part && isBar(part));
      if (track && ghosthands.visible(track)) return { element: track, isAnswered: isDone(track) };
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = /** @type {any} */ (walker.nextNode()); node; node = walker.nextNode()) {
      const around = saysSo(node.data) ? node.parentElement : null;
      const bar = around && [around, around.parentElement, around.parentElement?.parentElement].find((one) =>
        one && isBar(one));
      if (!bar || around.closest(prose) || !ghosthands.visible(bar) || sight.isOutside(bar)) continue;
      return { element: bar, isAnswered: isDone(bar) };
    }
    return null;
  }
  const tokens = pattern("captcha|slid|verif|token|human|valid", "i");

  return { riddle, of, isAnswered, slider, isRobot };
})();
