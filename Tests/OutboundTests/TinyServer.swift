import Foundation
import Glibc
import NIOConcurrencyHelpers

/// A real HTTP/1.1 server of a few lines: one request a connection, answered by a closure.
final class TinyServer: Sendable {
    struct Request: Sendable {
        var method = ""
        var path = ""
        var headers: [String: String] = [:]
        var body = Data()
    }

    struct Reply: Sendable {
        var status = 200
        var headers: [String: String] = [:]
        var body = Data()
        /// Whether the body goes on for ever, without a length.
        var isEndless = false
        /// Bytes in place of all the rest, after which the connection is closed.
        var raw: Data?
    }

    let port: Int
    private let listener: Int32
    private let seen = NIOLockedValueBox<[Request]>([])

    /// The requests so far.
    var requests: [Request] { seen.withLockedValue(\.self) }

    /// Lends a running server.
    static func with<Value: Sendable>(
        answering answer: @escaping @Sendable (Request) -> Reply?,
        _ body: (TinyServer) async throws -> Value
    ) async throws -> Value {
        let server = try TinyServer(answer)
        defer { server.stop() }
        return try await body(server)
    }

    private init(_ answer: @escaping @Sendable (Request) -> Reply?) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [seen] in
            defer { close(listener) }
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread { Self.serve(connection, seen, answer) }
            }
        }
    }

    /// Only the accepting thread closes the descriptor: its number could be another server's by the next accept.
    private func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private static func serve(
        _ connection: Int32,
        _ seen: NIOLockedValueBox<[Request]>,
        _ answer: (Request) -> Reply?
    ) {
        defer { close(connection) }
        guard let request = read(connection) else { return }
        seen.withLockedValue { $0.append(request) }
        guard let reply = answer(request) else {
            // No answer: hold the connection until the client gives up.
            var byte: UInt8 = 0
            _ = recv(connection, &byte, 1, 0)
            return
        }
        if let raw = reply.raw {
            _ = write(raw, to: connection)
            return
        }
        let length = reply.isEndless ? "" : "content-length: \(reply.body.count)\r\n"
        var head = "HTTP/1.1 \(reply.status) X\r\n\(length)connection: close\r\n"
        for (name, value) in reply.headers { head += "\(name): \(value)\r\n" }
        guard write(Data((head + "\r\n").utf8) + reply.body, to: connection), reply.isEndless else { return }
        // A little at a time, until the client hangs up.
        var client = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
        while poll(&client, 1, 10) == 0, write(Data(repeating: 46, count: 256), to: connection) {}
    }

    private static func write(_ data: Data, to connection: Int32) -> Bool {
        let bytes = [UInt8](data)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    private static func read(_ connection: Int32) -> Request? {
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            if let request = parse(data) { return request }
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            data.append(contentsOf: buffer.prefix(count))
        }
    }

    private static func parse(_ data: Data) -> Request? {
        guard let end = data.range(of: Data("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: data[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ").map(String.init)
        var request = Request(method: words[0], path: words[1])
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            request.headers[line[..<colon].lowercased()] =
                line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        request.body = Data(data[end.upperBound...])
        return request.body.count >= Int(request.headers["content-length"] ?? "0") ?? 0 ? request : nil
    }
}
