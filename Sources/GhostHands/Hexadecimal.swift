extension Sequence<UInt8> {
    /// The bytes as text, two lower-case hexadecimal digits each.
    public var hexadecimal: String {
        map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
