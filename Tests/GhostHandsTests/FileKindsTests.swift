import Testing

@testable import GhostHands

@Suite struct FileKindsTests {
    @Test(arguments: [
        ("", "/a/cv.pdf", true), (".pdf,.doc", "/a/cv.PDF", true), (".doc, .docx", "/a/cv.pdf", false),
        ("application/pdf", "/a/cv.pdf", true), ("image/*", "/a/me.png", true), ("image/*", "/a/cv.pdf", false),
        (".jpeg", "/a/me.jpg", true), ("*/*", "/a/cv.pdf", true), (".pdf", "/a/cv", true), (".pdf", "/a/cv.xyz", true),
    ])
    func `a form's list of kinds decides by the file's name`(_ accept: String, _ path: String, _ isTaken: Bool) {
        #expect(FileKinds(accept: accept).take(path) == isTaken)
    }
}
