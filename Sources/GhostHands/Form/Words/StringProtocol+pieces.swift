extension StringProtocol {
    /// What stands between the marks in a table of words; nothing for two marks in a row.
    ///
    /// Found by bytes: tables are long, and by characters each of their letters would be asked where it ends.
    ///
    /// - Parameter mark: what separates, in ASCII.
    /// - Returns: the pieces, as they are written.
    func pieces(between mark: Unicode.Scalar) -> [String] {
        utf8.split(separator: UInt8(ascii: mark)).map { String(decoding: $0, as: UTF8.self) }
    }
}
