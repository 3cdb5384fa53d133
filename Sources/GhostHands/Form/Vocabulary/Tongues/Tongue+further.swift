extension Tongue {
    /// Links, the list of country codes and what large systems call alike in every language they speak.
    static let everywhere = Tongue([
        .portfolio: """
        site web, site internet, site personnel, site perso, site, sitio web, página web, página personal, portafolio, \
        sítio web, página pessoal, sito web, sito, sito personale, webseite, persönliche webseite, internetseite, \
        webbplats, hemsida, personlig webbplats, hjemmeside, nettsted, nettside, verkkosivu, kotisivu, verkkosivusto, \
        strona internetowa, strona www, webová stránka, web sitesi, kişisel web sitesi, сайт, веб-сайт, вебсайт, \
        личный сайт, ウェブサイト, 网站, 個人網站, 个人网站, 網站, 个人主页, 웹사이트, 홈페이지, 웹 사이트, 포트폴리오, \
        الموقع الإلكتروني, pagina web, lloc web, weboldal, webové stránky, situs web
        """,
        .phone:
            "whatsapp, whats app, número de whatsapp, nº de whatsapp, whatsapp number, telefone whatsapp, celular whatsapp",
        .email: "work or personal email, personal or work email",
        .linkedIn: "링크드인, 링크드인 프로필, 领英, 领英主页, 領英, リンクトイン, ลิงก์อิน, линкедин",
        .phoneCountryCode: """
        landesvorwahl, ländervorwahl, indicatif pays, indicatif téléphonique, código del país, código de país, \
        prefijo telefónico, código do país, prefisso internazionale, landcode, landnummer, landskode, landekode, \
        kod kraju, kod kierunkowy, 国家/地区电话区号, 国家代码, 国番号, 국가 코드, 국가번호
        """,
        .location: "lieu, localisation, ubicación, localização, localizzazione, posizione geografica, локация",
        .currentTitle: "titre actuel, titre du poste actuel, puesto de trabajo actual, título actual",
    ])

    static let romanian = Tongue(
        [
            .firstName: "prenume, prenumele",
            .lastName: "nume de familie, numele de familie",
            .fullName: "nume complet, nume și prenume, prenume și nume, numele complet, nume prenume",
            .email: "adresă de e-mail, adresă de email, e-mail, adresa de email, adresa de e-mail, adresǎ de email",
            .phone: "telefon, număr de telefon, numărul de telefon, telefon mobil, nr de telefon",
            .streetAddress: "adresă, adresa, stradă",
            .city: "oraș, localitate, orașul",
            .state: "județ",
            .postalCode: "cod poștal",
            .country: "țară, țara",
            .birthDate: "data nașterii",
            .salary: "așteptări salariale, salariu dorit",
            .currentCompany: "angajator actual, angajatorul actual, compania actuală",
            .currentTitle: "funcția actuală, poziția actuală, postul actual",
            .coverLetter: "scrisoare de intenție",
        ],
        beside: "obligatoriu, opțional, introduceți, confirmare, confirmați"
    )

    static let catalan = Tongue(
        [
            .lastName: "cognom, cognoms, primer cognom, cognom s",
            .fullName: "nom complet, nom i cognoms",
            .email: "correu electrònic, adreça electrònica, adreça de correu electrònic",
            .phone: "telèfon, telèfon mòbil, mòbil, número de telèfon",
            .streetAddress: "adreça",
            .city: "ciutat, població",
            .postalCode: "codi postal",
            .country: "país",
            .birthDate: "data de naixement",
            .coverLetter: "carta de presentació",
        ],
        beside: "obligatori, opcional, el teu, la teva"
    )

    static let hungarian = Tongue(
        [
            .firstName: "keresztnév, utónév",
            .lastName: "vezetéknév, családnév",
            .fullName: "teljes név, hogy hívnak, mi a neved, hogy hívnak teljes név",
            .email: "e-mail cím, email cím, e-mail, e-mail címed, e-mail címe, email címed",
            .phone: "telefonszám, telefon, mobilszám, telefonszámod, telefonszáma, mobiltelefonszám",
            .streetAddress: "cím, lakcím",
            .city: "város, település",
            .postalCode: "irányítószám",
            .country: "ország",
            .birthDate: "születési dátum, születési idő",
            .salary: "fizetési igény, bérigény",
            .noticePeriod: "felmondási idő",
            .currentCompany: "jelenlegi munkáltató, jelenlegi munkahely",
            .currentTitle: "jelenlegi munkakör, jelenlegi beosztás",
            .coverLetter: "motivációs levél, kísérőlevél",
        ],
        beside: "kötelező, opcionális"
    )

    static let slovak = Tongue(
        [
            .lastName: "priezvisko",
            .fullName: "meno a priezvisko, celé meno",
            .email: "e-mailová adresa, emailová adresa",
            .phone: "telefónne číslo, telefón, mobil, číslo telefónu",
            .city: "mesto",
            .country: "krajina",
            .streetAddress: "ulica",
            .birthDate: "dátum narodenia",
            .coverLetter: "motivačný list",
        ],
        beside: "povinné, nepovinné"
    )

    static let croatian = Tongue(
        [
            .lastName: "prezime",
            .fullName: "ime i prezime, puno ime",
            .email: "e-mail adresa, email adresa, adresa e-pošte",
            .phone: "broj telefona, broj mobitela, telefon",
            .city: "grad, mjesto",
            .country: "država, zemlja",
            .postalCode: "poštanski broj",
            .birthDate: "datum rođenja",
        ],
        beside: "obavezno, vaše, vaš"
    )

    static let indonesian = Tongue(
        [
            .firstName: "nama depan",
            .lastName: "nama belakang, nama keluarga",
            .fullName: "nama lengkap",
            .email: "alamat email, surel",
            .phone: "nomor telepon, nomor hp, no telepon, nomor ponsel, no hp",
            .streetAddress: "alamat, alamat rumah",
            .city: "kota",
            .state: "provinsi",
            .postalCode: "kode pos",
            .country: "negara",
            .birthDate: "tanggal lahir",
        ],
        beside: "wajib, anda, opsional"
    )

    static let greek = Tongue(
        [
            .lastName: "επώνυμο, επίθετο",
            .fullName: "ονοματεπώνυμο, πλήρες όνομα, όνομα και επώνυμο, όνομα επώνυμο",
            .email: "διεύθυνση email, διεύθυνση e-mail, ηλεκτρονικό ταχυδρομείο, διεύθυνση ηλεκτρονικού ταχυδρομείου",
            .phone: "τηλέφωνο, κινητό, κινητό τηλέφωνο, αριθμός τηλεφώνου, τηλέφωνο επικοινωνίας",
            .streetAddress: "διεύθυνση, διεύθυνση κατοικίας, οδός και αριθμός",
            .city: "πόλη",
            .postalCode: "ταχυδρομικός κώδικας, τ κ, τκ",
            .country: "χώρα",
            .birthDate: "ημερομηνία γέννησης",
            .salary: "μισθολογικές απαιτήσεις, επιθυμητός μισθός",
            .currentCompany: "σημερινή εταιρεία, τωρινή εταιρεία, τρέχων εργοδότης, σημερινός εργοδότης",
            .currentTitle: "σημερινή θέση, τρέχουσα θέση",
            .school: "ίδρυμα, πανεπιστήμιο, εκπαιδευτικό ίδρυμα",
            .fieldOfStudy: "ειδικότητα, αντικείμενο σπουδών, κατεύθυνση σπουδών",
            .graduationYear: "έτος αποφοίτησης",
            .coverLetter: "συνοδευτική επιστολή, επιστολή κινήτρων",
        ],
        beside: "υποχρεωτικό, προαιρετικό, σας"
    )

    static let hebrew = Tongue(
        [
            .firstName: "שם פרטי",
            .lastName: "שם משפחה",
            .fullName: "שם מלא, שם פרטי ומשפחה, שם ושם משפחה",
            .email: "דוא\"ל, דואר אלקטרוני, אימייל, כתובת דוא\"ל, כתובת אימייל, מייל",
            .phone: "טלפון, טלפון נייד, נייד, מספר טלפון, מספר נייד",
            .streetAddress: "כתובת, רחוב, רחוב ומספר",
            .city: "עיר, עיר מגורים, יישוב",
            .postalCode: "מיקוד",
            .country: "ארץ, מדינה",
            .birthDate: "תאריך לידה",
            .salary: "ציפיות שכר, שכר מבוקש",
            .currentCompany: "מקום עבודה נוכחי, מעסיק נוכחי",
            .currentTitle: "תפקיד נוכחי",
            .coverLetter: "מכתב מקדים, מכתב נלווה",
        ],
        beside: "חובה, שדה חובה, אופציונלי, שלך"
    )

    static let vietnamese = Tongue(
        [
            .lastName: "họ",
            .fullName: "họ và tên, họ tên",
            .email: "địa chỉ email, thư điện tử",
            .phone: "số điện thoại, điện thoại, điện thoại di động, số điện thoại di động",
            .streetAddress: "địa chỉ, địa chỉ hiện tại",
            .city: "thành phố, tỉnh thành phố, tỉnh thành",
            .country: "quốc gia",
            .birthDate: "ngày sinh",
            .salary: "mức lương mong muốn",
            .coverLetter: "thư xin việc, thư giới thiệu bản thân",
        ],
        beside: "bắt buộc, của bạn, tùy chọn"
    )

    static let further = [
        everywhere, romanian, catalan, hungarian, slovak, croatian, indonesian, greek, hebrew, vietnamese,
    ]
}
