import Chromium
import GhostHands

/// Where a password may be typed (R55, R65).
enum LoginPlace {
    /// Why a credential may not be typed into a frame; nil where it may.
    ///
    /// - Parameters:
    ///   - frame: the frame, as it is now.
    ///   - credential: what is to be typed.
    /// - Returns: a sentence for whoever is asked instead.
    static func refusal(of frame: Frame, for credential: Credential) -> String? {
        var around: [String] = []
        var parent = frame.parent
        while let frame = parent {
            around.append(frame.url)
            parent = frame.parent
        }
        return refusal(frame.url, in: around, isMain: frame.isMain, for: credential)
    }

    /// Why a credential may not be entered into an element; nil where it may: neither its page nor its form leads it
    /// anywhere else.
    ///
    /// - Parameters:
    ///   - element: where it is to be entered.
    ///   - page: the page that the element stands on.
    ///   - credential: what is to be entered.
    /// - Returns: a sentence for whoever is asked instead.
    /// - Throws: ``ChromiumError`` when the document is gone.
    static func refusal(
        of element: ElementHandle,
        on page: Page,
        for credential: Credential
    ) async throws -> String? {
        let frame = try page.frame(of: element)
        if let why = refusal(of: frame, for: credential) { return why }
        let targets: [String] = try await frame.ask(.targets, about: element)
        return refusal(toSend: targets, from: frame.url)
    }

    /// Why nothing may be entered into a form that leads elsewhere; nil where what it holds stays on the page's site.
    ///
    /// - Parameters:
    ///   - targets: where the form sends what it holds: absolute addresses, those of its scripts too.
    ///   - page: the address that the form stands at.
    /// - Returns: a sentence for whoever is asked instead.
    static func refusal(toSend targets: [String], from page: String) -> String? {
        let site = WebAddress(page)?.site
        let isHome = targets.allSatisfy { target in
            if target.lowercased().hasPrefix("javascript:") { return true }
            guard let address = WebAddress(target) else { return false }
            return address.site == site && isPrivate(address)
        }
        return isHome ? nil : "The stored password is not typed there: the form sends it to another site."
    }

    /// What a person who gives a password or a code is to know of where it goes; nil where it goes to a site of the job's
    /// and nobody else can read it.
    ///
    /// - Parameters:
    ///   - element: where it is to be entered; nil where the page has no place for it yet.
    ///   - page: the page.
    ///   - job: the job's own address.
    /// - Returns: a sentence.
    /// - Throws: ``ChromiumError`` when the document is gone.
    static func warning(about element: ElementHandle?, on page: Page, of job: PageAddress) async throws -> String? {
        var addresses = [page.address.text]
        if let element, let frame = try? page.frame(of: element) {
            if let own = WebAddress(frame.url) { addresses.append(own.text) }
            let targets: [String]? = try? await frame.ask(.targets, about: element)
            addresses += targets ?? []
        }
        return warning(ofSending: addresses, for: job)
    }

    /// The same by addresses alone.
    static func warning(ofSending addresses: [String], for job: PageAddress) -> String? {
        let places = addresses.compactMap(WebAddress.init)
        if let stranger = places.first(where: { $0.site != job.site }) {
            let own = job.web?.host ?? job.plain
            return "Careful: what you enter goes to \(stranger.host), which is another site than the job's (\(own))."
        }
        return places.first { !isPrivate($0) }.map {
            "Careful: what you enter goes to \($0.host) unencrypted: others may read it on its way."
        }
    }

    /// The same by addresses alone: the frame's, and those of the frames around it.
    static func refusal(_ address: String, in around: [String], isMain: Bool, for credential: Credential) -> String? {
        guard let here = WebAddress(address), let host = HostName(here), isMain || !around.isEmpty else {
            return "The stored password is not typed there: the log-in has no address of its own."
        }
        guard host.chain.contains(credential.domain) else {
            return "The stored password is not typed there: it is for \(credential.domain)."
        }
        for text in [address] + around {
            guard let one = WebAddress(text), one.site == here.site else {
                return "The stored password is not typed there: the log-in stands in a page of another site."
            }
            guard isPrivate(one) else {
                return "The stored password is not typed there: the page is not encrypted."
            }
        }
        return nil
    }

    /// Nobody reads what goes to this very machine, which pages are let in from only where that is allowed.
    private static func isPrivate(_ address: WebAddress) -> Bool {
        address.scheme == "https" || address.host == "localhost" || address.host.hasSuffix(".localhost")
            || IPAddress(address.host)?.isLoopback ?? false
    }
}
