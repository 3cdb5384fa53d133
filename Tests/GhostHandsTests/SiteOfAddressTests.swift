import GhostHands
import Testing

@Suite struct SiteOfAddressTests {
    @Test(arguments: [
        ("https://careers.acme.co.uk/jobs", "acme.co.uk"), ("https://stats.other.co.uk/", "other.co.uk"),
        ("https://acme.com.au/", "acme.com.au"), ("https://jobs.sap.de/", "sap.de"), ("https://sap.de/", "sap.de"),
        ("https://a.b.example.com:8443/x", "example.com"), ("https://acme.wd5.myworkdayjobs.com/", "myworkdayjobs.com"),
        ("https://one.github.io/", "one.github.io"), ("https://www.city.kobe.jp/", "city.kobe.jp"),
        ("https://www.xn--mnchen-3ya.de/", "xn--mnchen-3ya.de"), ("http://127.0.0.1:8080/", "127.0.0.1"),
        ("http://[2001:db8::1]/", "2001:db8::1"), ("http://localhost:3000/", "localhost"), ("https://co.uk/", "co.uk"),
        ("https://jobs.example.com./", "example.com"),
    ])
    func `a site is the name that somebody registered`(url: String, site: String) {
        #expect(WebAddress(url)?.site == site)
        #expect(PageAddress(url).site == site)
    }

    @Test(arguments: ["", "about:blank", "file:///etc/passwd", "data:text/html,x", "https://", "//example.com", "x"])
    func `what is no address of the web has no site`(text: String) {
        #expect(PageAddress(text).site == nil)
    }

    @Test func `a host belongs to its own site and to no other that ends alike`() {
        #expect(WebAddress.isHost("jobs.acme.co.uk", of: "acme.co.uk"))
        #expect(WebAddress.isHost("acme.co.uk", of: "acme.co.uk"))
        #expect(!WebAddress.isHost("notacme.co.uk", of: "acme.co.uk"))
        #expect(!WebAddress.isHost("anything.example", of: ""))
    }

    @Test func `a pattern leaves open what a company puts before the name`() {
        #expect(URLPattern.generalising("https://acme.jobs.co.uk/apply/1")?.text == "*.jobs.co.uk/apply/*")
        #expect(URLPattern.generalising("https://jobs.sap.de/apply")?.text == "*.sap.de/apply")
        #expect(URLPattern.generalising("https://acme.co.uk/apply")?.text == "acme.co.uk/apply")
    }
}
