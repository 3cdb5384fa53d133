extension JobOutcome {
    /// How an attempt in a person's own browser ended, as it is sent; null for what nobody is to write down.
    public var json: JSON {
        switch self {
        case .completed(let result): ["end": "completed", "result": result.json]
        case .failed(let failure): ["end": "failed", "failure": failure.json]
        case .parked, .leaseLost: .null
        }
    }

    /// Reads what ``json`` wrote; nil when it is something else.
    ///
    /// - Parameters:
    ///   - json: what was sent.
    ///   - folder: where the pictures of the job lie: others are none of its own.
    public init?(_ json: JSON, picturesIn folder: String) {
        switch json["end"].string {
        case "completed":
            guard let result = JobResult(json["result"], picturesIn: folder) else { return nil }
            self = .completed(result)
        case "failed":
            guard let failure = JobFailure(json["failure"], picturesIn: folder) else { return nil }
            self = .failed(failure)
        default: return nil
        }
    }
}

extension JobResult {
    var json: JSON {
        [
            "data": data, "summary": .string(summary), "screenshots": JSON(screenshots), "mode": JSON(mode),
            "cost": cost.json, "submitted": .bool(submitted),
        ]
    }

    init?(_ json: JSON, picturesIn folder: String) {
        guard json["data"].object != nil, let summary = json["summary"].string,
            let mode = json["mode"].string.flatMap(FinalMode.init(rawValue:)), let isSubmitted = json["submitted"].bool
        else { return nil }
        self.init(
            data: json["data"],
            summary: summary.clipped(1000),
            screenshots: [String](pictures: json["screenshots"], in: folder),
            mode: mode,
            cost: CostBreakdown(json["cost"]),
            submitted: isSubmitted
        )
    }
}

extension JobFailure {
    var json: JSON {
        [
            "code": JSON(code), "message": .string(message), "details": .object(details),
            "screenshots": JSON(screenshots), "mode": .optional(mode?.rawValue), "cost": cost.json,
            "retried": .bool(isRetried),
        ]
    }

    init?(_ json: JSON, picturesIn folder: String) {
        guard let code = json["code"].string.flatMap(ErrorCode.init(rawValue:)), let message = json["message"].string
        else { return nil }
        self.init(
            code: code,
            message: message.clipped(2000),
            details: json["details"].object ?? [:],
            screenshots: [String](pictures: json["screenshots"], in: folder),
            mode: json["mode"].string.flatMap(FinalMode.init(rawValue:)),
            cost: CostBreakdown(json["cost"])
        )
        isRetried = isRetried && json["retried"].bool != false
    }
}

extension [String] {
    fileprivate init(pictures json: JSON, in folder: String) {
        self = (json.array ?? []).prefix(Bounds.files).compactMap(\.string).filter { $0.hasPrefix(folder) }
    }
}

extension Interaction {
    /// What is waited for, as a person's own browser tells it to the service: all of it.
    public var whole: JSON {
        [
            "kind": JSON(kind), "confidence": .number(confidence), "page_url": .optional(pageURL),
            "screenshot": .optional(screenshot), "questions": .array(questions.map(\.json)), "repeats": JSON(repeats),
            "why": .optional(why), "request": .optional(request),
        ]
    }

    /// Reads what ``whole`` wrote; nil when it is something else.
    ///
    /// - Parameters:
    ///   - json: what was sent.
    ///   - folder: where the pictures of the job lie.
    public init?(whole json: JSON, picturesIn folder: String) {
        guard let kind = json["kind"].string.flatMap(Kind.init(rawValue:)) else { return nil }
        self.init(
            kind,
            confidence: min(1, max(0, json["confidence"].double ?? 1)),
            pageURL: json["page_url"].string?.clipped(2048),
            screenshot: json["screenshot"].string.flatMap { $0.hasPrefix(folder) ? $0 : nil },
            questions: (json["questions"].array ?? []).prefix(100).compactMap(OpenQuestion.init),
            repeats: min(max(json["repeats"].int ?? 0, 0), 1000)
        )
        why = json["why"].string?.clipped(1000)
        request = json["request"].string?.clipped(1000)
    }
}

extension JobEvent {
    /// Reads an event as a person's own browser tells it; nil when it is none.
    ///
    /// - Parameter json: its type and its metadata.
    public init?(told json: JSON) {
        guard let type = json["type"].string.flatMap(EventType.init(rawValue:)), Self.ofAttempts.contains(type) else {
            return nil
        }
        self.init(type, json["metadata"].object ?? [:])
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
