extension Vocabulary {
    /// What opens an account.
    static let accounts = [
        Term(
            .username,
            tokens: ["username"],
            guess: Clue(
                words: [
                    "username", "user name", "user id", "userid", "user", "login", "log in", "nickname",
                    "screen name", "account", "member id", "membership", "customer number", "customer id", "alias",
                    "handle", "benutzername", "benutzerkennung", "nutzername", "kennung", "kundennummer",
                    "identifiant", "nom d utilisateur", "pseudo", "usuario", "utilizador", "nome de usuario",
                    "gebruikersnaam", "nome utente", "utente", "nazwa uzytkownika", "uzytkownik", "uzivatel",
                    "uzivatelske jmeno", "kullanici adi", "kullanici", "anvandarnamn", "brukernavn", "brugernavn",
                    "kayttajatunnus", "felhasznalonev", "id number", "student id", "identificador", "net id",
                    "access id", "display name", "player name", "or email", "email or", "e mail or", "or e mail",
                    "email username", "phone email", "acct", "uid", "usr", "uname", "userlogin", "ten dang nhap",
                    "mobile or email", "telephone ou email",
                ],
                roots: [
                    "username", "userid", "loginid", "loginname", "userlogin", "accountname", "accountid", "nickname",
                    "screenname", "memberid", "usrid", "usrname", "useremail", "ユーザ", "ログイン", "会員", "ニックネーム", "用户",
                    "用戶", "账号", "帳號", "账户", "昵称", "아이디", "логин", "пользовател", "имяпользов", "никнейм",
                    "نام کاربری", "نامكاربري", "اسم المستخدم", "ผู้ใช้", "χρήστη", "שם משתמש",
                ],
                unless: ["password", "verify", "bank", "policy", "plan"]
            )
        ),
        Term(
            .currentPassword,
            tokens: ["current-password"],
            guess: Clue(
                .password,
                words: [
                    "current", "old", "existing", "aktuelles", "altes", "actuel", "ancien", "actual", "atual", "huidig",
                    "oude", "attuale",
                ],
                roots: ["currentpass", "oldpass", "passwordold", "passwordcurrent", "現在", "текущ"]
            )
        ),
        Term(
            .newPassword,
            tokens: ["new-password"],
            guess: Clue(
                .password,
                words: [
                    "new", "confirm", "confirmation", "repeat", "retype", "re enter", "again", "verify", "create",
                    "choose", "neues", "wiederholen", "bestatigen", "nouveau", "confirmer", "confirmez", "nueva",
                    "confirmar", "repetir", "repita", "nova", "nieuw", "herhaal", "bevestig", "nuova", "conferma",
                    "ripeti", "nowe", "powtorz",
                ],
                roots: [
                    "newpass", "passwordnew", "confirmpass", "passwordconfirm", "confirmation", "retype", "password2",
                    "passwd2", "passwrd2", "pass2", "確認", "再入力", "确认", "確認", "повтор", "подтвер", "нов",
                ]
            )
        ),
    ]
}
