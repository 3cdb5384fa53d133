/// A form that is sent by a script, and answered 428 until the code that it then asks for is sent with it.
public enum CodedForm {
    /// The code that is right.
    public static let code = "51iL5qrq"

    /// What the server answers to what the form sends.
    ///
    /// - Parameter body: what was sent.
    /// - Returns: the answer.
    public static func answer(_ body: String, after delay: Duration = .zero) -> Site.Answer {
        if accepts(body) { return .html("ok", after: delay) }
        return body.contains("\"code\":\"\"")
            ? .html("captcha-failed", status: 428, after: delay) : .html("wrong code", status: 422, after: delay)
    }

    /// Whether what was sent is taken.
    public static func accepts(_ body: String) -> Bool { body.contains("\"code\":\"\(code)\"") }

    /// The form.
    ///
    /// - Parameters:
    ///   - fields: the HTML of what it asks first.
    ///   - path: where it sends its answers, as JSON.
    ///   - confirmation: the HTML that takes its place in the end.
    /// - Returns: the page.
    public static func page(_ fields: String, to path: String, confirmation: String) -> String {
        let boxes = (0..<code.count).map {
            "<input id=\"security-input-\($0)\" maxlength=\"1\" aria-label=\"Character \($0 + 1)\">"
        }
        return """
            <!doctype html><title>Apply</title><h1>Apply</h1><form id="form">\(fields)
            <div id="security" hidden><p>A verification code was sent to your e-mail; enter the 8-character code to
            confirm you're a human.</p><fieldset><legend>Security code</legend>\(boxes.joined())</fieldset>
            <p id="wrong" role="alert"></p></div>
            <button id="send" type="submit">Submit application</button></form>
            <script>\(script(path, confirmation))</script>
            """
    }

    private static func script(_ path: String, _ confirmation: String) -> String {
        """
        const boxes = [...document.querySelectorAll("#security input")];
        const code = () => boxes.map((box) => box.value).join("");
        let asked = false;
        for (const [index, box] of boxes.entries()) box.oninput = () => {
          send.disabled = asked && code().length < boxes.length;
          if (box.value && boxes[index + 1]) boxes[index + 1].focus();
        };
        form.onsubmit = async (event) => {
          event.preventDefault();
          const data = { ...Object.fromEntries(new FormData(form)), code: code() };
          const reply = await fetch("\(path)", { method: "POST", body: JSON.stringify(data) });
          if (reply.status === 428) { security.hidden = false; asked = send.disabled = true; }
          else if (reply.ok) document.body.innerHTML = `\(confirmation)`;
          else {
            wrong.textContent = "That code is not right.";
            for (const box of boxes) box.value = "";
            send.disabled = true;
          }
        };
        """
    }
}
