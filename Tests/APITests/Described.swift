import API
import Foundation
import GhostHands
import Testing

/// Holds what is sent and answered against the OpenAPI document: the part of JSON Schema that the document uses.
enum Described {
    private static let base = "/api/v1/gh"

    /// The operation that answers a method and a path; nil when the document has none.
    static func operation(_ method: String, _ path: String) -> JSON? {
        guard path.hasPrefix(base) else { return nil }
        let parts = path.dropFirst(base.count).split(separator: "?")[0].split(separator: "/").map(String.init)
        let paths = OpenAPIDocument.json["paths"].object ?? [:]
        let fitting = paths.filter { template, operations in
            let names = template.split(separator: "/").map(String.init)
            return operations[method.lowercased()].object != nil && names.count == parts.count
                && zip(names, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
        }
        // A path by its name before one by a parameter.
        let best = fitting.min { left, right in left.key.count { $0 == "{" } < right.key.count { $0 == "{" } }
        return best?.value[method.lowercased()]
    }

    /// Where a reply is not what the document says.
    static func faults(_ method: String, _ path: String, _ status: Int, _ body: JSON) -> [String] {
        guard let operation = operation(method, path) else { return [] }
        guard let reply = operation["responses"].object?[String(status)] else {
            return ["\(method) \(path): \(status) is not described"]
        }
        return violations(body, reply["content"]["application/json"]["schema"]).map {
            "\(method) \(path) \(status): \($0)"
        }
    }

    /// Where a body is not what the document says.
    static func faults(_ method: String, _ path: String, sending body: JSON) -> [String] {
        guard let operation = operation(method, path) else { return ["\(method) \(path) is not described"] }
        return violations(body, operation["requestBody"]["content"]["application/json"]["schema"])
    }

    static func violations(_ value: JSON, _ schema: JSON, at path: String = "$") -> [String] {
        if let name = schema["$ref"].string?.split(separator: "/").last {
            return violations(value, OpenAPIDocument.json["components"]["schemas"][String(name)], at: path)
        }
        var found: [String] = []
        let types = schema["type"].string.map { [$0] } ?? schema["type"].array?.compactMap(\.string) ?? []
        if !types.isEmpty, !types.contains(where: { isOf($0, value) }) { return ["\(path) is no \(types)"] }
        if let names = schema["enum"].array, !names.contains(value) { found.append("\(path) is none of the names") }
        if let least = schema["minimum"].double, let number = value.double, number < least {
            found.append("\(path) < \(least)")
        }
        if let most = schema["maximum"].double, let number = value.double, number > most {
            found.append("\(path) > \(most)")
        }
        if let most = schema["maxLength"].int, let text = value.string, text.count > most {
            found.append("\(path) is too long")
        }
        if let members = value.object {
            for name in (schema["required"].array ?? []).compactMap(\.string) where members[name] == nil {
                found.append("\(path).\(name) is missing")
            }
            for (name, member) in members {
                found += violations(member, schema["properties"][name], at: "\(path).\(name)")
            }
        }
        for (index, element) in (value.array ?? []).enumerated() {
            found += violations(element, schema["items"], at: "\(path)[\(index)]")
        }
        return found
    }

    private static func isOf(_ type: String, _ value: JSON) -> Bool {
        switch type {
        case "object": value.object != nil
        case "array": value.array != nil
        case "string": value.string != nil
        case "boolean": value.bool != nil
        case "integer": value.int != nil
        case "number": value.double != nil
        case "null": value.isNull
        default: false
        }
    }
}
