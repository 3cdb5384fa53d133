extension Manual {
    /// The format that is written; a manual of a higher one is refused.
    public static let format = 1

    /// The manual as it is exported.
    public var json: JSON {
        [
            "format": JSON(Self.format), "id": .id(id), "version": JSON(version),
            "platform": .string(platform), "task_pattern": .string(task), "url_pattern": .string(urlPattern),
            "source": .string(source.rawValue), "pages": pagesJSON, "steps": stepsJSON,
            "health_score": .number(health.score), "success_count": JSON(health.successes),
            "failure_count": JSON(health.failures), "heal_count": JSON(health.heals),
            "quarantined": .bool(health.isQuarantined),
        ]
    }

    /// The `pages` column.
    public var pagesJSON: JSON {
        .array(pages.map { ["signature": .string($0.signature), "keys": .array($0.keys.map(JSON.string))] })
    }

    /// The `steps` column: the predecessor's members with ours beside them.
    public var stepsJSON: JSON { .array(steps.enumerated().map { $1.json(order: $0) }) }
}

extension Manual.Step {
    func json(order: Int) -> JSON {
        var members: [String: JSON] = [
            "order": JSON(order), "page": JSON(page), "action": .string(action.rawValue),
            "description": .string(description), "healthScore": .number(health), "locator": locator,
        ]
        members["value"] = template.map { .string($0.text) }
        if isSubmit { members["submit"] = .bool(true) }
        if !others.isEmpty { members["otherLocators"] = .array(others.map { .object(Self.locator(of: $0)) }) }
        members["expect"] = proof.map { .string($0.rawValue) }
        return .object(members)
    }

    private static func locator(of field: FieldMark) -> [String: JSON] {
        let texts = [
            "kind": field.kind.rawValue, "ariaLabel": field.label, "name": field.name, "id": field.id,
            "section": field.section, "placeholder": field.placeholder, "autocomplete": field.autocomplete,
            "asked": field.asked.rawValue,
        ]
        var members = texts.filter { !$0.value.isEmpty }.mapValues(JSON.string)
        if field.isRequired { members["required"] = .bool(true) }
        return members
    }

    private var locator: JSON {
        var members: [String: JSON] = [:]
        if let field { members = Self.locator(of: field) }
        if let button {
            members = ["role": "button", "text": .string(button.label), "flow": .string(button.role.rawValue)]
        }
        switch selector {
        case .css(let text)?: members["css"] = .string(text)
        case .xpath(let text)?: members["xpath"] = .string(text)
        case .testID(let text)?: members["testId"] = .string(text)
        case nil: break
        }
        return .object(members)
    }
}
