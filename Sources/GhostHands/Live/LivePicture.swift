public import FoundationEssentials

/// The picture of a paused job's page for somebody whom no socket shows it: kept anew while they look.
public enum LivePicture {
    /// Where it is kept.
    ///
    /// - Parameter job: the paused job.
    public static func key(of job: UUID) -> String {
        "screenshots/gh/jobs/\(job.uuidString.lowercased())/live.png"
    }
}
