import Foundation

/// What the board's two pages ask for, and what is wrong with an answer.
struct BoardForm: Sendable {
    struct Question: Sendable {
        let name: String
        let label: String
        var isRequired = true
        var options: [String] = []
        var check: (@Sendable (String) -> String?)?
    }

    let questions: [Question]

    static let details = BoardForm(questions: [
        Question(name: "first_name", label: "First name"), Question(name: "last_name", label: "Last name"),
        Question(name: "email", label: "E-mail", check: emailFault),
        Question(name: "phone", label: "Phone", check: phoneFault),
        Question(name: "country", label: "Country", options: countries),
        Question(name: "linkedin_url", label: "LinkedIn profile", isRequired: false, check: linkFault),
        Question(name: "resume", label: "Resume/CV"),
    ])

    static let questions = BoardForm(questions: [
        Question(name: "authorized", label: "Work authorization", options: ["yes", "no"]),
        Question(name: "react_years", label: "Years of React experience", check: yearsFault),
        Question(name: "salary", label: "Salary expectation", isRequired: false),
        Question(name: "motivation", label: "Why Acme Robotics", isRequired: false),
        Question(name: "source", label: "How did you hear about us", isRequired: false, options: sources),
        Question(name: "consent", label: "Consent", options: ["yes"]),
    ])

    /// The messages for the answers that cannot be taken, by question.
    func faults(in answers: [String: String]) -> [String: String] {
        var faults: [String: String] = [:]
        for question in questions {
            let answer = (answers[question.name] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
            if answer.isEmpty {
                if question.isRequired { faults[question.name] = "\(question.label) is required." }
            } else if answer.count > 4000 {
                faults[question.name] = "\(question.label) is too long."
            } else if !question.options.isEmpty && !question.options.contains(answer) {
                faults[question.name] = "Choose one of the options."
            } else {
                faults[question.name] = question.check?(answer)
            }
        }
        return faults
    }

    func options(of name: String) -> [String] { questions.first { $0.name == name }?.options ?? [] }

    private static let countries = [
        "Australia", "Austria", "Belgium", "Brazil", "Canada", "Denmark", "France", "Germany", "India", "Ireland",
        "Italy", "Japan", "Mexico", "Netherlands", "New Zealand", "Norway", "Poland", "Portugal", "Singapore", "Spain",
        "Sweden", "Switzerland", "United Kingdom", "United States",
    ]
    private static let sources = ["LinkedIn", "A friend", "Job board", "Company website", "Other"]

    @Sendable private static func emailFault(_ text: String) -> String? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isEmail = parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.contains(" ")
        return isEmail ? nil : "Enter an e-mail address like name@example.com."
    }

    @Sendable private static func phoneFault(_ text: String) -> String? {
        let digits = text.filter(\.isNumber).count
        let isPhone = (7...15).contains(digits) && text.allSatisfy { $0.isNumber || "+-(). ".contains($0) }
        return isPhone ? nil : "Enter a phone number with 7 to 15 digits."
    }

    @Sendable private static func linkFault(_ text: String) -> String? {
        let url = URL(string: text)
        return url?.scheme?.hasPrefix("http") == true && url?.host?.isEmpty == false
            ? nil : "Enter a full address, beginning with https://."
    }

    @Sendable private static func yearsFault(_ text: String) -> String? {
        Int(text).map { (0...60).contains($0) } == true ? nil : "Enter a whole number of years."
    }
}
