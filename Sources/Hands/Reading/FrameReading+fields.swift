import GhostHands

extension FrameReading.FieldReading {
    private enum Key: String, CodingKey {
        case element, kind, form, ignored
        case label, sections, lines, hint, placeholder
        case name, id, autocomplete, accept, maxLength, required
        case value, options, validity
        case widget, parts, names, entry
        case inputMode, pattern, language, beside
    }

    init(from decoder: any Decoder) throws {
        // One container for all groups: each is made anew of the whole object.
        let members = try decoder.container(keyedBy: Key.self)
        element = try members.decode(Int.self, forKey: .element)
        kind = try members.decode(FieldKind.self, forKey: .kind)
        form = try members.decodeIfPresent(Int.self, forKey: .form)
        ignored = try members.decodeIfPresent(Ignored.self, forKey: .ignored)
        said = Said(
            label: try members.text(.label),
            sections: try members.list(.sections),
            lines: try members.list(.lines),
            hint: try members.decodeIfPresent(String.self, forKey: .hint),
            placeholder: try members.text(.placeholder)
        )
        attributes = Attributes(
            name: try members.text(.name),
            id: try members.text(.id),
            autocomplete: try members.text(.autocomplete),
            accept: try members.text(.accept),
            maxLength: try members.decodeIfPresent(Int.self, forKey: .maxLength),
            required: try members.flag(.required),
            notation: Notation(
                inputMode: try members.text(.inputMode),
                pattern: try members.text(.pattern),
                language: try members.text(.language),
                beside: try members.list(.beside)
            )
        )
        holds = Holds(
            value: try members.text(.value),
            options: try members.list(.options),
            flaw: Flaw(try members.text(.validity))
        )
        build = Build(
            widget: try members.decodeIfPresent(Widget.Kind.self, forKey: .widget),
            parts: try members.list(.parts),
            names: try members.list(.names),
            entry: try members.decodeIfPresent(EntryStyle.self, forKey: .entry)
        )
    }
}

extension FrameReading.Option {
    private enum Key: String, CodingKey {
        case label, value, chosen, disabled, element, group
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        label = try members.text(.label)
        value = try members.text(.value)
        group = try members.text(.group)
        chosen = try members.flag(.chosen)
        disabled = try members.flag(.disabled)
        element = try members.decodeIfPresent(Int.self, forKey: .element)
    }
}

/// Members that are left out where they are empty: most of a field is, and telling it all would take longer than reading it.
extension KeyedDecodingContainer {
    fileprivate func text(_ key: Key) throws -> String {
        contains(key) ? try decode(String.self, forKey: key) : ""
    }

    fileprivate func flag(_ key: Key) throws -> Bool { contains(key) ? try decode(Bool.self, forKey: key) : false }

    fileprivate func list<Element: Decodable>(_ key: Key) throws -> [Element] {
        contains(key) ? try decode([Element].self, forKey: key) : []
    }
}
