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
            PackageResources.census_js, PackageResources.wording_js, PackageResources.sight_js,
            PackageResources.curtain_js,
            PackageResources.labels_js, PackageResources.beside_js,
            PackageResources.sections_js, PageMarks.script,
            PackageResources.listbox_js, PackageResources.widgets_js,
            PackageResources.calendars_js, PackageResources.offers_js, PackageResources.kinds_js,
            PackageResources.riddles_js, PackageResources.puzzles_js, PackageResources.challenges_js,
            PackageResources.fields_js,
            PackageResources.reader_js, PackageResources.rehearsal_js,
        ]
        .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    )

    /// Reads the page as it is now.
    ///
    /// A frame that goes away while it is read is left out; when it is the page itself, it is read again. A document that
    /// is on its way is waited for: until it is there nothing can be read.
    ///
    /// - Parameters:
    ///   - afterInput: whether something was just entered: then the box at work is left first, and the page's scripts have
    ///     their turn, which some put off by a timer of no length.
    ///   - timeout: how long one frame may take.
    ///   - arrival: how long a document that is on its way may take.
    /// - Returns: what stands on it.
    /// - Throws: ``ChromiumError`` when the page is gone or does not answer.
    package func read(
        _ page: Page,
        afterInput: Bool = false,
        timeout: Duration = .seconds(10),
        arrival: Duration = .seconds(30)
    ) async throws -> PageReading {
        for _ in 1..<Self.mostDocuments {
            do {
                return try await readOnce(page, afterInput, timeout)
            } catch let error as ChromiumError where error.code == .detached {
                guard try await page.arrive(timeout: arrival) else {
                    throw ChromiumError(.timedOut, "the next document does not come")
                }
            }
        }
        return try await readOnce(page, afterInput, timeout)
    }

    /// A page that is replaced more often while it is read never comes to rest.
    private static let mostDocuments = 10

    private func readOnce(_ page: Page, _ afterInput: Bool, _ timeout: Duration) async throws -> PageReading {
        var frames: [(FramePlace, FrameReading)] = []
        for frame in page.frames {
            let asked = frame.isMain ? marks.map { JSON.string($0) } : []
            do {
                let reading: FrameReading = try await frame.ask(
                    .read,
                    .array(asked),
                    .bool(afterInput),
                    timeout: timeout
                )
                frames.append((frame.place, reading))
            } catch let error as ChromiumError where !frame.isMain && error.code != .closed && error.code != .crashed {
                continue
            }
        }
        if frames.contains(where: \.1.document.isSealed) {
            // A reading tells of each such element once.
            try await page.openClosedRoots(timeout: timeout)
            return try await readOnce(page, false, timeout)
        }
        return Self.join(frames, headers: page.documentHeaders)
    }

    /// Waits until the page is not as it was read, or the time is up.
    ///
    /// - Parameters:
    ///   - reading: what was read of it; a change since then counts, also one before the call.
    ///   - patience: how long to wait at most.
    /// - Returns: whether it changed.
    /// - Throws: ``ChromiumError`` when the page is gone or does not answer.
    func awaitChange(of page: Page, since reading: PageReading, atMost patience: Duration) async throws -> Bool {
        do {
            return try await Self.awaitChange(in: page.mainFrame, since: reading.document.version, atMost: patience)
        } catch let error as ChromiumError where error.code == .detached {
            // Another document has taken its place.
            return true
        }
    }

    /// Waits until a frame's document is not as it was at a version, or the time is up.
    ///
    /// - Parameters:
    ///   - version: the document's version, as it was read.
    ///   - patience: how long to wait at most.
    /// - Returns: whether it changed.
    /// - Throws: ``ChromiumError``: detached when another document has taken its place.
    static func awaitChange(in frame: Frame, since version: Int, atMost patience: Duration) async throws -> Bool {
        try await frame.ask(
            .changed,
            .int(Int64(version)),
            .int(max(1, patience.milliseconds)),
            timeout: patience + .seconds(5)
        )
    }

    /// Puts together what was read of a page's frames.
    ///
    /// - Parameters:
    ///   - frames: the frames' documents, the page's own first, and what was read of each.
    ///   - headers: those that the page's document came with.
    /// - Returns: the page.
    static func join(_ frames: [(FramePlace, FrameReading)], headers: [String: String]) -> PageReading {
        let all = inOrder(frames)
        let contexts = contexts(of: all, in: frames.map(\.1))
        let sending = frames.enumerated().flatMap { index, pair in
            pair.1.buttons.filter(\.submits).map { FormKey(frame: index, form: $0.form) }
        }
        var (fields, home) = MainForm.choose(
            all,
            contexts,
            sending: Set(sending),
            without: aside(contexts, in: frames.map(\.1))
        )
        for (index, asked) in PageReading.classified(fields, alone: fields.map(\.asked)).enumerated() {
            if let asked { fields[index].asked = asked }
        }
        CodeFields.mark(&fields, contexts, texts: frames.map(\.1.said.text))
        let homes = fields.filter { $0.ignored == nil }.map(\.key)
        // Without a form element, one or two lone fields beside a button are not yet a form.
        let filled = Set(homes).filter { home in home.form != nil || homes.count { $0 == home } >= 3 }
        let buttons = frames.enumerated().flatMap { index, pair in
            pair.1.buttons.map { button in
                let key = FormKey(frame: index, form: button.form)
                let button = readButton(button, in: pair.0, of: key, hasFields: filled.contains(key))
                return pair.1.document.openers.folds.contains(button.handle.id) ? button.opening : button
            }
        }
        var document = frames.first?.1.document ?? PageReading.Document()
        document.hasSetTimers = frames.contains(where: \.1.document.hasSetTimers)
        document.step = frames.lazy.map(\.1.document.step).first { !$0.isEmpty } ?? ""
        let reading = PageReading(
            document: document,
            text: frames.map(\.1.said.text).joined(separator: "\n"),
            fields: fields,
            buttons: buttons,
            alerts: frames.flatMap(\.1.said.alerts),
            contexts: contexts,
            main: home
        )
        let signs = frames.enumerated().flatMap { index, pair in pair.1.signs.map { $0.placed(in: index) } }
        let challenges = Challenges(signs, headers: headers)
        return reading.blocked(by: challenges.blockers(of: reading), beside: challenges.present)
    }

    /// The boxes to log in of pages that are about something else.
    private static func aside(_ contexts: [FormKey: FormContext], in frames: [FrameReading]) -> Set<FormKey> {
        Set(contexts.filter { frames[$0.key.frame].isBesideEntrance && $0.value.isLogInBox }.keys)
    }

    /// The fields of all frames; an editor's text belongs to the form that the editor stands in.
    private static func inOrder(_ frames: [(FramePlace, FrameReading)]) -> [ReadField] {
        frames.enumerated().flatMap { index, pair in
            let (frame, reading) = pair
            let around = reading.host == nil ? nil : frames.firstIndex { $0.0.id == frame.parent }
            let title = jobTitle(over: reading.fields, in: reading.document.title)
            return reading.fields.map { field in
                let host = around.flatMap { place in reading.host.map { FormKey(frame: place, form: $0.form) } }
                return readField(field, in: frame, of: host ?? FormKey(frame: index, form: field.form), under: title)
            }
        }
    }

    /// The heading over all fields of a document, where it may be the job's title, or is the page's own.
    private static func jobTitle(over fields: [FrameReading.FieldReading], in page: String) -> String? {
        guard fields.count > 2, let title = fields[0].said.sections.last,
            Classifier.mayBeJobTitle(title) || Classifier.mayBeTitle(title, of: page)
        else { return nil }
        return fields.allSatisfy { $0.said.sections.last == title } ? title : nil
    }

    private static func contexts(of fields: [ReadField], in frames: [FrameReading]) -> [FormKey: FormContext] {
        let byForm = Dictionary(grouping: fields, by: \.key)
        return byForm.reduce(into: [:]) { contexts, entry in
            let (key, fields) = entry
            let frame = frames[key.frame]
            let said = key.form.map { frame.forms[$0] } ?? frame.asForm
            let buttons = frame.buttons.filter { $0.form == key.form }
            // Forms end with the button that sends them; those before it lead elsewhere.
            let last = buttons.last(where: \.submits).map { [$0] } ?? buttons
            contexts[key] = FormContext(
                fields: fields.filter { $0.ignored == nil || $0.ignored == .hidden }.map(\.field),
                marks: "\(said.marks) \(said.heading)",
                buttons: last.map(\.label),
                text: said.text,
                title: frame.document.title
            )
        }
    }

    private static func readField(
        _ reading: FrameReading.FieldReading,
        in frame: FramePlace,
        of key: FormKey,
        under title: String?
    ) -> ReadField {
        var field = Field(reading)
        if title != nil { field.sections.removeLast() }
        if let heading = field.sections.first, ColumnHead.namesPerson(field.label), ColumnHead.namesFact(heading) {
            field.sections[0] = field.label
            field.label = heading
        }
        if let heading = field.sections.first, PlainRequest.isMade(by: field.label) { field.label = heading }
        return ReadField(
            field: field,
            asked: Classifier.classify(field),
            handle: frame.element(reading.element),
            optionHandles: reading.holds.options.compactMap { $0.element.map(frame.element) },
            chosen: reading.holds.options.indices.filter { reading.holds.options[$0].chosen },
            widget: reading.build.widget.map { kind in
                Widget(kind: kind, parts: reading.build.parts.map(frame.element), names: reading.build.names)
            },
            key: key,
            ignored: reading.ignored,
            entry: reading.build.entry
        )
    }

    private static func readButton(
        _ reading: FrameReading.ButtonReading,
        in frame: FramePlace,
        of key: FormKey,
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
            key: key,
            isDisabled: reading.disabled,
            isLink: reading.isLink,
            posts: reading.posts,
            section: reading.section
        )
    }
}
