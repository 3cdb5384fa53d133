"use strict";
// What lies over the whole page and asks for a log-in or an address for news, though the page behind it has a form: it
// is closed where it may be, else nothing behind it can be used. Runs in our isolated world, after census.js.
const curtain = (() => {
  const { squeeze, pattern } = wording;
  const typed = "input:not([type=hidden],[type=checkbox],[type=radio],[type=submit],[type=button],[type=image],"
    + "[type=reset]),select,textarea";
  const shown = (holder) => census.shown(holder).filter((one) => one.matches(typed));

  const pinned = (element) => {
    let found = null;
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).position === "fixed") found = at;
    }
    return found;
  };

  const corners = [[0.03, 0.03], [0.97, 0.03], [0.03, 0.97], [0.97, 0.97]];
  const hit = (x, y) => document.elementFromPoint(innerWidth * x, innerHeight * y);

  // What has the middle of the window, and its corners too, itself or by a backdrop that asks nothing.
  function layer() {
    if (window !== window.top || !document.body) return null;
    const dialog = document.querySelector("dialog:modal");
    if (dialog) return dialog;
    const middle = pinned(hit(0.5, 0.5));
    if (!middle) return null;
    const isOver = corners.every(([x, y]) => {
      const there = hit(x, y), holder = there && pinned(there);
      return holder !== null && (holder === middle || shown(holder).length === 0);
    });
    return isOver ? middle : null;
  }

  const isAddress = (box) => box.type === "email" || /e-?mail/i.test(`${box.name} ${box.id} ${box.placeholder}`);
  const fewest = 3;
  // Looked for once in a reading.
  const found = ghosthands.once((text) => {
    const over = layer(), boxes = over ? shown(over) : [];
    const asks = boxes.some((one) => one.type === "password") ? boxes.length < fewest
      : boxes.length === 1 && isAddress(boxes[0]);
    if (!over || !asks) return null;
    const behind = shown(text).filter((one) => !over.contains(one) && one.type !== "search");
    return behind.length >= fewest ? over : null;
  });

  // What nobody can get past without a log-in; a dialog of the browser's own needs no looking for.
  const wall = ghosthands.once((text) => {
    const over = found(text);
    return over?.matches(":not(dialog)") && over.querySelector("input[type=password]") !== null ? over : null;
  });

  // Whether something stands behind it.
  const isBehind = (element) => {
    const over = wall(document);
    return over !== null && !over.contains(element);
  };

  const closes = pattern("^(close( (this )?(dialog|window|pop ?up|modal))?|×|✕|✖|⨯|x|dismiss|no,? thanks?( you)?"
    + "|not now|(maybe )?later|skip( (this|for now))?|(continue|apply) (as (a )?guest|without.*)"
    + "|schlie(ß|ss)en|nein,? danke|später|als gast fortfahren|ohne (anmeldung|konto|registrierung).*"
    + "|fermer|non,? merci|plus tard|continuer (sans|en tant qu).*|cerrar|no,? gracias|ahora no|continuar (sin|como).*"
    + "|fechar|agora não|continuar (sem|como).*|chiudi|no,? grazie|sluiten|nee,? bedankt|stäng|nej,? tack|luk|lukk"
    + "|zamknij|nie,? dziękuję)$", "iu");
  // What closes it, or goes on without what it asks.
  function closer() {
    const over = found(document);
    const all = over ? [...over.querySelectorAll("button,[role=button],a[href],input[type=button]")] : [];
    const one = all.find((button) => ghosthands.visible(button) && closes.test(squeeze(
      button.getAttribute("aria-label") || button.innerText || button.value || button.title || "")));
    return one ? ghosthands.register(one) : null;
  }

  return { isBehind, closer };
})();
