extension Vocabulary {
    /// Pages about the applicant elsewhere.
    static let links = [
        Term(
            .linkedIn,
            ["linkedin"],
            beside: linking + ["website", "public", "account"],
            guess: Clue(.sentence, roots: ["linkedin"])
        ),
        Term(.gitHub, ["github", "git hub"], beside: linking + ["account"], guess: Clue(.sentence, roots: ["github"])),
        Term(
            .portfolio,
            alone: ["portfolio", "website", "web site", "homepage", "home page", "personal site", "blog"],
            beside: ["url", "link", "address", "online", "share", "paste", "to", "include", "of"]
        ),
        Term(.twitter, guess: Clue(.sentence, words: ["twitter", "x com"], roots: ["twitter"])),
    ]

    private static let linking = [
        "profile", "url", "link", "page", "address", "share", "paste", "to", "include", "of", "profil", "perfil",
        "profilo",
        "profiel", "lien", "enlace", "zum", "vers",
    ]
}
