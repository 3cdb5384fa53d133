import NIOConcurrencyHelpers
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

    /// A form with a question that nobody has answered.
    static let question =
        Pages.names + """
            <label>Which shift do you want? <select name="shift" required><option value="">Choose</option>
            <option value="d">Day</option><option value="n">Night</option></select></label>
            """

    /// A form that is answered 428 until its code is sent with it (R49).
    static func codeAfterSubmit() -> @Sendable (Site.Request) -> Site.Answer {
        { request in
            switch request.path {
            case "/": .html(asking)
            case "/submit" where request.body.contains("\"code\":\"51iL5qrq\""): .html("ok")
            case "/submit" where request.body.contains("\"code\":\"\""): .html("captcha-failed", status: 428)
            case "/submit": .html("wrong code", status: 422)
            default: .html("", status: 404)
            }
        }
    }

    private static let asking = """
        <!doctype html><title>Apply</title><h1>Apply</h1><form id="form">\(Pages.names)
        <label>Email <input name="email" type="email" required></label>
        <label>Phone <input name="phone"></label><label>City <input name="city"></label>
        <div id="security" hidden><p>A verification code was sent to your e-mail; enter the 8-character code to confirm
        you're a human.</p><fieldset><legend>Security code</legend>
        \((0..<8).map { "<input id=\"security-input-\($0)\" maxlength=\"1\" aria-label=\"Digit \($0 + 1)\">" }.joined())
        </fieldset><p id="wrong" role="alert"></p></div>
        <button id="send" type="submit">Submit application</button></form>
        <script>
        const boxes = [...document.querySelectorAll("#security input")];
        const code = () => boxes.map((box) => box.value).join("");
        let asked = false;
        for (const [index, box] of boxes.entries()) box.oninput = () => {
          send.disabled = asked && code().length < 8;
          if (box.value && boxes[index + 1]) boxes[index + 1].focus();
        };
        form.onsubmit = async (event) => {
          event.preventDefault();
          const data = { ...Object.fromEntries(new FormData(form)), code: code() };
          const reply = await fetch("/submit", { method: "POST", body: JSON.stringify(data) });
          if (reply.status === 428) { security.hidden = false; asked = send.disabled = true; }
          else if (reply.ok) document.body.innerHTML = `\(Pages.confirmation)`;
          else {
            wrong.textContent = "That code is not right.";
            for (const box of boxes) box.value = "";
            send.disabled = true;
          }
        };
        </script>
        """
}
