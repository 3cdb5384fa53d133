import GhostHands

extension CodeComplaint {
    /// Reads what the page says of a code.
    ///
    /// - Parameters:
    ///   - reading: the page after the code was sent.
    ///   - before: the page before; nil for all that it says.
    init?(in reading: PageReading, since before: PageReading? = nil) {
        let known = Set(before?.alerts ?? [])
        let alerts = reading.alerts.filter { !known.contains($0) }.map(\.text)
        let old = Set((before?.text ?? "").split(whereSeparator: \.isNewline))
        let lines = reading.text.split(whereSeparator: \.isNewline).filter { !old.contains($0) && $0.count <= 200 }
        if let said = CodeComplaint(alerts + lines.map(String.init).filter { CodeWording.asks($0) }) {
            self = said
        } else if CodeFields.of(reading).contains(where: { $0.field.flaw?.isMarked ?? false }) {
            self = .refused
        } else {
            return nil
        }
    }
}
