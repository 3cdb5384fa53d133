import CLinux

/// Which program this is.
enum Release {
    /// Its number; RELEASING.md says when it changes.
    static let number = "0.1.0"

    /// The commit it was built of; nil where nobody said so to the linker.
    ///
    /// `scripts/build release` writes it into the program as its build id, behind a word by which it is told from the
    /// hash that linkers make up themselves. So a new commit compiles nothing anew.
    static let commit: String? = {
        var bytes = [UInt8](repeating: 0, count: 64)
        let length = clinux_build_id(&bytes, bytes.count)
        let id = bytes.prefix(length)
        guard id.starts(with: mark), id.count == mark.count + 20 else { return nil }
        return id.dropFirst(mark.count).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }()

    /// What `--version`, `/health` and the labels of images tell: number and commit.
    static let version = number + (commit.map { "+" + $0.prefix(12) } ?? "")

    private static let mark = Array("ghost".utf8)
}
