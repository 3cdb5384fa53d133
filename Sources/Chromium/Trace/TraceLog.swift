import Foundation

/// The recording as it grows: values in, values out.
struct TraceLog: Sendable {
    private static let mostRequests = 5_000
    private static let mostComplaints = 1_000
    private static let mostSteps = 2_000
    private static let mostBytes = 200 << 20

    private(set) var record: TraceRecord
    private(set) var files: [String: Data] = [:]
    private var names: [Data: String] = [:]
    private var bytes = 0
    private var underWay: [String: (index: Int, since: Double)] = [:]

    init(title: String, began: Date) {
        record = TraceRecord(title: title, began: began)
    }

    /// Keeps a file, once however often it comes.
    mutating func keep(_ data: Data?, in folder: String, as ending: String) -> String? {
        guard let data else { return nil }
        if let known = names[data] { return known }
        guard bytes + data.count <= Self.mostBytes else {
            record.isCut = true
            return nil
        }
        bytes += data.count
        let name = "\(folder)/\(files.count + 1).\(ending)"
        files[name] = data
        names[data] = name
        return name
    }

    mutating func begin(_ name: String, url: String, at time: Double) -> Int? {
        guard record.steps.count < Self.mostSteps else {
            record.isCut = true
            return nil
        }
        record.steps.append(TraceRecord.Step(name: name, start: time, url: Self.plain(url)))
        return record.steps.count - 1
    }

    mutating func change(_ step: Int, _ change: (inout TraceRecord.Step) -> Void) {
        change(&record.steps[step])
    }

    mutating func hear(_ event: ViewEvent, of session: String, at time: Double) {
        switch event {
        case .requestSent(let sent): begin(sent, key: session + sent.requestId, at: time)
        case .responseReceived(let received):
            guard let open = underWay[session + received.requestId] else { return }
            record.requests[open.index].status = received.response.status
        case .requestFinished(let ended), .requestFailed(let ended):
            guard let open = underWay.removeValue(forKey: session + ended.requestId) else { return }
            record.requests[open.index].duration = (ended.timestamp - open.since) * 1_000
            record.requests[open.index].bytes = ended.encodedDataLength.map { Int($0) }
            record.requests[open.index].failure = ended.errorText
        case .dialogClosed: break
        case .console(let call):
            if call.type == "error" || call.type == "assert" { complain(call.message, at: time) }
        case .exception(let thrown): complain(thrown.message, at: time)
        case .frame: break
        }
    }

    private mutating func begin(_ sent: RequestTimed, key: String, at time: Double) {
        if let redirect = sent.redirectResponse, let open = underWay[key] {
            record.requests[open.index].status = redirect.status
            record.requests[open.index].duration = (sent.timestamp - open.since) * 1_000
            record.requests[open.index].bytes = redirect.encodedDataLength.map { Int($0) }
        }
        guard record.requests.count < Self.mostRequests else { return record.isCut = true }
        underWay[key] = (record.requests.count, sent.timestamp)
        record.requests.append(
            TraceRecord.Request(
                method: sent.request.method,
                url: Self.plain(sent.request.url),
                kind: sent.type ?? "Other",
                start: time
            )
        )
    }

    private mutating func complain(_ message: String, at time: Double) {
        guard record.complaints.count < Self.mostComplaints else { return record.isCut = true }
        record.complaints.append(TraceRecord.Complaint(at: time, message: String(message.prefix(500))))
    }

    /// Queries and fragments may carry what nobody should read; the data in a data address may be long.
    static func plain(_ url: String) -> String {
        if url.hasPrefix("data:") { return String(url.prefix { $0 != "," }.prefix(100)) }
        return String(url.prefix { $0 != "?" && $0 != "#" }.prefix(500))
    }
}
