extension CallerOrder {
    /// The members of the body that lets a paused job go on, each said once.
    enum ResumeMembers {
        static let by = Member<Resume.Party>.choice("resolved_by", else: .human)
        static let kind = Member<Resolution.Kind>.choice("resolution_type", else: .manual)
        static let notes = Member.text("resolution_notes", most: 500)
        static let data = Member.object(
            "resolution_data",
            meaning:
                "`code` for code_entry; `username` and `password` for credentials; `answers` (by the id or label of "
                + "each question) and `remember` for answers"
        )
        static let code = Member.text("code", most: 100)
        static let username = Member.text("username", most: 500)
        static let password = Member.text("password", most: 500)
        static let remember = Member.yes("remember", else: false)
        /// How long an answer may be.
        static let mostWords = 10_000
    }

    /// Reads the body of a resume.
    ///
    /// What a person typed may stand in `resolution_data`, or beside it.
    ///
    /// - Parameter body: the request's JSON.
    /// - Returns: the order, or everything that is wrong with it.
    public static func resume(_ body: JSON) -> Reading<Resume> {
        read(body) { reader in
            let party = reader.read(ResumeMembers.by)
            let kind = reader.read(ResumeMembers.kind)
            _ = reader.read(ResumeMembers.notes)
            var given = Given(&reader)
            reader.nested("resolution_data") { given.add(&$0) }
            return Resume(by: party, given.resolution(kind, &reader))
        }
    }

    /// What a person typed, wherever it stands.
    private struct Given {
        var code: String?
        var username: String?
        var password: String?
        var answers: [String: String] = [:]
        var remember = false

        init(_ reader: inout RequestReader) {
            code = reader.read(ResumeMembers.code)
            username = reader.read(ResumeMembers.username)
            password = reader.read(ResumeMembers.password)
        }

        mutating func add(_ reader: inout RequestReader) {
            let inner = Given(&reader)
            (code, username, password) = (inner.code ?? code, inner.username ?? username, inner.password ?? password)
            remember = reader.read(ResumeMembers.remember)
            reader.checkAnswers("answers")
            answers = (reader.object("answers") ?? [:]).compactMapValues(\.string)
            for (question, answer) in answers where answer.isLonger(than: ResumeMembers.mostWords) {
                reader.violate(
                    "answers.\(question.clipped(80))",
                    "Must be at most \(ResumeMembers.mostWords) characters",
                    .tooBig
                )
            }
            reader.acceptAll()
        }

        func resolution(_ kind: Resolution.Kind, _ reader: inout RequestReader) -> Resolution {
            switch kind {
            case .manual: return .manual
            case .skip: return .skip
            case .codeEntry:
                let code = needed(code, "code", &reader)
                return .code(code)
            case .credentials:
                let username = needed(username, "username", &reader)
                return .credentials(username: username, password: needed(password, "password", &reader))
            case .answers:
                if answers.isEmpty { violate("answers", &reader) }
                return .answers(answers, remember: remember)
            }
        }

        private func needed(_ text: String?, _ name: String, _ reader: inout RequestReader) -> String {
            if text?.allSatisfy(\.isWhitespace) ?? true { violate(name, &reader) }
            return text ?? ""
        }

        private func violate(_ name: String, _ reader: inout RequestReader) {
            reader.violate("resolution_data.\(name)", "Required for this resolution_type", .invalidType)
        }
    }
}

extension CallerOrder.Resume {
    /// Why what was given does not let a job go on; nil when it may.
    ///
    /// - Parameters:
    ///   - interaction: what the job waits for; nil where its row does not say.
    ///   - questions: those that are open, as its row has them.
    ///   - room: how long a code may be, where the page says it.
    /// - Returns: a sentence that says what to send instead.
    public func refusal(
        by interaction: Interaction.Kind?,
        questions: [OpenQuestion] = [],
        room: CodeRoom? = nil
    ) -> String? {
        guard let interaction else { return nil }
        if resolution == .skip {
            return "It cannot be skipped: without it the application cannot be sent. \(interaction.message)"
        }
        guard !interaction.resolutions.contains(resolution.kind) else {
            if case .code(let code) = resolution, let wrong = room?.refusal(of: code) {
                return "\(wrong): nothing was entered, and the job still waits"
            }
            return unheard(by: questions)
        }
        let fitting = interaction.resolutions.map(\.rawValue).sorted().joined(separator: " or ")
        return "The job waits for \(interaction.rawValue), which resolution_type \(resolution.kind.rawValue) does not "
            + "answer: send \(fitting)"
    }

    /// Why answers let nothing go on: none of them names a question that is open, or one cannot be chosen.
    private func unheard(by questions: [OpenQuestion]) -> String? {
        guard case .answers(let answers, _) = resolution, !questions.isEmpty else { return nil }
        for (name, answer) in answers.sorted(by: { $0.key < $1.key }) {
            guard let question = OpenQuestion.meant(by: name, of: questions), !question.takes(answer) else { continue }
            let options = question.options.prefix(20).map { "\"\($0)\"" }.joined(separator: ", ")
            return "The answer to \"\(question.id)\" is not one of its options: send one of \(options)"
                + (question.options.count > 20 ? ", …" : "")
        }
        guard answers.keys.allSatisfy({ OpenQuestion.meant(by: $0, of: questions) == nil }) else { return nil }
        let ids = questions.map { "\"\($0.id)\"" }.joined(separator: ", ")
        return "None of the answers names a question that is open: send them by id (\(ids)) or by label"
    }
}
