extension Interaction {
    /// The members of what is waited for, as a browser tells it, each said once.
    enum Members {
        static let kind = Member<Kind>.required("kind", standIn: .review)
        static let confidence = Member.number("confidence", 0...1, else: 1)
        static let page = Member.words("page_url", kept: 2048)
        static let screenshot = Member.text("screenshot", most: 300)
        static let questions = Member<[OpenQuestion]>.objects("questions", most: 100, of: RequestShape([])) { reader in
            reader.acceptAll()
            return OpenQuestion(reader.object)
        }
        static let repeats = Member<Int>.integer("repeats", 0...1000, else: 0)
        static let why = Member.words("why", kept: 1000)
        static let request = Member.words("request", kept: 1000)
        static let codeLength = Member<Int?>.integer("code_length", 1...100)
        static let codeMost = Member<Int?>.integer("code_max_length", 1...100)
        static let shape = RequestShape([
            kind.outline, confidence.outline, page.outline, screenshot.outline, questions.outline, repeats.outline,
            why.outline, request.outline, codeLength.outline, codeMost.outline,
        ])
    }

    /// What is waited for, as a person's own browser tells it to the service: all of it.
    public var whole: JSON {
        var members: [String: JSON] = [
            "kind": JSON(kind), "confidence": .number(min(1, max(0, confidence))), "page_url": .optional(pageURL),
            "screenshot": .optional(screenshot), "questions": .array(questions.map(\.json)),
            "repeats": JSON(min(repeats, 1000)), "why": .optional(why), "request": .optional(request),
        ]
        if let codeRoom { members.merge(codeRoom.members) { $1 } }
        return .object(members)
    }

    /// Reads what ``whole`` wrote.
    ///
    /// - Parameter folder: where the pictures of the job lie.
    init(_ reader: inout RequestReader, picturesIn folder: String) {
        self.init(
            reader.read(Members.kind),
            confidence: reader.read(Members.confidence),
            pageURL: reader.read(Members.page),
            screenshot: reader.read(Members.screenshot).flatMap { $0.hasPrefix(folder) ? $0 : nil },
            questions: reader.read(Members.questions),
            repeats: reader.read(Members.repeats)
        )
        why = reader.read(Members.why)
        request = reader.read(Members.request)
        codeRoom = CodeRoom(exactly: reader.read(Members.codeLength), atMost: reader.read(Members.codeMost))
    }
}

extension JobEvent {
    /// Reads an event as a person's own browser tells it; nil when it is none that such a browser may tell.
    init?(told type: String, _ metadata: [String: JSON]) {
        guard let type = EventType(rawValue: type), Self.ofAttempts.contains(type) else { return nil }
        self.init(type, metadata)
    }

    /// The event as a person's own browser tells it.
    public var told: JSON { ["type": JSON(type), "metadata": .object(metadata)] }

    /// What only hands can know; all else the service says itself.
    private static let ofAttempts: Set<EventType> = [
        .modeSelected, .manualFound, .modeSwitched, .stepStarted, .stepCompleted, .stepFailed, .thought, .tokensUsed,
        .offFormInstruction, .answersRecalled, .pageRead, .blockerDetected, .submitIntended, .submitRejected,
        .submitConfirmed, .sentDifferently, .changedByPerson, .browserCrashDetected, .browserCrashRecovered,
        .budgetPreflightFailed,
    ]
}
