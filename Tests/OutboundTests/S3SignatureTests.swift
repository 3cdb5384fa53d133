import Foundation
import GhostHands
import TestSupport
import Testing

@testable import Outbound

@Suite("Signatures for S3")
struct S3SignatureTests {
    /// Of the examples that AWS publishes for signatures in headers and in addresses.
    private static let signature = S3Signature(
        credentials: S3Credentials(keyID: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
        region: "us-east-1"
    )
    private static let host = "examplebucket.s3.amazonaws.com"
    private static let now = Date(timeIntervalSince1970: 1_369_353_600)

    private static let published: [(S3Request, String)] = [
        (
            S3Request(method: "GET", host: host, path: "/test.txt", headers: [("Range", "bytes=0-9")]),
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
        ),
        (
            S3Request(
                method: "PUT",
                host: host,
                path: "/test$file.text",
                headers: [("Date", "Fri, 24 May 2013 00:00:00 GMT"), ("x-amz-storage-class", "REDUCED_REDUNDANCY")],
                body: Data("Welcome to Amazon S3.".utf8)
            ), "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"
        ),
        (
            S3Request(method: "GET", host: host, path: "/", query: [("lifecycle", "")]),
            "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"
        ),
        (
            S3Request(method: "GET", host: host, path: "/", query: [("max-keys", "2"), ("prefix", "J")]),
            "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
        ),
    ]

    @Test func `are those that AWS publishes`() {
        for (request, signature) in Self.published {
            let header = Self.signature.signed(request, now: Self.now).headers.last { $0.name == "authorization" }
            #expect(header?.value.hasSuffix("Signature=" + signature) == true)
        }
        let link = Self.signature.query(
            for: S3Request(method: "GET", host: Self.host, path: "/test.txt"),
            expiresIn: 86_400,
            now: Self.now
        )
        #expect(link.hasSuffix("=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"))
    }

    @Test func `a link lasts seven days at most`() {
        let request = S3Request(method: "GET", host: Self.host, path: "/a")
        #expect(Self.signature.query(for: request, expiresIn: .max, now: Self.now).contains("Expires=604800&"))
    }

    private static let python = Python.having("botocore")

    @Test(.enabled(if: python != nil, "needs an interpreter with the package botocore"))
    func `of two thousand random requests equal botocore's`() async throws {
        var random = Pseudorandom(state: 20_260_216)
        let peer = try LineProcess(try #require(Self.python), [Python.fixture("storage/signatures.py")])
        var answers = peer.lines.makeAsyncIterator()
        for round in 0..<2000 {
            let trial = Trial(&random)
            peer.say(trial.json)
            let answer = try #require(await answers.next())
            #expect(answer == trial.ours, "round \(round): \(trial.json)")
        }
    }
}

/// A request at random, as we sign it and as the other is told of it.
private struct Trial {
    let ours: String
    let json: String

    init(_ random: inout Pseudorandom) {
        var request = S3Request(
            method: ["GET", "PUT", "HEAD", "DELETE", "POST"].randomElement(using: &random) ?? "GET",
            host: ["s3.eu-central-1.amazonaws.com", "files.example.com:9000", "b.s3.amazonaws.com"]
                .randomElement(using: &random) ?? "",
            path: "/" + Self.text(1...40, &random)
        )
        for index in 0..<Int.random(in: 0...4, using: &random) {
            request.query.append((Self.text(1...8, &random) + "\(index)", Self.text(0...12, &random)))
        }
        for index in 0..<Int.random(in: 0...3, using: &random) {
            let value = Self.words.randomElement(using: &random) ?? ""
            request.headers.append((["Content-Type", "X-Amz-Meta-A", "range"][index], value))
        }
        if request.method == "PUT" { request.body = Data(Self.text(0...60, &random).utf8) }
        let credentials = S3Credentials(
            keyID: "AKIA\(Int.random(in: 0...9_999, using: &random))",
            secret: Self.text(20...40, &random),
            token: Bool.random(using: &random) ? "to/ken+\(Int.random(in: 0...99, using: &random))==" : nil
        )
        let region = ["us-east-1", "eu-central-1", "auto"].randomElement(using: &random) ?? ""
        let seconds = Int.random(in: 0...4_000_000_000, using: &random)
        let expires = Bool.random(using: &random) ? Int.random(in: 1...604_800, using: &random) : 0
        if expires > 0 { request.body = Data() }
        let (signature, now) = (
            S3Signature(credentials: credentials, region: region), Date(timeIntervalSince1970: Double(seconds) + 0.7)
        )
        ours =
            expires > 0
            ? String(signature.query(for: request, expiresIn: expires, now: now).suffix(64))
            : signature.signed(request, now: now).headers.last?.value ?? ""
        func pairs(_ list: [(name: String, value: String)]) -> JSON {
            .array(list.map { .array([.string($0.name), .string($0.value)]) })
        }
        json =
            JSON.object([
                "method": .string(request.method), "host": .string(request.host), "path": .string(request.path),
                "query": pairs(request.query), "headers": pairs(request.headers),
                "body": .string(String(decoding: request.body, as: UTF8.self)), "id": .string(credentials.keyID),
                "secret": .string(credentials.secret), "token": .optional(credentials.token), "region": .string(region),
                "time": JSON(seconds), "expires": JSON(expires),
            ]).text
    }

    private static let words = ["text/plain", " two   spaces ", "a,b", "image/png; q=1", "bytes=0-9", "x"]
    private static let letters = Array("abcXYZ019-_.~/ !$&'()*+,;=:@%#?[]{}|\\^`\"<>äß日本🙂é")

    private static func text(_ length: ClosedRange<Int>, _ random: inout Pseudorandom) -> String {
        String((0..<Int.random(in: length, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
    }
}

/// SplitMix64, so that every run tries the same.
private struct Pseudorandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
