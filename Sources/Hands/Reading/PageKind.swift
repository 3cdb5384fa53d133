import GhostHands

extension Inspection.PageKind {
    /// Tells what sort of page was read; `.other` has nothing to fill and leads nowhere.
    init(_ reading: PageReading) {
        let chosen = zip(reading.fields, reading.meanings()).filter { $0.ignored == nil && $1.asked == .newPassword }
        if let wall = reading.inTheWay, wall.kind != .twoFactor || chosen.isEmpty {
            self = .blocked
        } else if Posting.applyButton(of: reading) == nil, LoginWall.blocker(of: reading) != nil {
            self = chosen.isEmpty ? .login : .signup
        } else if Posting.applyButton(of: reading) != nil {
            self = .posting
        } else if reading.form.isEmpty {
            self = .other
        } else {
            self = !chosen.isEmpty && reading.form.count <= 6 ? .signup : .form
        }
    }
}
