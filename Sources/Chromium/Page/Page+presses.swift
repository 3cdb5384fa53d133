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

    /// Gives a new document's world the function and the script: where the browser does not report worlds, which pages
    /// could notice, it gives the one only to those that are there, and the other to no document before a script of the
    /// page's own runs in it, which may be never.
    func bindPresses(after event: PageEvent, in id: String) {
        let frame: String? =
            switch event {
            case .frameNavigated(let navigated): navigated.frame.id
            case .lifecycle(let moment) where moment.name == "DOMContentLoaded": moment.frameId
            default: nil
            }
        guard let frame, state.current.tellsPresses else { return }
        let session = Session(connection: session.connection, id: id)
        let deadline = Deadline(after: surroundings.patience)
        let world = session.post(.isolatedWorld(in: frame), by: deadline)
        _ = session.post(.unbind(Self.pressBinding), by: deadline)
        _ = session.post(.bind(Self.pressBinding), by: deadline)
        world.then { world in
            _ = session.post(.evaluate(Self.pressScript, in: world.executionContextId), by: deadline)
        }
    }

    func tellPresses(in session: Session) {
        let deadline = Deadline(after: surroundings.patience)
        _ = session.post(.bind(Self.pressBinding), by: deadline)
        _ = session.post(.plant(Self.pressScript), by: deadline)
    }
}
