import Testing

@testable import GhostHands

@Suite struct TongueTests {
    /// The plain labels of a profile: first, last and full name, e-mail, phone, city, postal code, country.
    @Test(arguments: [
        ["Vorname", "Nachname", "E-Mail-Adresse", "Telefonnummer", "Straße und Hausnummer", "PLZ", "Ort", "Land"],
        ["Prénom", "Nom", "Adresse e-mail", "Téléphone", "Adresse", "Code postal", "Ville", "Pays"],
        [
            "Nombre", "Apellidos", "Correo electrónico", "Teléfono móvil", "Dirección", "Código postal", "Ciudad",
            "País",
        ],
        ["Nome", "Sobrenome", "E-mail", "Celular", "Endereço", "CEP", "Cidade", "País"],
        ["Nome", "Cognome", "Indirizzo e-mail", "Cellulare", "Indirizzo", "CAP", "Città", "Paese"],
        [
            "Voornaam", "Achternaam", "E-mailadres", "Telefoonnummer", "Straat en huisnummer", "Postcode", "Woonplaats",
            "Land",
        ],
        [
            "Imię", "Nazwisko", "Adres e-mail", "Numer telefonu", "Ulica i numer domu", "Kod pocztowy", "Miejscowość",
            "Kraj",
        ],
        ["Keresztnév", "Vezetéknév", "E-mail cím", "Telefonszám", "Cím", "Irányítószám", "Város", "Ország"],
        ["Prenume", "Nume de familie", "Adresa de e-mail", "Telefon", "Adresă", "Cod poștal", "Oraș", "Țară"],
        ["Όνομα", "Επώνυμο", "Διεύθυνση email", "Τηλέφωνο", "Διεύθυνση", "Ταχυδρομικός κώδικας", "Πόλη", "Χώρα"],
        ["שם פרטי", "שם משפחה", "דוא\"ל", "טלפון נייד", "כתובת", "מיקוד", "עיר", "ארץ"],
        ["Förnamn", "Efternamn", "E-postadress", "Mobilnummer", "Gatuadress", "Postnummer", "Ort", "Land"],
        ["Fornavn", "Efternavn", "E-mail", "Telefonnummer", "Adresse", "Postnummer", "By", "Land"],
        ["Fornavn", "Etternavn", "E-post", "Mobil", "Gateadresse", "Postnummer", "Poststed", "Land"],
        ["Etunimi", "Sukunimi", "Sähköposti", "Puhelinnumero", "Katuosoite", "Postinumero", "Paikkakunta", "Maa"],
        ["Jméno", "Příjmení", "E-mailová adresa", "Telefonní číslo", "Ulice a číslo popisné", "PSČ", "Město", "Země"],
        ["Adınız", "Soyadınız", "E-posta adresi", "Cep telefonu", "Adres", "Posta kodu", "Şehir", "Ülke"],
        ["Имя", "Фамилия", "Электронная почта", "Номер телефона", "Улица", "Почтовый индекс", "Город", "Страна"],
        ["Ім'я", "Прізвище", "Електронна пошта", "Номер телефону", "Вулиця", "Поштовий індекс", "Місто", "Країна"],
        ["名", "姓", "メールアドレス", "電話番号", "住所", "郵便番号", "市区町村", "国"],
        ["名", "姓", "电子邮箱", "手机号码", "详细地址", "邮政编码", "所在城市", "国家/地区"],
        ["이름", "성", "이메일", "휴대폰 번호", "도로명 주소", "우편번호", "도시", "국가"],
        [
            "الاسم الأول", "اسم العائلة", "البريد الإلكتروني", "رقم الهاتف", "العنوان", "الرمز البريدي", "المدينة",
            "الدولة",
        ],
    ])
    func `plain labels of a profile are sure in every language`(labels: [String]) {
        let asked = Classifier.classify(together: labels.map { Field(kind: .text, label: $0) })
        #expect(asked == [.firstName, .lastName, .email, .phone, .streetAddress, .postalCode, .city, .country])
    }

    @Test(arguments: [
        "Nom", "Nombre", "Nome", "Naam", "Namn", "Navn", "Nimi", "Jméno", "Имя", "الاسم", "氏名", "姓名", "ФИО",
        "Nome completo", "Nom et prénom", "Vor- und Nachname", "Ad Soyad", "성명", "Όνομα", "الاسم الكامل",
        "Imię i nazwisko",
    ])
    func `a name that stands alone is the whole name`(label: String) {
        let fields = [Field(kind: .text, label: label), Field(kind: .email, label: "E-mail")]
        #expect(Classifier.classify(together: fields).first == .fullName)
    }

    @Test func `the name that somebody goes by is not the first name`() {
        #expect(Classifier.classify(Field(kind: .text, label: "Rufname")) != .firstName)
    }

    @Test(arguments: ["이름", "名字", "名", "Ім'я"])
    func `a word for either name is left where no family name stands beside it`(label: String) {
        let fields = [Field(kind: .text, label: label), Field(kind: .email, label: "E-mail")]
        #expect(Classifier.classify(together: fields).first == .question)
    }

    @Test(arguments: [
        ("Ihre Gehaltsvorstellung", Asked.salary), ("Prétentions salariales", .salary),
        ("Oczekiwania finansowe", .salary),
        ("Lebenslauf", .question), ("Geburtsdatum", .birthDate), ("Date de naissance", .birthDate),
        ("生年月日", .birthDate), ("Дата рождения", .birthDate), ("Sukupuoli", .gender), ("성별", .gender),
        ("Aktueller Arbeitgeber", .currentCompany), ("Cargo actual", .currentTitle), ("Universität", .school),
        ("Höchster Abschluss", .degree), ("Lettera di presentazione", .coverLetter),
        ("Frühester Eintrittstermin", .startDate),
        ("Opzegtermijn", .noticePeriod), ("Nom de l'entreprise", .question), ("Nom du recruteur", .question),
        ("セイ", .question), ("フリガナ", .question), ("Ort des Vorstellungsgesprächs", .question),
    ])
    func `what a label asks in another language is sure or a question`(label: String, asked: Asked) {
        #expect(Classifier.classify(Field(kind: .text, label: label)) == asked)
    }

    @Test(arguments: [
        ("Austria", "Österreich"), ("Poland", "Polska"), ("Germany", "Allemagne"), ("Germany", "Niemcy"),
        ("Switzerland", "Suisse"), ("Sweden", "Sverige"), ("South Korea", "Korea (the Republic of)"),
        ("South Korea", "Korea, Republic of"), ("United States", "United States of America (the)"),
        ("Czechia", "Czech Republic"), ("Vietnam", "Viet Nam"), ("Japan", "日本"), ("China", "中国"), ("Russia", "Россия"),
        ("Netherlands", "Nederland"), ("Iran", "Iran (Islamic Republic of)"), ("Moldova", "Moldova, Republic of"),
        ("Ivory Coast", "Côte d'Ivoire"), ("Turkey", "Türkiye"), ("USA", "Estados Unidos"),
        ("UK", "Vereinigtes Königreich"),
        ("Tanzania", "Tanzania, United Republic of"), ("Egypt", "مصر"), ("Finland", "Suomi"), ("Kenya", "KEN"),
    ])
    func `a country is known by its own names and by the official ones`(name: String, option: String) {
        let options = [
            "-", "United States Minor Outlying Islands (the)", "Niger", option,
            "Korea (Democratic People's Republic of)",
        ].enumerated().map { FieldOption(label: $1, value: "\($0)") }
        #expect(OptionMatcher.match(name, in: options) == 3)
    }

    @Test func `every country has an everyday name, and no name means two`() {
        #expect(Countries.name("kr") == "south korea")
        #expect(Countries.name("us") == "united states")
        #expect(Countries.number(of: ["congo"]) != nil)
        #expect(Countries.number(of: ["nowhere"]) == nil)
    }

    @Test func `a list of dialling codes is known by what it lists`() {
        var field = Field(kind: .select, label: "Prefix (+xx)")
        field.options = (1...20).map { FieldOption(label: "Land \($0) (+\($0))", value: "\($0)") }
        #expect(Classifier.classify(field) == .phoneCountryCode)
    }
}
