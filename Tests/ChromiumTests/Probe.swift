import Chromium
import Foundation

/// A script that tells a test what became of the page.
let probe = InPageScript(
    name: "probe",
    source: """
        globalThis.probe = {
            value: (id) => document.getElementById(id).value,
            text: (id) => document.getElementById(id).textContent,
            checked: (id) => document.getElementById(id).checked,
            files: (id) => [...document.getElementById(id).files].map((file) => file.name),
            file: (id) => document.getElementById(id).files[0].text(),
            selected: (id) => [...document.getElementById(id).selectedOptions].map((option) => option.text),
            shadow: (host, id) => document.getElementById(host).shadowRoot.getElementById(id).value,
            described: (selector) => { const e = document.querySelector(selector);
                return `${ghosthands.role(e)} ${ghosthands.name(e)}`; },
            fails: () => { throw new TypeError("secret"); },
            active: () => document.activeElement.id,
            busy: () => { setTimeout(() => { const end = performance.now() + 800; while (performance.now() < end); }); },
            spin: () => { for (;;) {} },
            language: () => `${navigator.language} ${Intl.DateTimeFormat().resolvedOptions().timeZone} ${navigator.userAgent}`,
            push: () => { history.pushState({}, "", "/pushed"); },
            world: () => typeof globalThis.pageGlobal,
            title: () => document.title,
            frames: async (count) => { for (let n = 0; n < count; n++) await new Promise(requestAnimationFrame); },
            scrolledTo: async (place) => {
                for (let n = 0; n < 300 && Math.abs(scrollY - place) > 1; n++) await new Promise(requestAnimationFrame);
                return Math.abs(scrollY - place) <= 1;
            },
        };
        """
)

extension Frame {
    /// What the probe says: text as it is, all else as JSON.
    func read(_ function: String, _ arguments: String..., timeout: Duration = .seconds(10)) async throws -> String {
        let json = try JSONEncoder().encode(arguments)
        let result = try await call(probe, function, arguments: json, timeout: timeout)
        return (try? JSONDecoder().decode(String.self, from: result)) ?? String(decoding: result, as: UTF8.self)
    }
}

/// The code of the error a body throws, if it throws ours.
func errorCode(_ body: () async throws -> Void) async -> ChromiumError.Code? {
    do {
        try await body()
        return nil
    } catch {
        return (error as? ChromiumError)?.code
    }
}
