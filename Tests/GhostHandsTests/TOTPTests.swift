import Foundation
import Testing

@testable import GhostHands

@Suite struct TOTPTests {
    /// RFC 6238, appendix B: the seeds are as long as their digests.
    @Test(arguments: [
        (59, "94287082", "46119246", "90693936"), (1_111_111_109, "07081804", "68084774", "25091201"),
        (1_111_111_111, "14050471", "67062674", "99943326"), (1_234_567_890, "89005924", "91819424", "93441116"),
        (2_000_000_000, "69279037", "90698825", "38618901"), (20_000_000_000, "65353130", "77737706", "47863826"),
    ])
    func vectors(time: Int, sha1: String, sha256: String, sha512: String) throws {
        func seed(_ count: Int) -> Data { Data(String(repeating: "1234567890", count: 7).utf8.prefix(count)) }
        for (digest, count, code) in [(TOTPSecret.Digest.sha1, 20, sha1), (.sha256, 32, sha256), (.sha512, 64, sha512)]
        {
            let totp = try #require(TOTPSecret(key: seed(count), digest: digest, digits: 8))
            #expect(totp.code(at: totp.step(at: Date(timeIntervalSince1970: Double(time)))) == code)
        }
    }

    @Test func codesAreGoodForFiveSecondsAndUsedOnce() throws {
        let totp = try #require(TOTPSecret("JBSWY3DPEHPK3PXP"))
        func turn(_ time: Double, after used: Int64? = nil) -> (step: Int64, wait: Duration) {
            totp.turn(at: Date(timeIntervalSince1970: time), after: used)
        }
        #expect(turn(60) == (2, .zero))
        #expect(turn(85) == (2, .zero))
        #expect(turn(86) == (3, .seconds(4)))
        // A second before the step.
        #expect(turn(89) == (3, .seconds(1)))
        #expect(turn(60, after: 2) == (3, .seconds(30)))
        #expect(turn(60, after: 1) == (2, .zero))
        #expect(turn(89, after: 4) == (5, .seconds(61)))
    }

    /// The same as the most used library of another language, wherever that is installed.
    @Test(.enabled(if: Reference.isThere, "no python3 with pyotp"))
    func equalsTheReferenceAtTenThousandTimes() throws {
        var lines: [String] = []
        var ours: [String] = []
        for _ in 0..<10_000 {
            let secret = (0..<Int.random(in: 14...64)).map { _ in UInt8.random(in: 0...255) }
            let digest = try #require(TOTPSecret.Digest.allCases.randomElement())
            let totp = try #require(
                TOTPSecret(
                    key: Data(secret),
                    digest: digest,
                    digits: .random(in: 6...8),
                    period: [15, 30, 60].randomElement() ?? 30
                )
            )
            let time = Int.random(in: 0...4_000_000_000)
            lines.append("\(secret.hexadecimal) \(digest) \(totp.digits) \(totp.period) \(time)")
            ours.append(totp.code(at: totp.step(at: Date(timeIntervalSince1970: Double(time)))))
        }
        #expect(try Reference.codes(lines) == ours)
    }
}

/// A library of another language that makes codes.
private enum Reference {
    static let isThere = (try? codes([]))?.isEmpty ?? false

    static func codes(_ lines: [String]) throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        let folder = FileManager.default.temporaryDirectory
        let asked = folder.appendingPathComponent(UUID().uuidString)
        try Data(lines.joined(separator: "\n").utf8).write(to: asked)
        defer { try? FileManager.default.removeItem(at: asked) }
        let answer = Pipe()
        process.standardInput = try FileHandle(forReadingFrom: asked)
        process.standardOutput = answer
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = answer.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private static let script = """
        import base64, hashlib, sys
        import pyotp
        for line in sys.stdin:
            secret, digest, digits, period, time = line.split()
            secret = base64.b32encode(bytes.fromhex(secret)).decode()
            totp = pyotp.TOTP(secret, digits=int(digits), digest=getattr(hashlib, digest), interval=int(period))
            print(totp.at(int(time)))
        """
}
