import TestSupport

/// The pages of the tests' own job board.
enum Pages {
    static func form(_ fields: String, to action: String = "/submit", button: String = "Submit application") -> String {
        """
        <!doctype html><title>Apply</title><h1>Apply</h1>
        <form action="\(action)" method="post" enctype="multipart/form-data">\(fields)
        <button type="submit">\(button)</button></form>
        """
    }

    static let names = """
        <label>First Name <input name="first" required></label>
        <label>Last Name <input name="last" required></label>
        """
    static let confirmation = "<h1>Thank you for applying</h1><p>Confirmation number: APP-1234</p>"

    /// Long enough for every test to be over.
    static let never = Duration.seconds(600)

    /// A board with one form at `/`, whose submit is confirmed, and `/silent`, which never answers.
    static func board(_ fields: String = names) -> @Sendable (Site.Request) -> Site.Answer {
        { request in
            switch request.path {
            case "/": .html(form(fields))
            case "/submit": .html(confirmation)
            case "/silent": .html("", after: never)
            default: .html("", status: 404)
            }
        }
    }
}

extension Site {
    /// What was posted to a path.
    func posts(to path: String) -> [String] {
        requests.filter { $0.method == "POST" && $0.path == path }.map(\.body)
    }

    func wasAsked(for path: String) -> Bool { requests.contains { $0.path == path } }
}
