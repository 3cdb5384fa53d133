import GhostHands

/// How a list is asked for page by page: said once for the reader and for the API's document.
struct Paging: Sendable {
    private let most: Int
    private let standard: Int
    private static let offsets = 0...1_000_000

    /// `GET /jobs`.
    static let jobs = Paging(most: 100, standard: 50)
    /// `GET /jobs/:id/events`.
    static let log = Paging(most: 500, standard: 100)
    /// `GET /manuals`.
    static let manuals = Paging(most: 100, standard: 50)
    /// `GET /callbacks`, which has one page: the newest.
    static let callbacks = Paging(most: 500, standard: 100)

    /// A page that is wanted.
    struct Place {
        let limit: Int
        let offset: Int
    }

    /// Reads which page is wanted.
    func read(_ query: inout QueryReader) -> Place {
        Place(limit: limit(&query), offset: query.int("offset", in: Self.offsets, default: 0))
    }

    /// Reads how many are wanted.
    func limit(_ query: inout QueryReader) -> Int { query.int("limit", in: 1...most, default: standard) }

    /// The parameter that says how many, as the document has it.
    var limitParameter: JSON {
        OpenAPIDocument.parameter(
            "limit",
            "How many at most",
            ["type": "integer", "minimum": 1, "maximum": JSON(most), "default": JSON(standard)]
        )
    }

    /// The parameters as the document has them.
    var parameters: [JSON] {
        [
            limitParameter,
            OpenAPIDocument.parameter(
                "offset",
                "How many to skip",
                ["type": "integer", "minimum": 0, "maximum": JSON(Self.offsets.upperBound), "default": 0]
            ),
        ]
    }
}
