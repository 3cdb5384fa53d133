import GhostHands
import Testing

@Suite struct HostNameTests {
    @Test(arguments: [
        ("bücher.example", "xn--bcher-kva.example"), ("BÜCHER.example", "xn--bcher-kva.example"),
        ("münchen.de", "xn--mnchen-3ya.de"), ("例え.テスト", "xn--r8jz45g.xn--zckzah"), ("例え。テスト", "xn--r8jz45g.xn--zckzah"),
        ("παράδειγμα.δοκιμή", "xn--hxajbheg2az3al.xn--jxalpdlp"), ("xn--bcher-kva.example", "xn--bcher-kva.example"),
        ("Acme.com", "acme.com"),
    ])
    func `a host has one name in whatever script it is given`(given: String, name: String) {
        #expect(HostName(given)?.text == name)
    }

    @Test(arguments: ["b\u{FC}cher\u{200B}.example", "bu\u{308}cher.example", "a b.example", "♥.example/", ""])
    func `what no name has is none`(given: String) {
        #expect(HostName(given) == nil)
    }

    @Test(arguments: ["com", "co.uk", "github.io", "9999", "0x7f.1", "[::1]", "1.2.3.4.5", "xn--p1ai"])
    func `nobody has an account there`(given: String) {
        #expect(HostName(given).map { $0.refusalOfAccounts != nil } ?? true)
    }

    @Test(arguments: ["acme.com", "acme.github.io", "127.0.0.1", "localhost", "intranet", "bücher.example", "a.co.uk"])
    func `somebody may have an account there`(given: String) throws {
        #expect(try #require(HostName(given)).refusalOfAccounts == nil)
    }
}
