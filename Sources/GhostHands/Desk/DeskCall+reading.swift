public import FoundationEssentials

extension DeskCall {
    /// A call, and the token of the lease that it is made under.
    public struct Told: Sendable {
        /// The lease's token.
        public var token: Int64
        /// What is told.
        public var call: DeskCall
    }

    /// The members of what a browser tells, each said once.
    enum Members {
        static let lease = Member<Int64>(
            "lease_token",
            required: true,
            schema: ["type": "string", "minLength": 1, "maxLength": 20, "description": "As `claim` gave it"]
        ) { reader in
            guard let text = reader.string("lease_token", max: 20, required: true) else { return 0 }
            if Int64(text) == nil { reader.violate("lease_token", "Expected a number in a string", .invalidString) }
            return Int64(text) ?? 0
        }
        static let job = Member.id("job_id")
        static let declined = Member.texts("but", most: 100, eachAtMost: 36)
        static let leases = Member<[ClaimedLease]>.objects(
            "leases",
            most: 20,
            of: RequestShape([job.outline, lease.outline])
        ) { reader in
            let (id, token) = (reader.read(job), reader.read(lease))
            return id.map { ClaimedLease(jobID: $0, token: token) }
        }
        static let events = Member<[JobEvent]>.objects(
            "events",
            most: 500,
            of: RequestShape([EventMembers.type.outline, EventMembers.metadata.outline])
        ) { reader in
            // What a browser of another age tells, or may not tell, is passed over.
            JobEvent(told: reader.read(EventMembers.type) ?? "", reader.read(EventMembers.metadata) ?? [:])
        }
        static let progress = Member.object("progress", meaning: "As the job's status shows it")
        static let step = Member<Step>.required("step", standIn: .seen)
        static let picture = Member.text("picture", most: 300)
        static let page = Member.words("page_url", kept: 2048)
        static let interaction = MemberOutline.part("interaction", of: Interaction.Members.shape)
        static let outcome = MemberOutline.part("outcome", of: JobOutcome.Members.shape)
    }

    private enum EventMembers {
        static let type = Member.text("type", most: 100, required: true)
        static let metadata = Member.object("metadata")
    }

    /// The shapes of what a browser tells, by their names in the API's document.
    static let shapes: [String: RequestShape] = Dictionary(
        Name.allCases.map { ($0.shapeName, $0.shape) } + [
            ("DeskClaim", RequestShape([Members.declined.outline])),
            ("DeskPulse", RequestShape([Members.leases.outline])),
        ]
    ) { first, _ in first }

    /// Reads the jobs that a browser does not want.
    ///
    /// - Parameter body: the request's JSON.
    /// - Returns: their ids, or everything that is wrong with it.
    public static func declined(_ body: JSON) -> CallerOrder.Reading<[UUID]> {
        CallerOrder.read(body) { $0.read(Members.declined).compactMap(UUID.init(uuidString:)) }
    }

    /// Reads the leases that a browser believes to hold.
    ///
    /// - Parameter body: the request's JSON.
    /// - Returns: the leases, or everything that is wrong with it.
    public static func leases(_ body: JSON) -> CallerOrder.Reading<[ClaimedLease]> {
        CallerOrder.read(body) { $0.read(Members.leases) }
    }

    /// Reads what is told of one job.
    ///
    /// - Parameters:
    ///   - name: which call it is.
    ///   - body: the request's JSON.
    ///   - folder: where the pictures of the job lie: others are none of its own.
    /// - Returns: the call, or everything that is wrong with it.
    public static func reading(_ name: Name, _ body: JSON, picturesIn folder: String) -> CallerOrder.Reading<Told> {
        CallerOrder.read(body) { reader in
            Told(token: reader.read(Members.lease), call: call(name, &reader, folder))
        }
    }

    private static func call(_ name: Name, _ reader: inout RequestReader, _ folder: String) -> DeskCall {
        switch name {
        case .report:
            return .report(reader.read(Members.events), progress: reader.read(Members.progress).map(JSON.object))
        case .submit:
            let (step, picture) = (reader.read(Members.step), reader.read(Members.picture))
            return .submit(
                step,
                picture: picture.flatMap { $0.hasPrefix(folder) ? $0 : nil },
                page: reader.read(Members.page).map { PageAddress($0) }
            )
        case .pause:
            var wanted = Interaction(.review)
            reader.nested("interaction", required: true) { wanted = Interaction(&$0, picturesIn: folder) }
            return .pause(wanted)
        case .waiting: return .waiting
        case .resume: return .resume
        case .release: return .release
        case .end:
            var outcome = JobOutcome.leaseLost
            reader.nested("outcome", required: true) { outcome = JobOutcome(&$0, picturesIn: folder) }
            return .end(outcome)
        }
    }
}

extension DeskCall.Name {
    /// What the document calls the shape of the call's body.
    public var shapeName: String {
        switch self {
        case .report: "DeskReport"
        case .submit: "DeskSubmit"
        case .pause: "DeskPause"
        case .waiting, .resume, .release: "DeskLease"
        case .end: "DeskEnd"
        }
    }

    fileprivate var shape: RequestShape {
        let own: [MemberOutline] =
            switch self {
            case .report: [DeskCall.Members.events.outline, DeskCall.Members.progress.outline]
            case .submit:
                [DeskCall.Members.step.outline, DeskCall.Members.picture.outline, DeskCall.Members.page.outline]
            case .pause: [DeskCall.Members.interaction]
            case .waiting, .resume, .release: []
            case .end: [DeskCall.Members.outcome]
            }
        return RequestShape([DeskCall.Members.lease.outline] + own)
    }
}
