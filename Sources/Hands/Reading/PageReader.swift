package import Chromium
import Foundation
import GhostHands

/// Reads a page with all its frames: one call a frame.
package struct PageReader: Sendable {
    private let marks: [String]

    /// A reader.
    ///
    /// - Parameter marks: CSS selectors of which a reading is to say whether the page has what they match.
    package init(marks: [String] = []) {
        self.marks = marks
    }

    static let script = InPageScript(
        name: "reader",
        source: [
            PackageResources.labels_js, PackageResources.listbox_js, PackageResources.widgets_js,
            PackageResources.calendars_js, PackageResources.fields_js, PackageResources.reader_js,
        ]
        .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    )

    /// Reads the page as it is now.
    ///
    /// A frame that goes away while it is read is left out; when it is the page itself, it is read again.
    ///
    /// - Parameters:
    ///   - page: the page.
    ///   - afterInput: whether something was just entered, which the page's scripts may answer with a timer of no length.
    ///   - timeout: how long one frame may take.
    /// - Returns: what stands on it.
    /// - Throws: ``ChromiumError`` when the page is gone or does not answer.
    package func read(
        _ page: Page,
        afterInput: Bool = false,
        timeout: Duration = .seconds(10)
    ) async throws -> PageReading {
        for _ in 1..<Self.mostDocuments {
            do {
                return try await readOnce(page, afterInput, timeout)
            } catch let error as ChromiumError where error.code == .detached {
                continue
            }
        }
        return try await readOnce(page, afterInput, timeout)
    }

    /// A page that is replaced more often while it is read never comes to rest.
    private static let mostDocuments = 10

    private func readOnce(_ page: Page, _ afterInput: Bool, _ timeout: Duration) async throws -> PageReading {
        var frames: [(Frame, FrameReading)] = []
        for frame in page.frames {
            let asked = frame.isMain ? marks.map { JSON.string($0) } : []
            do {
                let arguments = JSON.array([.array(asked), .bool(afterInput)]).data
                let data = try await frame.call(Self.script, "read", arguments: arguments, timeout: timeout)
                frames.append((frame, try JSONDecoder().decode(FrameReading.self, from: data)))
            } catch let error as ChromiumError where !frame.isMain && error.code != .closed && error.code != .crashed {
                continue
            }
        }
        return Self.join(frames)
    }

    /// Waits until the page is not as it was read, or the time is up.
    ///
    /// - Parameters:
    ///   - page: the page.
    ///   - reading: what was read of it; a change since then counts, also one before the call.
    ///   - patience: how long to wait at most.
    /// - Returns: whether it changed.
    /// - Throws: ``ChromiumError`` when the page is gone or does not answer.
    func awaitChange(of page: Page, since reading: PageReading, atMost patience: Duration) async throws -> Bool {
        do {
            return try await Self.awaitChange(in: page.mainFrame, since: reading.version, atMost: patience)
        } catch let error as ChromiumError where error.code == .detached {
            // Another document has taken its place.
            return true
        }
    }

    /// Waits until a frame's document is not as it was at a version, or the time is up.
    ///
    /// - Parameters:
    ///   - frame: the frame.
    ///   - version: the document's version, as it was read.
    ///   - patience: how long to wait at most.
    /// - Returns: whether it changed.
    /// - Throws: ``ChromiumError``: detached when another document has taken its place.
    static func awaitChange(in frame: Frame, since version: Int, atMost patience: Duration) async throws -> Bool {
        let arguments = JSON.array([.int(Int64(version)), .int(max(1, patience.milliseconds))]).data
        let data = try await frame.call(script, "changed", arguments: arguments, timeout: patience + .seconds(5))
        return try JSONDecoder().decode(Bool.self, from: data)
    }

    private static func join(_ frames: [(Frame, FrameReading)]) -> PageReading {
        let all = inOrder(frames)
        let contexts = contexts(of: all, in: frames.map(\.1))
        let sending = frames.enumerated().flatMap { index, pair in
            pair.1.buttons.filter(\.submits).map { FormKey(frame: index, form: $0.form) }
        }
        let (fields, home) = MainForm.choose(all, contexts, sending: Set(sending))
        let homes = fields.filter { $0.ignored == nil }.map { "\($0.frame)/\($0.form)" }
        // Without a form element, one or two lone fields beside a button are not yet a form.
        let filled = Set(homes).filter { home in !home.hasSuffix("/-1") || homes.count { $0 == home } >= 3 }
        let buttons = frames.enumerated().flatMap { index, pair in
            pair.1.buttons.map { button in
                readButton(button, in: pair.0, at: index, hasFields: filled.contains("\(index)/\(button.form)"))
            }
        }
        let main = frames.first?.1
        return PageReading(
            version: main?.version ?? 0,
            step: frames.lazy.map(\.1.step).first { !$0.isEmpty } ?? "",
            url: PageAddress(main?.url ?? ""),
            title: main?.title ?? "",
            text: frames.map(\.1.text).joined(separator: "\n"),
            fields: fields,
            buttons: buttons,
            alerts: frames.flatMap(\.1.alerts),
            blockers: frames.flatMap {
                $0.1.signs.map { Blocker(kind: $0.kind, confidence: $0.confidence, sign: $0.sign) }
            },
            marked: main?.marked ?? [],
            contexts: contexts,
            main: home
        )
    }

    /// The fields of all frames; an editor's text belongs to the form that the editor stands in.
    private static func inOrder(_ frames: [(Frame, FrameReading)]) -> [ReadField] {
        frames.enumerated().flatMap { index, pair in
            let (frame, reading) = pair
            let around = reading.host == nil ? nil : frames.firstIndex { $0.0.id == frame.parent?.id }
            return reading.fields.map { field in
                var read = readField(field, in: frame, at: around ?? index)
                if around != nil, let host = reading.host { read.form = host }
                return read
            }
        }
    }

    private static func contexts(of fields: [ReadField], in frames: [FrameReading]) -> [FormKey: FormContext] {
        let byForm = Dictionary(grouping: fields, by: \.key)
        return byForm.reduce(into: [:]) { contexts, entry in
            let (key, fields) = entry
            let frame = frames[key.frame]
            let said = key.form < 0 ? frame.asForm : frame.forms[key.form]
            let buttons = frame.buttons.filter { $0.form == key.form }
            // Forms end with the button that sends them; those before it lead elsewhere.
            let last = buttons.last(where: \.submits).map { [$0] } ?? buttons
            contexts[key] = FormContext(
                fields: fields.filter { $0.ignored == nil || $0.ignored == "hidden" }.map(\.field),
                marks: "\(said.marks) \(said.heading)",
                buttons: last.map(\.label),
                text: said.text,
                title: frame.title
            )
        }
    }

    private static func readField(_ reading: FrameReading.FieldReading, in frame: Frame, at index: Int) -> ReadField {
        let field = Field(reading)
        return ReadField(
            field: field,
            asked: Classifier.classify(field),
            handle: frame.element(reading.element),
            optionHandles: reading.options.compactMap { $0.element.map(frame.element) },
            chosen: reading.options.indices.filter { reading.options[$0].chosen },
            widget: reading.widget.map { kind in
                Widget(kind: kind, parts: reading.parts.map(frame.element), names: reading.names)
            },
            frame: index,
            form: reading.form,
            ignored: reading.ignored
        )
    }

    private static func readButton(
        _ reading: FrameReading.ButtonReading,
        in frame: Frame,
        at index: Int,
        hasFields: Bool
    ) -> ReadButton {
        ReadButton(
            label: reading.label,
            role: .of(
                label: reading.label,
                submitsForm: reading.submits,
                formHasFields: hasFields,
                isLink: reading.isLink
            ),
            handle: frame.element(reading.element),
            frame: index,
            form: reading.form,
            isDisabled: reading.disabled,
            isLink: reading.isLink,
            posts: reading.posts,
            section: reading.section
        )
    }
}
