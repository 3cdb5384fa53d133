import Chromium
import Foundation
import Glibc
import Logging
import Outbound
import Postgres
import Worker
import Store

/// What `doctor` looks at.
struct Checkup {
    private let settings: Settings

    init(_ settings: Settings) { self.settings = settings }

    struct Check {
        let name: String
        let run: () async -> Finding
    }

    enum Finding {
        case well(String)
        case warning(String)
        case ill(String, mend: String)

        var isWell: Bool { if case .ill = self { false } else { true } }

        var mark: String {
            switch self {
            case .well: Terminal.paint("✓", .green)
            case .warning: Terminal.paint("!", .amber)
            case .ill: Terminal.paint("✗", .red)
            }
        }

        var text: String {
            switch self {
            case .well(let text), .warning(let text): text
            case .ill(let text, let mend): "\(text)\n    → \(mend)"
            }
        }
    }

    var checks: [Check] {
        [
            Check(name: "PostgreSQL", run: postgres), Check(name: "Chromium", run: chromium),
            Check(name: "keys", run: keys), Check(name: "data folder", run: dataFolder),
            Check(name: "files", run: files), Check(name: "port", run: port), Check(name: "memory", run: memory),
        ]
    }

    /// What a new image is asked while the one it is to replace still runs, and holds port and memory.
    var checksOfImage: [Check] {
        [
            Check(name: "version") { .well(Release.version) },
            Check(name: "PostgreSQL", run: sharedPostgres), Check(name: "Chromium", run: chromiumIfAny),
            Check(name: "keys", run: keys), Check(name: "data folder", run: dataFolder),
        ]
    }

    private func sharedPostgres() async -> Finding {
        if settings.databaseURL != nil { return await postgres() }
        return .ill("DATABASE_URL is not set; api and worker share a database", mend: "set DATABASE_URL")
    }

    /// An image without a browser can be an API.
    private func chromiumIfAny() async -> Finding {
        if (try? settings.browser().executable()) == nil { return .warning("there is none: for the API alone") }
        return await chromium()
    }

    private func postgres() async -> Finding {
        guard let url = settings.databaseURL else { return finding(privatePostgres) }
        do {
            let pool = PostgresPool(
                try settings.postgres(url, as: "ghosthands doctor"),
                logger: silent
            )
            defer { pool.close() }
            return judge(try await Store(pool: pool).standing())
        } catch {
            let setup = SetupError(database: error)
            if Outage(error) == .away { return .ill("does not answer: \(error)", mend: setup.mend) }
            return .ill(setup.problem, mend: setup.mend)
        }
    }

    private func judge(_ database: DatabaseState) -> Finding {
        if database.isReadOnly {
            return .ill(
                "version \(database.version) takes no writes",
                mend: "name the primary server in DATABASE_URL, not a standby, and check default_transaction_read_only"
            )
        }
        let count = database.lacking.count
        if count > 0, !database.mayMakeTables {
            return .ill(
                "version \(database.version) lacks \(count) migrations, and this role may not make tables",
                mend: "`grant create on schema public to ROLE`, or run `ghosthands migrate` as the role that owns them"
            )
        }
        let rest = count > 0 ? ", \(count) migrations to apply at the next start" : ""
        guard database.hasPooler, settings.saysNothingOfPooler else {
            let changes = database.mayStream ? "" : ", does not stream its changes (docs/realtime.md)"
            return .well("answers, version \(database.version)\(rest)\(changes)")
        }
        return .warning(
            "answers, version \(database.version)\(rest), through a pooler: say with GH_DB_POOLER whether it changes "
                + "connections between transactions (transaction) or not (session)"
        )
    }

    private func privatePostgres() throws -> Finding {
        guard try settings.environment.text(.databaseURL) == nil else {
            return .warning("not checked, because its address is not known")
        }
        let owner = try ClusterPrograms.owner()
        return .well("private, from \(try ClusterPrograms.find(for: settings.dataFolder).path), run by \(owner)")
    }

    private func chromium() async -> Finding {
        do {
            let configuration = settings.browser()
            let version = try await withBrowser(configuration, logger: silent) { $0.version }
            let hasSandbox = configuration.sandbox != .disabled
            return hasSandbox
                ? .well("\(version), sandboxed") : .warning("\(version), without its sandbox: GH_CHROMIUM_NO_SANDBOX")
        } catch let error as ChromiumError where error.code == .notFound {
            return .ill(error.message, mend: "apt-get install chromium-headless-shell, or set GH_CHROMIUM")
        } catch {
            let mend = "in a container allow user namespaces; GH_CHROMIUM_NO_SANDBOX=true gives up the sandbox"
            return .ill("does not start: \(error)", mend: mend)
        }
    }

    private func keys() async -> Finding {
        finding {
            if settings.databaseURL != nil { _ = try settings.keys() }
            let open = Setting.all.filter(\.isSecret).compactMap(settings.environment.file(of:)).filter(Self.isOpen)
            guard open.isEmpty else {
                return .warning("everybody on this machine can read \(open.joined(separator: ", ")): chmod 600")
            }
            return .well(settings.databaseURL == nil ? "set, or generated at the first start" : "set")
        }
    }

    private static func isOpen(_ file: String) -> Bool {
        let mode = (try? FileManager.default.attributesOfItem(atPath: file))?[.posixPermissions] as? NSNumber
        return (mode?.intValue ?? 0) & 0o004 != 0
    }

    private func dataFolder() async -> Finding {
        finding {
            let folder = settings.dataFolder
            if settings.databaseURL == nil, geteuid() == 0 { try folder.checkPassage() }
            // A check must create nothing: a running program may be using the folder.
            let manager = FileManager.default
            guard let nearest = folder.ancestry.first(where: manager.fileExists(atPath:)),
                manager.isWritableFile(atPath: nearest)
            else {
                throw SetupError(
                    "\(folder.url.path) cannot be written or made by this user",
                    mend: "set GH_DATA_DIR to a folder you may write"
                )
            }
            return .well(folder.url.path)
        }
    }

    private func files() async -> Finding {
        if let place = settings.files.words, let store = settings.files.store {
            return await store.isReachable()
                ? .well("in \(place)")
                : .ill(
                    "\(place) cannot be reached with its key",
                    mend: "see that it is there, and look at address and key"
                )
        }
        let folder = settings.dataFolder.files.path
        if settings.databaseURL == nil { return .well(folder) }
        return .warning(
            "\(folder): every api and worker of this database needs the same folder, or links to pictures are 404 "
                + "(or set SUPABASE_URL or GH_S3_BUCKET)"
        )
    }

    private func port() async -> Finding {
        finding {
            if case .taken = settings.address.standing(of: settings.port, shares: settings.sharesPort) {
                return .warning("\(settings.port) is in use: `serve` cannot start while it is (GH_API_PORT)")
            }
            try settings.address.check(settings.port, (.host, .port), shares: settings.sharesPort)
            return .well("\(settings.port) is free, links begin with \(settings.publicURL)")
        }
    }

    private func memory() async -> Finding {
        guard let free = FreeMemory.megabytes() else {
            return .warning("/proc/meminfo does not tell how much is free")
        }
        // A browser takes about 190 MB and each job about 100 more on a real page.
        let needed = 300 + 100 * settings.capacity.jobs
        return free >= needed
            ? .well("\(free) MB available")
            : .ill("\(free) MB available, \(needed) needed", mend: "free some, or lower MAX_CONCURRENT_JOBS")
    }

    private func finding(_ body: () throws -> Finding) -> Finding {
        do {
            return try body()
        } catch let error as SetupError {
            return .ill(error.problem, mend: error.mend)
        } catch {
            return .ill("\(error)", mend: "look into its log")
        }
    }

    private var silent: Logger { Logger(label: "doctor") { _ in SwiftLogNoOpLogHandler() } }
}
