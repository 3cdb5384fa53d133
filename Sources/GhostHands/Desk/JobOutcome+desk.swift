extension JobOutcome {
    /// The ways in which an attempt ends that somebody writes down.
    enum End: String, CaseIterable, Sendable { case completed, failed }

    /// The members of an end, each said once.
    enum Members {
        static let end = Member<End>.required("end", standIn: .failed)
        static let shape = RequestShape([
            end.outline, MemberOutline.part("result", of: JobResult.Members.shape, required: false),
            MemberOutline.part("failure", of: JobFailure.Members.shape, required: false),
        ])
    }

    /// How an attempt in a person's own browser ended, as it is sent; null for what nobody is to write down.
    public var json: JSON {
        switch self {
        case .completed(let result): ["end": JSON(End.completed), "result": result.json]
        case .failed(let failure): ["end": JSON(End.failed), "failure": failure.json]
        case .parked, .leaseLost: .null
        }
    }

    /// Reads what ``json`` wrote.
    ///
    /// - Parameter folder: where the pictures of the job lie: others are none of its own.
    init(_ reader: inout RequestReader, picturesIn folder: String) {
        switch reader.read(Members.end) {
        case .completed:
            self = .leaseLost
            reader.nested("result", required: true) { self = .completed(JobResult(&$0, picturesIn: folder)) }
        case .failed:
            self = .leaseLost
            reader.nested("failure", required: true) { self = .failed(JobFailure(&$0, picturesIn: folder)) }
        }
    }
}

extension JobResult {
    enum Members {
        static let data = Member.object("data", required: true)
        static let summary = Member.words("summary", kept: 1000)
        static let screenshots = Member.texts("screenshots", most: 100, eachAtMost: 300)
        static let mode = Member<FinalMode>.required("mode", standIn: .magnitude)
        static let cost = Member.object("cost")
        static let submitted = Member.yes("submitted", else: false)
        static let shape = RequestShape([
            data.outline, summary.outline, screenshots.outline, mode.outline, cost.outline, submitted.outline,
        ])
    }

    var json: JSON {
        [
            "data": data, "summary": .string(summary), "screenshots": JSON(Array(screenshots.prefix(Bounds.files))),
            "mode": JSON(mode),
            "cost": cost.json, "submitted": .bool(submitted),
        ]
    }

    init(_ reader: inout RequestReader, picturesIn folder: String) {
        self.init(
            data: .object(reader.read(Members.data) ?? [:]),
            summary: reader.read(Members.summary) ?? "",
            screenshots: reader.read(Members.screenshots).pictures(in: folder),
            mode: reader.read(Members.mode),
            cost: CostBreakdown(.object(reader.read(Members.cost) ?? [:])),
            submitted: reader.read(Members.submitted)
        )
    }
}

extension JobFailure {
    enum Members {
        static let code = Member<ErrorCode>.required("code", standIn: .internalError)
        static let message = Member.words("message", kept: 2000)
        static let details = Member.object("details")
        static let mode = Member<FinalMode?>.choice("mode")
        static let isRetried = Member.yes("retried", else: true)
        static let shape = RequestShape([
            code.outline, message.outline, details.outline, JobResult.Members.screenshots.outline, mode.outline,
            JobResult.Members.cost.outline, isRetried.outline,
        ])
    }

    var json: JSON {
        [
            "code": JSON(code), "message": .string(message), "details": .object(details),
            "screenshots": JSON(Array(screenshots.prefix(Bounds.files))), "mode": .optional(mode?.rawValue),
            "cost": cost.json,
            "retried": .bool(isRetried),
        ]
    }

    init(_ reader: inout RequestReader, picturesIn folder: String) {
        self.init(
            code: reader.read(Members.code),
            message: reader.read(Members.message) ?? "",
            details: reader.read(Members.details) ?? [:],
            screenshots: reader.read(JobResult.Members.screenshots).pictures(in: folder),
            mode: reader.read(Members.mode),
            cost: CostBreakdown(.object(reader.read(JobResult.Members.cost) ?? [:]))
        )
        isRetried = reader.read(Members.isRetried) && isRetried
    }
}

extension [String] {
    fileprivate func pictures(in folder: String) -> [String] {
        Array(filter { $0.hasPrefix(folder) }.prefix(Bounds.files))
    }
}
