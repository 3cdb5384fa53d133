import ArgumentParser
import Foundation
import GhostHands

/// What the person at the keyboard gives of an applicant, beside the profile.
struct ApplicantOptions: ParsableArguments {
    @Option(help: ArgumentHelp("JSON file with questions and their answers.", valueName: "FILE.json"))
    var answers: String?

    @Option(help: ArgumentHelp("Resume to upload.", valueName: "FILE"))
    var resume: String?

    @Option(
        help: ArgumentHelp(
            "Another file, for the field with that name or label; may be repeated.",
            valueName: "NAME=PATH"
        )
    )
    var file: [String] = []

    /// Whether anything was given.
    var isEmpty: Bool { answers == nil && resume == nil && file.isEmpty }

    /// The applicant.
    ///
    /// - Parameter profile: the path of a JSON file with the profile; nil for one of whom nothing but the answers is known.
    /// - Returns: the applicant.
    /// - Throws: `ValidationError`, with the option at fault, when a file cannot be read or holds something else.
    func applicant(profile: String?) throws -> Applicant {
        let answers = try answers.map { try Self.json($0, "--answers") } ?? .null
        var applicant = Applicant.read(
            file: try profile.map { try Self.json($0, "--profile") } ?? [:],
            answers: answers
        )
        if let resume { applicant.files[Applicant.resumeFile] = try Self.existing(resume) }
        for pair in file {
            guard let equals = pair.firstIndex(of: "="), equals != pair.startIndex else {
                throw ValidationError("--file wants NAME=PATH, not \"\(pair)\"")
            }
            applicant.files[String(pair[..<equals])] = try Self.existing(String(pair[pair.index(after: equals)...]))
        }
        return applicant
    }

    private static func json(_ path: String, _ option: String) throws -> JSON {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ValidationError("\(option): \(path) cannot be read")
        }
        guard let json = try? JSON(parsing: data), json.object != nil else {
            throw ValidationError("\(option): \(path) does not hold a JSON object")
        }
        return json
    }

    private static func existing(_ path: String) throws -> String {
        let url = URL(filePath: path)
        guard FileManager.default.isReadableFile(atPath: url.path) else {
            throw ValidationError("\(path) cannot be read")
        }
        return url.path
    }
}
