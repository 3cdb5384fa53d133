import Foundation
import GhostHands

/// Answers real application questions for one persona without a browser, and judges the answers: see README.md.
@main
struct Bench {
    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        func option(_ name: String) -> String? {
            guard let at = arguments.firstIndex(of: name), at + 1 < arguments.count else { return nil }
            defer { arguments.removeSubrange(at...(at + 1)) }
            return arguments[at + 1]
        }
        let most = option("--misses").flatMap(Int.init) ?? 0
        let only = option("--only")
        let part = option("--part").flatMap(UInt32.init)
        guard arguments.count == 1 else {
            FileHandle.standardError.write(
                Data("usage: bank-benchmark DIR [--misses N] [--only KIND] [--part N]\n".utf8)
            )
            exit(64)
        }
        let bank = try Bank(arguments[0])
        let verdicts = Asking(bank).verdicts()
        for line in verdicts.filter({ part == nil || $0.question.part(of: 2) == part })
            .flatMap(\.misses).filter({ only == nil || $0.kind == only }).prefix(most)
        {
            print("\(line.kind): \(line.text)")
        }
        for number in 0..<5 as Range<UInt32> {
            print("fold \(number + 1): \(Figures(verdicts.filter { $0.question.part(of: 5) == number }).summary)")
        }
        for number in 0..<2 as Range<UInt32> {
            print("half \(number): \(Figures(verdicts.filter { $0.question.part(of: 2) == number }).summary)")
        }
        print("all: \(Figures(verdicts).summary)")
    }
}

/// The questions of a bank with what is known of each.
struct Bank {
    let questions: [Question]
    let applicant: Applicant

    struct Question {
        let id: String
        let source: String
        let platform: String
        let language: String
        let kind: String
        let field: Field
        let asked: String?
        let form: String
        let note: String
        let expectation: String?

        /// Which of several parts its source belongs to.
        func part(of count: UInt32) -> UInt32 { Checksum.crc32(source) % count }
    }

    init(_ folder: String) throws {
        func text(_ name: String) throws -> String { try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) }
        func table(_ name: String) throws -> [String: [String]] {
            let lines = try text(name).split(separator: "\n").map {
                $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            }
            return Dictionary(lines.map { ($0[0], $0) }) { first, _ in first }
        }
        let labels = try table("labels.tsv")
        let answers = try table("answers.tsv")
        questions = try text("questions.jsonl").split(separator: "\n").map { line in
            let json = try JSON(parsing: Data(line.utf8))
            let id = json["id"].string ?? ""
            let label = labels[id] ?? []
            func column(_ index: Int) -> String { label.indices.contains(index) ? label[index] : "" }
            return Question(
                id: id,
                source: json["source"].string ?? "",
                platform: json["platform"].string ?? "",
                language: json["lang"].string ?? "",
                kind: json["kind"].string ?? "",
                field: Self.field(json),
                asked: label.isEmpty ? nil : column(1),
                form: column(2),
                note: column(4),
                expectation: answers[id].map { $0[1] }
            )
        }
        let persona = try JSON(parsing: Data(text("persona.json").utf8))
        var applicant = Applicant.read(file: persona["profile"], answers: persona["qa_answers"])
        applicant.files[Applicant.resumeFile] = "/cv.pdf"
        self.applicant = applicant
    }

    /// The field as the reader of pages would give it.
    private static func field(_ json: JSON) -> Field {
        var options = (json["options"].array ?? []).compactMap(\.string).filter { !$0.trimmingSpace.isEmpty }
        var kind = json["kind"].string ?? ""
        if kind == "boolean", options.isEmpty { options = ["Yes", "No"] }
        if kind == "boolean" { kind = "radio" }
        let kinds: [String: FieldKind] = [
            "textarea": .textarea, "file": .file, "number": .number, "date": .date, "checkbox": .checkbox,
        ]
        let choices: [String: FieldKind] = ["radio": .radio, "checkboxes": .checkboxGroup, "select": .select]
        let choice = options.isEmpty ? nil : choices[kind]
        var field = Field(kind: choice ?? kinds[kind] ?? .text, label: (json["label"].string ?? "").trimmingSpace)
        if choice != nil { field.options = options.map { FieldOption(label: $0.trimmingSpace, value: $0) } }
        field.name = "q_\(json["id"].string ?? "")"
        field.id = field.name
        let help = json["help"].string ?? ""
        if !help.isEmpty, Words(help) != Words(field.label) { field.hint = help }
        field.isRequired = json["required"].bool ?? false
        let section = json["section"].string ?? ""
        if !section.isEmpty, section.count < 80 { field.section = section }
        return field
    }
}

extension String {
    var trimmingSpace: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

enum Checksum {
    static func crc32(_ text: String) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in text.utf8 {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
