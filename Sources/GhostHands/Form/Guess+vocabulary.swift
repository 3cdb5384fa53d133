extension Guess {
    static let cardCodes = Mentions(
        words:
            "cvv|cvc|cvv2|cvc2|cvn|csc|cid|security code|card code|sicherheitscode|kartenprufnummer|codigo de seguranca|"
            + "codigo de seguridad|cryptogramme|codice di sicurezza",
        roots: "cvv|cvc|securitycode|cardcode|verificationvalue|prufziffer|prüfnummer|セキュリティコード"
    )
    static let otherSecrets = Mentions(
        words: "gift|pin of|ssn|social security|passcode|one time|otp|token|gift card pin|captcha",
        roots: "giftcard|onetime|otpcode"
    )
    static let current = Mentions(
        words: "current|old|existing|aktuelles|altes|actuel|ancien|actual|atual|huidig|oude|attuale",
        roots: "currentpass|oldpass|passwordold|passwordcurrent|現在|текущ"
    )
    static let new = Mentions(
        words:
            "new|confirm|confirmation|repeat|retype|re enter|again|verify|create|choose|neues|wiederholen|bestatigen|"
            + "nouveau|confirmer|confirmez|nueva|confirmar|repetir|repita|nova|nieuw|herhaal|bevestig|nuova|conferma|"
            + "ripeti|nowe|powtorz",
        roots: "newpass|passwordnew|confirmpass|passwordconfirm|confirmation|retype|password2|passwd2|passwrd2|pass2|"
            + "確認|再入力|确认|確認|повтор|подтвер|нов"
    )

    /// What a program's name says to be no fact of the applicant's, whatever the label says.
    static let others = Mentions(
        words: "captcha|capcha|bank account|currency",
        roots: "captcha|capcha|cardholderfirst|cardholderlast|ccfirstname|cclastname|bankaccount|currencycode|"
            + "salarycurrency|salaryperiod|salarytype"
    )

    /// Meanings of a list to choose from that a box to type in has not.
    static let chosen: [Guess] = [
        Guess(.question, "title|salutation|prefix|suffix|gender|currency|language|card type|cardtype")
    ]

    /// Meanings of a form that takes payment cards.
    static let paid: [Guess] = [
        Guess(.cardSecurityCode, "security code|verification code|verification number", roots: "securitycode")
    ]

    static let typed: [Guess] = secrets + employment + cards + births + contacts + accounts + people + addresses

    private static let secrets = [
        Guess(
            .question,
            "otp|one time|captcha|capcha|bank account|bank|coupon|promo code|gift card",
            roots: "captcha|capcha|otpcode|otpinput|onetimecode|bankaccount"
        ),
        Guess(
            .question,
            "search|captcha|coupon|promo|promotion|voucher|gift card|gift|discount|"
                + "business|ein|vat|tax|iban|routing|account number|ssn|social security|passport|"
                + "quantity|subject|message|comment|comments|question|answer|referral|referrer|security question|"
                + "one time|otp|verification code|auth code|activation code|extension|ext|fax|website|url|"
                + "customer service|birth place|place of birth|amount|donation|school|college|reservation|tracking|order number",
            roots: "captcha|coupon|promocode|giftcard|onetimecode|otpcode|verificationcode|twofactor|birthplace|"
                + "検索|поиск",
            unless: "email|e mail|password|username|user name"
        ),
    ]

    private static let employment = [
        Guess(
            .currentCompany,
            "company|company name|organization|organisation|employer|firma|empresa|entreprise|azienda|bedrijf|arbeitgeber",
            roots: "companyname",
            unless: "email|e mail|password|username|user name|code|number|id|size"
        ),
        Guess(
            .currentTitle,
            "job title|position|current position|jobtitle|occupation|beruf|puesto|poste",
            unless: "applying|applied|desired|apply"
        ),
    ]

    private static let cards = [
        Guess(
            .cardSecurityCode,
            "cvv|cvc|cvv2|cvc2|cvn|csc|cid|security code|card code|card verification|sicherheitscode|"
                + "codigo de seguranca|codigo de seguridad|cryptogramme|codice di sicurezza|verification number",
            roots: "cvv|cvc|securitycode|cardcode|verificationvalue|cardverification"
        ),
        Guess(
            .cardExpiryMonth,
            "expiration month|expiry month|exp month|expire month|expires month|cc exp month|card month|month expires",
            roots: "expmonth|expirymonth|expirationmonth|expiremonth|expirationdatemonth|expirydatemonth|expdatemonth|"
                + "expmm|ccmonth|cardmonth|expdatemm|monthexp|cardexpirationmonth",
            unlessRoots: "yy"
        ),
        Guess(
            .cardExpiryYear,
            "expiration year|expiry year|exp year|expire year|expires year|cc exp year|card year|year expires",
            roots: "expyear|expiryyear|expirationyear|expireyear|expirationdateyear|expirydateyear|expdateyear|expyy|"
                + "ccyear|cardyear|expyyyy|yearexp|cardexpirationyear"
        ),
        Guess(
            .cardExpiry,
            "expiration|expiration date|expiry|expires|expires end|exp date|exp|valid until|valid thru|mm yy|mm yyyy|"
                + "ablaufdatum|gultig bis|date d expiration|fecha de vencimiento|caducidad|validade|vervaldatum|scadenza",
            roots: "expiration|expiry|expdate|ccexp|cardexp|有効期限",
            unless: "passport|license|visa"
        ),
        Guess(
            .cardName,
            "name on card|name on the card|name on your card|cardholder|card holder|cardholder name|card name|card owner|"
                + "karteninhaber|titulaire|titular|nombre en la tarjeta|nome no cartao|nome do titular|intestatario",
            roots: "nameoncard|cardholder|cardname|ccname|holdername|cardowner|cardusername|名義",
            unless: "first|last|surname|given|family|street|city|state|country|zip|address|postal",
            unlessRoots: "firstname|lastname"
        ),
        Guess(.question, roots: "cardtype|paymenttype|paymentmethod"),
        Guess(
            .cardNumber,
            "card number|credit card|debit card|cc number|ccn|card no|kartennummer|kreditkartennummer|"
                + "numero de carte|numero de tarjeta|numero do cartao|kaartnummer|numero carta|numero della carta",
            roots: "cardnumber|cardnum|creditcard|ccnumber|ccnum|cardno|カード番号|номеркарты",
            unless: "library card|member|loyalty|gift|rewards|type"
        ),
    ]

    private static let births = [
        Guess(
            .birthDay,
            "birth day|birthday day|day of birth|bday day|dob day|geburtstag|bd day",
            roots: "birthdayday|birthdateday|dobday|dayofbirth|birthday_d|dateofbirthday|bdayday|birthd1",
            unless: "year|month"
        ),
        Guess(
            .birthMonth,
            "birth month|birthday month|month of birth|bday month|dob month|geburtsmonat",
            roots: "birthmonth|birthdaymonth|birthdatemonth|dobmonth|monthofbirth|dateofbirthmonth|bdaymonth"
        ),
        Guess(
            .birthYear,
            "birth year|birthday year|year of birth|bday year|dob year|geburtsjahr|ano de nascimento",
            roots: "birthyear|birthdayyear|birthdateyear|dobyear|yearofbirth|dateofbirthyear|bdayyear|yob"
        ),
        Guess(
            .birthDate,
            "birth|birthday|birth date|birthdate|date of birth|dob|geburtsdatum|date de naissance|fecha de nacimiento|"
                + "data de nascimento|geboortedatum|data di nascita|data urodzenia|when is your birthday",
            roots: "birth|bday|dateofbirth|geburtsdatum|naissance|nacimiento|nascimento|生年月日|датарожд",
            unless: "place|city|country"
        ),
    ]

    private static let contacts = [
        Guess(
            .email,
            "email|e mail|mail|email address|e mail adresse|courriel|correo|correo electronico|mail adresse|"
                + "adresse mail|adres e mail|eposta|e posta|epost|sahkoposti|e mailadres|emailadres|posta elettronica",
            roots: "email|mailaddress|correoelectronico|メール|邮箱|郵箱|电子邮件|電子郵件|이메일|почт|емейл|ایمیل|البريد|อีเมล|イーメール",
            unless: "username|user name|phone|mobile|telephone|nickname|login|account|username or|id|or user|member|"
                + "subject|message|receive|updates|verify|benutzername|usuario|identifiant|telefon|telefono|celular|userid|number|customer",
            unlessRoots: "username|phone|手机|電話|ユーザー|тел"
        ),
        Guess(
            .phone,
            "phone|telephone|mobile|cell phone|cellphone|tel|telefon|telefono|telefone|handy|handynummer|mobilnummer|"
                + "phone number|contact number|mobile number|celular|movil|telemovel|portable|numero de telephone|"
                + "telefoon|telefoonnummer|cellulare|telefonnummer|komorka|mobiltelefon",
            roots: "phone|mobilenumber|telefon|phonenumber|電話|手机|휴대|телефон|мобильн|تلفن|الهاتف|โทร",
            unless: "email|e mail|mail|username|user name|country code|code|type|extension|ext|or",
            unlessRoots: "email|phonetype|countrycode|phoneext"
        ),
    ]

    private static let accounts = [
        Guess(
            .username,
            "username|user name|user id|userid|user|login|login name|login id|log in|nickname|screen name|account|"
                + "account name|account id|member id|membership|customer number|customer id|user code|alias|handle|"
                + "benutzername|benutzerkennung|nutzername|kennung|kundennummer|identifiant|nom d utilisateur|pseudo|"
                + "usuario|nombre de usuario|utilizador|nome de usuario|gebruikersnaam|nome utente|utente|"
                + "nazwa uzytkownika|uzytkownik|uzivatel|uzivatelske jmeno|kullanici adi|kullanici|anvandarnamn|"
                + "brukernavn|brugernavn|kayttajatunnus|felhasznalonev|id number|student id|identificador|net id|access id|"
                + "display name|player name|or email|email or|e mail or|or e mail|email username|phone email|acct|uid|"
                + "usr|uname|userlogin|ten dang nhap|email or phone|email or mobile|mobile or email|"
                + "telephone ou email",
            roots: "username|userid|loginid|loginname|userlogin|accountname|accountid|nickname|screenname|memberid|"
                + "usrid|usrname|useremail|ユーザ|ログイン|会員|ニックネーム|用户|用戶|账号|帳號|账户|昵称|아이디|логин|"
                + "пользовател|имяпользов|никнейм|نام کاربری|نامكاربري|اسم المستخدم|ผู้ใช้|χρήστη|שם משתמש",
            unless: "password|verify|bank|policy|plan"
        )
    ]

    private static let people = [
        Guess(
            .middleName,
            "middle name|middle initial|middle|mi|second name|zweiter vorname|deuxieme prenom|segundo nombre|tussenvoegsel",
            roots: "middlename|middleinitial|midname|отчество"
        ),
        Guess(
            .firstName,
            "first name|first|given name|given names|forename|fname|firstname|vorname|prenom|nombre|nombres|primer nombre|"
                + "primeiro nome|voornaam|nome|imie|jmeno|ad|fornavn|fornamn|keresztnev|christian name|meno|prenume",
            roots: "firstname|givenname|forename|vorname|prenom|voornaam|fornavn|名前名|имя|이름|이름",
            unless: "last|surname|full|family|company|apellidos|apellido|cognome|sobrenome|completo|usuario|utente",
            unlessRoots: "lastname|username"
        ),
        Guess(
            .lastName,
            "last name|last|surname|family name|lname|lastname|nachname|familienname|zuname|nom|nom de famille|apellido|"
                + "apellidos|sobrenome|ultimo nome|achternaam|cognome|nazwisko|prijmeni|soyad|soyadi|etternavn|efternavn|"
                + "efternamn|vezeteknev|second name|priezvisko|nume",
            roots: "lastname|surname|familyname|nachname|apellido|achternaam|cognome|фамили|姓|성",
            unless: "first|full|company|prenom|completo|4|digits|four"
        ),
        Guess(
            .fullName,
            "name|full name|your name|fullname|complete name|vollstandiger name|vor und nachname|nom complet|"
                + "nom et prenom|nombre completo|nombre y apellidos|nome completo|nome e cognome|naam|ad soyad|"
                + "recipient|contact name|real name|imie i nazwisko",
            roots: "fullname|yourname|氏名|お名前|姓名|фио",
            unless: "company|business|street|city|file|user|domain|pet|project|team|site|list|event|card|product|"
                + "workspace|organization|account|school|nick|building|bank"
        ),
    ]

    private static let addresses = [
        Guess(
            .postalCode,
            "zip|zip code|zipcode|postal code|postcode|post code|postal|plz|postleitzahl|code postal|codigo postal|cep|"
                + "cap|pincode|pin code|kod pocztowy|psc|posta kodu|postnummer|iranyitoszam",
            roots: "zip|postalcode|postcode|postleitzahl|codepostal|codigopostal|郵便番号|邮编|индекс"
        ),
        Guess(
            .addressLine2,
            "address line 2|address 2|address2|street 2|apt|apartment|suite|unit|floor|building|adresszusatz|"
                + "complement|complement d adresse|complemento|toevoeging|line 2|street line 2|apt suite",
            roots: "address2|addressline2|addr2|street2|line2|apartment|aptsuite|addressline1extra|adresszusatz|"
                + "complemento|addresstwo|addressextra"
        ),
        Guess(
            .question,
            "address line 3|address 3|house number|hausnummer|huisnummer|numero civico|street number|county|district|"
                + "neighborhood|bairro|ip address|web address|region code",
            roots: "address3|addressline3|housenumber|streetnumber|ipaddress"
        ),
        Guess(
            .streetAddress,
            "address|street|street address|address line 1|address 1|address1|address line|strasse|anschrift|adresse|rue|"
                + "direccion|calle|endereco|rua|adres|straat|straatnaam|indirizzo|via|ulica|ulice|adresa|gatuadress|"
                + "vejnavn|mailing address",
            roots: "streetaddress|addressline1|address1|addr1|street1|strasse|billingaddress|shippingaddress|"
                + "addressone|住所|地址|адрес|address",
            unless: "email|e mail|mail|electronic|city|state|country|type|same|electronica",
            unlessRoots: "email|addresscity|addressstate|addresscountry|addresstype"
        ),
        Guess(
            .city,
            "city|town|locality|suburb|stadt|ort|wohnort|ville|ciudad|localidad|poblacion|cidade|municipio|plaats|"
                + "woonplaats|citta|comune|miasto|miejscowosc|mesto|sehir|postort|city town|level2",
            roots:
                "cityname|addresscity|billingcity|shippingcity|homecity|mailingcity|suburb|locality|市区町村|城市|город|cidade|ciudad|addresslevel2",
            unless: "state|country|capacity"
        ),
        Guess(
            .country,
            "country|country region|land|pays|pais|paese|nazione|kraj|zeme|ulke|nationality country",
            roots: "country|国家|страна|国",
            unless: "phone|code of|dial|tel|calling",
            unlessRoots: "phonecountry|countrydial|dialcode|countrycallingcode"
        ),
        Guess(
            .state,
            "state|province|region|prefecture|bundesland|kanton|estado|provincia|uf|wojewodztwo|state province|"
                + "address level 1|territory|departement",
            roots: "state|province|addresslevel1|region|prefecture|都道府県|област",
            unless: "statement|united states|status|estate|marital",
            unlessRoots: "statement|status|estate"
        ),
    ]
}
