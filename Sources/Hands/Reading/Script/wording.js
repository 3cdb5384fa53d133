"use strict";
// How forms word what is no name: that a field must be answered, or need not, and how a file is given. In any language
// that forms are in. Runs in our isolated world.
const wording = (() => {
  // Most texts are even, and are not written anew. What has no width is no letter.
  const uneven = /\s{2}|[^\S ]|[\u00ad\u200b\u2060\ufeff]/;
  const squeeze = (text) => (uneven.test(text) ? text.replace(/[\u00ad\u200b\u2060\ufeff]/g, "").replace(/\s+/g, " ")
    : text).trim();

  // A regular expression that is made once it is asked: most pages never do, and each takes its time.
  const pattern = (/** @type {string} */ source, flags = "") => {
    /** @type {RegExp | null} */
    let made = null;
    return { test: (/** @type {string} */ text) => (made ??= new RegExp(source, flags)).test(text) };
  };

  // How forms say that a field must be answered, or need not; most of them in brackets, some as a badge.
  const must = "required|mandatory|pflichtfeld|pflichtangabe|pflicht|erforderlich|obligatoire|requis|obligatorio"
    + "|obligatoria|requerido|obrigat[óo]rio|obrigat[óo]ria|obbligatorio|richiesto|verplicht|wymagane|obowi[ąa]zkowe"
    + "|obligatorisk|obligatoriskt|kr[äa]vs|p[åa]kr[æa]vet|p[åa]krevd|pakollinen|povinn[ée]|vy[žz]adov[áa]no|zorunlu"
    + "|обязательно|обязательное|обов['’ʼ]?язково|обов['’ʼ]?язкове|必須|必填|必选|必選|필수|필수입력|مطلوب|إلزامي";
  const may = "optional|facultatif|facultative|optionnel|opcional|facoltativo|opzionale|optioneel|freiwillig"
    + "|opcjonalne|valfritt|valfri|valgfri|valgfritt|frivillig|valinnainen|voliteln[ée]|nepovinn[ée]"
    + "|iste[ğg]e ba[ğg]l[ıi]"
    + "|необязательно|необов['’ʼ]?язково|任意|选填|選填|可选|선택|선택사항|اختياري";
  const fieldOf = "(?:field|champ|campo|veld|pole|alan|поле|項目)?";
  const badges = "必須|必填|必选|必選|入力必須|필수|필수입력|Pflichtfeld|Pflichtangabe|required field|champ obligatoire"
    + "|campo obligatorio|campo obrigat[óo]rio|campo obbligatorio|verplicht veld|pole wymagane|povinn[ée] pole"
    + "|zorunlu alan"
    + "|обязательное поле|обов['’ʼ]?язкове поле|حقل مطلوب";
  const bracketed = (words) =>
    new RegExp(`[(（[【]\\s*${fieldOf}\\s*(?:${words})(?:\\s*[/|,·]\\s*(?:${words}))*\\s*${fieldOf}\\s*[)）\\]】]`, "iu");
  const [mustBracketed, mayBracketed] = [bracketed(must), bracketed(may)];
  const badge = new RegExp(`^(?:${badges})[\\s:：]+|[\\s:：–—|·-]*(?:${badges})$`, "iu");
  const leading = /^(?:必須|必填|任意|選填|选填|필수|선택)(?=.)/u, trailing = /(?:任意|選填|选填|선택)$/u;
  const star = "[*＊✱✳∗⁎﹡]";
  // The word after the star, or after the end of a question, for those who do not see the page.
  const asWord = new RegExp(`(?:${star}\\s*|(?<=[?？؟])\\s*)(?:${must})\\s*$`, "iu");
  const stars = {
    says: new RegExp(`^\\s*${star}|${star}\\s*[:：]?\\s*$|${star}\\s*[(（]|✱|^required[.:]`, "iu"),
    around: new RegExp(`^(?:${star}|\\s)+|(?:${star}|\\s)+$`, "gu"),
    inner: new RegExp(`\\s*${star}\\s*(?=[(（])`, "gu"),
  };

  // What most labels are: words in which there is no mark.
  const isPlain = (said) => /^([\w ,.'"?!/&+-]|:(?!$))*$/.test(said)
    && !/required|pflicht|obligat|obrigat|obbligat|verplicht|wymagane|povinn|zorunlu/i.test(said);

  // What has other marks, but no star, and none of the words by which a field says that it must be answered, or not.
  const worded = new RegExp("required|mandatory|pflicht|erforderlich|obligat|requis|requerid|obrigat|obbligat"
    + "|richiest|verplicht|wymagan|obowi|kr.?vs|krav|p.?kr|pakoll|povinn|vy.?ad|zorunlu|opti|facult|facolt|opcion"
    + "|opcjon|opzion|freiwillig|valfri|valgfri|frivillig|valinn|volit|iste", "i");
  const isUnmarked = (said) => /^[\x20-)+-~]+$/.test(said) && !worded.test(said);

  // The label without its required mark, and whether it carried one.
  function split(label) {
    const said = squeeze(label);
    if (isPlain(said)) return { label: said, marked: false };
    if (isUnmarked(said)) return { label: said.replace(/\s*:\s*$/, "") || said, marked: false };
    // Most marks are one star at the end of such words: the long expressions are not made ready for those.
    const starred = /^(.*\w) ?\*$/.exec(said)?.[1];
    if (starred && isPlain(starred)) return { label: starred, marked: true };
    const marked = stars.says.test(said) || asWord.test(said) || mustBracketed.test(said) || badge.test(said)
      || /^(必須|必填|필수)/u.test(said);
    const bare = squeeze(said.replace(asWord, "").replace(/\s*✱\s*/g, " ").replace(mustBracketed, " ")
      .replace(mayBracketed, " ").replace(badge, "").replace(leading, "").replace(trailing, "")
      .replace(stars.around, "").replace(stars.inner, " ").replace(badge, "").replace(/\s*[:：]\s*$/, "")
      .replace(stars.around, ""));
    return { label: bare || said, marked };
  }

  const acts = pattern("^(" + ["drag|drop|choose|browse|select|upload|attach|click|tap|press|here|to|or|and"
    + "|a|an|the|your|file|files|from|computer|device|no|any|chosen|selected|it|in|into|this|area|them|max|size|mb|kb"
    + "|pdf|doc|docx|txt|rtf|jpg|jpeg|png|odt|only|up|supported|formats|format|types|maximum|add|paste|another|one",
    "datei|dateien|auswählen|hochladen|ziehen|ablegen|durchsuchen|hier|oder|und|keine|ausgewählt|per|hinzufügen|wählen",
    "choisir|choisissez|un|une|fichier|fichiers|parcourir|glisser|glissez|déposer|déposez|ici|ou|et|aucun|choisi"
    + "|sélectionné|sélectionner|sélectionnez|télécharger|téléverser|ajouter|vos|votre|les|le|des",
    "elegir|archivo|archivos|seleccionar|seleccione|examinar|arrastra|arrastre|suelta|suelte|aquí|o|y|subir|ningún"
    + "|seleccionado|tu|su|tus|sus|adjuntar|scegli|sfoglia|trascina|rilascia|qui|carica|i|il|tuo|tuoi|nessun"
    + "|selezionato|escolher|arquivo|arquivos|ficheiro|ficheiros|procurar|arraste|solte|aqui|enviar|nenhum|selecionado",
    "bestand|bestanden|kiezen|kies|bladeren|sleep|uw|je|of|en|naar|wybierz|plik|pliki|przeglądaj|przeciągnij|upuść"
    + "|tutaj|lub|i|välj|fil|filer|bläddra|dra|släpp|här|eller|vælg|gennemse|træk|slip|velg|bla|slipp|her",
    "vybrat|soubor|procházet|dosya|seç|gözat|valitse|tiedosto|выберите|выбрать|файл|обзор|перетащите|сюда|или"
    + "|оберіть|ファイルを選択|选择文件|選擇檔案|上传文件|上傳檔案|파일|선택|업로드|اختر|ملف"].join("|") + ")$", "iu");

  // Words that say how a file is given, and not which.
  const isAct = (said) => (said.match(/[\p{L}&]+/gu) ?? []).every((word) => word === "&" || acts.test(word));

  return { squeeze, pattern, split, isAct };
})();
