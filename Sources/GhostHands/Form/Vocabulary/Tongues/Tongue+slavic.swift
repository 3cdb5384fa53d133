extension Tongue {
    static let polish = Tongue(
        [
            .firstName: "pierwsze imię, imiona",
            .lastName: "nazwisko",
            .middleName: "drugie imię",
            .fullName: "imię i nazwisko, imiona i nazwisko, imię nazwisko, pełne imię i nazwisko",
            .email: "adres e-mail, adres email, e-mail, adres mailowy, adres poczty elektronicznej",
            .phone: """
            telefon, numer telefonu, nr telefonu, telefon kontaktowy, telefon komórkowy, numer telefonu komórkowego, \
            komórka
            """,
            .streetAddress: "ulica, adres, ulica i numer, ulica i nr domu, ulica i numer domu, adres zamieszkania",
            .city: "miasto, miejscowość, miejsce zamieszkania, miasto zamieszkania",
            .state: "województwo",
            .postalCode: "kod pocztowy",
            .country: "kraj, kraj zamieszkania, państwo",
            .linkedIn: "profil linkedin, link do profilu linkedin, adres profilu linkedin",
            .birthDate: "data urodzenia",
            .startDate:
                "możliwy termin rozpoczęcia pracy, termin rozpoczęcia pracy, możliwa data rozpoczęcia pracy, data rozpoczęcia, dostępność od, data rozpoczęcia pracy",
            .noticePeriod: "okres wypowiedzenia",
            .salary: """
            oczekiwania finansowe, oczekiwania płacowe, oczekiwane wynagrodzenie, \
            oczekiwania dotyczące wynagrodzenia, oczekiwania finansowe brutto, oczekiwana pensja
            """,
            .currentCompany: "obecny pracodawca, aktualny pracodawca",
            .currentTitle: "obecne stanowisko, aktualne stanowisko",
            .school: "uczelnia, szkoła, nazwa uczelni",
            .degree: "wykształcenie, poziom wykształcenia",
            .fieldOfStudy: "kierunek studiów, kierunek",
            .gender: "płeć",
            .coverLetter: "list motywacyjny",
            .yearsOfExperience: "lata doświadczenia, liczba lat doświadczenia",
        ],
        beside: """
            twój, twoje, twoja, podaj, wpisz, wymagane, pole wymagane, obowiązkowe, opcjonalne, potwierdź, powtórz
            """,
        money: "PLN"
    )

    static let czech = Tongue(
        [
            .firstName: "křestní jméno, křestní",
            .lastName: "příjmení",
            .fullName: "jméno a příjmení, celé jméno, jméno příjmení",
            .email: "e-mailová adresa, emailová adresa, e-mail",
            .phone: "telefon, telefonní číslo, mobil, mobilní telefon, číslo telefonu, telefonní kontakt",
            .streetAddress: "ulice, adresa, ulice a číslo, ulice a číslo popisné, adresa bydliště",
            .city: "město, obec, město bydliště, místo bydliště",
            .postalCode: "psč, poštovní směrovací číslo",
            .country: "země, stát, země bydliště",
            .birthDate: "datum narození",
            .startDate: "datum nástupu, možný nástup, termín nástupu, možný termín nástupu",
            .noticePeriod: "výpovědní lhůta",
            .salary: """
            platová očekávání, očekávaná mzda, mzdová očekávání, představa o platu, požadovaná mzda, \
            mzdová představa, představa o mzdě, platová představa, požadovaný plat, mzdové požadavky
            """,
            .currentCompany: "současný zaměstnavatel",
            .currentTitle: "současná pozice",
            .school: "škola, univerzita, název školy",
            .degree: "nejvyšší dosažené vzdělání, vzdělání",
            .gender: "pohlaví",
            .coverLetter: "motivační dopis, průvodní dopis",
            .yearsOfExperience: "roky praxe, počet let praxe, délka praxe, let praxe",
        ],
        beside: "vaše, váš, vase, tvoje, povinné, povinný údaj, povinné pole, nepovinné, zadejte, vyplňte, potvrďte",
        money: "CZK"
    )

    static let turkish = Tongue(
        [
            .firstName: "adınız, ilk ad, isminiz",
            .lastName: "soyad, soyadı, soyadınız, soyisim, soy isim",
            .fullName: "ad soyad, adı soyadı, adınız soyadınız, ad ve soyad, isim soyisim, adınız ve soyadınız, tam ad",
            .email: "e-posta, eposta, e-posta adresi, eposta adresi, e-posta adresiniz, e-mail adresi, mail adresi",
            .phone: """
            telefon, telefon numarası, cep telefonu, telefon numaranız, cep telefonu numarası, cep telefonunuz, \
            telefonunuz
            """,
            .streetAddress: "adres, açık adres, cadde, sokak, sokak adresi, adresiniz, ev adresi",
            .city: "il, şehir, yaşadığınız şehir, ikamet şehri, ikamet edilen şehir",
            .postalCode: "posta kodu",
            .country: "ülke, ülkeniz, yaşadığınız ülke",
            .birthDate: "doğum tarihi, doğum tarihiniz",
            .startDate: "başlangıç tarihi, işe başlama tarihi, işe başlayabileceğiniz tarih",
            .noticePeriod: "ihbar süresi",
            .salary: """
            ücret beklentisi, maaş beklentisi, ücret beklentiniz, maaş beklentiniz, net ücret beklentisi, \
            net maaş beklentisi, beklenen ücret, talep edilen ücret
            """,
            .currentCompany: "mevcut işveren, şu anki işveren",
            .currentTitle: "mevcut pozisyon, mevcut unvan",
            .school: "okul, üniversite, okul adı",
            .degree: "eğitim durumu, eğitim seviyesi, öğrenim durumu",
            .fieldOfStudy: "bölüm",
            .gender: "cinsiyet, cinsiyetiniz",
            .coverLetter: "ön yazı, niyet mektubu, motivasyon mektubu",
            .yearsOfExperience: """
            deneyim yılı, deneyim süresi, tecrübe yılı, deneyim yılınız, toplam deneyim, toplam deneyim yıl
            """,
        ],
        beside: "zorunlu, zorunlu alan, isteğe bağlı, lütfen, giriniz, girin, tekrar, onaylayın",
        money: "TRY"
    )

    static let russian = Tongue(
        [
            .lastName: "фамилия, ваша фамилия",
            .middleName: "отчество",
            .fullName: """
            фио, ф и о, имя и фамилия, фамилия и имя, фамилия имя отчество, полное имя, фамилия имя, имя фамилия
            """,
            .email: """
            электронная почта, адрес электронной почты, почта, эл почта, e-mail, емейл, имейл, адрес эл почты, email \
            адрес
            """,
            .phone: """
            телефон, номер телефона, мобильный телефон, контактный телефон, моб телефон, номер мобильного телефона, \
            телефон для связи
            """,
            .streetAddress: "улица, адрес, улица и дом, адрес проживания, почтовый адрес",
            .city: "город, населенный пункт, населённый пункт, город проживания, место проживания",
            .state: "область, регион, край область",
            .postalCode: "индекс, почтовый индекс",
            .country: "страна, страна проживания",
            .birthDate: "дата рождения",
            .startDate: "дата начала работы, дата выхода на работу, когда готовы приступить, готовность приступить",
            .salary: """
            зарплатные ожидания, желаемая зарплата, ожидаемая зарплата, ожидания по зарплате, желаемый доход, \
            желаемый уровень дохода, ожидаемый доход, желаемый уровень заработной платы
            """,
            .currentCompany: "текущее место работы, текущий работодатель, текущая компания",
            .currentTitle: "текущая должность",
            .school: "учебное заведение, университет, вуз",
            .degree: "образование, уровень образования",
            .fieldOfStudy: "специальность",
            .gender: "пол",
            .coverLetter: "сопроводительное письмо",
            .yearsOfExperience: "стаж, стаж работы, лет опыта, опыт работы лет, общий стаж, количество лет опыта",
        ],
        beside: """
            ваш, ваша, ваше, введите, укажите, обязательно, обязательное поле, необязательно, подтвердите, повторите
            """,
        money: "RUB"
    )

    static let ukrainian = Tongue(
        [
            .lastName: "прізвище, ваше прізвище",
            .middleName: "по батькові",
            .fullName: "піб, п і б, ім'я та прізвище, прізвище та ім'я, повне ім'я, прізвище ім'я, ім'я прізвище",
            .email: "електронна пошта, адреса електронної пошти, пошта, ел пошта, емейл, імейл, електронна адреса",
            .phone: "телефон, номер телефону, мобільний телефон, контактний телефон, номер мобільного телефону",
            .streetAddress: "вулиця, адреса, адреса проживання, вулиця та будинок",
            .city: "місто, населений пункт, місто проживання, місце проживання",
            .state: "область",
            .postalCode: "поштовий індекс, індекс",
            .country: "країна, країна проживання",
            .birthDate: "дата народження",
            .startDate: "дата початку роботи, коли готові розпочати",
            .salary: """
            зарплатні очікування, бажана зарплата, очікувана зарплата, очікування щодо зарплати, \
            очікуваний дохід, бажаний рівень заробітної плати
            """,
            .currentCompany: "поточне місце роботи, поточний роботодавець",
            .currentTitle: "поточна посада",
            .school: "навчальний заклад, університет",
            .degree: "освіта, рівень освіти",
            .fieldOfStudy: "спеціальність",
            .gender: "стать",
            .coverLetter: "супровідний лист, мотиваційний лист",
            .yearsOfExperience: "стаж, стаж роботи, років досвіду, досвід роботи років",
        ],
        beside:
            "ваш, ваша, ваше, введіть, вкажіть, обов'язково, обов'язкове поле, необов'язково, підтвердіть, повторіть",
        money: "UAH"
    )
}
