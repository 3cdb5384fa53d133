import FoundationEssentials

extension CallerOrder {
    /// The members of small requests, each said once.
    enum Members {
        static let worker = Member.text("target_worker_id", most: 255, required: true)
        static let reason = Member.text("reason", most: 500)
        static let cancelsJobs = Member.yes("cancel_active_jobs", else: false)
        static let drainTimeout = Member<Int?>.integer("drain_timeout_seconds", 0...300)
        static let notSubmitted = Member.yes(
            "confirm_not_submitted",
            else: false,
            meaning: "A person has found out that the application was not sent, after `submission_unconfirmed`"
        )
        static let testData = Member.object("data", meaning: "A profile, or flat data")
        static let linkMode = Member<LiveMode>.choice("mode", else: .control)
        static let linkLife = Member<Int>.integer("ttl_seconds", 60...3600, else: 900)
        static let since = Member<Date?>.time("since")
        static let redelivered = Member<Redelivery.State>.choice("state", else: .dead)
        static let host = Member.text("host", most: 300)
        static let username = Member.text("username", most: 320, required: true)
        static let password = Member.text("password", most: 1000, required: true)
        static let totp = Member<TOTPSecret?>(
            "totp_secret",
            schema: [
                "type": "string", "minLength": 1, "maxLength": 1000,
                "description": "In base 32, as the site shows it, or an `otpauth://totp/` address",
            ]
        ) { reader in
            guard let text = reader.string("totp_secret", max: 1000, nonEmpty: true) else { return nil }
            let secret = TOTPSecret(text)
            if secret == nil {
                reader.violate("totp_secret", "Expected base 32 or an otpauth://totp/ address", .invalidString)
            }
            return secret
        }
        static let pairingCode = Member.text("code", most: 100, required: true)
        static let deskName = Member.text("name", most: 100)
        static let quarantined = Member.yes("quarantined", else: true)
    }

    /// The bodies of small requests, by their names in the API's document.
    public static let shapes: [String: RequestShape] = [
        "ResumeRequest": RequestShape([
            ResumeMembers.by.outline, ResumeMembers.kind.outline, ResumeMembers.data.outline,
            ResumeMembers.notes.outline, ResumeMembers.code.outline, ResumeMembers.username.outline,
            ResumeMembers.password.outline,
        ]),
        "DeregisterRequest": RequestShape([
            Members.worker.outline, Members.reason.outline, Members.cancelsJobs.outline, Members.drainTimeout.outline,
        ]),
        "CodeRequest": RequestShape([
            JobRequest.Members.valetUser.outline, CodeMembers.domain.outline, CodeMembers.code.outline,
            CodeMembers.content.outline, CodeMembers.received.outline,
        ]),
        "RetryRequest": RequestShape([Members.notSubmitted.outline]),
        "ManualTestRequest": RequestShape([
            JobRequest.Members.target.outline, JobRequest.Members.user.outline, Members.testData.outline,
        ]),
        "LiveLinkRequest": RequestShape([Members.linkMode.outline, Members.linkLife.outline]),
        "RedeliverRequest": RequestShape([
            Members.since.outline, Members.redelivered.outline, Members.host.outline,
        ]),
        "CredentialRequest": RequestShape([
            Members.username.outline, Members.password.outline, Members.totp.outline,
        ]),
        "PairRequest": RequestShape([Members.pairingCode.outline, Members.deskName.outline]),
        "QuarantineRequest": RequestShape([Members.quarantined.outline]),
    ].merging(DeskCall.shapes) { $1 }
}
