struct FrameTreeReply: Decodable, Sendable {
    struct Node: Decodable, Sendable {
        let frame: FrameFacts
        let childFrames: [Node]?
    }

    let frameTree: Node
}

struct FrameFacts: Decodable, Sendable {
    let id: String
    let parentId: String?
    let loaderId: String
    let url: String
    let urlFragment: String?
    let unreachableUrl: String?
}

struct NavigationReply: Decodable, Sendable {
    let loaderId: String?
    let errorText: String?
}

struct LayoutMetrics: Decodable, Sendable {
    struct Size: Decodable, Sendable {
        let width: Double
        let height: Double
    }

    let cssContentSize: Size
}

extension Command where Result == FrameTreeReply {
    static var frameTree: Command { Command("Page.getFrameTree") }
}

extension Command where Result == NavigationReply {
    static func navigate(to url: String) -> Command { Command("Page.navigate", ["url": .string(url)]) }
}

extension Command where Result == LayoutMetrics {
    static var layoutMetrics: Command { Command("Page.getLayoutMetrics") }
}

extension Command where Result == Nothing {
    static var enablePage: Command { Command("Page.enable") }
    static var reportLifecycle: Command { Command("Page.setLifecycleEventsEnabled", ["enabled": true]) }
    static var acceptDialog: Command { Command("Page.handleJavaScriptDialog", ["accept": true]) }
    /// A click on a file input opens no window of the system's.
    static var noFileWindows: Command { Command("Page.setInterceptFileChooserDialog", ["enabled": true]) }
    static var bringToFront: Command { Command("Page.bringToFront") }
    static var stopLoading: Command { Command("Page.stopLoading") }
    static var emulateFocus: Command { Command("Emulation.setFocusEmulationEnabled", ["enabled": true]) }

    static func viewport(_ size: ContextOptions.Viewport) -> Command {
        Command(
            "Emulation.setDeviceMetricsOverride",
            ["width": .int(size.width), "height": .int(size.height), "deviceScaleFactor": 1, "mobile": false]
        )
    }

    static func locale(_ locale: String) -> Command {
        Command("Emulation.setLocaleOverride", ["locale": .string(locale)])
    }

    static func timeZone(_ zone: String) -> Command {
        Command("Emulation.setTimezoneOverride", ["timezoneId": .string(zone)])
    }
}
