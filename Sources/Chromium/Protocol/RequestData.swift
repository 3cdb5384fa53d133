/// What a request asks for and carries: `Network.Request` of the protocol.
struct RequestData: Decodable, Sendable {
    let url: String
    let method: String
    let body: RequestBody

    private enum Key: String, CodingKey { case url, method, hasPostData, postData, headers }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        url = try members.decode(String.self, forKey: .url)
        method = try members.decode(String.self, forKey: .method)
        body = try Self.body(members)
    }

    private static func body(_ members: KeyedDecodingContainer<Key>) throws -> RequestBody {
        guard try members.decodeIfPresent(Bool.self, forKey: .hasPostData) ?? false else { return .none }
        guard let text = try members.decodeIfPresent(String.self, forKey: .postData),
            text.utf8.count <= RequestBody.longest
        else { return .unseen }
        let headers = try members.decodeIfPresent([String: String].self, forKey: .headers) ?? [:]
        return .text(text, type: headers.first { $0.key.lowercased() == "content-type" }?.value ?? "")
    }
}
