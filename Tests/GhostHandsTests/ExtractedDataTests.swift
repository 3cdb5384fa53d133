import GhostHands
import Testing

/// What a model read off a page, held against schema and page.
struct ExtractedDataTests {
    @Test func `what does not stand on the page is named`() {
        let data: JSON = [
            "a": "Senior Engineer", "b": "Astronaut", "n": 1200, "m": .int(.min), "kind": "remote", "e": "",
        ]
        let schema: JSON = ["properties": ["kind": ["enum": ["remote", "office"]]]]
        let found = ExtractedData.unfounded(data, in: "A senior engineer for 1,200 people", schema: schema)
        #expect(found == ["/b", "/m"])
    }

    @Test func `pages are joined without repeating an item`() {
        let first: JSON = ["title": "Jobs", "list": [1, 2]]
        #expect(
            ExtractedData.join(first, ["title": "Jobs 2", "list": [2, 3]]) == ["title": "Jobs", "list": [1, 2, 3]]
        )
    }

    @Test func `a schema says where data does not fit`() {
        let schema = JSONSchema([
            "type": "object", "required": ["list"], "additionalProperties": false,
            "properties": ["list": ["type": "array", "items": ["$ref": "#/$defs/one"], "minItems": 1]],
            "$defs": ["one": ["type": "object", "properties": ["n": ["type": "integer", "minimum": 1]]]],
        ])
        #expect(schema.faults(in: ["list": [["n": 1]]]).isEmpty)
        let faults = schema.faults(in: ["list": [["n": 0], ["n": "x"]], "more": 1]).map(\.path)
        #expect(faults == ["/list/0/n", "/list/1/n", "/more"])
        #expect(schema.faults(in: [:]).map(\.message) == ["is missing"])
    }

    @Test(.timeLimit(.minutes(1))) func `no schema keeps a worker busy for longer than it is worth`() {
        let text = JSON.string(String(repeating: "a", count: 40) + "!")
        let optional = String(repeating: "a?", count: 40) + String(repeating: "a", count: 40)
        for pattern in [
            "^(a+)+$", "^(a|a)*$", "^(?=a)a", "^(a)\\1", "a*a*a*a*a*a*b", optional, "(a{1,30}){1,30}b", "[[a]]+",
        ] {
            // What could take long is not tried, and so fits.
            #expect(JSONSchema(["pattern": .string(pattern)]).faults(in: text).isEmpty, "\(pattern)")
        }
        let itself: JSON = ["$ref": "#"]
        for word in ["allOf", "anyOf", "oneOf"] {
            let schema = JSONSchema([word: .array(Array(repeating: itself, count: 30))])
            #expect(!schema.faults(in: 1).isEmpty, "\(word)")
        }
    }

    @Test(arguments: [
        ("^[0-9]{4}-[0-9]{2}$", "2026-02", "2026-2"), ("^(?:full|part)-time$", "full-time", "some-time"),
        ("[A-Z]{2,3}-\\d+", "see AB-12", "see A-12"), ("^\\$?\\d+(\\.\\d{2})?$", "$12.50", "$12.5"),
        ("^[^@ ]+@[^@ ]+$", "a@b", "a b"), ("^([0-9a-f]{4}){2}$", "0a1b2c3d", "0a1b"),
    ]) func `a pattern of good will is held to`(_ pattern: String, _ good: String, _ bad: String) {
        let schema = JSONSchema(["pattern": .string(pattern)])
        #expect(schema.faults(in: .string(good)).isEmpty)
        #expect(schema.faults(in: .string(bad)).count == 1)
    }
}
