import TestSupport

/// Pages on which only a human can go on.
enum HelpPages {
    /// A form behind a code: the code 424242 leads to it.
    static let behindCode: @Sendable (Site.Request) -> Site.Answer = { request in
        switch request.path {
        case "/" where request.headers["cookie"]?.contains("code=ok") == true: .html(Pages.form(Pages.names))
        case "/":
            .html(
                """
                <!doctype html><title>Verify</title><h1>Check your e-mail</h1><p>We have sent you a code.</p>
                <form action="/code" method="post"><label>Verification code
                <input name="otp" autocomplete="one-time-code" required></label><button>Verify</button></form>
                """
            )
        case "/code" where request.body.contains("otp=424242"):
            .html("<script>document.cookie = 'code=ok'; location = '/'</script>")
        case "/code": .redirect(to: "/")
        case "/submit": .html(Pages.confirmation)
        default: .html("", status: 404)
        }
    }

    /// A form that takes its time to come.
    static let slow: @Sendable (Site.Request) -> Site.Answer = { request in
        switch request.path {
        case "/": .html(Pages.form(Pages.names), after: .seconds(2))
        case "/submit": .html(Pages.confirmation)
        default: .html("", status: 404)
        }
    }

    /// A form with a question that nobody has answered.
    static let question =
        Pages.names + """
            <label>Which shift do you want? <select name="shift" required><option value="">Choose</option>
            <option value="d">Day</option><option value="n">Night</option></select></label>
            """

    /// A form that is answered 428 until its code is sent with it (R49).
    static let codeAfterSubmit: @Sendable (Site.Request) -> Site.Answer = { request in
        switch request.path {
        case "/": .html(CodedForm.page(fields, to: "/submit", confirmation: Pages.confirmation))
        case "/submit": CodedForm.answer(request.body)
        default: .html("", status: 404)
        }
    }

    private static let fields =
        Pages.names + """
            <label>Email <input name="email" type="email" required></label>
            <label>Phone <input name="phone"></label><label>City <input name="city"></label>
            """
}
