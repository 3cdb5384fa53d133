import Foundation
import GhostHands
import Outbound
import TestSupport
import Testing

@testable import API

@Suite("Storage as Supabase's clients ask for it")
struct StorageTests {
    private static let python = Python.having("storage3")
    private static let entry = ["authorization": "Bearer \(APIClient.key)"]

    @Test(.enabled(if: python != nil, "needs an interpreter with the package storage3"))
    func `Supabase's own client finds a folder as it finds Supabase`() async throws {
        try await withAPI { api in
            let soon = JSON.double(Date().timeIntervalSince1970 + 3600)
            for key in [TestToken.signed(["role": "service_role", "exp": soon])] {
                let client = try LineProcess(
                    try #require(Self.python),
                    [Python.fixture("storage/client.py"), "http://127.0.0.1:\(api.client.port)", key]
                )
                var said: [String] = []
                for await line in client.lines { said.append(line) }
                #expect(said == ["done"])
            }
        }
    }

    @Test func `a body may come as it is or in a form, with the service key or a token for it`() async throws {
        try await withAPI { api in
            let path = "/storage/v1/object/resumes/a/b.txt"
            let raw = try await api.client.send("POST", path, key: nil, headers: Self.entry, body: Data("raw".utf8))
            #expect(raw.status == 200)
            #expect(raw.json["Key"] == "resumes/a/b.txt")
            let form =
                "--b\r\nContent-Disposition: form-data; name=\"cacheControl\"\r\n\r\n3600\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"\"; filename=\"b.txt\"\r\n\r\nform\r\n--b--\r\n"
            let kinds = [
                "content-type": "multipart/form-data; boundary=b", "x-upsert": "true", "apikey": APIClient.key,
            ]
            let posted = try await api.client.send("POST", path, key: nil, headers: kinds, body: Data(form.utf8))
            #expect(posted.status == 200)
            let read = try await api.client.get(
                "/storage/v1/object/authenticated/resumes/a/b.txt",
                key: nil,
                headers: Self.entry
            )
            #expect(read.body == Data("form".utf8))
            #expect(read.headers["content-type"] == "text/plain; charset=utf-8")
            for bad in [
                "--b", "", "--b\r\n\r\n--b--", "--c\r\nContent-Disposition: form-data; filename=x\r\n\r\n1\r\n--c--",
            ] {
                let reply = try await api.client.send("POST", path, key: nil, headers: kinds, body: Data(bad.utf8))
                #expect(reply.status == 400, "\(bad)")
                #expect(reply.json["statusCode"] == "400", "\(bad)")
            }
            let gone = try await api.client.send("DELETE", path, key: nil, headers: Self.entry, body: nil)
            #expect(gone.status == 200)
            #expect(try await api.client.get(path, key: nil, headers: Self.entry).json["code"] == "NoSuchKey")
        }
    }

    @Test func `nobody without a key, and no user, gets in`() async throws {
        try await withAPI { api in
            try await api.blobs.put("resumes/a/b.txt", data: Data("x".utf8), contentType: "text/plain")
            let soon = JSON.double(Date().timeIntervalSince1970 + 3600)
            let user = TestToken.signed([
                "role": "authenticated", "sub": "6f1c1c9e-6f0c-4f0e-9a53-0c2b6a4a5a11", "exp": soon,
            ])
            let path = "/storage/v1/object/resumes/a/b.txt"
            for headers in [
                [:], ["authorization": "Bearer \(user)"], ["apikey": "wrong"], ["authorization": "Basic x"],
            ] {
                for method in ["GET", "POST", "PUT", "DELETE"] {
                    let reply = try await api.client.send(method, path, key: nil, headers: headers, body: nil)
                    #expect(reply.status == 400, "\(method) \(headers)")
                    #expect(reply.json["code"] == "AccessDenied", "\(method) \(headers)")
                }
            }
            #expect(try await api.blobs.get("resumes/a/b.txt", limit: 9) == Data("x".utf8))
        }
    }

    @Test func `no key leaves its folder, and no body is too much`() async throws {
        try await withAPI { api in
            for path in ["%2e%2e/x/y", "resumes/%2e%2e/%2e%2e/x", "resumes", "resumes/%00", "resumes/a%0Ab"] {
                let url = "/storage/v1/object/\(path)"
                let reply = try await api.client.send("POST", url, key: nil, headers: Self.entry, body: Data("x".utf8))
                #expect(reply.status == 400, "\(path)")
            }
            for body in ["", "[", "{}", #"{"expiresIn":0}"#, #"{"expiresIn":"soon"}"#] {
                let path = "/storage/v1/object/sign/resumes/a.txt"
                let reply = try await api.client.send(
                    "POST",
                    path,
                    key: nil,
                    headers: Self.entry,
                    body: Data(body.utf8)
                )
                #expect(reply.status == 400, "\(body)")
            }
        }
    }
}
