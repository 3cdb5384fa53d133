import Chromium
import Foundation
import GhostHands
import Hands
import Logging

/// The reader's side of `Benchmarks/labels/run` and `Benchmarks/ats/run`.
///
/// Reads lines `URL ATTRIBUTE` from standard input, reads each page as the product does, and answers with a line of JSON:
/// for every field what it was taken to ask for, and the attribute of its element, which the reader knows nothing of.
/// The elements that have the attribute and were not found come last.
@main
struct Bench {
    private static let probe = InPageScript(
        name: "probe",
        source: """
            globalThis.probe = {
                of: (numbers, attribute) => numbers.map((number) => ghosthands.element(number)?.getAttribute(attribute) ?? null),
                missed: (numbers, attribute) => {
                    const found = new Set(numbers.map((number) => ghosthands.element(number)));
                    return [...document.querySelectorAll(`[${attribute}]`)].filter((one) => !found.has(one))
                        .map((one) => one.getAttribute(attribute));
                },
            };
            """
    )

    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 2 else {
            FileHandle.standardError.write(Data("usage: classifier-benchmark BROWSER < lines of: URL ATTRIBUTE\n".utf8))
            exit(64)
        }
        let logger = Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() }
        try await withBrowser(BrowserConfiguration(binary: arguments[1]), logger: logger) { browser in
            while let line = readLine() {
                let words = line.split(separator: " ").map(String.init)
                guard words.count == 2 else { continue }
                let answer = try await browser.withContext { context in
                    try await context.withPage { page in try await read(words[0], words[1], page) }
                }
                FileHandle.standardOutput.write(answer.data + Data("\n".utf8))
            }
        }
    }

    private static func read(_ url: String, _ attribute: String, _ page: Page) async throws -> JSON {
        do {
            _ = try await page.navigate(to: url)
            let reading = try await PageReader().read(page)
            let own = zip(reading.fields, reading.meanings()).filter { $0.0.handle.frame == page.mainFrame.id }
                .flatMap(Self.parts)
            let numbers = JSON.array(own.map { .int(Int64($0.0.id)) })
            let passed = JSON.array([numbers, .string(attribute)]).data
            let marks = try JSON(parsing: await page.mainFrame.call(probe, "of", arguments: passed)).array ?? []
            let missed = try JSON(parsing: await page.mainFrame.call(probe, "missed", arguments: passed))
            return [
                "fields": .array(zip(own, marks).map { describe($0.1, $0.2, $0.3, mark: $1) }), "missed": missed,
                "form_text": .string(FormText(reading).text),
            ]
        } catch let error as ChromiumError {
            return ["failed": .string(error.message)]
        }
    }

    /// A date of several boxes is labelled box by box.
    private static func parts(
        _ field: ReadField,
        _ meaning: Classification
    ) -> [(ElementHandle, ReadField, Classification, Asked)] {
        let births: [String: Asked] = ["day": .birthDay, "month": .birthMonth, "year": .birthYear]
        guard meaning.asked == .birthDate, !field.dateParts.isEmpty else {
            return [(field.handle, field, meaning, meaning.asked)]
        }
        return field.dateParts.map { ($0.element, field, meaning, births[$0.name] ?? meaning.asked) }
    }

    private static func describe(_ field: ReadField, _ meaning: Classification, _ asked: Asked, mark: JSON) -> JSON {
        [
            "mark": mark, "asked": .string(asked.rawValue), "confidence": .double(meaning.confidence),
            "evidence": .string(meaning.evidence), "label": .string(field.field.label),
            "name": .string(field.field.name),
            "id": .string(field.field.id), "kind": .string(field.field.kind.rawValue),
            "sure": .string(field.asked.rawValue),
            "options": .array(field.field.options.filter { !$0.isPlaceholder }.map { .string($0.label) }),
            "required": .bool(field.field.isRequired), "ignored": .optional(field.ignored?.told),
        ]
    }
}
