import GhostHands
@testable import Hands
import Testing

/// What is done next with a page, without a browser.
@Suite struct FillStepTests {
    private let applicant = Applicant(profile: [
        "first_name": "Ada", "last_name": "Lovelace",
        "work_history": [
            ["company": "Analytical Engines", "title": "Programmer"], ["company": "Babbage", "title": "Clerk"],
        ],
    ])

    private func name(_ value: String = "") -> ReadField { .of(.text("First name", value), .firstName) }

    private func kind(_ next: FillStep.Next) -> String {
        switch next {
        case .fill(let orders): "fill \(orders.count)"
        case .wait: "wait"
        case .open(let fold): "open \(fold.label)"
        case .save: "save"
        case .add(let button, _): "add \(button.label)"
        case .look(let lists): "look \(lists.count)"
        case .consult: "consult"
        case .rest: "rest"
        case .finish: "finish"
        }
    }

    @Test func `fields with an answer are filled first, and read back before anything else`() {
        var ledger = PageLedger(applicant)
        var step = FillStep(mostRounds: 3)
        #expect(kind(step.next(for: .of([name()]), &ledger)) == "fill 1")
    }

    @Test func `a page whose fields hold their answers is asked about, and then done`() {
        var ledger = PageLedger(applicant)
        var step = FillStep(mostRounds: 3)
        let page = PageReading.of([name("Ada")])
        #expect(kind(step.next(for: page, &ledger)) == "consult")
        step.consulted(bringsNew: false)
        #expect(kind(step.next(for: page, &ledger)) == "rest")
        step.rested(bringsNew: false)
        #expect(kind(step.next(for: page, &ledger)) == "finish")
    }

    @Test func `each folded section is opened once what shows is filled, and once only`() {
        var ledger = PageLedger(applicant)
        var step = FillStep(mostRounds: 3)
        let page = PageReading.of([name("Ada")], [.of("Studies", .unfold), .of("Work", .unfold)])
        #expect(kind(step.next(for: page, &ledger)) == "open Studies")
        #expect(kind(step.next(for: page, &ledger)) == "open Work")
        #expect(kind(step.next(for: page, &ledger)) == "consult")
    }

    @Test func `a list that nothing settles is looked into once before anybody is asked`() {
        var ledger = PageLedger(applicant)
        var step = FillStep(mostRounds: 3)
        var title = Field(kind: .combobox, label: "Salutation")
        title.isRequired = true
        let page = PageReading.of([.of(title)])
        guard case .look(let lists) = step.next(for: page, &ledger) else { return #expect(Bool(false)) }
        ledger.saw(["Ms", "Mr", "Prefer not to say"], in: lists[0], on: page)
        #expect(kind(step.next(for: page, &ledger)) == "fill 1")
        #expect(ledger.entries(for: page, page: 1).map(\.wanted) == ["Prefer not to say"])
    }

    @Test func `who is asked is told what a list offers`() {
        var ledger = PageLedger(applicant)
        var shift = Field(kind: .combobox, label: "Shift")
        shift.isRequired = true
        let page = PageReading.of([.of(shift)])
        let list = ledger.unseenLists(in: page)[0]
        ledger.saw(["Day", "Night"], in: list, on: page)
        #expect(ledger.unseenLists(in: page).isEmpty)
        #expect(ledger.questions(in: page).map(\.options) == [["Day", "Night"]])
    }

    @Test func `an answer that the question brings is filled, and asked about once more`() {
        var ledger = PageLedger(applicant)
        var step = FillStep(mostRounds: 3)
        let question = ReadField.of(.text("Why us?", isRequired: true))
        #expect(kind(step.next(for: .of([question]), &ledger)) == "consult")
        step.consulted(bringsNew: true)
        let key = FieldKey.all(of: [question])[0]
        ledger.give(Answer(.text("Because"), from: .model), to: key)
        #expect(kind(step.next(for: .of([question]), &ledger)) == "fill 1")
    }

    @Test func `a page that never comes to rest is left after so many rounds, and its fields told as refused`() {
        var ledger = PageLedger(applicant)
        var step = FillStep(mostRounds: 2)
        let page = PageReading.of([name()])
        #expect(kind(step.next(for: page, &ledger)) == "fill 1")
        #expect(kind(step.next(for: page, &ledger)) == "fill 1")
        #expect(kind(step.next(for: page, &ledger)) == "consult")
        #expect(ledger.entries(for: page, page: 1).map(\.outcome) == [.refused])
    }

    @Test func `an entry of the history is added once everything else is filled`() throws {
        var ledger = PageLedger(applicant)
        var step = FillStep(mostRounds: 3)
        let add = ReadButton.of("Add work experience")
        guard case .fill(let orders) = step.next(for: .of([name()], [add]), &ledger) else {
            Issue.record("nothing was filled")
            return
        }
        let filled = PageReading.of([name("Ada")], [add])
        for order in orders { ledger.note(order, .done(shown: nil), milliseconds: 1) }
        ledger.check(filled)
        #expect(kind(step.next(for: filled, &ledger)) == "add Add work experience")
    }

    @Test func `a section that refuses an entry gets no more`() {
        var ledger = PageLedger(applicant)
        var step = FillStep(mostRounds: 3)
        let page = PageReading.of([name("Ada")], [.of("Add work experience")])
        guard case .add(_, let section) = step.next(for: page, &ledger) else {
            Issue.record("nothing was added")
            return
        }
        step.added(nil)
        step.refused(section)
        #expect(kind(step.next(for: page, &ledger)) == "consult")
    }

    @Test func `an entry's form within the form is saved once it is filled`() throws {
        var ledger = PageLedger(applicant)
        var step = FillStep(mostRounds: 3)
        let before = PageReading.of([name("Ada")], [.of("Add work experience")])
        guard case .add(_, let section) = step.next(for: before, &ledger) else {
            Issue.record("nothing was added")
            return
        }
        let company = Field.text("Company", "Analytical Engines")
        let open = PageReading.of(
            [name("Ada"), .of(company, .currentCompany)],
            [.of("Add work experience"), .of("Save"), .of("Cancel")]
        )
        let entry = try #require(EntryForm(in: open, after: before, section))
        step.added(entry)
        #expect(step.entry != nil)
        #expect(kind(step.next(for: open, &ledger)) == "save")
        #expect(step.entry == nil)
    }

    @Test func `a field that another answer may enable is waited for, and not twice for the same`() {
        var ledger = PageLedger(applicant)
        var step = FillStep(mostRounds: 3)
        let last = ReadField.of(.text("Last name"), .lastName, ignored: .disabled)
        guard case .fill(let orders) = step.next(for: .of([name(), last]), &ledger) else {
            Issue.record("nothing was filled")
            return
        }
        let filled = PageReading.of([name("Ada"), last])
        for order in orders { ledger.note(order, .done(shown: nil), milliseconds: 1) }
        ledger.check(filled)
        #expect(kind(step.next(for: filled, &ledger)) == "wait")
        #expect(kind(step.next(for: filled, &ledger)) == "consult")
    }

    @Test func `a page that changes whenever it seems at rest is left after so many times`() {
        var ledger = PageLedger(applicant)
        var step = FillStep(mostRounds: 3)
        let page = PageReading.of([name("Ada")])
        for _ in 1..<FillStep.mostRests {
            #expect(kind(step.next(for: page, &ledger)) == "consult")
            step.consulted(bringsNew: false)
            #expect(kind(step.next(for: page, &ledger)) == "rest")
            step.rested(bringsNew: true)
        }
        #expect(kind(step.next(for: page, &ledger)) == "consult")
        step.consulted(bringsNew: false)
        #expect(kind(step.next(for: page, &ledger)) == "rest")
        step.rested(bringsNew: true)
        #expect(kind(step.next(for: page, &ledger)) == "finish")
    }
}
