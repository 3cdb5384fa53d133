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
    /// Where the API listens.
    var address: ListenAddress
    var port: Int
    /// Whether another process may listen on the same port, for as long as it takes to hand it over.
    let sharesPort: Bool
    var publicURL: String
    /// Whether it was said where callers reach the API.
    var hasPublicURL: Bool { environment.has(.publicURL) }
    /// Whether callbacks and statuses name links to live pages: where people can reach them, and nobody has said no.
    var namesLiveLinks: Bool
    /// The worker's name, when it was given one.
    let workerID: String?
    let capacity: WorkerCapacity
    let times: LeaseTimes
    /// Whether a pooler stands before the database that changes connections between transactions.
    let hasTransactionPooler: Bool
    /// Whether nothing tells of a pooler before the database.
    var saysNothingOfPooler: Bool { !hasTransactionPooler && (try? environment.text(.pooler)) == nil }
    let workerAddress: ListenAddress
    /// The worker's own port; nil for none.
    var workerPort: Int?
    /// Where the API reaches the worker's own port, when it was said.
    let workerURL: String?
    /// Whether links to the pages of paused jobs are made.
    let offersLiveLinks: Bool
    /// The origins whose pages may show live help in a frame.
    let liveFrames: [String]
    /// Whether there is a console, and who may sign in to it besides whoever has the service key.
    let console: ConsoleSettings?
    /// Which attempts are recorded beside those whose jobs ask for it.
    let traces: TraceRule
    var addresses: AddressRule
    let showsValues: Bool
    /// What a step replayed from a manual is billed at (R20).
    let cookbookStep: NanoDollars
    /// What models may cost.
    let budgets: Budgets
    /// What models may cost in an hour before an alert is raised.
    let spendAlert: NanoDollars
    /// The models that may be asked.
    let models: ModelShelf
    let queueTTLSeconds: Int
    /// How long finished jobs and their files are kept.
    let retention: Forgetting.Terms
    let requiresKnownUser: Bool?
    let callbackSecrets: [String]
    /// Where files are kept.
    let files: FilePlace
    /// Where the store shows pictures to everybody; nil where they are private.
    let openPictures: String?
    /// What users' tokens for realtime are signed with.
    let realtimeSecret: String?
    /// From which level on is logged, while the program runs.
    let logLevels: LogLevels
    let logFormat: LineHandler.Format
    let chromium: BrowserSettings

    /// Reads every setting.
    ///
    /// - Throws: ``SetupError`` with everything that has an impossible value.
    init(_ environment: Environment = Environment()) throws {
        var faults = Faults()
        self.init(environment, noting: &faults)
        if let error = SetupError(faults.errors) { throw error }
    }

    /// Reads every setting, and goes on where one has an impossible value.
    ///
    /// - Parameters:
    ///   - environment: where they come from.
    ///   - faults: gets what is wrong; no program but `doctor` may run then.
    init(_ environment: Environment, noting faults: inout Faults) {
        func number(_ setting: Setting, _ range: ClosedRange<Int>) -> Int {
            faults.number(setting, range, in: environment)
        }
        func flag(_ setting: Setting) -> Bool? { faults.flag(setting, in: environment) }
        self.environment = environment
        dataFolder = faults.noting(try DataFolder(environment), else: DataFolder("/dev/null/none"))
        databaseURL = faults.noting(try Self.database(environment), else: nil)
        address = faults.noting(try Self.address(.host, environment), else: .local)
        port = number(.port, 1...65535)
        sharesPort = flag(.sharesPort) ?? false
        publicURL = faults.noting(try environment.webAddress(.publicURL), else: nil) ?? address.url(port: port)
        workerID = faults.noting(try Self.workerID(environment), else: nil)
        capacity = WorkerCapacity(environment, noting: &faults)
        hasTransactionPooler = faults.noting(try Self.pooler(environment), else: false)
        times = LeaseTimes(percent: number(.leasePercent, 1...100))
        workerAddress = faults.noting(try Self.address(.workerHost, environment), else: .local)
        let own = number(.workerPort, 0...65535)
        workerPort = own == 0 ? nil : own
        workerURL = faults.noting(try environment.webAddress(.workerURL), else: nil)
        offersLiveLinks = flag(.liveLinks) ?? true
        namesLiveLinks = offersLiveLinks && environment.has(.publicURL)
        liveFrames = faults.noting(try Self.origins(environment), else: [])
        console = flag(.console) ?? true ? faults.noting(try ConsoleSettings(environment), else: nil) : nil
        traces = faults.noting(try Self.traces(environment), else: .off)
        addresses = AddressRule(flag(.privateNetwork) ?? false ? .privateNetwork : .publicOnly)
        showsValues = flag(.eventValues) ?? true
        cookbookStep = faults.noting(try environment.dollars(.cookbookStep), else: NanoDollars(0))
        budgets = faults.noting(try Self.budgets(environment), else: Budgets())
        spendAlert = faults.noting(try environment.dollars(.spendAlert), else: NanoDollars(0))
        models = faults.noting(try Self.models(environment), else: .empty)
        queueTTLSeconds = number(.queueTTL, 1...31_536_000)
        let days = (number(.retention, 0...36_500), number(.fileRetention, 0...36_500))
        retention = Forgetting.Terms(jobs: days.0 == 0 ? nil : days.0, files: days.1 == 0 ? nil : days.1)
        requiresKnownUser = flag(.requireKnownUser)
        callbackSecrets = faults.noting(try Self.callbackSecrets(environment), else: [])
        let files = faults.noting(try FilePlace(environment), else: .folder)
        self.files = files
        openPictures = flag(.openPictures) ?? false ? faults.noting(try Self.openPictures(in: files), else: nil) : nil
        realtimeSecret = faults.noting(try environment.text(.realtimeSecret), else: nil)
        logLevels = LogLevels(faults.noting(try Self.logPlan(environment), else: .init(.info)))
        logFormat = faults.noting(try Self.logFormat(environment), else: .text)
        chromium = BrowserSettings(environment, noting: &faults)
        faults.noting(try Self.checkKeys(environment), else: ())
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
        configuration.hasSessionPooler = (try? environment.text(.pooler)) == "session"
        return configuration
    }

    /// Which browser to start, and how.
    ///
    /// - Parameter headed: whether a person is to see it; nil as the settings say.
    /// - Returns: the browser's configuration.
    func browser(headed: Bool? = nil) -> BrowserConfiguration {
        BrowserConfiguration(
            binary: chromium.binary,
            headed: headed ?? chromium.isHeaded,
            sandbox: chromium.hasSandbox ? .automatic : .disabled,
            profileParent: FileManager.default.temporaryDirectory
        )
    }

    /// Checks that there is a browser to start.
    ///
    /// - Throws: ``SetupError`` when there is none.
    func checkBrowser() throws {
        do {
            _ = try browser().executable()
        } catch {
            throw SetupError(error.message, mend: "apt-get install chromium-headless-shell, or set GH_CHROMIUM")
        }
    }

    /// The two keys: from the environment, or generated with the private cluster (R42).
    ///
    /// - Throws: ``SetupError`` naming what is missing when the database is somebody else's.
    func keys() throws -> Keys {
        let service = try environment.text(.serviceKey)
        let credential = try environment.text(.credentialKey)
        let id = UInt16(try environment.int(.credentialKeyID, in: 0...65_535))
        let old = try environment.text(.credentialKeysOld).map(Keys.old) ?? [:]
        if let service, let credential {
            return Keys(service: service, credential: credential, id: id, old: old)
        }
        guard databaseURL == nil else {
            let missing = service == nil ? Setting.serviceKey.name : Setting.credentialKey.name
            throw SetupError(
                "\(missing) is not set; with DATABASE_URL it is required",
                mend: "set \(missing) (or \(missing)_FILE); `openssl rand -hex 32` makes a good one"
            )
        }
        let kept = try Keys.kept(in: dataFolder)
        return Keys(service: service ?? kept.service, credential: credential ?? kept.credential, id: id, old: old)
    }

    /// What whoever only asks an API needs: the key that is set, wherever the service's other one may be.
    ///
    /// - Throws: ``SetupError`` as of ``keys()`` where none is set.
    func serviceKey() throws -> String { try environment.text(.serviceKey) ?? keys().service }

    private static func openPictures(in files: FilePlace) throws -> String {
        guard case .supabase(let url, _) = files else {
            throw SetupError(
                "\(Setting.openPictures.name) is set, and pictures are not in a Supabase",
                mend: "unset it: links to pictures open without a key, for as long as the pictures are kept"
            )
        }
        return url + "/storage/v1/object/public"
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

    private static func origins(_ environment: Environment) throws -> [String] {
        let words = try environment.text(.liveFrames)?.split(separator: " ").map(String.init) ?? []
        for word in words {
            guard let address = WebAddress(word), address.text == word || address.text == word + "/" else {
                throw SetupError(
                    "\(Setting.liveFrames.name) has something that is not an origin: \(word.prefix(80))",
                    mend: "write each as https://host, without a path"
                )
            }
        }
        return words
    }

    private static func logPlan(_ environment: Environment) throws -> LogLevels.Plan {
        guard let plan = LogLevels.Plan(try environment.text(.logLevel) ?? "info") else {
            throw SetupError("GH_LOG_LEVEL is not a log level", mend: Setting.logLevel.meaning)
        }
        return plan
    }

    private static func logFormat(_ environment: Environment) throws -> LineHandler.Format {
        guard let format = LineHandler.Format(rawValue: try environment.text(.logFormat) ?? "text") else {
            throw SetupError("GH_LOG_FORMAT is neither text nor json", mend: "set it to text or json, or unset it")
        }
        return format
    }
}
