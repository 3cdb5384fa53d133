import GhostHands
import Testing

@Suite struct AddressTests {
    /// The judgement a caller makes before anything is resolved.
    private func mayVisit(_ url: String, _ allowance: AddressRule.Allowance = .publicOnly) -> Bool {
        guard let address = WebAddress(url) else { return false }
        return AddressRule(allowance).mayResolve(address.host)
    }

    @Test(arguments: [
        "https://example.com/", "http://jobs.example.co.uk:8080/a?b#c", "https://93.184.216.34/", "HTTPS://EXAMPLE.COM",
        "https://[2606:2800:220:1:248:1893:25c8:1946]/", "https://example.com./", "https://bücher.example/",
    ])
    func `public addresses are allowed`(url: String) { #expect(mayVisit(url)) }

    @Test(arguments: [
        "http://127.0.0.1/", "http://127.1/", "http://0177.0.0.1/", "http://0x7f.0.0.1/", "http://0x7f000001/",
        "http://2130706433/", "http://017700000001/", "http://0/", "http://0.0.0.0/", "http://127.0.0.1./",
        "http://127.0.0.1../", "http://１２７.０.０.１/", "http://[::1]/", "http://[::]/", "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/", "http://[0:0:0:0:0:ffff:a9fe:a9fe]/", "http://[2002:7f00:1::]/",
        "http://[64:ff9b::7f00:1]/", "http://[fe80::1]/", "http://[fc00::1]/", "http://[fd00:ec2::254]/",
        "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://172.16.0.1/", "http://172.31.255.255/",
        "http://192.168.1.1/", "http://100.64.0.1/", "http://224.0.0.1/", "http://255.255.255.255/",
        "http://localhost/", "http://LOCALHOST./", "http://db.localhost/", "http://metadata.google.internal/",
        "http://printer.local/", "http://router.lan/", "http://intranet/",
    ])
    func `no spelling of a private address is allowed`(url: String) { #expect(!mayVisit(url)) }

    @Test(arguments: [
        "https://user@example.com/", "https://user:pw@example.com/", "https://example.com@127.0.0.1/",
        "https:\\\\127.0.0.1\\", "https://example.com\\@127.0.0.1/", "https://exa mple.com/", "https://example.com\n/",
        "\u{1}https://example.com/", "javascript:alert(1)", "file:///etc/passwd", "ftp://example.com/", "//example.com",
        "example.com", "https:/example.com", "https://", "https://:80/", "https://example.com:0/",
        "https://example.com:65536/", "https://example.com:x/", "https://ex%61mple.com/", "",
    ])
    func `an address that hides where it leads is none`(url: String) { #expect(WebAddress(url) == nil) }

    @Test func `the parts are taken out as a browser takes them`() throws {
        let address = try #require(WebAddress("HTTPS://Jobs.Example.COM.:8443/a:b@c?x=@#/"))
        #expect(address.scheme == "https")
        #expect(address.host == "jobs.example.com")
        #expect(address.port == 8443)
        #expect(WebAddress("http://[::1]:99/")?.host == "::1")
        #expect(WebAddress("http://[::1]:99/")?.port == 99)
        #expect(WebAddress("http://example.com")?.port == 80)
        #expect(WebAddress("https://example.com:/")?.port == 443)
    }

    @Test(arguments: [
        "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.256", "1.2.3.-4", "1.2.3.+4", " 1.2.3.4", "1..2.3", "::1::", ":::",
        "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "g::", "::1.2.3", "1:2:3:4:5:6:7:8::", "fe80::1%eth0", "",
    ])
    func `what is not written like an address is none`(text: String) { #expect(IPAddress(text) == nil) }

    @Test func `different spellings of one IPv6 address are equal`() {
        #expect(IPAddress("2001:DB8::1") == IPAddress("2001:0db8:0:0:0:0:0:1"))
        #expect(IPAddress("::ffff:1.2.3.4") == IPAddress("::ffff:102:304"))
        #expect(IPAddress("1::")?.bytes.count == 16)
    }

    @Test func `the edges of the private blocks are where the registry puts them`() throws {
        let rule = AddressRule(.publicOnly)
        let inside = [
            "172.16.0.0", "172.31.255.255", "100.127.255.255", "198.19.255.255", "169.254.0.0", "fdff::", "febf::",
        ]
        let outside = [
            "172.15.255.255", "172.32.0.0", "100.128.0.0", "198.20.0.0", "169.255.0.0", "2a00::1", "11.0.0.0",
        ]
        for text in inside { #expect(!rule.allows(try #require(IPAddress(text))), "\(text)") }
        for text in outside { #expect(rule.allows(try #require(IPAddress(text))), "\(text)") }
    }

    @Test func `a person at the keyboard may visit this machine and nothing else that is private`() {
        for url in ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "https://example.com/"] {
            #expect(mayVisit(url, .loopback))
        }
        for url in ["http://10.0.0.1/", "http://169.254.169.254/", "http://2130706433/", "http://intranet/"] {
            #expect(!mayVisit(url, .loopback))
        }
        #expect(mayVisit("http://10.0.0.1/", .privateNetwork))
        #expect(mayVisit("http://intranet/", .privateNetwork))
    }
}

/// Addresses that are carried as values.
struct PageAddressTests {
    @Test func `an address keeps its text, and tells its parts`() throws {
        let address = try #require(WebAddress("HTTPS://Jobs.Example.co.uk/Acme//apply?token=1#top"))
        #expect(address.text == "HTTPS://Jobs.Example.co.uk/Acme//apply?token=1#top")
        #expect(address.plain == "HTTPS://Jobs.Example.co.uk/Acme//apply")
        #expect(address.segments == ["Acme", "apply"])
        #expect(address.path == "Acme/apply")
        #expect(address.site == "example.co.uk")
        #expect(PageAddress(address).web == address)
    }

    @Test(arguments: ["about:blank", "file:///etc/passwd", "", "https://user@example.com/", "nonsense"])
    func `what is no address of the web keeps its text and has no parts`(_ text: String) {
        let address = PageAddress(text)
        #expect(address.text == text)
        #expect(address.web == nil)
        #expect(address.site == nil)
        #expect(address.path.isEmpty)
        #expect(address.refusal != nil)
    }

    @Test func `what carries secrets is no part of the plain address`() {
        #expect(PageAddress("blob:abc?secret#more").plain == "blob:abc")
        #expect(PageAddress("https://a.example/" + String(repeating: "x", count: 600)).plain.count == 500)
    }
}
