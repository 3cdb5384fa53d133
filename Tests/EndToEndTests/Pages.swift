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

    static let fields = """
        <label>First Name <input name="first" id="f" required></label>
        <label>E-mail <input name="email" type="email" required></label>
        <label>Country <select name="country" required><option value="">Select…</option>
        <option value="us">United States</option><option value="de">Germany</option></select></label>
        <label>Comment <textarea name="comment"></textarea></label>
        """
    static let upload = "<label>Writing sample <input type=file name=sample></label>"
    static let login = """
        <h1>Sign in to continue</h1><form action="/session" method="post">
        <label>Email <input name="user" type="email"></label>
        <label>Password <input name="pass" type="password"></label><button>Sign in</button></form>
        """
    static let confirmation = "<h1>Thank you for applying</h1><p>Confirmation number: APP-1234</p>"

    /// Long enough for every test to be over.
    static let never = Duration.seconds(600)
}

extension Site {
    /// What was posted to a path.
    func posts(to path: String) -> [String] {
        requests.filter { $0.method == "POST" && $0.path == path }.map(\.body)
    }

    func wasAsked(for path: String) -> Bool { requests.contains { $0.path == path } }

    /// Opens a board that shows one page at `/` and answers `/submit` so.
    static func board<R: Sendable>(
        _ page: String,
        submit: Answer = .html(Pages.confirmation),
        _ body: (Site) async throws -> R
    ) async throws -> R {
        try await open {
            switch $0.path {
            case "/": .html(page)
            case "/submit": submit
            case "/silent": .html("", after: Pages.never)
            default: .html("", status: 404)
            }
        } _: {
            try await body($0)
        }
    }
}
