// swift-tools-version: 6.2
import PackageDescription

extension Target.Dependency {
    static let argumentParser = product(name: "ArgumentParser", package: "swift-argument-parser")
    static let asyncHTTPClient = product(name: "AsyncHTTPClient", package: "async-http-client")
    static let crypto = product(name: "Crypto", package: "swift-crypto")
    static let httpTypes = product(name: "HTTPTypes", package: "swift-http-types")
    static let httpCompression = product(name: "NIOHTTPCompression", package: "swift-nio-extras")
    static let hummingbird = product(name: "Hummingbird", package: "hummingbird")
    static let hummingbirdCore = product(name: "HummingbirdCore", package: "hummingbird")
    static let lifecycle = product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
    static let locks = product(name: "NIOConcurrencyHelpers", package: "swift-nio")
    static let log = product(name: "Logging", package: "swift-log")
    static let nio = product(name: "NIOCore", package: "swift-nio")
    static let nioHTTP1 = product(name: "NIOHTTP1", package: "swift-nio")
    static let nioPosix = product(name: "NIOPosix", package: "swift-nio")
    static let nioSSL = product(name: "NIOSSL", package: "swift-nio-ssl")
    static let nioTLS = product(name: "NIOTLS", package: "swift-nio")
    static let nioWebSocket = product(name: "NIOWebSocket", package: "swift-nio")
    static let nioEmbedded = product(name: "NIOEmbedded", package: "swift-nio")
    static let subprocess = product(name: "Subprocess", package: "swift-subprocess")
    static let system = product(name: "SystemPackage", package: "swift-system")
    static let unixSignals = product(name: "UnixSignals", package: "swift-service-lifecycle")
}

let package = Package(
    name: "ghosthands",
    products: [.executable(name: "ghosthands", targets: ["CLI"])],
    dependencies: [
        // Exact versions: a program builds with the same code every day. Package.resolved is not kept, for it also names
        // the revisions of whichever copies a machine resolves from.
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    ],
    targets: [
        // Tools. They know nothing of ghosts or hands and could be packages of their own.
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CPublicSuffix", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"])]),
        .target(name: "CLinux"),
        .target(name: "Waiting", dependencies: [.locks]),
        .target(name: "Postgres", dependencies: ["CPostgres", "Waiting", .locks, .log, .lifecycle]),
        .target(
            name: "Chromium",
            dependencies: ["CLinux", "Waiting", .locks, .log, .nio, .nioPosix],
            resources: [.embedInCode("Script")]
        ),
        // The subject. Values and rules; no input, no output.
        .target(name: "GhostHands", dependencies: ["CPublicSuffix", .crypto]),
        // The work.
        .target(
            name: "Store",
            dependencies: ["GhostHands", "Postgres", "Waiting", .crypto, .locks, .log],
            resources: [.embedInCode("Migrations"), .embedInCode("Starters")]
        ),
        .target(
            name: "Hands",
            dependencies: ["GhostHands", "Chromium", .asyncHTTPClient, .locks, .log, .nio, .nioHTTP1],
            resources: [.embedInCode("Reading/Script")]
        ),
        .target(
            name: "Outbound",
            dependencies: [
                "GhostHands", "Waiting", .asyncHTTPClient, .crypto, .httpCompression, .locks, .log, .nio, .nioHTTP1,
                .nioPosix, .nioSSL, .nioTLS,
            ]
        ),
        // The two processes, and the command that starts them.
        .target(
            name: "API",
            dependencies: [
                "GhostHands", "Store", "Outbound", "Waiting", .crypto, .httpTypes, .hummingbird, .hummingbirdCore,
                .locks, .log, .nio, .nioHTTP1, .nioPosix, .nioWebSocket, .lifecycle,
            ],
            resources: [.embedInCode("Live/Page"), .embedInCode("Console/Page")]
        ),
        .target(
            name: "Worker",
            dependencies: [
                "GhostHands", "Store", "Hands", "Chromium", "Outbound", "Waiting", .locks, .log, .lifecycle,
            ]
        ),
        .target(
            name: "Demo",
            dependencies: [
                "GhostHands", .httpTypes, .hummingbird, .hummingbirdCore, .locks, .log, .nio, .lifecycle,
            ],
            resources: [.embedInCode("Board")]
        ),
        .executableTarget(
            name: "CLI",
            dependencies: [
                "CLinux", "GhostHands", "Postgres", "Store", "Chromium", "Hands", "Outbound", "API", "Worker", "Demo",
                "Waiting", .argumentParser, .asyncHTTPClient, .locks, .log, .lifecycle, .subprocess, .system,
                .unixSignals, .nio,
                .nioHTTP1,
            ]
        ),
        // Our side of Benchmarks/driver; no part of the product.
        .executableTarget(
            name: "driver-benchmark",
            dependencies: ["Chromium", "Hands", .log],
            path: "Benchmarks/driver",
            exclude: ["README.md", "pages", "peer.py", "run"]
        ),
        // What Benchmarks/labels and Benchmarks/ats read pages with; no part of the product.
        .executableTarget(
            name: "classifier-benchmark",
            dependencies: ["Chromium", "Hands", "GhostHands", .log],
            path: "Benchmarks/classifier"
        ),
        // Benchmarks/bank, which needs no browser; no part of the product.
        .executableTarget(
            name: "bank-benchmark",
            dependencies: ["GhostHands"],
            path: "Benchmarks/bank",
            exclude: ["README.md"]
        ),
        // Our side of Benchmarks/cookbook; no part of the product.
        .executableTarget(
            name: "cookbook-benchmark",
            dependencies: ["Chromium", "Hands", "GhostHands", .locks, .log],
            path: "Benchmarks/cookbook",
            exclude: ["README.md", "mutations", "pages", "run"]
        ),
        // Our side of Benchmarks/live; no part of the product.
        .executableTarget(
            name: "live-benchmark",
            dependencies: [
                "API", "Chromium", "Hands", "GhostHands", "Outbound", "Postgres", "Store", "Worker", .locks, .log,
            ],
            path: "Benchmarks/live",
            exclude: ["README.md", "people", "run", "pages.py", "stand.py", "doors"]
        ),
        // Our side of Benchmarks/queue; no part of the product.
        .executableTarget(
            name: "queue-benchmark",
            dependencies: ["GhostHands", "Postgres", "Store", .log],
            path: "Benchmarks/queue",
            exclude: ["README.md", "latency", "peer.py", "run"]
        ),
        // Benchmarks/realtime; no part of the product.
        .executableTarget(
            name: "realtime-benchmark",
            dependencies: [
                "API", "GhostHands", "Outbound", "Postgres", "Store", .lifecycle, .locks, .log, .nio, .nioHTTP1,
                .nioPosix, .nioWebSocket,
            ],
            path: "Benchmarks/realtime",
            exclude: ["README.md", "losses", "nginx", "flood"]
        ),
        .target(
            name: "TestSupport",
            dependencies: [
                "GhostHands", "Postgres", "Store", "Chromium", .locks, .log, .nio, .nioHTTP1, .nioPosix,
            ],
            path: "Tests/TestSupport"
        ),
        .testTarget(name: "GhostHandsTests", dependencies: ["GhostHands"]),
        .testTarget(name: "WaitingTests", dependencies: ["Waiting", "TestSupport", .locks]),
        .testTarget(name: "PostgresTests", dependencies: ["Postgres", "TestSupport", .log, .lifecycle]),
        .testTarget(name: "ChromiumTests", dependencies: ["Chromium", "TestSupport", .log, .locks]),
        .testTarget(
            name: "StoreTests",
            dependencies: ["Store", "GhostHands", "Postgres", "TestSupport", .crypto, .locks, .log]
        ),
        .testTarget(
            name: "HandsTests",
            dependencies: ["Hands", "GhostHands", "Chromium", "TestSupport", .locks, .log]
        ),
        .testTarget(
            name: "OutboundTests",
            dependencies: [
                "Outbound", "GhostHands", "TestSupport", .crypto, .locks, .log, .nio, .nioHTTP1, .nioPosix, .nioSSL,
            ]
        ),
        .testTarget(
            name: "DemoTests",
            dependencies: ["Demo", "GhostHands", .asyncHTTPClient, .log, .nio, .nioHTTP1, .lifecycle]
        ),
        .testTarget(
            name: "APITests",
            dependencies: [
                "API", "Store", "GhostHands", "Outbound", "Postgres", "TestSupport", "Waiting", .asyncHTTPClient,
                .crypto,
                .hummingbird,
                .httpTypes, .locks, .log, .nio, .nioEmbedded, .nioHTTP1, .nioPosix, .nioWebSocket, .lifecycle,
            ]
        ),
        .testTarget(
            name: "WorkerTests",
            dependencies: [
                "Worker", "Store", "GhostHands", "Hands", "Chromium", "Outbound", "Postgres", "Waiting", "TestSupport",
                .log, .lifecycle,
            ]
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "CLI", "GhostHands", "Outbound", "Postgres", "TestSupport", .locks, .log, .subprocess, .system,
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && target.name != "CLinux" {
    target.swiftSettings = [
        .treatAllWarnings(as: .error),
        // Otherwise a dependency's release that deprecates a call breaks our build.
        .treatWarning("DeprecatedDeclaration", as: .warning),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("ImmutableWeakCaptures"),
        .enableUpcomingFeature("InferIsolatedConformances"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
