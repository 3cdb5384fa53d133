import GhostHands

extension OpenAPIDocument {
    /// People's own browsers (R62): who may lend one, and what such a browser calls.
    static let operators: [Operation] = aboutBrowsers + DeskCall.Name.allCases.map(call) + filesAndPictures

    private static let aboutBrowsers: [Operation] = [
        Operation(
            method: "post",
            path: "/valet/operators/{userId}/code",
            summary:
                "Make a code that pairs one browser of a user's, once, within ten minutes; codes before it open nothing",
            answers: [(201, "The code; it is shown here alone", "OperatorCode")]
        ),
        Operation(
            method: "get",
            path: "/valet/operators/{userId}",
            summary: "List the browsers that a user has paired, the last paired first",
            answers: [(200, "The browsers", "OperatorList")]
        ),
        Operation(
            method: "delete",
            path: "/valet/operators/{userId}/{operatorId}",
            summary:
                "Revoke a browser: it is let in no more, and what it holds waits for another, unless it may have been sent",
            answers: [(200, "It is revoked", "OperatorRevoked"), (404, "There is none", "Error")]
        ),
        Operation(
            method: "post",
            path: "/operator/pair",
            summary: "Exchange a code for the token of a browser",
            needsKey: false,
            body: ("PairRequest", true),
            answers: [
                (201, "The token; it is shown here alone", "OperatorToken"),
                (410, "The code was used before, is too old, or is none", "Error"),
            ]
        ),
        Operation(
            method: "post",
            path: "/operator/claim",
            summary: "Take one job of the browser's user that asks for such a browser, and begin it",
            isOfDesk: true,
            body: ("DeskClaim", false),
            answers: [(200, "`job`, or null where none waits", "DeskJob")]
        ),
        Operation(
            method: "post",
            path: "/operator/pulse",
            summary: "Confirm the leases that the browser holds",
            isOfDesk: true,
            body: ("DeskPulse", true),
            answers: [(200, "`alive`: the jobs that it holds still", "DeskLeases")]
        ),
    ]

    private static func call(_ name: DeskCall.Name) -> Operation {
        Operation(
            method: "post",
            path: "/operator/jobs/{jobId}/\(name.rawValue)",
            summary: name.summary,
            isOfDesk: true,
            body: (name.shapeName, true),
            answers: [
                name == .waiting
                    ? (200, "`state`, and once what somebody gave", "DeskStanding")
                    : (200, "`held`: whether the browser holds the job", "DeskHeld")
            ]
        )
    }

    private static let filesAndPictures: [Operation] = [
        Operation(
            method: "get",
            path: "/operator/jobs/{jobId}/files/{number}",
            summary: "Get a file that the job uploads",
            isOfDesk: true,
            answers: [(200, "The file", ""), (409, "It cannot be had, or the job is not held", "Error")]
        ),
        Operation(
            method: "put",
            path: "/operator/jobs/{jobId}/pictures/{name}",
            summary: "Keep a picture of the page, a PNG of at most 1 MiB",
            isOfDesk: true,
            answers: [(201, "`key`: where it lies", "DeskPicture"), (409, "The job is not held", "Error")]
        ),
    ]
}

extension DeskCall.Name {
    fileprivate var summary: String {
        switch self {
        case .report: "Tell what has happened in a job that the browser holds, and how far it is"
        case .submit: "Write down that the application will be sent, was sent, or was refused by the page"
        case .pause: "Write down that the job needs its person"
        case .waiting: "Ask how a job stands that waits for its person"
        case .resume: "Let the job go on: its person is done"
        case .release: "Give the job back: it waits for a browser again, unless it may have been sent"
        case .end: "Write down how the attempt has ended"
        }
    }
}
