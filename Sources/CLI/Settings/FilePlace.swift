import Foundation
import Outbound

/// Where pictures and resumes are kept, as the settings say.
enum FilePlace: Sendable, Hashable {
    /// In `files` of the data folder.
    case folder
    /// In a Supabase, by its address and service key.
    case supabase(url: String, key: String)
    /// In a bucket.
    case s3(S3Place, S3Credentials)

    /// Reads the settings.
    ///
    /// - Throws: ``SetupError`` when they are incomplete, or name two places.
    init(_ environment: Environment) throws {
        let supabase = try environment.webAddress(.supabaseURL)
        let bucket = try environment.text(.s3Bucket)
        switch (supabase, bucket) {
        case (nil, nil): self = .folder
        case (let url?, nil):
            self = .supabase(url: url, key: try Self.required(.supabaseKey, by: .supabaseURL, environment))
        case (nil, let bucket?): self = try Self.bucket(bucket, environment)
        case (_?, _?):
            throw SetupError(
                "SUPABASE_URL and GH_S3_BUCKET are both set",
                mend: "unset the one that files are not kept in"
            )
        }
    }

    /// What it is called to an operator; nil for the folder.
    var words: String? {
        switch self {
        case .folder: nil
        case .supabase: "Supabase"
        case .s3(let place, _): "the bucket \(place.bucket)"
        }
    }

    /// The store, where it is no folder.
    var store: (any BlobStore)? {
        switch self {
        case .folder: nil
        case .supabase(let url, let key): SupabaseBlobStore(url: url, serviceKey: key)
        case .s3(let place, let credentials): S3BlobStore(place: place, credentials: credentials)
        }
    }

    private static func bucket(_ name: String, _ environment: Environment) throws -> FilePlace {
        guard S3Place.isBucket(name) else {
            throw SetupError(
                "GH_S3_BUCKET is not the name of a bucket",
                mend: "set it to 3 to 63 lower-case letters, digits, dots and hyphens"
            )
        }
        guard let style = S3Place.Style(rawValue: try environment.text(.s3Style) ?? "") else {
            throw SetupError("GH_S3_STYLE is neither path nor virtual", mend: "set GH_S3_STYLE=path")
        }
        let region = try environment.text(.s3Region)
        guard region?.wholeMatch(of: /[a-z0-9\-]{1,40}/) != nil || region == nil else {
            throw SetupError("GH_S3_REGION is not a region", mend: "set it as GH_S3_REGION=eu-central-1, or unset it")
        }
        let place = S3Place(
            bucket: name,
            region: region,
            endpoint: try environment.webAddress(.s3Endpoint),
            style: style
        )
        let credentials = S3Credentials(
            keyID: try required(.s3KeyID, by: .s3Bucket, environment),
            secret: try required(.s3Secret, by: .s3Bucket, environment),
            token: try environment.text(.s3Token)
        )
        return .s3(place, credentials)
    }

    private static func required(_ setting: Setting, by other: Setting, _ environment: Environment) throws -> String {
        if let text = try environment.text(setting) { return text }
        throw SetupError(
            "\(other.name) is set without \(setting.name)",
            mend: "set \(setting.name), or unset \(other.name)"
        )
    }
}
