extension Words {
    /// Whether a text only asks to choose, and is nothing that can be chosen: "Please select", "Wählen Sie ein Land".
    var asksToChoose: Bool {
        areMade(of: Self.choosing, beside: Self.besideChoosing) || namesWhatToChoose
    }

    /// "Select a country": the article tells it from "Choose not to say".
    private var namesWhatToChoose: Bool {
        let rest = list.first.map(Self.pleas.contains) ?? false ? list.dropFirst() : list[...]
        return rest.count <= 5 && rest.first.map(Self.choosing.contains) ?? false
            && rest.dropFirst().first.map(Self.articles.contains) ?? false && !isNegated
    }

    private static let choosing = Set(
        phrases(
            """
            select, choose, pick, wählen, wähle, auswählen, sélectionner, sélectionnez, sélectionne, choisir, choisissez, \
            choisis, seleccionar, seleccione, selecciona, elegir, elija, elige, escoger, escoja, escoge, selecionar, \
            selecione, escolher, escolha, selezionare, seleziona, selezioni, scegliere, scegli, scelga, selecteren, \
            selecteer, kiezen, kies, wybierz, wybrać, välj, vælg, velg, valitse, vybrat, vyberte, zvolte, zvoliť, seçiniz, \
            seçin, seç, выберите, выбрать, оберіть, виберіть, обрати, вибрати, selectați, selectează, alegeți, alege, \
            válasszon, válassz, επιλέξτε, επιλογή, בחר, בחרו, בחירה, chọn, pilih, tria, trieu, odaberite, odaberi, \
            選択してください, 選択, 選んでください, お選びください, ご選択ください, 选择, 请选择, 請選擇, 選擇, 선택하세요, 선택해주세요, 선택해, 선택, \
            선택하십시오, اختر, اختيار, เลือก
            """
        )
    )

    private static let pleas = Set(
        phrases(
            "please, bitte, por, favor, veuillez, gentilmente, prosím, proszę, lütfen, kérjük, vui, lòng, παρακαλώ, 请"
        )
    )

    private static let articles = Set(
        phrases(
            "a, an, your, sie, ein, eine, einen, un, une, uno, una, um, uma, votre, su, sua, uw, een, en, ett, et, ihr, ihre, ihren"
        )
    )

    private static let besideChoosing = pleas.union(articles).union(
        phrases(
            """
            one, option, answer, value, item, from, the, list, below, here, of, following, click, to, sie, aus, option, \
            opción, opcion, opção, opzione, opties, optie, vaihtoehto, możliwość, opcję, možnost, bir, seçenek, aşağıdan, \
            вариант, варіант, одно, одне, из, списка, зі, списку, egyet, mulighed, alternativ, keuze, 주세요, 하세요, 下さい, ください
            """
        )
    )
}
