import FoundationEssentials

extension SessionState {
    /// Takes a storage state apart: Playwright's JSON, with what that leaves out besides.
    ///
    /// What is none of it is passed over: others may have written it.
    public init(storageState json: JSON) {
        self.init()
        for cookie in json["cookies"].array ?? [] { add(cookie: cookie) }
        for origin in json["origins"].array ?? [] {
            guard let name = origin["origin"].string else { continue }
            for item in origin["localStorage"].array ?? [] {
                if let key = item["name"].string { values[.local(origin: name, name: key)] = item["value"] }
            }
            for item in origin["sessionStorage"].array ?? [] {
                if let key = item["name"].string { values[.session(origin: name, name: key)] = item["value"] }
            }
            for database in origin["databases"].array ?? [] { add(database: database, of: name) }
        }
    }

    /// How much of a storage state could not be read from the browser.
    ///
    /// - Parameter json: the storage state.
    public static func unreadable(in json: JSON) -> Dropped {
        (json["origins"].array ?? []).reduce(into: Dropped()) { dropped, origin in
            dropped.items += origin["omitted"].int ?? 0
            dropped.databases += origin["omittedDatabases"].int ?? 0
        }
    }

    /// The origins of which not everything could be read from the browser, or restored in it.
    ///
    /// - Parameter json: the storage state.
    public static func partlyRead(in json: JSON) -> Set<String> {
        let partly = (json["origins"].array ?? []).filter {
            ($0["omitted"].int ?? 0) + ($0["omittedDatabases"].int ?? 0) > 0
        }
        return Set(partly.compactMap { $0["origin"].string })
    }

    private mutating func add(cookie: JSON) {
        guard let name = cookie["name"].string, let domain = cookie["domain"].string else { return }
        let ancestor = cookie["_crHasCrossSiteAncestor"].bool == true ? "+" : ""
        let key = Key.cookie(
            name: name,
            domain: domain.lowercased(),
            path: cookie["path"].string ?? "/",
            partition: cookie["partitionKey"].string.map { $0 + ancestor } ?? ""
        )
        values[key] = cookie
    }

    /// The stores of a database are a JSON text of the browser's side; one that cannot be read is one value.
    private mutating func add(database: JSON, of origin: String) {
        guard let name = database["name"].string, let content = database["content"].string else { return }
        let key = Key.database(origin: origin, name: name)
        guard let stores = (try? JSON(parsing: Data(content.utf8)))?.array,
            stores.allSatisfy({ $0["name"].string != nil })
        else {
            values[key] = ["version": database["version"], "content": .string(content)]
            return
        }
        var forms: [JSON] = []
        for store in stores {
            guard var form = store.object, let storeName = store["name"].string else { continue }
            for record in form.removeValue(forKey: "records")?.array ?? [] {
                guard let recordKey = record.array?.first else { continue }
                values[.record(origin: origin, database: name, store: storeName, key: recordKey.text)] = record
            }
            forms.append(.object(form))
        }
        values[key] = ["version": database["version"], "stores": .array(forms)]
    }

    /// The state as a browser context is given it.
    public var storageState: JSON {
        var cookies: [(Key, JSON)] = []
        var origins: [String: OriginParts] = [:]
        for (key, value) in values {
            guard let origin = key.origin else {
                cookies.append((key, value))
                continue
            }
            origins[origin, default: OriginParts()].add(key, value)
        }
        let sorted = origins.sorted { $0.key < $1.key }
        return [
            "cookies": .array(cookies.sorted { $0.0.order < $1.0.order }.map(\.1)),
            "origins": .array(sorted.map { $0.value.json(of: $0.key) }),
        ]
    }
}

/// What is of one origin, while it is put together again.
private struct OriginParts {
    var local: [String: JSON] = [:]
    var session: [String: JSON] = [:]
    var databases: [String: JSON] = [:]
    var records: [String: [String: [String: JSON]]] = [:]

    mutating func add(_ key: SessionState.Key, _ value: JSON) {
        switch key {
        case .cookie: break
        case .local(_, let name): local[name] = value
        case .session(_, let name): session[name] = value
        case .database(_, let name): databases[name] = value
        case .record(_, let database, let store, let key):
            records[database, default: [:]][store, default: [:]][key] = value
        }
    }

    func json(of origin: String) -> JSON {
        [
            "origin": .string(origin), "localStorage": Self.items(local), "sessionStorage": Self.items(session),
            "databases": .array(databases.sorted { $0.key < $1.key }.map(database)),
        ]
    }

    private static func items(_ items: [String: JSON]) -> JSON {
        .array(items.sorted { $0.key < $1.key }.map { ["name": .string($0.key), "value": $0.value] })
    }

    private func database(_ name: String, _ form: JSON) -> JSON {
        let stores = (form["stores"].array ?? []).map { store in
            let kept = records[name]?[store["name"].string ?? ""] ?? [:]
            let sorted = kept.sorted { $0.key < $1.key }.map(\.value)
            return JSON.object((store.object ?? [:]).merging(["records": .array(sorted)]) { $1 })
        }
        let content = form["content"].string ?? JSON.array(stores).text
        return ["name": .string(name), "version": form["version"], "content": .string(content)]
    }
}
