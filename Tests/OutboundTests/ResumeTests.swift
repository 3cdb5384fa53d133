import Foundation
import GhostHands
import Outbound
import Testing

@Suite("The applicant's resume")
struct ResumeTests {
    private static let pdf = Data("%PDF-1.7\n%%EOF".utf8)
    private static let docx = Data([0x50, 0x4b, 0x03, 0x04]) + Data("....word/document.xml".utf8)
    private static let zip = Data([0x50, 0x4b, 0x03, 0x04]) + Data("....evil.exe".utf8)
    private static let doc = Data([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0])

    private func withStore(_ body: (FolderBlobStore, ResumeFetcher) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/resumes-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = FolderBlobStore(folder: folder, publicBase: "", signingKey: Data(repeating: 1, count: 32))
        try await body(store, ResumeFetcher(store: store, client: PinnedClient(rule: AddressRule(.loopback))))
    }

    private func reason(_ outcome: ResumeFetcher.Outcome) -> String {
        if case .unavailable(let reason, _) = outcome { reason } else { "a file" }
    }

    @Test func `is found under its path, and under the predecessor's folder`() async throws {
        try await withStore { store, fetcher in
            try await store.put("resumes/alice smith.pdf", data: Self.pdf, contentType: "application/pdf")
            for reference in [
                JobRequest.FileReference(storagePath: "resumes/alice smith.pdf"), .init(storagePath: "alice smith.pdf"),
                .init(s3Key: "alice smith.pdf"), .init(storagePath: "gone.pdf", s3Key: "/resumes/alice smith.pdf"),
            ] {
                guard case .file(let file) = await fetcher.fetch(reference) else {
                    Issue.record("\(reference) was not found")
                    continue
                }
                #expect(file.name == "alice smith.pdf")
                #expect(file.data == Self.pdf)
                #expect(file.kind == .pdf)
            }
            #expect(reason(await fetcher.fetch(.init(storagePath: "gone.pdf"))).contains("not found"))
            #expect(reason(await fetcher.fetch(.init(storagePath: "../../etc/passwd"))).contains("not valid"))
        }
    }

    @Test(
        arguments: [
            ("a.pdf", pdf, "a.pdf"), ("a.docx", docx, "a.docx"), ("a.doc", doc, "a.doc"),
            ("a.rtf", Data("{\\rtf1}".utf8), "a.rtf"), ("a.txt", Data("Alice, engineer\n".utf8), "a.txt"),
            ("a.PDF", pdf, "a.pdf"), ("noending", pdf, "noending.pdf"), ("J. R. Smith.pdf", pdf, "J. R. Smith.pdf"),
            ("a.pdf", docx, nil), ("a.docx", zip, nil), ("a.exe", pdf, nil), ("noending", Data("<html>".utf8), nil),
            ("a.txt", Data([0x41, 0, 0x42]), nil), ("a.pdf", Data(), nil), ("a.pdf", Data("MZ".utf8), nil),
        ] as [(String, Data, String?)]
    )
    func `must be what its name says, by its bytes`(name: String, data: Data, expected: String?) async throws {
        try await withStore { store, fetcher in
            try await store.put("resumes/" + name, data: data, contentType: "application/octet-stream")
            let outcome = await fetcher.fetch(.init(storagePath: name))
            if case .file(let file) = outcome { #expect(file.name == expected) } else { #expect(expected == nil) }
        }
    }

    @Test func `is downloaded through the checked client, by the name the server gives it`() async throws {
        let answer: @Sendable (TinyServer.Request) -> TinyServer.Reply = { request in
            switch request.path {
            case "/moved": .init(status: 302, headers: ["location": "/cv.php?id=1"])
            case "/cv.php?id=1":
                .init(headers: ["content-disposition": "attachment; filename=\"../../x;y.pdf\""], body: Self.pdf)
            case "/script.php": .init(body: Self.pdf)
            case "/page": .init(body: Data("<html>Please log in</html>".utf8))
            case "/large.pdf": .init(body: Self.pdf + Data(count: ResumeFetcher.limit))
            case "/away": .init(status: 302, headers: ["location": "http://10.0.0.1/cv.pdf"])
            default: .init(status: 503)
            }
        }
        try await withStore { _, fetcher in
            try await TinyServer.with(answering: answer) { server in
                let base = "http://127.0.0.1:\(server.port)"
                guard case .file(let moved) = await fetcher.fetch(.init(downloadURL: base + "/moved")),
                    case .file(let script) = await fetcher.fetch(.init(downloadURL: base + "/script.php"))
                else {
                    Issue.record("not downloaded")
                    return
                }
                #expect(moved.data == Self.pdf)
                #expect(!moved.name.contains("/"))
                #expect(moved.name.hasSuffix(".pdf"))
                #expect(script.name == "resume.pdf")
                #expect(reason(await fetcher.fetch(.init(downloadURL: base + "/page"))).contains("a web page"))
                let large = reason(await fetcher.fetch(.init(downloadURL: base + "/large.pdf")))
                #expect(large.contains("10 MiB"), "\(large)")
                #expect(reason(await fetcher.fetch(.init(downloadURL: base + "/away"))).contains("not allowed"))
                let down = await fetcher.fetch(.init(downloadURL: base + "/down"))
                #expect(
                    down
                        == .unavailable(
                            "The resume could not be downloaded: its address answered HTTP 503",
                            isTransient: true
                        )
                )
            }
        }
    }

    /// The PDF as `gzip` packs it.
    private static let packed = Data(base64Encoded: "H4sIAAAAAAACA1MNcHHTNdQz51JVdfV3AwAzlOY/DgAAAA==") ?? Data()
    /// The begin of a packed PDF, and 64 KiB of zeros to go on with.
    private static let packedBegin = Data(base64Encoded: "H4sIAAAAAAACA1INcHHTNdQz5wIAAAD//w==") ?? Data()
    private static let packedZeros =
        Data(
            base64Encoded: """
                7MEBAQAAAICQ/q/uCAoAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
                AAAAAABqAAAA//8=
                """
        ) ?? Data()

    @Test func `that lies packed in its store is unpacked, within the limit`() async throws {
        let bomb = (0..<200).reduce(into: Self.packedBegin) { data, _ in data.append(Self.packedZeros) }
        let answer: @Sendable (TinyServer.Request) -> TinyServer.Reply = { request in
            switch request.path {
            case "/cv.pdf": .init(headers: ["content-encoding": "gzip"], body: Self.packed)
            case "/bomb.pdf": .init(headers: ["content-encoding": "gzip"], body: bomb)
            case "/broken.pdf": .init(headers: ["content-encoding": "gzip"], body: Self.pdf)
            default: .init(headers: ["content-encoding": "br"], body: Self.pdf)
            }
        }
        try await withStore { _, fetcher in
            try await TinyServer.with(answering: answer) { server in
                let base = "http://127.0.0.1:\(server.port)"
                guard case .file(let file) = await fetcher.fetch(.init(downloadURL: base + "/cv.pdf")) else {
                    Issue.record("not unpacked")
                    return
                }
                #expect(file.data == Self.pdf)
                #expect(file.name == "cv.pdf")
                #expect(bomb.count < 20_000)
                #expect(reason(await fetcher.fetch(.init(downloadURL: base + "/bomb.pdf"))).contains("10 MiB"))
                #expect(reason(await fetcher.fetch(.init(downloadURL: base + "/broken.pdf"))).contains("unpacked"))
                #expect(
                    reason(await fetcher.fetch(.init(downloadURL: base + "/other.pdf"))).contains("not supported")
                )
                #expect(server.requests.allSatisfy { $0.headers["accept-encoding"] == "identity" })
            }
        }
    }

    @Test(
        arguments: [
            ("text/html", "We are sorry"), ("text/plain", " \n<!DOCTYPE html><p>Not found"),
            ("text/plain", "<?xml version='1.0'?><Error>AccessDenied</Error>"), ("application/json", "{\"error\":1}"),
            ("text/html; charset=utf-8", "<h1>Log in</h1>"), ("Application/XHTML+xml", "x"),
        ]
    )
    func `is no error page, whatever that is called`(type: String, page: String) async throws {
        let reply = TinyServer.Reply(headers: ["content-type": type], body: Data(page.utf8))
        try await withStore { _, fetcher in
            try await TinyServer.with(answering: { _ in reply }) { server in
                let outcome = await fetcher.fetch(.init(downloadURL: "http://127.0.0.1:\(server.port)/x.txt"))
                #expect(reason(outcome).contains("a web page or an error message"))
            }
        }
    }

    @Test func `is taken as text from a server that calls it so, and as a document whatever it calls it`() async throws
    {
        let answer: @Sendable (TinyServer.Request) -> TinyServer.Reply = { request in
            request.path == "/x.txt"
                ? .init(headers: ["content-type": "text/plain"], body: Data("Alice, engineer".utf8))
                : .init(headers: ["content-type": "text/html"], body: Self.pdf)
        }
        try await withStore { _, fetcher in
            try await TinyServer.with(answering: answer) { server in
                for path in ["/x.txt", "/x.pdf"] {
                    guard
                        case .file = await fetcher.fetch(.init(downloadURL: "http://127.0.0.1:\(server.port)\(path)"))
                    else {
                        Issue.record("\(path) was not taken")
                        continue
                    }
                }
            }
        }
    }
}
