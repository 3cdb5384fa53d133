import Foundation
import GhostHands

/// What a run did, page by page, without what it undid: a manual is made from it.
struct Trail {
    /// One page of the form.
    struct Page {
        let number: Int
        /// Its fields as they were read first.
        let fields: [ReadField]
        /// What was entered and held, in reading order.
        var entries: [Entry] = []
        /// The button by which it was left.
        var leave: ButtonMark?
    }

    /// A field that holds its answer.
    struct Entry {
        let field: ReadField
        let fit: Fit
        let template: Template
        /// The step that it came from, where a manual was replayed.
        let step: Int?
    }

    private(set) var pages: [Page] = []

    /// Begins a page; one that is filled again after a complaint goes on.
    mutating func begin(_ number: Int, _ reading: PageReading) {
        if pages.last?.number == number { return }
        pages.append(Page(number: number, fields: reading.form))
    }

    /// Notes what the page at work holds.
    mutating func note(_ entries: [Entry]) {
        guard !pages.isEmpty else { return }
        pages[pages.count - 1].entries = entries
    }

    /// Notes the button by which the page at work is left.
    mutating func leave(by button: ReadButton) {
        guard !pages.isEmpty else { return }
        pages[pages.count - 1].leave = ButtonMark(label: button.label, role: button.role)
    }

    /// The manual of the run.
    ///
    /// - Parameters:
    ///   - key: what it will be looked up by.
    ///   - evidence: what proved that the form was sent.
    ///   - clean: takes the applicant's values out of a text.
    /// - Returns: the manual; nil when nothing was filled that a manual may hold.
    func manual(id: UUID, key: ManualKey, evidence: Evidence?, clean: (String) -> String) -> Manual? {
        var steps = [
            Manual.Step(page: 0, action: .navigate, template: Template(.target), description: "Open the page")
        ]
        for (number, page) in pages.enumerated() {
            steps += page.entries.map { entry in
                let mark = entry.field.mark(clean)
                return Manual.Step(
                    page: number,
                    action: entry.fit.action(of: entry.field),
                    field: mark,
                    template: entry.template,
                    description: mark.label
                )
            }
            guard let leave = page.leave else { continue }
            steps.append(
                Manual.Step(
                    page: number,
                    action: .click,
                    button: ButtonMark(label: clean(leave.label), role: leave.role),
                    description: clean(leave.label),
                    isSubmit: leave.role == .submit || number == pages.count - 1
                )
            )
        }
        guard steps.contains(where: { $0.field != nil }) else { return nil }
        if let evidence { steps[steps.count - 1].proof = Manual.Proof(evidence) }
        return Manual(
            id: id,
            platform: key.platform,
            task: key.task,
            urlPattern: URLPattern.generalising(key.url)?.text ?? "",
            pages: pages.map { page in
                Manual.Page(page.fields.map { $0.mark(clean) })
            },
            steps: steps
        )
    }
}

extension Fit {
    /// What a step of a manual does with it.
    func action(of field: ReadField) -> Manual.Action {
        switch self {
        case .text: .fill
        case .options: field.field.kind == .combobox ? .choose : .select
        case .picks: .choose
        case .checked(let isOn): isOn ? .check : .uncheck
        case .file: .upload
        case .refused: .fill
        }
    }
}
