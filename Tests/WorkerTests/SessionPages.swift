import NIOConcurrencyHelpers
import TestSupport

/// A form behind a login that leaves twelve kinds of state on four hosts.
///
/// The form is on `app`, the login on `sso`, the way back leads through `relay`, and `app` shows a frame of `frame`. The
/// cookie of `app` that says who somebody is ends within a second: whoever comes back is let in by `sso` and `relay` alone.
enum SessionPages {
    static let hosts = ["app.acme.localhost", "sso.acme.localhost", "relay.acme.localhost", "frame.acme.localhost"]

    /// The site.
    ///
    /// - Parameter term: which term it is now.
    /// - Returns: what it answers.
    static func answer(_ term: NIOLockedValueBox<Int>) -> @Sendable (Site.Request) -> Site.Answer {
        { answer($0, me: "me=alice-\(term.withLockedValue(\.self))") }
    }

    private static func answer(_ request: Site.Request, me: String) -> Site.Answer {
        let host = request.headers["host"] ?? ""
        let port = host.split(separator: ":").last.map(String.init) ?? ""
        func url(_ name: String, _ path: String) -> String { "http://\(name).acme.localhost:\(port)\(path)" }
        let cookies = Set((request.headers["cookie"] ?? "").split(separator: "; ").map(String.init))
        let path = request.path.split(separator: "?").first.map(String.init) ?? "/"
        switch (host.prefix { $0 != "." }, path) {
        case ("app", "/"):
            guard cookies.contains(me) else { return .redirect(to: url("sso", "/check")) }
            let missing = ["hidden=1", "secure=2", "visit=3", "__Host-lock=4"].filter { !cookies.contains($0) }
            return missing.isEmpty ? .html(form(port)) : .redirect(to: url("sso", "/login?missing=\(missing.joined())"))
        case ("sso", "/check"):
            return .redirect(to: cookies.contains("known=alice") ? url("relay", "/check") : url("sso", "/login"))
        case ("relay", "/check"):
            return .redirect(to: cookies.contains("passed=yes") ? url("app", "/in?back") : url("sso", "/login?relay"))
        case ("sso", "/login"): return .html(login)
        case ("sso", "/session"):
            guard request.body.contains("pass=right") else { return .redirect(to: url("sso", "/login?wrong")) }
            return Site.Answer.redirect(to: url("relay", "/pass")).setting(["known=alice; HttpOnly; Path=/"])
        case ("relay", "/pass"):
            return Site.Answer.redirect(to: url("app", "/in")).setting(["passed=yes; Path=/; Max-Age=9000"])
        case ("app", "/in"):
            let me = me + "; HttpOnly; Path=/; Max-Age=9000"
            guard request.path == "/in" else { return Site.Answer.redirect(to: url("app", "/")).setting([me]) }
            return .html(
                welcome(port),
                headers: setting([
                    me, "hidden=1; HttpOnly; Path=/; Max-Age=9000", "secure=2; Secure; Path=/; Max-Age=9000",
                    "visit=3; Path=/", "__Host-lock=4; Secure; Path=/; Max-Age=9000",
                ])
            )
        case ("frame", "/frame"):
            let chip = "chip=5; Path=/; Secure; HttpOnly; SameSite=None; Partitioned; Max-Age=9000"
            let found = cookies.contains("chip=5")
            let page = "<script>parent.postMessage('\(found ? "chip" : "no chip")', '*')</script>"
            return .html(page, headers: request.path.hasSuffix("?set") ? setting([chip]) : [])
        case ("app", "/worker.js"):
            return Site.Answer.script(worker)
        case ("app", "/submit"): return .html(Pages.confirmation)
        default: return .html("", status: 404)
        }
    }

    private static func setting(_ cookies: [String]) -> [(String, String)] { cookies.map { ("set-cookie", $0) } }

    private static let login = """
        <!doctype html><title>Log in</title><h1>Log in</h1><form action="/session" method="post">
        <label>User name <input name="user" autocomplete="username"></label>
        <label>Password <input name="pass" type="password" autocomplete="current-password"></label>
        <button>Log in</button></form>
        """

    /// What the service worker knows it has from its origin's database.
    private static let worker = """
        self.onmessage = (event) => {
            const opening = indexedDB.open("vault", 2);
            opening.onsuccess = () => {
                const asked = opening.result.transaction("keys").objectStore("keys").get("worker");
                asked.onsuccess = () => event.source.postMessage(asked.result ?? "nothing");
            };
        };
        """

    private static func welcome(_ port: String) -> String {
        """
        <!doctype html><title>Welcome</title><p id=out>Setting up</p>
        <iframe src="http://frame.acme.localhost:\(port)/frame?set"></iframe><script>
        localStorage.setItem("token", "local"); sessionStorage.setItem("tab", "session");
        const opening = indexedDB.open("vault", 2);
        opening.onupgradeneeded = () => opening.result.createObjectStore("keys");
        opening.onsuccess = () => {
            const work = opening.result.transaction("keys", "readwrite");
            work.objectStore("keys").put(new Blob(["blob"]), "blob");
            work.objectStore("keys").put("worker", "worker");
            work.oncomplete = () => { document.getElementById("out").textContent = "Welcome, Alice"; };
        };
        </script>
        """
    }

    /// The form, once all is found that was left; else the login.
    private static func form(_ port: String) -> String {
        """
        <!doctype html><title>Apply</title><div id=here></div>
        <template id=form>\(Pages.form(Pages.names))</template><script>
        const ask = (request) => new Promise((keep) => {
            request.onsuccess = () => keep(request.result); request.onerror = () => keep(null);
        });
        const told = new Promise((keep) => { addEventListener("message", (event) => keep(event.data)); });
        const frame = document.createElement("iframe");
        frame.src = "http://frame.acme.localhost:\(port)/frame";
        document.getElementById("here").append(frame);
        (async () => {
            const missing = [];
            if (localStorage.getItem("token") !== "local") missing.push("local");
            if (sessionStorage.getItem("tab") !== "session") missing.push("session");
            const base = await ask(indexedDB.open("vault"));
            const stores = [...base.objectStoreNames];
            const blob = stores.length ? await ask(base.transaction("keys").objectStore("keys").get("blob")) : null;
            if (!blob || await blob.text() !== "blob") missing.push("blob");
            base.close();
            const registered = await navigator.serviceWorker.register("/worker.js");
            await navigator.serviceWorker.ready;
            const answer = new Promise((keep) => { navigator.serviceWorker.onmessage = (event) => keep(event.data); });
            registered.active.postMessage("who");
            if (stores.length && await answer !== "worker") missing.push("worker");
            if (await told !== "chip") missing.push("chip");
            if (missing.length) location = "http://sso.acme.localhost:\(port)/login?missing=" + missing.join();
            else document.getElementById("here").replaceWith(document.getElementById("form").content);
        })();
        </script>
        """
    }
}
