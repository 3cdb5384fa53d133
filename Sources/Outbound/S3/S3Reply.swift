import Foundation
import NIOHTTP1

/// An answer of S3.
struct S3Reply: Sendable {
    let status: Int
    let headers: HTTPHeaders
    let body: Data

    var isSuccess: Bool { (200..<300).contains(status) }

    /// What it calls its refusal; an answer to HEAD has no body, and one that is no XML no code.
    var code: String? { text(of: "Code") }

    /// Whether it was the file, not the bucket, that is not there.
    var isMissing: Bool { status == 404 && code != "NoSuchBucket" }

    /// Whether it may answer otherwise in a moment.
    var isBusy: Bool {
        status == 429 || status == 500 || status == 502 || status == 503 || status == 504
            || code == "SlowDown" || code == "RequestTimeout"
    }

    /// By how much the server's clock is ahead of ours, when it refuses because of that.
    ///
    /// An answer to HEAD does not say why it refuses: then a difference that S3 does not bear is taken for the reason.
    func skew(from now: Date) -> TimeInterval? {
        guard status == 403, let skew = date?.timeIntervalSince(now) else { return nil }
        return code == "RequestTimeTooSkewed" || code == nil && abs(skew) > 900 ? skew : nil
    }

    /// Where the bucket is, when it is not where it was asked for.
    var region: String? {
        guard status == 301 || status == 307 || status == 400 || status == 403 else { return nil }
        let wanted = headers.first(name: "x-amz-bucket-region") ?? text(of: "Region")
        return wanted.flatMap { $0.wholeMatch(of: /[a-z0-9\-]{1,40}/) == nil ? nil : $0 }
    }

    private var date: Date? {
        guard let header = headers.first(name: "date") else { return nil }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return format.date(from: header)
    }

    /// The text of the first element of a name; for the errors of S3, which hold nothing but elements with texts.
    private func text(of element: String) -> String? {
        let document = String(decoding: body.prefix(16_384), as: UTF8.self)
        guard let open = document.range(of: "<\(element)>"),
            let close = document.range(of: "</\(element)>", range: open.upperBound..<document.endIndex)
        else { return nil }
        return String(document[open.upperBound..<close.lowerBound].prefix(100))
    }

    /// Throws what it refuses.
    func mustSucceed(_ what: String) throws {
        guard !isSuccess else { return }
        let word = (code ?? "HTTP \(status)").filter { $0.isLetter || $0.isNumber || " -._".contains($0) }
        throw OutboundError(.refused, "Storage would not \(what) (\(word.prefix(60)))")
    }
}
