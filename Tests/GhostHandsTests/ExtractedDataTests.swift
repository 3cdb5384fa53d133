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
}
