extension SessionState {
    /// What is to be kept when several jobs have changed one state (R58): value by value, whoever changed it.
    ///
    /// What only one of both has changed is taken from them. What both have changed is taken from `ours`, but for what we
    /// have lost and they have renewed: no login is lost. A database that has got another form is taken as a whole from who
    /// gave it that form, for the records of one form mean nothing in another.
    ///
    /// - Parameters:
    ///   - base: the state that we began with.
    ///   - ours: the state that we have come to.
    ///   - stored: the state that is kept now.
    /// - Returns: the state to keep.
    public static func merged(base: SessionState, ours: SessionState, stored: SessionState) -> SessionState {
        var isOurs: [Key: Bool] = [:]
        for (key, own) in ours.values {
            guard case .database = key, let their = stored.values[key], their != own else { continue }
            isOurs[key] = own != base.values[key]
        }
        var result: [Key: JSON] = [:]
        for key in Set(ours.values.keys).union(stored.values.keys) {
            let (was, own, their) = (base.values[key], ours.values[key], stored.values[key])
            if let isOurs = key.database.flatMap({ isOurs[$0] }) {
                result[key] = isOurs ? own : their
            } else if own == was {
                result[key] = their
            } else if their == was {
                result[key] = own
            } else {
                result[key] = own ?? their
            }
        }
        return SessionState(result).withoutStrayRecords
    }

    /// Without records whose database is gone.
    private var withoutStrayRecords: SessionState {
        SessionState(
            values.filter { key, _ in
                guard case .record = key, let database = key.database else { return true }
                return values[database] != nil
            }
        )
    }

    // MARK: Bounds

    /// What had to be left out of a state that is too large to keep.
    public struct Dropped: Sendable, Hashable {
        /// How many databases.
        public var databases = 0
        /// How many values of local and session storage.
        public var items = 0
        /// How many cookies.
        public var cookies = 0

        /// Nothing was left out.
        public init() {}

        /// Whether everything is kept.
        public var isNothing: Bool { self == Dropped() }

        /// Counts what was left out elsewhere too.
        public static func += (left: inout Dropped, right: Dropped) {
            left.databases += right.databases
            left.items += right.items
            left.cookies += right.cookies
        }
    }

    /// As much of the state as fits: the largest databases go first, then the largest values, then the largest cookies.
    ///
    /// - Parameter most: how many bytes its JSON may have.
    /// - Returns: what fits, and what does not.
    public func bounded(to most: Int) -> (state: SessionState, dropped: Dropped) {
        var (state, dropped) = (self, Dropped())
        var size = storageState.data.count
        guard size > most else { return (state, dropped) }
        let weights = state.weights
        let order: [(Key) -> Bool] = [
            { if case .database = $0 { true } else { false } },
            { key in if case .local = key { true } else if case .session = key { true } else { false } },
            \.isCookie,
        ]
        for (rank, isOfRank) in order.enumerated() {
            let largest = weights.filter { isOfRank($0.key) }
                .sorted { ($0.value, $0.key.order) > ($1.value, $1.key.order) }
            for (key, weight) in largest where size > most {
                state.values = state.values.filter { $0.key != key && $0.key.database != key }
                size -= weight
                if rank == 0 {
                    dropped.databases += 1
                } else if rank == 1 {
                    dropped.items += 1
                } else {
                    dropped.cookies += 1
                }
            }
        }
        return (state, dropped)
    }

    /// How much the values take, those of a database together; a little less than in truth.
    private var weights: [Key: Int] {
        var weights: [Key: Int] = [:]
        for (key, value) in values { weights[key.database ?? key, default: 0] += value.data.count }
        return weights
    }
}

extension SessionState.Key {
    /// A text by which keys of one kind are put in order.
    var order: String {
        switch self {
        case .cookie(let name, let domain, let path, let partition):
            [domain, path, name, partition].joined(separator: "\0")
        case .local(let origin, let name), .session(let origin, let name), .database(let origin, let name):
            "\(origin)\0\(name)"
        case .record(let origin, let database, let store, let key):
            [origin, database, store, key].joined(separator: "\0")
        }
    }

    /// The database that it is of; nil for what is of none.
    var database: SessionState.Key? {
        switch self {
        case .database: self
        case .record(let origin, let database, _, _): .database(origin: origin, name: database)
        case .cookie, .local, .session: nil
        }
    }
}
