import Foundation

/// What is run to start a browser, and as whom.
struct LaunchPlan: Sendable {
    let command: [String]
    let environment: [String: String]
    let user: Browser.User?
    let profile: Profile

    init(_ configuration: BrowserConfiguration) throws {
        let binary = try configuration.executable()
        let user = try Self.user(configuration.sandbox)
        profile = try Profile.make(in: configuration.profileParent, for: user)
        guard profile.isShortEnough || binary.hasSuffix("headless-shell") else {
            profile.remove()
            let parent = configuration.profileParent.path
            throw ChromiumError(.launchFailed, "\(parent) is too long a path for Chromium's socket")
        }
        self.user = user
        let changeUser = user.map { user in
            ["/usr/bin/setpriv", "--reuid=\(user.uid)", "--regid=\(user.gid)", "--clear-groups", "--"]
        }
        command = Self.keeper(of: profile) + (changeUser ?? []) + [binary] + Self.flags(configuration, profile)
        environment = Self.environment(profile, headed: configuration.headed)
    }

    /// A shell that outlives us when we are killed, and removes the profile when the browser has ended.
    ///
    /// The browser ends with the pipe, so the shell must not hold that; SIGTERM is meant for the browser alone.
    private static func keeper(of profile: Profile) -> [String] {
        let script = """
            profile=$1; shift; trap : TERM; "$@" & exec 3<&- 4>&-
            while kill -0 $! 2>/dev/null; do wait $!; done
            for attempt in 1 2 3; do rm -rf -- "$profile" 2>/dev/null && break; done
            """
        return ["/bin/sh", "-c", script, "browser", profile.url.path]
    }

    private static func user(_ sandbox: BrowserConfiguration.Sandbox) throws -> Browser.User? {
        guard sandbox == .automatic, geteuid() == 0 else { return nil }
        guard let nobody = getpwnam("nobody") else {
            throw ChromiumError(.launchFailed, "there is no user nobody for the browser to run as")
        }
        return Browser.User(uid: nobody.pointee.pw_uid, gid: nobody.pointee.pw_gid)
    }

    /// `RenderDocument` makes a frame anew for every document, a tenth of a replay's time; `PaintHolding` keeps the old
    /// page's picture, and ignores clicks, until the new one has been drawn; `DeferRendererTasksAfterInput` keeps a page's
    /// timers, and the sending of its form, waiting after a click until that has been drawn.
    private static let unwantedFeatures = [
        "Translate", "MediaRouter", "OptimizationHints", "DialMediaRouteProvider", "RenderDocument", "PaintHolding",
        "DeferRendererTasksAfterInput",
    ]

    private static func flags(_ configuration: BrowserConfiguration, _ profile: Profile) -> [String] {
        var flags = [
            "--remote-debugging-pipe", "--user-data-dir=\(profile.url.path)", "--no-first-run",
            "--no-default-browser-check", "--no-startup-window", "--disable-background-networking",
            "--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding", "--disable-breakpad", "--disable-component-update",
            "--disable-default-apps", "--disable-extensions", "--disable-sync", "--disable-gpu", "--mute-audio",
            "--metrics-recording-only", "--password-store=basic", "--disable-search-engine-choice-screen",
            "--disable-field-trial-config", "--disable-features=\(unwantedFeatures.joined(separator: ","))",
        ]
        if !configuration.headed { flags.append("--headless=new") }
        if configuration.sandbox == .disabled { flags.append("--no-sandbox") }
        if !hasSharedMemory { flags.append("--disable-dev-shm-usage") }
        return flags
    }

    /// Containers commonly have 64 MB of it, on which a large page dies.
    private static var hasSharedMemory: Bool {
        var facts = statvfs()
        guard statvfs("/dev/shm", &facts) == 0 else { return false }
        return UInt64(facts.f_blocks) * UInt64(facts.f_frsize) >= 1 << 30
    }

    /// The browser gets none of our environment but this: it is where our secrets are.
    private static func environment(_ profile: Profile, headed: Bool) -> [String: String] {
        let ours = ProcessInfo.processInfo.environment
        let display = ["DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_RUNTIME_DIR"]
        let names = ["PATH", "TZ"] + (headed ? display : [])
        var environment: [String: String] = [:]
        for name in names { environment[name] = ours[name] }
        // Pages are to be the same whatever language we are run in, and names of files are in UTF-8 (a locale that is not
        // there, or none, would have the browser take them for ASCII).
        environment["LC_ALL"] = "C.UTF-8"
        environment["HOME"] = profile.url.path
        environment["TMPDIR"] = profile.url.path
        return environment
    }
}
