import Foundation
import GhostHands
import Hummingbird
import Store

/// What `GET /jobs` is asked for (R36).
struct JobListing: Sendable {
    var filter = Jobs.Filter()
    let page: Paging.Place
    /// Where to go on, by the `next_cursor` of an earlier page.
    var place: Jobs.Place?

    /// Reads the query.
    ///
    /// - Throws: ``APIError`` naming every parameter that is wrong.
    init(_ request: Request) throws {
        var query = QueryReader(request)
        page = Paging.jobs.read(&query)
        filter.statuses = Self.statuses(&query)
        filter = Self.which(&query, filter)
        readSort(&query)
        if let text = query.text("cursor") {
            place = Self.place(text, sortedBy: filter.sort)
            if place == nil {
                let reason = "This next_cursor is of a list with another sort order; leave it out to begin anew"
                query.violate("cursor", reason, .invalidString)
            }
        }
        try query.finish()
    }

    /// Which jobs are counted.
    ///
    /// - Throws: ``APIError`` naming every parameter that is wrong.
    static func counted(_ request: Request) throws -> Jobs.Filter {
        var query = QueryReader(request)
        let filter = which(&query, Jobs.Filter())
        try query.finish()
        return filter
    }

    /// What lists and counts are narrowed by alike.
    private static func which(_ query: inout QueryReader, _ filter: Jobs.Filter) -> Jobs.Filter {
        var filter = filter
        filter.jobType = choice("job_type", &query)
        if let text = query.text("user_id") {
            filter.userID = UUID(uuidString: text)
            if filter.userID == nil { query.violate("user_id", "Invalid UUID", .invalidString) }
        }
        if let text = query.text("q") {
            filter.search = text.isEmpty ? nil : text
            if text.utf8.count > longestSearch { query.violate("q", "Is longer than \(longestSearch) bytes", .tooBig) }
        }
        return filter
    }

    private static let longestSearch = 200

    /// `status=failed,cancelled`, also as several parameters or as `status[]`.
    private static func statuses(_ query: inout QueryReader) -> [JobStatus] {
        let names = (query.texts("status") + query.texts("status[]")).flatMap { $0.split(separator: ",") }
        return names.compactMap { name in
            if let status = JobStatus(rawValue: name.trimmingCharacters(in: .whitespaces)) { return status }
            query.violate("status", "Each must be one of: \(allowed(JobStatus.self))", .invalidEnumValue)
            return nil
        }
    }

    private static func choice<E: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        _ query: inout QueryReader
    ) -> E? {
        guard let text = query.text(name) else { return nil }
        let value = E(rawValue: text)
        if value == nil { query.violate(name, "Must be one of: \(allowed(E.self))", .invalidEnumValue) }
        return value
    }

    private static func allowed<E: RawRepresentable<String> & CaseIterable>(_: E.Type) -> String {
        E.allCases.map(\.rawValue).joined(separator: ", ")
    }

    /// `-created_at` as the contract has it, or the predecessor's `created_at:desc`.
    private mutating func readSort(_ query: inout QueryReader) {
        guard let text = query.text("sort") else { return }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let direction = parts.count == 2 ? parts[1].lowercased() : text.hasPrefix("-") ? "desc" : "asc"
        let name = String(parts.count == 2 ? parts[0] : text.drop { $0 == "-" })
        guard let field = Jobs.SortField(rawValue: name), ["asc", "desc"].contains(direction) else {
            let message = "Must be one of: \(Self.allowed(Jobs.SortField.self)); a leading - sorts in descending order"
            return query.violate("sort", message, .invalidEnumValue)
        }
        filter.sort = field
        filter.isDescending = direction == "desc"
    }

    /// A place as text that fits into a URL.
    static func cursor(_ place: Jobs.Place) -> String {
        Base64URL.text(Data("\(place.id.uuidString) \(place.key)".utf8))
    }

    private static func place(_ text: String, sortedBy field: Jobs.SortField) -> Jobs.Place? {
        guard let data = Base64URL.data(text), let plain = String(bytes: data, encoding: .utf8)
        else { return nil }
        let parts = plain.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let id = UUID(uuidString: String(parts[0])) else { return nil }
        let place = Jobs.Place(key: String(parts[1]), id: id)
        return field.canSort(by: place.key) ? place : nil
    }
}
