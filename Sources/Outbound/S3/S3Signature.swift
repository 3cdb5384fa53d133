import Crypto
import Foundation
import GhostHands

/// Signs requests to S3 (AWS Signature Version 4), in headers or in the address.
struct S3Signature: Sendable {
    let credentials: S3Credentials
    let region: String

    private static let algorithm = "AWS4-HMAC-SHA256"
    /// S3's longest: seven days.
    static let longestLink = 604_800

    /// A request with the headers that prove who sends it, its body among what they prove.
    ///
    /// - Parameters:
    ///   - request: what is asked for; `host` is added, as all that the signature needs is.
    ///   - now: the server's time.
    func signed(_ request: S3Request, now: Date) -> S3Request {
        var request = request
        let time = Self.time(now)
        request.headers += [
            ("host", request.host), ("x-amz-date", time), ("x-amz-content-sha256", Self.digest(request.body)),
        ]
        if let token = credentials.token { request.headers.append(("x-amz-security-token", token)) }
        let names = Self.canonical(request.headers)
        let signature = signature(of: request, payload: Self.digest(request.body), time: time)
        request.headers.append(
            (
                "authorization",
                "\(Self.algorithm) Credential=\(credentials.keyID)/\(scope(time)), "
                    + "SignedHeaders=\(names.signed), Signature=\(signature)"
            )
        )
        return request
    }

    /// The query of an address that anybody may ask for a time.
    ///
    /// - Parameters:
    ///   - request: what may be asked; its body is not signed.
    ///   - seconds: for how long from `now`; seven days at most.
    ///   - now: the server's time.
    /// - Returns: the encoded query, without a question mark.
    func query(for request: S3Request, expiresIn seconds: Int, now: Date) -> String {
        var request = request
        let time = Self.time(now)
        request.headers.append(("host", request.host))
        request.query += [
            ("X-Amz-Algorithm", Self.algorithm), ("X-Amz-Credential", "\(credentials.keyID)/\(scope(time))"),
            ("X-Amz-Date", time), ("X-Amz-Expires", String(min(max(seconds, 1), Self.longestLink))),
            ("X-Amz-SignedHeaders", Self.canonical(request.headers).signed),
        ]
        if let token = credentials.token { request.query.append(("X-Amz-Security-Token", token)) }
        let signature = signature(of: request, payload: "UNSIGNED-PAYLOAD", time: time)
        return "\(request.encodedQuery)&X-Amz-Signature=\(signature)"
    }

    private func signature(of request: S3Request, payload: String, time: String) -> String {
        let headers = Self.canonical(request.headers)
        let canonical = [
            request.method, request.encodedPath, request.encodedQuery, headers.lines, headers.signed, payload,
        ].joined(separator: "\n")
        let text = [Self.algorithm, time, scope(time), Self.digest(Data(canonical.utf8))].joined(separator: "\n")
        let parts = [String(time.prefix(8)), region, "s3", "aws4_request"]
        let key = parts.reduce(Data("AWS4\(credentials.secret)".utf8)) { key, part in Self.code(of: part, by: key) }
        return Self.code(of: text, by: key).hexadecimal
    }

    private func scope(_ time: String) -> String { "\(time.prefix(8))/\(region)/s3/aws4_request" }

    /// Headers in the order of their names, one a line, spaces made one; and their names.
    private static func canonical(_ headers: [(name: String, value: String)]) -> (lines: String, signed: String) {
        let values = Dictionary(
            headers.map {
                ($0.name.lowercased(), $0.value.split(whereSeparator: \.isWhitespace).joined(separator: " "))
            }
        ) { "\($0),\($1)" }
        let sorted = values.sorted { S3Request.isBefore($0.key, $1.key) }
        return (sorted.map { "\($0.key):\($0.value)\n" }.joined(), sorted.map(\.key).joined(separator: ";"))
    }

    private static func code(of text: String, by key: Data) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: key)))
    }

    private static func digest(_ data: Data) -> String { SHA256.hash(data: data).hexadecimal }

    /// `20130524T000000Z`.
    private static func time(_ date: Date) -> String {
        Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
            .formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    }
}

/// Who signs requests to S3.
public struct S3Credentials: Sendable, Hashable {
    /// The access key's id.
    public var keyID: String
    /// The access key's secret.
    public var secret: String
    /// What comes with a key that is lent for a time.
    public var token: String?

    /// Credentials.
    public init(keyID: String, secret: String, token: String? = nil) {
        self.keyID = keyID
        self.secret = secret
        self.token = token
    }
}
