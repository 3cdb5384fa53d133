/// What proves that a submit was accepted (R26).
public struct Evidence: Sendable, Hashable {
    /// The sentence of the page that confirms it.
    public var text: String?
    /// The number that the page gives, when it gives one.
    public var confirmationNumber: String?
    /// The address of the confirmation page, without query and fragment.
    public var url: String?
    /// The HTTP status of the request that submitted the form.
    public var responseStatus: Int?

    /// Evidence.
    ///
    /// - Parameters:
    ///   - text: the sentence that confirms it.
    ///   - confirmationNumber: the number that the page gives.
    ///   - url: the address of the confirmation page.
    ///   - responseStatus: the status of the submitting request.
    public init(text: String? = nil, confirmationNumber: String? = nil, url: String? = nil, responseStatus: Int? = nil)
    {
        self.text = text
        self.confirmationNumber = confirmationNumber
        self.url = url
        self.responseStatus = responseStatus
    }

    /// The `evidence` object of reports.
    public var json: JSON {
        [
            "text": .optional(text), "confirmation_number": .optional(confirmationNumber), "url": .optional(url),
            "response_status": responseStatus.map { .int(Int64($0)) } ?? .null,
        ]
    }

    /// The sentence of a page that confirms a submit, when there is one.
    ///
    /// - Parameter text: what a person can read on the page.
    /// - Returns: the sentence, or nil.
    public static func confirmation(in text: String) -> String? {
        text.split(whereSeparator: \.isNewline).lazy.map { String($0.prefix(300)) }.first { line in
            let words = Words(line)
            return confirming.contains(where: words.contains) && !words.contains("if") && !words.isNegated
                && !words.contains("will be") && !words.contains("once") && !words.contains("before")
        }
    }

    private static let confirming = [
        "thank you for applying", "thanks for applying", "thank you for your application", "application received",
        "application submitted", "application has been submitted", "application has been received",
        "application was submitted", "application was sent", "application has been sent", "successfully submitted",
        "successfully applied", "submitted successfully", "submission received", "submission has been received",
        "thank you for submitting", "thank you for your submission",
        "we have received your", "we received your", "youve applied", "you have applied",
        "registration complete", "registration successful", "thank you for registering", "form has been submitted",
        "response has been recorded", "vielen dank fur ihre bewerbung", "merci pour votre candidature",
        "gracias por tu solicitud", "confirmation number", "reference number",
    ]

    /// The number after "confirmation number", "reference", "application id" and the like.
    ///
    /// - Parameter text: what a person can read on the page.
    /// - Returns: the number as it stands there, or nil.
    public static func number(in text: String) -> String? {
        let marks: Set = ["confirmation", "reference", "application", "submission", "tracking", "ticket", "receipt"]
        let kinds: Set = ["number", "no", "id", "code", "nr"]
        let tokens = text.split(whereSeparator: \.isWhitespace).map(String.init)
        for (index, token) in tokens.enumerated() where marks.contains(Words(token).text) {
            var rest = tokens[(index + 1)...].prefix(5)
            let hasKind = rest.first.map { kinds.contains(Words($0).text) || $0.hasPrefix("#") } ?? false
            guard hasKind || token.hasSuffix(":") else { continue }
            while let next = rest.first,
                kinds.contains(Words(next).text) || ["is", "is:", ":", "#"].contains(next.lowercased())
            {
                rest = rest.dropFirst()
            }
            let candidate = rest.first.map { $0.trimmed(of: "#.,:;()[]") } ?? ""
            if candidate.contains(where: \.isNumber), candidate.count >= 3 { return candidate }
        }
        return nil
    }
}

extension String {
    fileprivate func trimmed(of characters: String) -> String {
        var text = self[...]
        while let first = text.first, characters.contains(first) { text.removeFirst() }
        while let last = text.last, characters.contains(last) { text.removeLast() }
        return String(text)
    }
}
