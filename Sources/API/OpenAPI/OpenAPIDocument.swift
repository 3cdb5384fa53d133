package import GhostHands

/// The API as OpenAPI 3.1 describes it (spec.openapis.org/oas/v3.1.0): served at `/openapi.yaml`, readable at `/docs`.
package enum OpenAPIDocument {
    /// The document; `docs/openapi.yaml` is its text.
    package static let yaml = ["openapi", "info", "servers", "security", "paths", "components"]
        .map { YAML.text([$0: json[$0]]) }.joined()

    /// The document as JSON.
    package static let json: JSON = [
        "openapi": "3.1.0",
        "info": [
            "title": "GhostHands", "version": "1",
            "description": """
            Applies to jobs for people: takes jobs over REST, fills the forms in Chromium, proves what it sent. \
            Unknown members of a body are never fatal and are named in `warnings`. `/health` and `/monitoring/*` \
            answer at the root too. Any other method of a path is answered 405, `OPTIONS` 204, both with `Allow`; pages \
            of other origins are granted nothing (no CORS). After 408, 413, 414, 431, 501, a 401 before the body's end and \
            what is not valid HTTP the connection is closed.
            """,
        ],
        "servers": [["url": "/api/v1/gh"]],
        "security": [["serviceKey": []]],
        "paths": .object(paths),
        "components": [
            "securitySchemes": [
                "serviceKey": ["type": "apiKey", "in": "header", "name": "X-GH-Service-Key"],
                "operatorToken": ["type": "http", "scheme": "bearer"],
            ],
            "schemas": .object(schemas),
        ],
    ]

    private static var paths: [String: JSON] {
        var paths: [String: [String: JSON]] = [:]
        for operation in operations { paths[operation.path, default: [:]][operation.method] = operation.json }
        return paths.mapValues(JSON.object)
    }
}

/// One thing that can be asked of the API.
struct Operation {
    let method: String
    let path: String
    let summary: String
    var needsKey = true
    /// Whether it is for people's own browsers, which have tokens of their own.
    var isOfDesk = false
    /// The schema of the body, and whether there must be one.
    var body: (schema: String, isRequired: Bool)?
    /// The parameters behind the `?`.
    var query: [JSON] = []
    /// What is answered: the status, its meaning, the schema; none where there is no body.
    let answers: [(status: Int, meaning: String, schema: String)]
    /// What a success is written in.
    var media = ["application/json"]

    var json: JSON {
        var members: [String: JSON] = [
            "summary": .string(summary), "operationId": .string(id), "responses": .object(responses),
        ]
        let parameters = pathParameters + query
        if !parameters.isEmpty { members["parameters"] = .array(parameters) }
        if !needsKey { members["security"] = [] }
        if isOfDesk { members["security"] = [["operatorToken": []]] }
        if let body {
            members["requestBody"] = [
                "required": .bool(body.isRequired),
                "content": ["application/json": ["schema": Operation.reference(body.schema)]],
            ]
        }
        return .object(members)
    }

    /// For example `post_jobs_id_cancel`.
    private var id: String {
        let words = path.split { !$0.isLetter && $0 != "_" }.joined(separator: "_")
        return "\(method)_\(words)"
    }

    private var pathParameters: [JSON] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { part in
            [
                "name": .string(String(part.dropFirst().dropLast())), "in": "path", "required": true,
                "schema": ["type": "string"],
            ]
        }
    }

    private var responses: [String: JSON] {
        var all = answers
        if needsKey { all.append((401, "The service key is missing or wrong", "Error")) }
        if path.contains("{") { all.append((404, "Nothing with this id or address exists", "Error")) }
        if body != nil || !query.isEmpty { all.append((422, "What is wrong, field by field", "Error")) }
        if body != nil {
            all.append((400, "The body is not JSON, or the request is not valid HTTP", "Error"))
            all.append((408, "The body took too long to arrive", "Error"))
            all.append((413, "The body is larger than 1 MiB", "Error"))
            all.append((415, "The body has a Content-Encoding", "Error"))
        }
        if needsKey {
            all.append((403, "Asked from the console, which may only look, or from a foreign page", "Error"))
        }
        all.append((400, "The request is not valid HTTP", "Error"))
        all.append((414, "The path with its query is too long", "Error"))
        all.append((431, "The headers are too long or too many", "Error"))
        all.append((501, "The Transfer-Encoding is not known", "Error"))
        if needsKey || path.contains("monitoring") {
            all.append((503, "The database cannot serve the request at present; the message says why", "Error"))
        }
        return Dictionary(
            all.map { answer in
                (String(answer.status), response(answer.status, answer.meaning, answer.schema))
            }
        ) { first, _ in first }
    }

    private func response(_ status: Int, _ meaning: String, _ schema: String) -> JSON {
        if schema.isEmpty { return ["description": .string(meaning)] }
        let kinds = status < 300 ? media : ["application/json"]
        let content = Dictionary(
            uniqueKeysWithValues: kinds.map { ($0, ["schema": Operation.reference(schema)] as JSON) }
        )
        return ["description": .string(meaning), "content": .object(content)]
    }

    static func reference(_ schema: String) -> JSON { ["$ref": .string("#/components/schemas/\(schema)")] }
}
