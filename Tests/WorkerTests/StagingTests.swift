import Outbound
import Foundation
import GhostHands
import Testing

@testable import Worker

struct StagingTests {
    private func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `staged files are for nobody else to read, and are removed`() throws {
        let parent = FileManager.default.temporaryDirectory.appending(path: "gh-staging-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: parent) }
        let folder = StagedFolder(in: parent, named: "job")
        let first = try folder.add(Data("one".utf8), named: "cv.pdf", number: 0)
        let second = try folder.add(Data("two".utf8), named: "cv.pdf", number: 1)
        #expect(first != second)
        #expect(first.lastPathComponent == "cv.pdf")
        #expect(second.lastPathComponent == "cv.pdf")
        #expect(try String(contentsOf: first, encoding: .utf8) == "one")
        #expect(try permissions(first.path) == 0o600)
        for url in [parent, parent.appending(path: "job"), first.deletingLastPathComponent()] {
            #expect(try permissions(url.path) == 0o700)
        }
        folder.remove()
        #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path).isEmpty)
        folder.remove()
    }

    @Test func `of several files one that is not there fails the job, and none stays`() async throws {
        try await Workshop.open { shop in
            try await shop.blobs.put("files/a.pdf", data: Data("%PDF-1.4".utf8), contentType: "application/pdf")
            let files: JSON = ["letter": ["storage_path": "files/a.pdf"], "proof": ["storage_path": "files/b.pdf"]]
            let id = try await shop.submit("http://127.0.0.1:9/", ["form_data": [:], "files": files])
            let job = try await shop.job(id)
            let outcome = await FileStage(
                job,
                job.input,
                files: shop.tools.resumes,
                parent: shop.tools.stagingFolder,
                logger: shop.log.logger
            )
            .fetch()
            guard case .failed(let failure) = outcome else { throw Flaw("the job goes on without its file") }
            #expect(failure.code == .validationError)
            #expect(failure.details["file"] == "proof")
            #expect(shop.staged.isEmpty)
        }
    }
}
