import GhostHands

/// What the row of a host holds.
///
/// What other hosts have left in jobs for this one stands beside what the host itself has left: it comes back in its own
/// jobs alone, so that what a page frames, opens or leads through reaches no log-in that its user has elsewhere.
struct SessionRow: Sendable, Hashable {
    /// What the host has left, and in the predecessor's rows those above it.
    var own: SessionState
    /// What other hosts have left in jobs for this one.
    var guests: SessionState

    static let nothing = SessionRow(own: SessionState(), guests: SessionState())

    init(own: SessionState, guests: SessionState) {
        self.own = own
        self.guests = guests
    }

    /// Reads what was sealed.
    ///
    /// The predecessor kept the whole browser under one host, and bound it to nothing: what it holds
    /// of others counts for nothing.
    init(_ json: JSON, of host: HostName) {
        let chain = host.chain
        own = SessionState(storageState: json).filtered { chain.contains($0) }
        guests = SessionState(storageState: json["guests"]).filtered { !chain.contains($0) }
    }

    /// What is sealed.
    var json: JSON {
        let whole = own.storageState.object ?? [:]
        return guests.isEmpty ? .object(whole) : .object(whole.merging(["guests": guests.storageState]) { $1 })
    }

    /// What is of no host that has a row of its own.
    func beside(_ hosts: Set<HostName>) -> SessionState { guests.filtered { !hosts.contains($0) } }

    /// As much as fits: what others have left goes first.
    func bounded(to most: Int) -> (row: SessionRow, dropped: SessionState.Dropped) {
        let (own, lost) = own.bounded(to: most)
        var dropped = lost
        guard !guests.isEmpty else { return (SessionRow(own: own, guests: guests), dropped) }
        let (left, gone) = guests.bounded(to: max(0, most - own.storageState.data.count))
        dropped += gone
        return (SessionRow(own: own, guests: left), dropped)
    }

    /// Without the cookies whose time is over.
    func current(at now: Double) -> SessionRow {
        SessionRow(own: own.current(at: now), guests: guests.current(at: now))
    }

    var isEmpty: Bool { own.isEmpty && guests.isEmpty }

    /// What is to be kept when several jobs have changed a row.
    static func merged(base: SessionRow, ours: SessionRow, stored: SessionRow) -> SessionRow {
        SessionRow(
            own: .merged(base: base.own, ours: ours.own, stored: stored.own),
            guests: .merged(base: base.guests, ours: ours.guests, stored: stored.guests)
        )
    }
}

extension SessionState {
    /// The values of the hosts that are wanted.
    func filtered(_ isWanted: (HostName) -> Bool) -> SessionState {
        SessionState(values.filter { $0.key.host.map(isWanted) ?? false })
    }
}
