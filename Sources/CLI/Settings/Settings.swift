import Chromium
import Foundation
import GhostHands
import Hands
import Logging
import Postgres
import Worker

/// The settings of a run, read and checked once.
struct Settings: Sendable {
    let environment: Environment
    var dataFolder: DataFolder
    let databaseURL: String?
    var host: String
    var port: Int
    var publicURL: String
    /// The worker's name, when it was given one.
    let workerID: String?
    let maxConcurrent: Int
    /// How many jobs of one user may be under way at once; nil for any number.
    let maxPerUser: Int?
    let leastFreeMemory: Int
    let times: LeaseTimes
    /// Whether a pooler stands before the database that changes connections between transactions.
    let hasTransactionPooler: Bool
    /// Whether nothing tells of a pooler before the database.
    var saysNothingOfPooler: Bool { !hasTransactionPooler && (try? environment.text(.pooler)) == nil }
    let workerHost: String
    /// The worker's own port; nil for none.
    var workerPort: Int?
    var addresses: AddressRule
    let showsValues: Bool
    /// What a step replayed from a manual is billed at (R20).
    let cookbookStep: NanoDollars
    /// What models may cost.
    let budgets: Budgets
    /// The models that may be asked.
    let models: ModelShelf
    let queueTTLSeconds: Int
    /// How long finished jobs and their files are kept.
    let retention: Forgetting.Terms
    let requiresKnownUser: Bool?
    let callbackSecret: String?
    let supabase: (url: String, key: String)?
    let logLevel: Logger.Level
    let browserLimits: BrowserLimits
    private let binary: String?
    private let isHeaded: Bool
    private let hasSandbox: Bool

    /// Reads every setting.
    ///
    /// - Throws: ``SetupError`` for the first that has an impossible value.
    init(_ environment: Environment = Environment()) throws {
        self.environment = environment
        dataFolder = try DataFolder(environment)
        databaseURL = try environment.text(.databaseURL)
        host = try environment.text(.host) ?? "127.0.0.1"
        port = try environment.int(.port, in: 1...65535)
        publicURL = try environment.text(.publicURL) ?? "http://\(host == "0.0.0.0" ? "127.0.0.1" : host):\(port)"
        workerID = try environment.text(.workerID)
        maxConcurrent = try environment.int(.maxConcurrent, in: 1...64)
        let most = try environment.int(.maxPerUser, in: 0...100_000)
        maxPerUser = most == 0 ? nil : most
        leastFreeMemory = try environment.int(.leastMemory, in: 0...1_000_000)
        hasTransactionPooler = try Self.pooler(environment)
        times = LeaseTimes(percent: try environment.int(.leasePercent, in: 1...100))
        workerHost = try environment.text(.workerHost) ?? "127.0.0.1"
        let own = try environment.int(.workerPort, in: 0...65535)
        workerPort = own == 0 ? nil : own
        addresses = AddressRule(try environment.bool(.privateNetwork) ?? false ? .privateNetwork : .publicOnly)
        showsValues = try environment.bool(.eventValues) ?? true
        cookbookStep = try environment.dollars(.cookbookStep)
        budgets = try Self.budgets(environment)
        models = try Self.models(environment)
        queueTTLSeconds = try environment.int(.queueTTL, in: 1...31_536_000)
        let days = (
            try environment.int(.retention, in: 0...36_500), try environment.int(.fileRetention, in: 0...36_500)
        )
        retention = Forgetting.Terms(jobs: days.0 == 0 ? nil : days.0, files: days.1 == 0 ? nil : days.1)
        requiresKnownUser = try environment.bool(.requireKnownUser)
        callbackSecret = try environment.text(.callbackSecret)
        supabase = try Self.supabase(environment)
        logLevel = try Self.logLevel(environment)
        browserLimits = BrowserLimits(
            jobs: try environment.int(.browserJobs, in: 1...100_000),
            memory: try environment.int(.browserMemory, in: 100...1_000_000) << 20
        )
        binary = try environment.text(.chromium)
        isHeaded = try !(environment.bool(.headless) ?? true)
        hasSandbox = try !(environment.bool(.noSandbox) ?? false)
    }

    /// How to reach a database.
    ///
    /// - Parameters:
    ///   - url: where it is.
    ///   - name: how the server's `pg_stat_activity` shows us.
    /// - Returns: the configuration.
    /// - Throws: `PostgresError` when the URL is none.
    func postgres(_ url: String, as name: String) throws -> PostgresConfiguration {
        var configuration = try PostgresConfiguration(url: url, applicationName: name)
        configuration.hasTransactionPooler = hasTransactionPooler
        return configuration
    }

    /// Which browser to start, and how.
    ///
    /// - Parameter headed: whether a person is to see it; nil as the settings say.
    /// - Returns: the browser's configuration.
    func browser(headed: Bool? = nil) -> BrowserConfiguration {
        BrowserConfiguration(
            binary: binary,
            headed: headed ?? isHeaded,
            sandbox: hasSandbox ? .automatic : .disabled,
            profileParent: FileManager.default.temporaryDirectory
        )
    }

    /// The two keys: from the environment, or generated with the private cluster (R42).
    ///
    /// - Throws: ``SetupError`` naming what is missing when the database is somebody else's.
    func keys() throws -> Keys {
        let service = try environment.text(.serviceKey)
        let credential = try environment.text(.credentialKey)
        if let credential { try Keys.check(credential) }
        if let service, let credential { return Keys(service: service, credential: credential) }
        guard databaseURL == nil else {
            let missing = service == nil ? Setting.serviceKey.name : Setting.credentialKey.name
            throw SetupError(
                "\(missing) is not set; with DATABASE_URL it is required",
                mend: "set \(missing) (or \(missing)_FILE); `openssl rand -hex 32` makes a good one"
            )
        }
        let kept = try Keys.kept(in: dataFolder)
        return Keys(service: service ?? kept.service, credential: credential ?? kept.credential)
    }

    private static func supabase(_ environment: Environment) throws -> (url: String, key: String)? {
        guard let url = try environment.text(.supabaseURL) else { return nil }
        guard let key = try environment.text(.supabaseKey) else {
            throw SetupError(
                "SUPABASE_URL is set without SUPABASE_KEY",
                mend: "set SUPABASE_KEY, or unset SUPABASE_URL"
            )
        }
        return (url, key)
    }

    private static func pooler(_ environment: Environment) throws -> Bool {
        switch try environment.text(.pooler) {
        // Supabase's pooler of that kind listens there.
        case nil: return try environment.text(.databaseURL)?.contains(/(:|port=)6543\b/) ?? false
        case "none", "session": return false
        case "transaction": return true
        default:
            throw SetupError(
                "\(Setting.pooler.name) is neither none, session nor transaction",
                mend: "set it to transaction when the pooler changes connections between transactions"
            )
        }
    }

    private static func logLevel(_ environment: Environment) throws -> Logger.Level {
        let text = try environment.text(.logLevel) ?? "info"
        guard let level = Logger.Level(rawValue: text) else {
            throw SetupError("GH_LOG_LEVEL is not a log level", mend: Setting.logLevel.meaning)
        }
        return level
    }
}
