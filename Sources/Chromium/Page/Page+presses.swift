import Foundation

extension Page {
    /// What our script calls to tell of a press.
    static let pressBinding = "ghosthandsTell"

    private static let pressScript = String(decoding: PackageResources.presses_js, as: UTF8.self)

    /// Tells of presses in all its documents from now on.
    func tellPresses() {
        state.update { $0.tellsPresses = true }
        let sessions = Set(state.current.frames.inOrder.map(\.session)).union([session.id ?? ""])
        for id in sessions { tellPresses(in: Session(connection: session.connection, id: id)) }
    }

    /// Gives a new document's world the function: where the browser does not report worlds, which pages could notice,
    /// it gives it only to those that are there.
    func bindPresses(after event: PageEvent, in id: String) {
        let isNew =
            switch event {
            case .frameNavigated: true
            case .lifecycle(let moment): moment.name == "DOMContentLoaded"
            default: false
            }
        guard isNew, state.current.tellsPresses else { return }
        let session = Session(connection: session.connection, id: id)
        let deadline = Deadline(after: surroundings.patience)
        _ = session.post(.unbind(Self.pressBinding), by: deadline)
        _ = session.post(.bind(Self.pressBinding), by: deadline)
    }

    func tellPresses(in session: Session) {
        let deadline = Deadline(after: surroundings.patience)
        _ = session.post(.bind(Self.pressBinding), by: deadline)
        _ = session.post(.plant(Self.pressScript), by: deadline)
    }
}
