public import Foundation

/// The resume of the contract's example applicant: one page, made for the demonstration.
public enum DemoResume {
    /// A PDF.
    public static let pdf = Data(PackageResources.resume_pdf)
}
