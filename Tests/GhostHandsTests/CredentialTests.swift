import Foundation
import Testing

@testable import GhostHands

struct CredentialTests {
    @Test func `a host has one name`() throws {
        for text in ["LinkedIn.com", "linkedin.com.", "linkedin.com:8443", "linkedin.com"] {
            #expect(HostName(text)?.text == "linkedin.com", "\(text)")
        }
        #expect(HostName("127.0.0.1:8080")?.text == "127.0.0.1")
        #expect(HostName("[::1]:80")?.text == "::1")
        for text in [
            "", ".", "a..b", "a b", "a/b", "a@b", "https://a", "%61", "a.b?", String(repeating: "a", count: 64),
        ] {
            #expect(HostName(text) == nil, "\(text)")
        }
        #expect(HostName("ä.de")?.text == "xn--4ca.de")
        let chain = try #require(HostName("a.careers.acme.co.uk")).chain
        #expect(chain.map(\.text) == ["a.careers.acme.co.uk", "careers.acme.co.uk", "acme.co.uk"])
        #expect(HostName("127.0.0.1")?.chain.count == 1)
        #expect(HostName("localhost")?.chain.count == 1)
    }

    @Test func `no way of printing a credential tells its secrets`() throws {
        let host = try #require(HostName("acme.com"))
        let totp = try #require(TOTPSecret("JBSW Y3DP-EHPK 3PXP"))
        let credential = Credential(
            domain: host,
            username: "canary-user@x.example",
            password: "canary-word",
            totp: totp
        )
        var dumped = ""
        dump(credential, to: &dumped)
        let all = [
            "\(credential)", String(reflecting: credential), "\([credential])", "\(Optional(credential) as Any)",
            dumped,
            "\(totp)", String(reflecting: totp), "\(credential.maskedUsername)",
        ].joined()
        for secret in ["canary-user", "canary-word", "JBSW", Base64URL.text(totp.key), totp.key.hexadecimal] {
            #expect(!all.contains(secret))
        }
        #expect(credential.maskedUsername == "c…@x.example")
        #expect(Credential.masked("jane") == "j…")
        #expect(Credential.masked("@x") == "…@x")
        #expect(Credential.masked("") == "…")
    }

    @Test func `what is sealed is read again`() throws {
        let host = try #require(HostName("acme.com"))
        let totp = try #require(
            TOTPSecret(key: Data(repeating: 255, count: 64), digest: .sha512, digits: 8, period: 60)
        )
        for totp in [totp, nil] {
            let credential = Credential(domain: host, username: "ü", password: "p\u{0}\"", totp: totp)
            let data = credential.sealedForm.data
            #expect(try Credential(domain: host, sealedForm: JSON(parsing: data)) == credential)
        }
        #expect(Credential(domain: host, sealedForm: ["username": "a"]) == nil)
    }

    @Test func `secrets of one-time codes are read as sites show them`() throws {
        let key = Data("12345678901234567890".utf8)
        #expect(TOTPSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")?.key == key)
        #expect(TOTPSecret(" gezd gnbv gy3t qojq gezd gnbv gy3t qojq ")?.key == key)
        let address = "otpauth://totp/Acme:jane%40x.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
        #expect(TOTPSecret(address) == TOTPSecret(key: key))
        #expect(
            TOTPSecret(address + "&algorithm=SHA256&digits=8&period=60&issuer=Acme")
                == TOTPSecret(key: key, digest: .sha256, digits: 8, period: 60)
        )
        for text in [
            "", "1", "GEZDGNB1", "GE=ZDGNBV", "otpauth://hotp/x?secret=GEZDGNBVGY3TQOJQ", "otpauth://totp/x",
            address + "&digits=9", address + "&algorithm=MD5", address + "&period=0", "GEZA",
        ] { #expect(TOTPSecret(text) == nil, "\(text)") }
        #expect(TOTPSecret(key: key)?.description == "6 digits by SHA1 every 30 s")
    }
}
