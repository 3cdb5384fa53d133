extension JobInput {
    private static let submit = Member.yes("submit", else: true)
    private static let schema = Member.object("schema")
    private static let mostPages = Member<Int>.integer("max_pages", 1...JobType.scrape.actionLimit, else: 10)

    /// Reads what a job works from, and notes what is wrong with it.
    ///
    /// - Parameters:
    ///   - reader: reads the object.
    ///   - type: what the job is to do.
    init(_ reader: inout RequestReader, of type: JobType) {
        switch type {
        case .apply:
            _ = reader.read(JobRequest.Members.platform)
            Self.checkApplicant(&reader)
            self = .apply(Self.material(&reader, needsFiles: false), submits: reader.read(Self.submit))
        case .fillForm:
            Self.checkFormData(&reader)
            Self.checkApplicant(&reader)
            self = .fillForm(Self.material(&reader, needsFiles: true), submits: reader.read(Self.submit))
        case .scrape:
            self = .scrape(
                Self.material(&reader, needsFiles: false),
                schema: reader.read(Self.schema).map(JSON.object) ?? .null,
                mostPages: reader.read(Self.mostPages)
            )
        case .custom:
            self = .custom(
                Self.material(&reader, needsFiles: false),
                schema: reader.read(Self.schema).map(JSON.object) ?? .null
            )
        }
        reader.acceptAll()
    }

    private static func checkApplicant(_ reader: inout RequestReader) {
        for name in ["profile", "user_data"] { _ = reader.object(name) }
    }

    private static func checkFormData(_ reader: inout RequestReader) {
        let data = reader.object("form_data")
        if data == nil && reader.value("profile") == nil && reader.value("user_data") == nil {
            reader.violate("form_data", "Required: an object whose keys are field names or labels", .invalidType)
        }
        for (name, value) in (data ?? [:]).sorted(by: { $0.key < $1.key }) where value.object != nil {
            reader.violate("form_data.\(name.clipped(80))", "Must not be an object", .invalidType)
        }
    }

    private static func material(_ reader: inout RequestReader, needsFiles: Bool) -> Material {
        for name in ["qa_answers", "qa_overrides", "form_data"] { reader.checkSize(name) }
        return Material(applicant: Applicant(inputData: reader.object), files: files(&reader, needsThem: needsFiles))
    }

    /// Further files by field name or label; where a kind of job has no use for them, only what is one is looked at.
    private static func files(
        _ reader: inout RequestReader,
        needsThem: Bool
    ) -> [String: JobRequest.FileReference] {
        let given = (needsThem ? reader.object("files") : reader.value("files")?.object) ?? [:]
        let files = given.compactMapValues(JobRequest.FileReference.init)
        let named = needsThem ? given.keys.sorted() : files.keys.sorted()
        if named.count > Bounds.files { reader.violate("files", "At most \(Bounds.files) files", .tooBig) }
        for name in named.prefix(Bounds.files) {
            guard let members = given[name]?.object, files[name] != nil else {
                reader.violate("files.\(name.clipped(80))", JobRequest.FileReference.missing, .custom)
                continue
            }
            reader.read(members, at: "files.\(name.clipped(80))") { _ = JobRequest.FileReference(&$0) }
        }
        return files
    }
}

extension RequestReader {
    /// Holds an object of answers to what a page can be filled from in time.
    mutating func checkSize(_ name: String) {
        guard let members = value(name)?.object else { return }
        if members.count > Bounds.answers { violate(name, "At most \(Bounds.answers) members", .tooBig) }
        for key in members.keys where key.isLonger(than: Bounds.question) {
            violate("\(name).\(key.clipped(80))", "At most \(Bounds.question) characters", .tooBig)
        }
    }

    /// Holds an object of answers to texts.
    mutating func checkAnswers(_ name: String) {
        for (question, answer) in (object(name) ?? [:]).sorted(by: { $0.key < $1.key }) {
            let path = "\(name).\(question.clipped(80))"
            guard let text = answer.string else {
                violate(path, "Expected a string", .invalidType)
                continue
            }
            // What no person types, and no form keeps.
            if text.unicodeScalars.contains("\0") {
                violate(path, "Must not contain the NUL character", .invalidString)
            }
        }
    }
}
