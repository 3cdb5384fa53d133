public import Foundation

/// The kinds of document that a form takes as a resume (R47).
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
    case pdf, docx, doc, rtf, txt

    /// The media type.
    public var contentType: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .doc: "application/msword"
        case .rtf: "application/rtf"
        case .txt: "text/plain; charset=utf-8"
        }
    }

    /// The kind that the bytes are, whatever the file is called.
    ///
    /// Nil when they are none of them.
    ///
    /// - Parameter data: the whole file.
    public init?(magicOf data: Data) {
        let found = Self.allCases.first { $0.isMagic(of: data) }
        guard let found else { return nil }
        self = found
    }

    /// Whether a text is a page, or an error of a store, whatever it is called.
    ///
    /// - Parameter data: the whole file.
    /// - Returns: whether it begins as HTML or XML does.
    static func isMarkup(_ data: Data) -> Bool {
        let begin = String(decoding: data.prefix(1024), as: UTF8.self)
            .drop { $0.isWhitespace || $0 == "\u{feff}" }
            .lowercased()
        return ["<!doctype", "<html", "<head", "<body", "<?xml", "<error", "<!--", "<svg", "<script", "<title"]
            .contains { begin.hasPrefix($0) }
    }

    private func isMagic(of data: Data) -> Bool {
        switch self {
        // Readers allow up to a kilobyte in front of the header.
        case .pdf: data.prefix(1024).range(of: Data("%PDF-".utf8)) != nil
        case .docx: data.starts(with: [0x50, 0x4b, 0x03, 0x04]) && data.range(of: Data("word/".utf8)) != nil
        case .doc: data.starts(with: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
        case .rtf: data.starts(with: Data("{\\rtf".utf8))
        case .txt: Self.isText(data)
        }
    }

    private static func isText(_ data: Data) -> Bool {
        guard !data.isEmpty, let text = String(data: data, encoding: .utf8) else { return false }
        return text.unicodeScalars.allSatisfy { $0.value >= 0x20 || "\n\r\t\u{0c}".unicodeScalars.contains($0) }
    }
}
