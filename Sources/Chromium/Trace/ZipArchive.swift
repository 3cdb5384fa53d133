public import Foundation

/// Files in one file, uncompressed: the zip format's method 0.
public struct ZipArchive: Sendable {
    private static let fileMark: UInt32 = 0x0403_4b50
    private static let entryMark: UInt32 = 0x0201_4b50
    private static let endMark: UInt32 = 0x0605_4b50
    /// Seconds of the first of January 1980, the earliest the format knows; the same files give the same archive.
    private static let date: UInt32 = 0x0021_0000

    private static let longestName = 0xffff
    private static let mostFiles = 0xfffe
    private static let mostBytes = 1 << 31

    private var size = 0

    /// The files, by name.
    public private(set) var files: [(name: String, data: Data)] = []

    /// Makes an empty archive.
    public init() {}

    /// Adds a file.
    /// - Parameter name: Its name, with slashes between folders.
    /// - Throws: ``ChromiumError``: protocol when it is more than the format can tell.
    public mutating func add(_ name: String, _ data: Data) throws {
        size += data.count + 2 * name.utf8.count + 100
        guard name.utf8.count <= Self.longestName, files.count < Self.mostFiles, size <= Self.mostBytes else {
            throw ChromiumError(.protocol, "a zip archive cannot hold so much")
        }
        files.append((name, data))
    }

    /// The file with a name.
    public subscript(name: String) -> Data? { files.first { $0.name == name }?.data }

    /// The archive as it is written down.
    public var data: Data {
        var archive = Bytes()
        var directory = Bytes()
        for (name, data) in files {
            let offset = UInt32(archive.data.count)
            var facts = Bytes()
            facts.put(UInt16(20))
            // Names are UTF-8.
            facts.put(UInt16(0x0800))
            facts.put(UInt16(0))
            facts.put(Self.date)
            facts.put(CRC32.of(data))
            facts.put(UInt32(data.count))
            facts.put(UInt32(data.count))
            facts.put(UInt16(name.utf8.count))
            facts.put(UInt16(0))
            archive.put(Self.fileMark)
            archive.data += facts.data + Data(name.utf8) + data
            directory.put(Self.entryMark)
            directory.put(UInt16(20))
            directory.data += facts.data + Data(count: 10)
            directory.put(offset)
            directory.data += Data(name.utf8)
        }
        let start = UInt32(archive.data.count)
        archive.data += directory.data
        archive.put(Self.endMark)
        archive.put(UInt32(0))
        archive.put(UInt16(files.count))
        archive.put(UInt16(files.count))
        archive.put(UInt32(directory.data.count))
        archive.put(start)
        archive.put(UInt16(0))
        return archive.data
    }

    /// Reads an archive.
    /// - Parameter data: The archive as it was written down.
    /// - Throws: ``ChromiumError``: protocol when it is no archive of uncompressed files, or is damaged.
    public init(reading data: Data) throws {
        let bytes = Bytes(data: Data(data))
        // A comment may follow the end record; our writer makes none, others might.
        let earliest = max(0, bytes.data.count - 22 - 0xffff)
        let ends = stride(from: bytes.data.count - 22, through: earliest, by: -1)
        guard let end = ends.first(where: { bytes.number($0, 4) == Self.endMark }),
            let count = bytes.number(end + 10, 2), let directory = bytes.number(end + 16, 4)
        else { throw ChromiumError(.protocol, "this is no zip archive") }
        var at = Int(directory)
        for _ in 0..<count { at = try read(entry: at, of: bytes) }
    }

    private mutating func read(entry at: Int, of bytes: Bytes) throws -> Int {
        guard bytes.number(at, 4) == Self.entryMark, let method = bytes.number(at + 10, 2),
            let sum = bytes.number(at + 16, 4), let size = bytes.number(at + 24, 4),
            let nameSize = bytes.number(at + 28, 2), let extraSize = bytes.number(at + 30, 2),
            let noteSize = bytes.number(at + 32, 2), let start = bytes.number(at + 42, 4),
            let name = bytes.slice(at + 46, Int(nameSize)), let fileName = bytes.number(Int(start) + 26, 2),
            let fileExtra = bytes.number(Int(start) + 28, 2)
        else { throw ChromiumError(.protocol, "the zip archive is damaged") }
        guard method == 0 else { throw ChromiumError(.protocol, "the zip archive is compressed") }
        guard let content = bytes.slice(Int(start) + 30 + Int(fileName) + Int(fileExtra), Int(size)),
            CRC32.of(content) == sum
        else { throw ChromiumError(.protocol, "a file in the zip archive is damaged") }
        files.append((String(decoding: name, as: UTF8.self), content))
        return at + 46 + Int(nameSize) + Int(extraSize) + Int(noteSize)
    }
}

/// Little-endian numbers in a row.
private struct Bytes {
    var data = Data()

    mutating func put(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { data.append(contentsOf: $0) }
    }

    func slice(_ start: Int, _ count: Int) -> Data? {
        guard start >= 0, count >= 0, start <= data.count, count <= data.count - start else { return nil }
        return Data(data[start..<(start + count)])
    }

    func number(_ start: Int, _ count: Int) -> UInt32? {
        slice(start, count)?.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
}

/// The checksum of the zip format.
private enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { number in
        var sum = UInt32(number)
        for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xedb8_8320 : sum >> 1 }
        return sum
    }

    static func of(_ data: Data) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in data { sum = (sum >> 8) ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
        return ~sum
    }
}
