public import Foundation

/// A recording as one web page that needs nothing else.
public struct TracePage: Sendable {
    static let recordName = "trace.json"

    private let archive: ZipArchive
    /// What was recorded.
    public let record: TraceRecord

    /// Reads a recording.
    /// - Parameter data: The archive that ``TraceRecorder/archive()`` gave.
    /// - Throws: ``ChromiumError``: protocol when it is no recording.
    public init(reading data: Data) throws {
        archive = try ZipArchive(reading: data)
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        guard let json = archive[Self.recordName], let record = try? decoder.decode(TraceRecord.self, from: json) else {
            throw ChromiumError(.protocol, "the archive holds no recording")
        }
        self.record = record
    }

    /// The page.
    public var html: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.dateEncodingStrategy = .iso8601
            let files = Dictionary(archive.files.filter { $0.name != Self.recordName }.map(Self.embedded)) { first, _ in
                first
            }
            // The marks stand in this order, so the first of each is ours whatever was recorded.
            return Self.text(PackageResources.trace_html)
                .replacing("/*style*/", with: Self.text(PackageResources.trace_css), maxReplacements: 1)
                .replacing("/*script*/", with: Self.text(PackageResources.trace_js), maxReplacements: 1)
                .replacing("/*files*/", with: Self.inert(try encoder.encode(files)), maxReplacements: 1)
                .replacing("/*record*/", with: Self.inert(try encoder.encode(record)), maxReplacements: 1)
        }
    }

    private static func embedded(_ file: (name: String, data: Data)) -> (String, String) {
        guard file.name.hasSuffix(".html") else {
            return (file.name, "data:image/jpeg;base64,\(file.data.base64EncodedString())")
        }
        return (file.name, String(decoding: file.data, as: UTF8.self))
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// JSON within a page: nothing in it may end the element it stands in.
    private static func inert(_ json: Data) -> String {
        String(decoding: json, as: UTF8.self).replacing("<", with: "\\u003c")
    }
}
