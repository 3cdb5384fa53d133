import Foundation
import Glibc
import Testing

@testable import Outbound

@Suite("Stores of files")
struct BlobStoreTests {
    private static let now = Date(timeIntervalSince1970: 1_800_000_000)

    /// What any store must do, whichever it is.
    ///
    /// - Parameters:
    ///   - store: the store.
    ///   - links: what its links have in them.
    func conforms(
        _ store: some BlobStore,
        links: String = "/storage/v1/object/sign/screenshots/gh/jobs/1/final%20page.png?token="
    ) async throws {
        let key = "screenshots/gh/jobs/1/final page.png"
        #expect(await store.isReachable())
        #expect(try await store.get(key, limit: 10) == nil)
        try await store.put(key, data: Data("one".utf8), contentType: "image/png")
        try await store.put(key, data: Data("two!".utf8), contentType: "image/png")
        #expect(try await store.get(key, limit: 4) == Data("two!".utf8))
        await #expect(throws: OutboundError.self) { try await store.get(key, limit: 3) }
        let link = try await store.signedURL(key, expiresIn: 60, now: Self.now)
        #expect(link.hasPrefix("http://"))
        #expect(link.contains(links))
        let folder = try await store.list("screenshots/gh/jobs/1", from: nil)
        #expect(folder.entries.map(\.name) == ["final page.png"])
        #expect(folder.next == nil)
        #expect(folder.entries.first?.file?.bytes == 4)
        #expect(try await store.list("screenshots/gh/jobs", from: nil).entries == [BlobListing.Entry(name: "1")])
        #expect(try await store.list("screenshots/nothing", from: nil).entries.isEmpty)
        try await store.delete(key)
        try await store.delete(key)
        #expect(try await store.get(key, limit: 10) == nil)
        for bad in ["../x/y", "a/../b", "/etc/passwd", "a//b", "a/.hidden", "a", "", "a/\u{0}b", "a/b\n", "ä/b"] {
            await #expect(throws: OutboundError.self) { try await store.put(bad, data: Data(), contentType: "x/y") }
            await #expect(throws: OutboundError.self) { try await store.get(bad, limit: 10) }
            await #expect(throws: OutboundError.self) { try await store.delete(bad) }
        }
    }

    private func withFolder(_ body: (FolderBlobStore, String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/blobs-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let key = Data(repeating: 7, count: 32)
        try await body(FolderBlobStore(folder: folder, publicBase: "http://gh.example", signingKey: key), folder)
    }

    @Test func `a folder keeps files`() async throws { try await withFolder { store, _ in try await conforms(store) } }

    @Test func `Supabase keeps files`() async throws {
        let storage = FakeSupabase()
        try await TinyServer.with(answering: storage.answer) { server in
            try await conforms(SupabaseBlobStore(url: "http://127.0.0.1:\(server.port)/", serviceKey: "secret-key"))
            #expect(server.requests.allSatisfy { $0.headers["authorization"] == "Bearer secret-key" })
            #expect(server.requests.allSatisfy { $0.headers["apikey"] == "secret-key" })
        }
    }

    @Test func `Supabase's refusals carry no secret`() async throws {
        try await TinyServer.with(answering: { _ in .init(status: 400, body: Data(#"{"code":"AccessDenied"}"#.utf8)) })
        {
            server in
            let store = SupabaseBlobStore(url: "http://127.0.0.1:\(server.port)", serviceKey: "secret-key")
            let error = await #expect(throws: OutboundError.self) {
                try await store.put("a/b", data: Data(), contentType: "x/y")
            }
            #expect(error?.code == .refused)
            #expect(error?.description.contains("AccessDenied") == true)
            #expect(error?.description.contains("secret-key") == false)
            #expect(await store.isReachable() == false)
        }
    }

    @Test func `files of a folder are its owner's alone and no link leads out of it`() async throws {
        try await withFolder { store, folder in
            try await store.put("resumes/a/b.pdf", data: Data("x".utf8), contentType: "application/pdf")
            for (path, mode) in [("/resumes/a/b.pdf", 0o600), ("/resumes/a", 0o700), ("/resumes", 0o700)] {
                let attributes = try FileManager.default.attributesOfItem(atPath: folder + path)
                #expect(attributes[.posixPermissions] as? Int == mode)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/resumes/a") == ["b.pdf"])
            symlink("/etc/passwd", folder + "/resumes/passwd")
            await #expect(throws: OutboundError.self) { try await store.get("resumes/passwd", limit: 100_000) }
        }
    }

    private static let (old, new) = (Data(repeating: 1, count: 32), Data(repeating: 2, count: 32))
    private static let links = FileLinks(base: "https://gh.example", keys: [old], days: 30)

    @Test func `a link of ours is the same all day`() throws {
        let links = Self.links
        let link = try #require(links.link(to: "screenshots/a b.png", now: Self.now))
        #expect(link.hasPrefix("https://gh.example/files/screenshots/a%20b.png?token="))
        #expect(links.link(to: "screenshots/a b.png", now: Self.now + 3600) == link)
        #expect(links.link(to: "../x", now: Self.now) == nil)
    }

    @Test func `a link of ours lasts as long as the file, and opens with the keys before`() throws {
        let (old, new) = (Self.old, Self.new)
        let link = try #require(Self.links.link(to: "screenshots/a b.png", now: Self.now))
        let token = try #require(link.split(separator: "=", maxSplits: 1).last.map(String.init))
        let later = FileLinks(base: "", keys: [new, old], days: 30)
        #expect(later.verify("screenshots/a b.png", token: token, now: Self.now + 30 * 86_400) == .valid)
        #expect(later.verify("screenshots/a b.png", token: token, now: Self.now + 31 * 86_400) == .expired)
        #expect(later.verify("screenshots/b.png", token: token, now: Self.now) == .forged)
        #expect(
            FileLinks(base: "", keys: [new], days: 30).verify("screenshots/a b.png", token: token, now: Self.now)
                == .forged
        )
        let folder = FolderBlobStore(folder: "/nowhere", publicBase: "", signingKey: old)
        #expect(folder.verify("screenshots/a b.png", token: token, now: Self.now) == .forged)
    }

    @Test func `where pictures are open their links are the store's own, and no other file has one`() {
        let open = FileLinks(
            base: nil,
            keys: [Self.old],
            days: 30,
            openBase: "https://x.example/storage/v1/object/public"
        )
        #expect(
            open.link(to: "screenshots/gh/a b.png", now: Self.now)
                == "https://x.example/storage/v1/object/public/screenshots/gh/a%20b.png"
        )
        #expect(open.link(to: "resumes/a.pdf", now: Self.now) == nil)
        #expect(open.link(to: "screenshots/gh/trace.html", now: Self.now) == nil)
    }

    @Test func `a folder is listed a thousand at a time, without what links lead to`() async throws {
        try await withFolder { store, folder in
            try await store.put("a/b/c.txt", data: Data("x".utf8), contentType: "text/plain")
            for index in 0..<1005 {
                #expect(FileManager.default.createFile(atPath: "\(folder)/a/b/\(index)", contents: nil))
            }
            symlink("/etc", folder + "/a/b/link")
            let first = try await store.list("a/b", from: nil)
            let second = try await store.list("a/b", from: first.next)
            #expect(first.entries.count + second.entries.count == 1006)
            #expect(second.next == nil)
            #expect(Set((first.entries + second.entries).map(\.name)).count == 1006)
            for bad in ["", "..", "a/../b", "/etc"] {
                await #expect(throws: OutboundError.self) { try await store.list(bad, from: nil) }
            }
        }
    }

    @Test func `a signed link is worth its time, its file and its key, and nothing else`() async throws {
        try await withFolder { store, _ in
            let link = try await store.signedURL("a/b.png", expiresIn: 60, now: Self.now)
            let token = try #require(link.split(separator: "=", maxSplits: 1).last.map(String.init))
            #expect(store.verify("a/b.png", token: token, now: Self.now + 59) == .valid)
            #expect(store.verify("a/b.png", token: token, now: Self.now + 60) == .expired)
            #expect(store.verify("a/c.png", token: token, now: Self.now) == .forged)
            let later = "9" + token.dropFirst()
            for forged in [later, token + "A", "", ".", "1.", String(token.dropLast(2))] {
                #expect(store.verify("a/b.png", token: forged, now: Self.now) == .forged)
            }
            let other = FolderBlobStore(folder: "/nowhere", publicBase: "", signingKey: Data(repeating: 8, count: 32))
            #expect(other.verify("a/b.png", token: token, now: Self.now) == .forged)
        }
    }
}
