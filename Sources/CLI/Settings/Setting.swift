import GhostHands

/// One setting of the program: its name in the environment and what it means.
struct Setting: Sendable {
    /// The environment variable.
    let name: String
    /// Older names that are accepted when the first is not set (R3).
    var fallbacks: [String] = []
    /// What it means, for `doctor`.
    let meaning: String
    /// What holds when it is not set.
    var standard: String?
    /// Whether it is shown only as set or unset, and may come from the file that `NAME_FILE` names.
    var isSecret = false

    static let databaseURL = Setting(
        name: "DATABASE_URL",
        meaning: "PostgreSQL to use; without it a private one is kept in the data folder",
        isSecret: true
    )
    static let pooler = Setting(
        name: "GH_DB_POOLER",
        meaning:
            "none, session or transaction: the pooler in front of PostgreSQL, if any; unset: transaction "
            + "on port 6543, else none"
    )
    static let serviceKey = Setting(
        name: "GH_SERVICE_KEY",
        fallbacks: ["GH_SERVICE_SECRET"],
        meaning: "key that callers send as X-GH-Service-Key; generated with the private PostgreSQL",
        isSecret: true
    )
    static let credentialKey = Setting(
        name: "GH_CREDENTIAL_KEY",
        meaning: "64 hex digits that seal sessions and sign links; generated with the private PostgreSQL",
        isSecret: true
    )
    static let credentialKeyID = Setting(
        name: "GH_CREDENTIAL_KEY_ID",
        meaning: "what GH_CREDENTIAL_KEY is called, 0 to 65535: another one with every new key",
        standard: "1"
    )
    static let credentialKeysOld = Setting(
        name: "GH_CREDENTIAL_KEYS_OLD",
        meaning: "keys used before, as ID:KEY with commas between: what they sealed opens until `keys rewrap` is done",
        isSecret: true
    )
    static let callbackSecret = Setting(
        name: "GH_CALLBACK_SECRET",
        meaning: "signs callbacks (Standard Webhooks) when set",
        isSecret: true
    )
    static let oldCallbackSecret = Setting(
        name: "GH_CALLBACK_SECRET_OLD",
        meaning: "the secret before, while receivers change theirs: callbacks are signed with both",
        isSecret: true
    )
    static let dataFolder = Setting(
        name: "GH_DATA_DIR",
        meaning: "folder for the private PostgreSQL, keys and files"
    )
    static let host = Setting(
        name: "GH_API_HOST",
        meaning: "address the API listens on, IPv4, IPv6 or a name",
        standard: "127.0.0.1"
    )
    static let port = Setting(name: "GH_API_PORT", meaning: "port the API listens on", standard: "3100")
    static let sharesPort = Setting(
        name: "GH_REUSE_PORT",
        meaning: "true lets the API of the next release listen on the same port, and hands it over without a gap",
        standard: "false"
    )
    static let publicURL = Setting(
        name: "GH_PUBLIC_URL",
        meaning: "URL at which callers reach the API, for links to screenshots"
    )
    static let liveLinks = Setting(
        name: "GH_LIVE_LINKS",
        meaning: "off makes no links by which people see and work the pages of paused jobs",
        standard: "on"
    )
    static let liveFrames = Setting(
        name: "GH_LIVE_FRAME_ANCESTORS",
        meaning: "origins, separated by spaces, whose pages may show live help in a frame"
    )
    static let console = Setting(
        name: "GH_CONSOLE",
        meaning: "off serves no console at /console",
        standard: "on"
    )
    static let consoleKey = Setting(
        name: "GH_CONSOLE_KEY",
        meaning: "key that signs in to the console, as the service key does",
        isSecret: true
    )
    static let consoleViewKey = Setting(
        name: "GH_CONSOLE_VIEW_KEY",
        meaning: "key that signs in to the console to look only",
        isSecret: true
    )
    static let consoleFolder = Setting(
        name: "GH_CONSOLE_DIR",
        meaning: "folder with the console's files in the place of those in the program, for whoever works on them"
    )
    static let trace = Setting(
        name: "GH_TRACE",
        meaning: "failed keeps a recording of every attempt that fails, beside those of jobs with \"trace\": true",
        standard: "off"
    )
    static let workerURL = Setting(
        name: "GH_WORKER_URL",
        meaning: "http URL at which the API reaches the worker's own port; unset: its host and port"
    )
    static let workerID = Setting(
        name: "GH_WORKER_ID",
        meaning: "name of the worker; jobs with this target_worker_id come to it"
    )
    static let maxConcurrent = Setting(
        name: "MAX_CONCURRENT_JOBS",
        meaning: "jobs a worker does at once",
        standard: "1"
    )
    static let maxPerUser = Setting(
        name: "GH_MAX_RUNNING_PER_USER",
        meaning: "jobs of one user that may run at once, over all workers; 0 for no limit",
        standard: "0"
    )
    static let maxPaused = Setting(
        name: "GH_MAX_PAUSED",
        meaning: "how many jobs that wait for a human keep their pages open; the others begin anew with their session",
        standard: "8"
    )
    static let leastMemory = Setting(
        name: "GH_MIN_FREE_MEMORY_MB",
        meaning: "megabytes that must be free before a worker claims another job",
        standard: "300"
    )
    static let leasePercent = Setting(
        name: "GH_LEASE_PERCENT",
        meaning: "shortens heartbeat, self-fence, rescue and the wait for the next attempt, for drills; every process "
            + "on the database must have the same",
        standard: "100"
    )
    static let workerHost = Setting(
        name: "GH_WORKER_HOST",
        meaning: "address the worker's own port listens on",
        standard: "127.0.0.1"
    )
    static let workerPort = Setting(
        name: "GH_WORKER_PORT",
        meaning: "the worker's own port, for status, health and drain; 0 for none",
        standard: "3101"
    )
    static let chromium = Setting(
        name: "GH_CHROMIUM",
        meaning: "browser binary to run instead of the one found"
    )
    static let noSandbox = Setting(
        name: "GH_CHROMIUM_NO_SANDBOX",
        meaning: "run the browser without its sandbox (unsafe)",
        standard: "false"
    )
    static let headless = Setting(name: "GH_HEADLESS", meaning: "false shows the browser's window", standard: "true")
    static let privateNetwork = Setting(
        name: "GH_ALLOW_PRIVATE_NETWORK",
        meaning: "allow target, callback and download addresses in private networks",
        standard: "false"
    )
    static let eventValues = Setting(
        name: "GH_EVENT_VALUES",
        meaning: "off keeps the values of ordinary fields out of events",
        standard: "on"
    )
    static let cookbookStep = Setting(
        name: "GH_COOKBOOK_STEP_USD",
        meaning: "US dollars that a step replayed from a manual is billed at",
        standard: "0.0000625"
    )
    static let model = Setting(
        name: "GH_MODEL",
        fallbacks: ["GH_DEFAULT_MODEL"],
        meaning:
            "language model of jobs that name none: an alias, a preset or a provider's name (GET /models lists them)"
    )
    static let imageModel = Setting(
        name: "GH_IMAGE_MODEL",
        meaning: "language model for questions with a picture; unset: the job's own, if it reads pictures"
    )
    static let modelURL = Setting(
        name: "GH_MODEL_URL",
        meaning: "server of your own for GH_MODEL (Ollama, vLLM, llama.cpp, a proxy), up to and with /v1"
    )
    static let modelKey = Setting(
        name: "GH_MODEL_KEY",
        meaning: "key of that server, when it wants one",
        isSecret: true
    )
    static let modelWire = Setting(
        name: "GH_MODEL_WIRE",
        meaning: "protocol of that server: openai or anthropic",
        standard: "openai"
    )
    static let modelPrice = Setting(
        name: "GH_MODEL_PRICE",
        meaning: "US dollars per million tokens read/written there, as 0.15/0.60; unset: the catalogue's, else 0"
    )
    static let taskBudgets = Setting(
        name: "GH_TASK_BUDGETS",
        meaning: "US dollars that models may cost in one job, by quality",
        standard: "speed=0.02,balanced=0.10,quality=0.30"
    )
    static let monthBudgets = Setting(
        name: "GH_MONTHLY_BUDGETS",
        meaning: "US dollars that models may cost a user in a month, by tier",
        standard: "free=0.50,starter=2,pro=10,premium=25,enterprise=100"
    )
    static let spendAlert = Setting(
        name: "GH_ALERT_SPEND_USD",
        meaning: "US dollars an hour, all users together, above which an alert says that models cost too much",
        standard: "10"
    )
    /// The key of each provider of the catalogue.
    static let providerKeys = ModelCatalog.standard.providers.map { provider in
        Setting(name: provider.keyName, meaning: "key for \(provider.title)'s language models", isSecret: true)
    }
    static let queueTTL = Setting(
        name: "GH_QUEUE_TTL_SECONDS",
        meaning: "seconds a job may wait for a worker before it expires",
        standard: "86400"
    )
    static let retention = Setting(
        name: "GH_RETENTION_DAYS",
        meaning: "days that finished jobs are kept, with their events and callbacks; 0 keeps them for ever",
        standard: "90"
    )
    static let fileRetention = Setting(
        name: "GH_FILE_RETENTION_DAYS",
        meaning: "days that the pictures and files of finished jobs are kept; 0 for as long as the jobs",
        standard: "30"
    )
    static let requireKnownUser = Setting(
        name: "GH_REQUIRE_KNOWN_USER",
        meaning: "true or false forces the check that valet_user_id is in auth.users; unset: if it can be read"
    )
    static let supabaseURL = Setting(name: "SUPABASE_URL", meaning: "keep files in this Supabase instead of a folder")
    static let supabaseKey = Setting(
        name: "SUPABASE_KEY",
        fallbacks: ["SUPABASE_SECRET_KEY", "SUPABASE_SERVICE_KEY"],
        meaning: "Supabase service role key",
        isSecret: true
    )
    static let openPictures = Setting(
        name: "GH_SCREENSHOT_PUBLIC",
        meaning: "true links pictures by public addresses of SUPABASE_URL, whose bucket `screenshots` must be public",
        standard: "false"
    )
    static let s3Bucket = Setting(name: "GH_S3_BUCKET", meaning: "keep files in this bucket of S3 instead of a folder")
    static let s3Endpoint = Setting(
        name: "GH_S3_ENDPOINT",
        fallbacks: ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"],
        meaning: "server that speaks S3's protocol (R2, MinIO); unset: AWS's of the region"
    )
    static let s3Region = Setting(
        name: "GH_S3_REGION",
        fallbacks: ["AWS_REGION", "AWS_DEFAULT_REGION"],
        meaning: "the bucket's region; unset: auto on R2, else us-east-1"
    )
    static let s3Style = Setting(
        name: "GH_S3_STYLE",
        meaning: "path or virtual: whether addresses name the bucket in the path or in the host",
        standard: "path"
    )
    static let s3KeyID = Setting(
        name: "GH_S3_KEY_ID",
        fallbacks: ["AWS_ACCESS_KEY_ID"],
        meaning: "id of the access key for the bucket"
    )
    static let s3Secret = Setting(
        name: "GH_S3_SECRET",
        fallbacks: ["AWS_SECRET_ACCESS_KEY"],
        meaning: "secret of that access key",
        isSecret: true
    )
    static let s3Token = Setting(
        name: "GH_S3_SESSION_TOKEN",
        fallbacks: ["AWS_SESSION_TOKEN"],
        meaning: "token of an access key that is lent for a time",
        isSecret: true
    )
    static let realtimeSecret = Setting(
        name: "GH_REALTIME_JWT_SECRET",
        fallbacks: ["SUPABASE_JWT_SECRET"],
        meaning:
            "what users' tokens for realtime and streams are signed with (HS256); unset: only the service key is taken",
        isSecret: true
    )
    static let logLevel = Setting(
        name: "GH_LOG_LEVEL",
        meaning: "trace, debug, info, notice, warning, error or critical; for a part of the program: info,worker=debug",
        standard: "info"
    )
    static let logFormat = Setting(
        name: "GH_LOG_FORMAT",
        meaning: "text for people, or json: a line of JSON each",
        standard: "text"
    )
    static let browserJobs = Setting(
        name: "GH_BROWSER_JOBS",
        meaning: "jobs a browser does before a new one takes its place",
        standard: "100"
    )
    static let browserMemory = Setting(
        name: "GH_BROWSER_MEMORY_MB",
        meaning: "megabytes a browser may take at a job's end before a new one takes its place",
        standard: "1500"
    )

    /// Every setting, in the order in which `doctor` shows them.
    static let all =
        [
            databaseURL, pooler, serviceKey, credentialKey, credentialKeyID, credentialKeysOld, callbackSecret,
            oldCallbackSecret, dataFolder, host, port, sharesPort, publicURL,
            liveLinks,
            liveFrames, console, consoleKey, consoleViewKey, consoleFolder, trace, workerID,
            maxConcurrent, maxPerUser, maxPaused, leastMemory, leasePercent, workerHost, workerPort, workerURL,
            chromium,
            noSandbox, headless,
            privateNetwork,
            eventValues, cookbookStep, model, imageModel, modelURL, modelKey, modelWire, modelPrice, taskBudgets,
            monthBudgets, spendAlert, queueTTL, retention, fileRetention, requireKnownUser,
            supabaseURL, supabaseKey, s3Bucket, s3Endpoint, s3Region, s3Style, s3KeyID, s3Secret, s3Token,
            realtimeSecret, openPictures, logLevel, logFormat, browserJobs, browserMemory,
        ] + providerKeys
}
