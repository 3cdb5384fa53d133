import FoundationEssentials

extension Member where Value == String? {
    /// A text.
    static func text(_ name: String, most: Int, required: Bool = false, nonEmpty: Bool = false) -> Member {
        let least = required || nonEmpty ? 1 : 0
        let schema: JSON = ["type": "string", "minLength": JSON(least), "maxLength": JSON(most)]
        return Member(name, required: required, schema: schema) {
            $0.string(name, max: most, required: required, nonEmpty: nonEmpty)
        }
    }

    /// A text of which no more than the first letters are kept: nothing is refused for being long.
    static func words(_ name: String, kept most: Int) -> Member {
        let meaning = JSON.string("What is beyond \(most) characters is left out")
        return Member(name, schema: ["type": ["string", "null"], "description": meaning]) {
            $0.string(name, max: .max)?.clipped(most)
        }
    }

    static func email(_ name: String, most: Int, required: Bool) -> Member {
        let schema: JSON = ["type": "string", "minLength": JSON(required ? 1 : 0), "maxLength": JSON(most)]
        return Member(name, required: required, schema: schema) { $0.email(name, max: most, required: required) }
    }
}

extension Member where Value == PageAddress? {
    /// An address that is typed into forms and not opened.
    static func url(_ name: String, most: Int) -> Member {
        Member(name, schema: ["type": "string", "minLength": 0, "maxLength": JSON(most)]) {
            $0.url(name, max: most, required: false)
        }
    }

    /// An address that is opened for the job: a private one is refused (R28).
    static func openedURL(_ name: String, most: Int = 2048, required: Bool = false) -> Member {
        let schema: JSON = ["type": "string", "minLength": JSON(required ? 1 : 0), "maxLength": JSON(most)]
        return Member(name, required: required, schema: schema) {
            $0.openedURL(name, max: most, required: required)
        }
    }
}

extension Member where Value == UUID? {
    /// An id that must be there.
    static func id(_ name: String) -> Member {
        Member(name, required: true, schema: ["type": "string", "format": "uuid"]) { $0.uuid(name, required: true) }
    }
}

extension Member where Value == Date? {
    static func time(_ name: String) -> Member {
        Member(name, schema: ["type": "string", "format": "date-time"]) { $0.date(name) }
    }
}

extension Member where Value == Int {
    static func integer(_ name: String, _ range: ClosedRange<Int>, else standard: Int) -> Member {
        let schema: JSON = [
            "type": "integer", "minimum": JSON(range.lowerBound), "maximum": JSON(range.upperBound),
            "default": JSON(standard),
        ]
        return Member(name, schema: schema) { $0.int(name, in: range, default: standard) }
    }
}

extension Member where Value == Int? {
    static func integer(_ name: String, _ range: ClosedRange<Int>) -> Member {
        let schema: JSON = [
            "type": "integer", "minimum": JSON(range.lowerBound), "maximum": JSON(range.upperBound),
        ]
        return Member(name, schema: schema) { $0.optionalInt(name, in: range) }
    }
}

extension Member where Value == Double {
    static func number(_ name: String, _ range: ClosedRange<Double>, else standard: Double) -> Member {
        let schema: JSON = [
            "type": "number", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound),
            "default": .number(standard),
        ]
        return Member(name, schema: schema) { $0.number(name, in: range, default: standard) }
    }
}

extension Member where Value == Bool {
    static func yes(_ name: String, else standard: Bool, meaning: String? = nil) -> Member {
        var schema: [String: JSON] = ["type": "boolean", "default": .bool(standard)]
        schema["description"] = meaning.map(JSON.string)
        return Member(name, schema: .object(schema)) { $0.bool(name) ?? standard }
    }
}

extension Member {
    /// One of the names that an enum has, or none.
    static func choice<Name: CaseIterable & RawRepresentable<String> & Sendable>(_ name: String) -> Member
    where Value == Name? {
        Member(name, schema: Member<Name>.schema([:])) { reader in
            guard reader.value(name) != nil, let any = Name.allCases.first else { return nil }
            return reader.choice(name, default: any)
        }
    }

    /// Objects of one shape; those that are nothing known are passed over.
    static func objects<Element: Sendable>(
        _ name: String,
        most: Int,
        of shape: RequestShape,
        reading: @escaping @Sendable (inout RequestReader) -> Element?
    ) -> Member where Value == [Element] {
        let schema: JSON = ["type": "array", "maxItems": JSON(most), "items": shape.schema]
        return Member(name, schema: schema) { reader in
            var read: [Element] = []
            for (index, element) in reader.array(name, max: most).enumerated() {
                guard let object = element.object else {
                    reader.violate("\(name).\(index)", "Expected an object", .invalidType)
                    continue
                }
                reader.read(object, at: "\(name).\(index)") { inner in
                    if let one = reading(&inner) { read.append(one) }
                }
            }
            return read
        }
    }
}

extension MemberOutline {
    /// What the document says of an object that has a reader of its own.
    static func part(_ name: String, of shape: RequestShape, required isRequired: Bool = true) -> MemberOutline {
        MemberOutline(name: name, schema: shape.schema, isRequired: isRequired)
    }
}

extension Member where Value: CaseIterable & RawRepresentable<String> {
    /// One of the names that an enum has.
    static func choice(_ name: String, else standard: Value) -> Member {
        Member(name, schema: Self.schema(["default": JSON(standard)])) { $0.choice(name, default: standard) }
    }

    /// The same, and a request without it is refused: the stand-in is read, and never used.
    static func required(_ name: String, standIn: Value) -> Member {
        Member(name, required: true, schema: Self.schema([:])) { reader in
            if reader.value(name) == nil { reader.violate(name, "Required", .invalidType) }
            return reader.choice(name, default: standIn)
        }
    }

    fileprivate static func schema(_ more: [String: JSON]) -> JSON {
        let names: [String: JSON] = ["type": "string", "enum": .array(Value.allCases.map { JSON($0) })]
        return .object(names.merging(more) { $1 })
    }
}

extension Member where Value == [String] {
    static func texts(_ name: String, most: Int, eachAtMost length: Int) -> Member {
        let item: JSON = ["type": "string", "minLength": 0, "maxLength": JSON(length)]
        let schema: JSON = ["type": "array", "maxItems": JSON(most), "items": item]
        return Member(name, schema: schema) { $0.strings(name, max: most, eachAtMost: length) }
    }
}

extension Member where Value == [String: JSON]? {
    /// An object of the caller's own.
    static func object(_ name: String, required isRequired: Bool = false, meaning: String? = nil) -> Member {
        let schema: JSON =
            meaning.map { ["type": ["object", "null"], "description": .string($0)] } ?? ["type": "object"]
        return Member(name, required: isRequired, schema: schema) { $0.object(name, required: isRequired) }
    }
}
