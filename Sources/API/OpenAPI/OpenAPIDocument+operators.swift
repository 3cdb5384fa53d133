import GhostHands

extension OpenAPIDocument {
    /// People's own browsers (R62): who may lend one, and what such a browser calls.
    static let operators: [Operation] = [
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
            body: ("DeskBody", false),
            answers: [(200, "`job`, or null where none waits", "DeskJob")]
        ),
        Operation(
            method: "post",
            path: "/operator/pulse",
            summary: "Confirm the leases that the browser holds",
            isOfDesk: true,
            body: ("DeskBody", true),
            answers: [(200, "`alive`: the jobs that it holds still", "DeskLeases")]
        ),
        Operation(
            method: "post",
            path: "/operator/jobs/{jobId}/{call}",
            summary: "Tell of a job that the browser holds: report, submit, pause, waiting, resume, release or end",
            isOfDesk: true,
            body: ("DeskBody", true),
            answers: [(200, "`held`: whether it holds the job; of `waiting`, `state` and what was given", "DeskCalled")]
        ),
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
