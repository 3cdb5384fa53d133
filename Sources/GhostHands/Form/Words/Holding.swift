extension StringProtocol {
    /// Whether a text stands anywhere in this one.
    ///
    /// Says what the standard library's `contains` says, which compares character by character as readers see them; nearly
    /// all that is compared here has letters that bytes tell as well, in a small part of the time.
    ///
    /// - Parameter part: what is looked for.
    /// - Returns: true when it is there.
    func holds(_ part: some StringProtocol) -> Bool {
        let isPlain = part.utf8.allSatisfy { $0 < 0x80 }
        if !isPlain, utf8.contains(where: { $0 >= 0x80 }) { return contains(part) }
        if !isPlain { return false }
        var text = String(self)
        var part = String(part)
        return text.withUTF8 { text in part.withUTF8 { Self.isFound($0, in: text) } }
    }

    private static func isFound(_ part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = part.first else { return true }
        guard text.count >= part.count else { return false }
        for start in 0...(text.count - part.count) where text[start] == first {
            if text[start..<(start + part.count)].elementsEqual(part) { return true }
        }
        return false
    }
}
