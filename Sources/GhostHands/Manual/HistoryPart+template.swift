extension HistoryPart {
    /// The name in templates, as the contract's profile names it.
    var templateName: String {
        switch self {
        case .organization: "organization"
        case .title: "title"
        case .degree: "degree"
        case .subject: "field"
        case .description: "description"
        case .location: "location"
        case .isCurrent: "current"
        case .start(let part): "start_\(part?.rawValue ?? "date")"
        case .end(let part): "end_\(part?.rawValue ?? "date")"
        }
    }

    init?(templateName: String) {
        let dates: [HistoryPart] = [nil, .day, .month, .year].flatMap { [HistoryPart.start($0), .end($0)] }
        let plain: [HistoryPart] = [.organization, .title, .degree, .subject, .description, .location, .isCurrent]
        let own = (plain + dates).first { $0.templateName == templateName }
        let other: [String: HistoryPart] = [
            "company": .organization, "institution": .organization, "school": .organization,
            "graduation_year": .end(.year),
        ]
        guard let part = own ?? other[templateName] else { return nil }
        self = part
    }
}
