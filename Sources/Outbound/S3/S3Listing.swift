import Foundation
import GhostHands

/// Reads S3's listings (`ListBucketResult`), which hold nothing but elements with texts and elements with those.
enum S3Listing {
    /// Reads one.
    ///
    /// - Parameters:
    ///   - body: the document.
    ///   - folder: what was listed, without a slash at its end.
    static func read(_ body: Data, in folder: String) -> BlobListing {
        let document = String(decoding: body, as: UTF8.self)
        let folders = parts(of: document, "CommonPrefixes").compactMap { part in
            parts(of: part, "Prefix").first.flatMap { name(of: text($0).dropLast(), in: folder) }
        }
        let files = parts(of: document, "Contents").compactMap { part -> BlobListing.Entry? in
            guard let key = parts(of: part, "Key").first, let name = name(of: text(key)[...], in: folder),
                let written = parts(of: part, "LastModified").first.flatMap({ Timestamp.date(String($0)) })
            else { return nil }
            let bytes = parts(of: part, "Size").first.flatMap { Int($0) } ?? 0
            return BlobListing.Entry(name: name, file: BlobListing.File(written: written, bytes: bytes))
        }
        return BlobListing(
            entries: folders.map { BlobListing.Entry(name: $0) } + files,
            next: parts(of: document, "NextContinuationToken").first.map { text($0) }
        )
    }

    private static func name(of key: Substring, in folder: String) -> String? {
        guard key.hasPrefix(folder + "/") else { return nil }
        let name = String(key.dropFirst(folder.count + 1))
        return name.isEmpty || name.contains("/") ? nil : name
    }

    /// What stands in each element of a name.
    private static func parts(of document: some StringProtocol, _ element: String) -> [Substring] {
        document.split(separator: "<\(element)>", omittingEmptySubsequences: false).dropFirst().compactMap { rest in
            Substring(rest).ranges(of: "</\(element)>").first.map { Substring(rest)[..<$0.lowerBound] }
        }
    }

    private static func text(_ escaped: Substring) -> String {
        [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&apos;", "'"), ("&#39;", "'"),
            ("&amp;", "&"),
        ]
        .reduce(String(escaped)) { $0.replacing($1.0, with: $1.1) }
    }
}
