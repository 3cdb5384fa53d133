"use strict";
// Windows over a page that pose a puzzle of pictures: which of them show something, a piece to be put in its place, a
// picture to be turned. Told by what they say and that they show pictures. Runs in our isolated world, after sight.js.
const puzzles = (() => {
  const { squeeze, pattern } = wording;

  const windows = "dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true]";
  const pictures = "img,canvas,svg,picture,[role=img]";

  // "Select all images with a bus": the verb, that it is each of them, what they are, and by what they are told.
  const choosing = pattern("(select|choose|click|tap|pick|mark)( on)? (all|each|every|only)( of)?( the)? "
    + "(images?|pictures?|squares?|tiles?|photos?|cells?) .{0,20}(with|of|contain|show|that|which|where|match)"
    + "|(wähle|klicke|markiere|tippe)n? .{0,20}(alle|jedes) .{0,12}(bilder|felder|kacheln|quadrate|fotos?) .{0,20}"
    + "(mit|auf denen|die|von)"
    + "|(sélectionne|choisisse|clique)[rz]? .{0,12}(toutes les|tous les|chaque) (images?|cases?|carrés?|photos?) "
    + ".{0,20}(avec|contenant|qui|où|montrant|d)"
    + "|(seleccion|elig|elij|haz clic|marca|selecion|clique|escolha|selezion|scegli|clicca)\\p{L}* .{0,12}"
    + "(todas|todos|cada|tutte|tutti|ogni) .{0,5}(imágenes|cuadros|fotos|casillas|imagens|quadrados|immagini|caselle"
    + "|riquadri) .{0,20}(con|que|de|donde|com|onde|che|dove|di)"
    + "|(selecteer|kies|klik op) alle (afbeeldingen|plaatjes|vakjes|foto['’]s) .{0,20}(met|waarop|die|van)"
    + "|(wybierz|zaznacz|kliknij) (wszystkie|każdy) (obraz|zdjęci|kwadrat|pola).{0,20}(z|na których|przedstawiając)"
    + "|(выберите|нажмите на|отметьте) (все|каждую?) (картинк|изображени|фото|квадрат).{0,20}(с |со |где|на котор)"
    + "|tüm (resimleri|görselleri|kareleri|fotoğrafları) (seçin|tıklayın|işaretleyin)"
    + "|(选择|選擇|点击|點擊|选出|選出|点选|點選).{0,12}(所有|全部|包含).{0,16}(图片|圖片|图像|圖像|图块|方格)"
    + "|(画像|タイル|写真)を(すべて|全て)(選択|クリック|タップ)|すべての.{0,20}(画像|タイル|写真)を(選択|クリック|タップ)"
    + "|(이미지|사진|타일)(를|을)? ?모두 ?(선택|클릭)|모든 .{0,12}(이미지|사진|타일)(를|을)? ?(선택|클릭)", "iu");

  // "Drag the piece into the gap", "Rotate the animal until it stands upright".
  const placing = pattern("(drag|slide|move|put|place|fit)( the)?( missing)?( puzzle| jigsaw)? "
    + "(piece|puzzle|shape|block|slider|tile).{0,40} (gap|slot|hole|place|position|puzzle|outline|shadow|fit|complete)"
    + "|(rotate|turn) the (image|picture|object|animal).{0,40}(upright|correct|match|direction|orientation|right way)"
    + "|(zieh|schieb|beweg)\\p{L}* .{0,20}(puzzle|teil|stück|regler).{0,40}(lücke|position|stelle|passt|platz)"
    + "|(gliss|dépla)\\p{L}+ .{0,15}(pièce|curseur|puzzle).{0,40}(emplacement|trou|position|puzzle|bon endroit|complét)"
    + "|(arrastr|desli[zc]|muev|mueva|encaj|mov)\\p{L}* .{0,15}(pieza|peça|rompecabezas|quebra-cabeça).{0,40}"
    + "(hueco|espacio|posición|lugar|espaço|posição|complet|encaix)"
    + "|(trascin|scorr|spost)\\p{L}* .{0,15}(pezzo|tassello|puzzle).{0,40}(spazio|posizione|posto|vuoto|complet)"
    + "|(sleep|schuif) .{0,15}(puzzelstuk|stuk|puzzel).{0,40}(plaats|opening|gat|positie)"
    + "|(przeciągnij|przesuń) .{0,15}(element|puzzl|kawałek).{0,40}(miejsc|luk|pozycj)"
    + "|(перетащите|передвиньте|сдвиньте|поверните) .{0,20}(пазл|кусочек|фрагмент|деталь|картинк)"
    + "|(yapboz|parça)\\p{L}*.{0,20}(sürükle|kaydır|taşı)"
    + "|(拖动|拖動|滑动|滑動|移动|移動).{0,12}(拼图|拼圖|滑块|滑塊).{0,20}(缺口|位置|完成|拼合|填充)|旋转.{0,10}(图片|图像)"
    + "|(ピース|パズル).{0,20}(ドラッグ|移動|はめ|スライド|合わせ)|(퍼즐|조각).{0,20}(드래그|끌어|맞춰|밀어|이동)", "iu");

  const isPicture = (one, width) => one.getBoundingClientRect().width >= width && ghosthands.visible(one);

  function isPuzzle(window) {
    if (!ghosthands.visible(window) || sight.isOutside(window)) return false;
    if (window.querySelector("input[type=file]")) return false;
    const shown = [...window.querySelectorAll(pictures)].filter((one) => isPicture(one, 30));
    if (!shown.length) return false;
    const text = squeeze(window.innerText ?? "");
    if (text.length > 400) return false;
    const isGrid = shown.length >= 4 || shown.some((one) => isPicture(one, 200));
    return isGrid && choosing.test(text) || shown.some((one) => isPicture(one, 100)) && placing.test(text);
  }

  // Whether such a window stands open.
  const isOpen = () => [...document.querySelectorAll(windows)].some(isPuzzle);

  return { isOpen };
})();
