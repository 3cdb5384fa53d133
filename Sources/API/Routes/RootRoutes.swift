import GhostHands
import HTTPTypes
import Hummingbird

/// What there is at the root: the console for people, and for programs where the API is.
struct RootRoutes: Sendable {
    let hasConsole: Bool

    func add(to routes: some RouterMethods<APIContext>) {
        routes.get("/") { [hasConsole] request, _ in
            if let place = Self.place(accept: request.headers[.accept], hasConsole: hasConsole) {
                return ConsoleRoutes.moved(place)
            }
            var places: [String: JSON] = [
                "service": "ghosthands", "api": "/api/v1/gh", "description": "/openapi.yaml", "docs": "/docs",
                "health": "/health",
            ]
            if hasConsole { places["console"] = "/console" }
            return Response(json: .object(places))
        }
    }

    /// Where a browser is led; nil for everybody else.
    static func place(accept: String?, hasConsole: Bool) -> String? {
        guard accept?.contains("text/html") == true else { return nil }
        return hasConsole ? "console" : "docs"
    }
}
