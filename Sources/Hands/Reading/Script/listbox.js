"use strict";
// Lists that pages build of other elements: where they open, what they show, what there is to choose. After labels.js.
const listbox = (() => {
  const popups = "[role=listbox],[role=menu],[role=tree],ul,[class*=menu i],[class*=dropdown i],[class*=options i],"
    + "[class*=listbox i],[class*=results i],[class*=suggest i],[class*=popover i],[class*=popup i],"
    + "[role=dialog]:has([role=radio]),[role=alertdialog]:has([role=radio])";
  const unsaid = "[aria-live],[role=log],[role=status],[class*=placeholder i],[id*=placeholder i],svg,style,script";
  // From the surest way to mark a choice to the weakest; the first that a list uses is the one that counts.
  const marks = ["[role=option]", "[role=radio]",
    "[role=menuitemradio],[role=menuitemcheckbox],[role=menuitem],[role=treeitem]",
    "[id*='-option-']",
    "[class*=option i]", "li", "[class*=item i]"];
  const waitingWords = new RegExp("^(loading|searching|please wait|laden|wird geladen|suche|chargement|recherche"
    + "|cargando|buscando|carregando|zoeken|bezig)", "i");
  const nothingWords = new RegExp("^(no (options|results|matches|items|data|records|hay|se )|nothing|keine|aucun|sin "
    + "|nenhum|geen|brak |nessun)", "i");
  const typed = "input:not([type=hidden]):not([type=checkbox]):not([type=radio])";
  let before = new WeakSet();

  // Some keep what is chosen in a box that nobody sees.
  const input = (element) => element.matches("input,textarea") ? element
    : [...element.querySelectorAll("input:not([type=hidden])")].find((one) => ghosthands.visible(one)) ?? null;
  const shownOnes = (selector) =>
    [...ghosthands.walk(document)].filter((one) => one.matches?.(selector) && ghosthands.visible(one));

  // Remembers what lists are open, so that the one that opens next is known, and what stands around the control.
  function arm(number) {
    before = new WeakSet(shownOnes(popups));
    const element = ghosthands.element(number);
    if (element && !known.has(element)) known.set(element, new Set(around(element, null)));
  }

  // What stood around a control before anything was chosen; and of what was chosen since, what is shown there alone.
  const known = new WeakMap(), kept = new WeakMap();
  function keep(number, label) {
    const element = ghosthands.element(number);
    if (element) kept.set(element, [...(kept.get(element) ?? []).filter((one) => one !== label), label]);
    return element !== null;
  }
  function keptAround(element) {
    if (!kept.has(element)) return "";
    const now = around(element, null);
    return kept.get(element).filter((label) => now.includes(label)).join(", ");
  }

  // The texts around a control, as far as no other one stands there.
  function around(element, list) {
    let at = frame(element);
    for (let level = 0; level < 4; level += 1) {
      const up = at.parentElement;
      if (!up || up.matches("form,fieldset,body,td") || census.shown(up).length > 1) break;
      at = up;
    }
    return [...at.querySelectorAll("*")].filter((one) => !one.matches("script,style,label,legend,option")
      && !element.contains(one) && !(list && list.contains(one)) && ghosthands.visible(one)
      && [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
      .slice(0, 200).map((one) => labels.squeeze(one.innerText || ""));
  }

  // What a list holds, also what the page puts into its slots.
  const held = (popup) => [...ghosthands.walk(popup)].flatMap((one) => one.tagName !== "SLOT" ? [one]
    : [one, ...one.assignedElements({ flatten: true }).flatMap((given) => [...ghosthands.walk(given)])]);

  function choices(popup) {
    const all = [...new Set(held(popup))];
    for (const mark of marks) {
      const found = all.filter((one) => one !== popup && one.matches(mark) && ghosthands.visible(one));
      const leaves = found.filter((one) => !found.some((other) => other !== one && one.contains(other)));
      const real = leaves.filter((one) => (labels.text(one) || one.textContent.trim()) && !one.querySelector(typed));
      if (real.length) return real;
    }
    return [];
  }

  function named(element) {
    const root = element.getRootNode();
    const owners = [element, input(element)].filter(Boolean);
    const ids = owners.flatMap((one) => ["aria-controls", "aria-owns"]
      .flatMap((name) => (one.getAttribute(name) || "").split(/\s+/)));
    return ids.filter(Boolean).map((id) => root.getElementById?.(id) ?? document.getElementById(id))
      .find((one) => one && one !== element && !one.contains(element) && !isShownText(element, one)
        && ghosthands.visible(one)) ?? null;
  }
  // Some name what shows their choice as the list that they control.
  const isShownText = (element, one) =>
    element.contains(one) && !one.matches("[role=listbox],[role=menu],[role=tree],[role=grid],ul");

  // The list that belongs to the control: the one it names, one that opened beside it, one that opened anywhere.
  function popup(element) {
    const own = named(element);
    if (own) return own;
    const opened = shownOnes(popups).filter((one) => one !== element && !one.contains(element)
      && !before.has(one) && choices(one).length);
    const sure = opened.filter((one) => one.matches("[role=listbox],[role=menu],[role=tree]"));
    const first = (sure.length ? sure : opened)[0] ?? null;
    // Where one list opens the next beside it, all of them are one.
    const isRow = sure.filter((one) => one.parentElement === first?.parentElement).length > 1;
    return isRow && first ? first.parentElement : first;
  }

  const attribute = (element, name) => element.getAttribute(name) ?? input(element)?.getAttribute(name) ?? null;

  // Some show the choice in a label that is no control's.
  const isLabel = (node) => node.matches("legend")
    || node.matches("label") && (node.control !== null || node.hasAttribute("for"));

  // The text of a control, without what only helps to read it.
  function plain(node, list) {
    if (node === list || node.nodeType === Node.ELEMENT_NODE && (node.matches(unsaid) || isLabel(node))) return "";
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches("input,select,textarea")
      || !ghosthands.visible(node)) return "";
    return " " + [...node.childNodes].map((child) => plain(child, list)).join("") + " ";
  }

  // The words by which libraries call what shows the choice and the box to type in as one control.
  const control = /(^|[-_])(control|selector|selection|value-?container|trigger|toggle)([-_]|$)/i;
  const isCalledControl = (one) =>
    [...one.classList].some((name) => control.test(name) && !/form|field|input/i.test(name));

  // What a person takes for the control: the nearest box around it that is drawn as one, else what is called one.
  function frame(element) {
    const box = input(element);
    if (!box || element !== box) return element;
    let at = box, called = box, isOwn = false;
    for (let level = 0; at && level < 7; level += 1, at = at.parentElement) {
      const others = census.boxes(at).filter((one) => one !== box);
      if (at.matches("form,fieldset,body,td,li") || at.querySelector("label,legend")
        || others.some(ghosthands.visible)) break;
      if (at !== box && isCalledControl(at)) called = at;
      const style = getComputedStyle(at);
      const isDrawn = style.borderBottomStyle !== "none" && parseFloat(style.borderBottomWidth) > 0
        || style.boxShadow !== "none";
      if (isDrawn && at !== box) return isOwn ? called : at;
      // A box in the browser's own looks may stand within what shows the choice.
      isOwn ||= isDrawn && !sight.isVeiled(at);
    }
    return called;
  }

  // What was chosen in a list that takes several, where each choice stands beside its box with a button to take it out.
  const removes = wording.pattern("(^|[^\\p{L}])(remove|delete|deselect|clear|entfernen|löschen|supprimer|retirer"
    + "|enlever|quitar|eliminar|borrar|remover|excluir|rimuovi|elimina|verwijder|usuń|ta bort|fjern|poista|odebrat"
    + "|kaldır|удалить|видалити)([^\\p{L}]|$)|削除|삭제|删除|移除|^[×✕✖✗⨯]$", "iu");
  function chips(box) {
    for (let at = box.parentElement, level = 0; at && level < 3; level += 1, at = at.parentElement) {
      if (at.matches("form,fieldset,body,td") || census.shown(at).length > 1) return "";
      const buttons = [...at.querySelectorAll("button,[role=button]")].filter((one) => ghosthands.visible(one)
        && removes.test(labels.squeeze(one.getAttribute("aria-label") || one.innerText || one.title || "")));
      const found = buttons.map((one) => one.parentElement)
        .filter((one) => one && one !== at && !one.contains(box) && !one.querySelector("label"));
      const texts = found.map((one) => labels.text(one)).filter(Boolean);
      if (texts.length) return texts.join(", ");
    }
    return "";
  }

  // What stands around a trigger that shows nothing itself, as far as that belongs to the list whose box is hidden.
  function besideIcon(element) {
    const twin = element.getAttribute("role") === "combobox" ? null : labels.twin(element);
    if (!twin) return "";
    let at = element.parentElement;
    while (at && !at.contains(twin)) at = at.parentElement;
    return at && !at.matches("form,fieldset,body") ? labels.squeeze(plain(at, null)).slice(0, 2000) : "";
  }

  // Whether all that a control shows is marked as what stands there before anything is chosen.
  const ofPlaceholder = /(^|[-_])placeholder$/i;
  const isMarked = (one) => one.getAttribute("data-placeholder") === ""
    || [...one.classList].some((name) => ofPlaceholder.test(name) && !/^(has|with)/i.test(name));
  function showsPlaceholder(element) {
    const text = labels.squeeze(element.innerText || "");
    return isMarked(element) || [...element.querySelectorAll("[class*=placeholder i],[data-placeholder]")]
      .some((one) => isMarked(one) && ghosthands.visible(one) && labels.squeeze(one.innerText || "") === text);
  }

  // What the hidden list of several choices holds over which a control is built.
  function keptWithin(element) {
    const list = element.matches("input") ? null : element.querySelector("select[multiple]");
    if (!list || ghosthands.visible(list)) return "";
    return labels.squeeze([...list.selectedOptions].map((one) => one.label || one.text).join(", ")).slice(0, 2000);
  }

  // What the control shows as chosen.
  function shown(element) {
    const chosen = keptAround(element) || keptWithin(element);
    if (chosen) return chosen;
    const box = input(element);
    if (!box?.value && showsPlaceholder(box ? frame(element) : element)) return "";
    // What it offers is not chosen.
    const list = named(element) ?? element.querySelector("[role=listbox],[role=menu],[role=tree],[role=grid]");
    if (!box) {
      const isMixed = list || element.querySelector(`${unsaid},label,legend`);
      return labels.squeeze(isMixed ? plain(element, list) : element.innerText || "") || besideIcon(element);
    }
    return labels.squeeze(box.value) || labels.squeeze(plain(frame(element), list)).slice(0, 2000)
      || (element === box ? (chips(box) || offers.tags(box).replace(/\n/g, ", ")).slice(0, 2000) : "");
  }

  // The box within a list, or beside it in what opened with it, in which one types to narrow it down.
  function filter(list, element) {
    for (let at = list, level = 0; at && level < 3 && !at.contains(element); level += 1, at = at.parentElement) {
      if (at.matches("form,body")) return null;
      const found = [...at.querySelectorAll(typed)].filter(ghosthands.visible);
      if (found.length) return found.length === 1 ? found[0] : null;
    }
    return null;
  }

  // What takes over what was chosen, in a window that waits for it.
  const takesOver = wording.pattern("^(ok(ay)?|done|apply|select|choose|confirm|set|save|fertig|übernehmen|auswählen"
    + "|bestätigen|valider|confirmer|terminé|choisir|aceptar|listo|confirmar|seleccionar|hecho|concluir|selecionar"
    + "|conferma|fatto|seleziona|gereed|bevestigen|klaar|gotowe|wybierz|potwierdź|klar|valitse|valmis|hotovo|tamam"
    + "|готово|выбрать|确定|確定|完了|決定|확인|완료|تم|موافق)$", "iu");
  function taker(number) {
    const element = ghosthands.element(number), list = element && popup(element);
    if (!list) return null;
    const around = list.closest("[role=dialog],[role=alertdialog],dialog");
    const holder = around && !around.contains(element) ? around : list;
    const found = [...ghosthands.walk(holder)].find((one) => one.matches?.("button,[role=button]")
      && ghosthands.visible(one) && takesOver.test(labels.squeeze(one.innerText || one.textContent || "")));
    return found ? ghosthands.register(found) : null;
  }

  function scroller(list) {
    const inside = [list, ...list.querySelectorAll("*")].find((one) => one.scrollHeight > one.clientHeight + 4
      && /auto|scroll/.test(getComputedStyle(one).overflowY));
    return inside ?? (list.parentElement && list.parentElement.scrollHeight > list.parentElement.clientHeight + 4
      && /auto|scroll/.test(getComputedStyle(list.parentElement).overflowY) ? list.parentElement : null);
  }

  function isActive(option, element) {
    const id = attribute(element, "aria-activedescendant");
    if (id) return option.id === id;
    return option.matches("[data-highlighted],[data-focus],[data-active]")
      || /(^|[-_ ])(active|focus(ed)?|highlight(ed)?|hover(ed)?)([-_ ]|$)/i.test(option.getAttribute("class") || "");
  }

  const opensMore = ["[class*=chevron-right i]", "[class*=arrow-right i]", "[class*=submenu i]", ...sites.submenus]
    .join(",");

  // An option that is not chosen but opened.
  const isCategory = (option) => option.getAttribute("aria-haspopup") !== null
    && option.getAttribute("aria-haspopup") !== "false"
    || option.hasAttribute("aria-expanded") || /(^|[-_\s])(category|parent|has-children|submenu|expandable)([-_\s]|$)/i
      .test(option.getAttribute("class") || "")
    || option.querySelector(opensMore) !== null || /[›»▸▶❯]\s*$/.test(option.textContent);

  const text = (option) =>
    labels.text(option) || labels.squeeze(option.getAttribute("aria-label") || option.textContent);

  /**
   * What `ListState` decodes.
   * @typedef {{ box: number, isOpen: boolean, shown: string, beside: string[],
   *   entry: { typed: string, isEditable: boolean }, version: number,
   *   popup: { isBusy: boolean, hasMore: boolean, takesSeveral: boolean },
   *   options: { element: number, label: string, isDisabled: boolean, isActive: boolean,
   *     isCategory: boolean }[] }} ListState
   */

  /** @returns {ListState | null} */
  function state(number) {
    const element = ghosthands.element(number);
    if (!element) return null;
    const list = popup(element);
    const found = list ? choices(list) : [];
    const texts = found.map(text);
    const said = list ? labels.squeeze(list.innerText || "") : "";
    const isBusy = list !== null
      && (attribute(element, "aria-busy") === "true" || list.getAttribute("aria-busy") === "true"
      || waitingWords.test(said)
      || list.querySelector("[class*=spinner i],[class*=loading i],[role=progressbar]") !== null);
    const scrolled = list ? scroller(list) : null;
    const box = input(element) ?? filter(list, element);
    return {
      box: ghosthands.register(box ?? element), isOpen: list !== null, shown: shown(element),
      beside: around(element, list).filter((said) => known.has(element) && !known.get(element).has(said)),
      entry: { typed: box?.value ?? "",
        isEditable: box !== null && !box.readOnly && !box.disabled && box.type !== "button" },
      popup: {
        isBusy, hasMore: scrolled !== null && found.length > 0
          && scrolled.scrollTop + scrolled.clientHeight < scrolled.scrollHeight - 4,
        takesSeveral: list !== null && (list.matches("[aria-multiselectable=true]")
          || list.querySelector("[aria-multiselectable=true],input[type=checkbox]") !== null),
      },
      version: reader.version(), options: found.map((option, index) => ({
        element: ghosthands.register(option), label: texts[index],
        isDisabled: option.getAttribute("aria-disabled") === "true" || option.hasAttribute("data-disabled"),
        isActive: isActive(option, element), isCategory: isCategory(option),
      })).filter((option) => !(found.length === 1
        && (nothingWords.test(option.label) || waitingWords.test(option.label)))),
    };
  }

  // Brings a place of a long list into view, or the next part where none is given: the place, and whether it moved.
  function scroll(number, place) {
    const element = ghosthands.element(number);
    const list = element && popup(element);
    const scrolled = list && scroller(list);
    if (!scrolled) return { place: 0, hasMoved: false };
    const from = scrolled.scrollTop;
    scrolled.scrollTop = place ?? from + Math.max(20, scrolled.clientHeight - 20);
    return { place: Math.round(scrolled.scrollTop), hasMoved: scrolled.scrollTop !== from };
  }

  return { arm, keep, state, scroll, shown, frame, taker };
})();
