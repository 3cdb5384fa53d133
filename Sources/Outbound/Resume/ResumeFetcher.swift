public import Foundation
public import GhostHands

/// Gets the applicant's resume from where the request says it lies (R47).
public struct ResumeFetcher: Sendable {
    /// The largest resume that is taken.
    public static let limit = 10 * 1024 * 1024

    private let store: any BlobStore
    private let client: PinnedClient

    /// A fetcher.
    ///
    /// - Parameters:
    ///   - store: where storage paths lead to.
    ///   - client: what downloads from addresses.
    public init(store: any BlobStore, client: PinnedClient) {
        self.store = store
        self.client = client
    }

    /// A resume that may be uploaded.
    public struct File: Sendable, Hashable {
        /// A name that is safe on disk and in a form, with the right extension.
        public var name: String
        /// What kind of document it is.
        public var kind: DocumentKind
        /// Its bytes.
        public var data: Data
    }

    /// What fetching gave.
    public enum Outcome: Sendable, Hashable {
        /// The file.
        case file(File)
        /// Why it cannot be had, in a sentence for the user; whether another attempt could get it.
        case unavailable(String, isTransient: Bool)
    }

    /// Gets the file, from the first place that has it: storage path, S3 key, download address.
    ///
    /// - Parameter reference: the places that the request names.
    /// - Returns: the file, or why it cannot be had.
    public func fetch(_ reference: JobRequest.FileReference) async -> Outcome {
        var outcome = Outcome.unavailable("The request names no resume file", isTransient: false)
        for key in [reference.storagePath, reference.s3Key].compactMap(\.self) {
            outcome = await stored(key)
            if case .file = outcome { return outcome }
        }
        if let url = reference.downloadURL { outcome = await downloaded(url) }
        return outcome
    }

    private func stored(_ path: String) async -> Outcome {
        let key = path.hasPrefix("/") ? String(path.dropFirst()) : path
        let candidates = [key, "resumes/" + key].filter(BlobKey.isValid)
        if candidates.isEmpty { return .unavailable("The resume's storage path is not valid", isTransient: false) }
        do {
            for candidate in candidates {
                if let data = try await store.get(candidate, limit: Self.limit) { return judge(data, named: candidate) }
            }
            return .unavailable("The resume file was not found in storage", isTransient: false)
        } catch let error as OutboundError where error.code == .tooLarge {
            return Self.tooLarge
        } catch {
            return .unavailable("The storage that holds the resume did not answer", isTransient: true)
        }
    }

    private func downloaded(_ url: String) async -> Outcome {
        let request = PinnedClient.Request(url: url, timeout: .seconds(30), bodyLimit: Self.limit, redirects: 5)
        switch await client.execute(request) {
        case .refused(let reason):
            return .unavailable("The resume's download address is not allowed: \(reason)", isTransient: false)
        case .failed(let reason):
            return .unavailable("The resume could not be downloaded: \(reason)", isTransient: true)
        case .response(let response) where response.status != 200:
            let isTransient = response.status >= 500 || response.status == 429
            return .unavailable(
                "The resume could not be downloaded: its address answered HTTP \(response.status)",
                isTransient: isTransient
            )
        case .response(let response):
            return response.isTruncated ? Self.tooLarge : judge(response)
        }
    }

    private func judge(_ response: PinnedClient.Response) -> Outcome {
        let packing = (response.headers["content-encoding"] ?? "identity").lowercased()
        guard Self.unpacked.contains(packing) else {
            return .unavailable(
                "The resume is sent in an encoding that is not supported; gzip and deflate are",
                isTransient: false
            )
        }
        let type = (response.headers["content-type"] ?? "").lowercased().prefix { $0 != ";" }
        return judge(response.body, named: Self.name(of: response), isPage: Self.pageTypes.contains(String(type)))
    }

    /// How a file may come packed, by the names of HTTP.
    private static let unpacked = ["", "identity", "gzip", "deflate"]
    /// The types under which servers send pages of their own, such as errors and logins, and no documents.
    private static let pageTypes = [
        "text/html", "application/xhtml+xml", "application/json", "application/problem+json", "application/xml",
        "text/xml",
    ]

    private func judge(_ data: Data, named name: String, isPage: Bool = false) -> Outcome {
        if data.isEmpty { return .unavailable("The resume file is empty", isTransient: false) }
        if DocumentKind(magicOf: data) == .txt, isPage || DocumentKind.isMarkup(data) {
            return .unavailable(
                "The resume's address leads to a web page or an error message, not to a document",
                isTransient: false
            )
        }
        let ending = FileName.fileExtension(name)
        // Text has no mark of its own: without the name saying so, an error page would pass for a resume.
        guard let kind = DocumentKind(magicOf: data), ending == kind.rawValue || ending == nil && kind != .txt else {
            return .unavailable(
                "The resume file's contents do not match its name, or are not pdf, doc, docx, rtf or txt",
                isTransient: false
            )
        }
        return .file(File(name: FileName.safe(name, kind: kind), kind: kind, data: data))
    }

    private static let tooLarge = Outcome.unavailable("The resume file is larger than 10 MiB", isTransient: false)

    /// The name the server gives the file, else the last part of its address as far as it names a document.
    private static func name(of response: PinnedClient.Response) -> String {
        let header = response.headers["content-disposition"] ?? ""
        if let match = header.firstMatch(of: /filename="?([^";]+)"?/.ignoresCase()) { return String(match.1) }
        let name = URL(string: response.url)?.lastPathComponent ?? ""
        let namesDocument = FileName.fileExtension(name).flatMap(DocumentKind.init(rawValue:)) != nil
        // `download.php` says nothing about what it gives.
        return namesDocument ? name : ""
    }
}
