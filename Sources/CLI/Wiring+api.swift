import API
import Foundation
import GhostHands
import Hands
import Logging
import Outbound
import ServiceLifecycle
import Store
import Waiting
import Worker

/// What the API is given.
extension Wiring {
    func apiServices(
        _ parts: Parts,
        _ workload: Workload,
        _ outbox: Signal,
        wake: @escaping @Sendable () -> Void
    ) -> APIServices {
        var services = APIServices(
            store: parts.store,
            blobs: parts.blobs,
            serviceKey: keys.service,
            addressRule: settings.addresses,
            version: Release.version,
            queueTTLSeconds: settings.queueTTLSeconds,
            requiresKnownUser: settings.requiresKnownUser,
            wake: wake,
            stop: { workload.stop(jobID: $0) }
        )
        services.deliver = { outbox.raise() }
        services.resumes = ResumeFetcher(store: parts.blobs, client: PinnedClient(rule: settings.addresses))
        services.showsValues = settings.showsValues
        services.answered = { workload.lookForAnswers() }
        services.budgets = settings.budgets
        services.models = settings.models.listing
        services.live = live
        services.console = console
        services.fileLinks = links
        services.realtimeSecret = settings.realtimeSecret.map { Data($0.utf8) }
        return services
    }

    /// How people reach the pages of paused jobs.
    var live: LiveAccess {
        LiveAccess(
            key: LiveKey(credential: keys.credentialBytes),
            publicURL: settings.publicURL,
            ancestors: settings.liveFrames,
            offersLinks: settings.offersLiveLinks,
            namesLinks: settings.namesLiveLinks
        )
    }

    /// Who may sign in to the console.
    var console: ConsoleAccess? {
        settings.console.map { console in
            ConsoleAccess(
                serviceKey: keys.service,
                consoleKey: console.key,
                viewKey: console.viewKey,
                publicURL: settings.publicURL,
                folder: console.folder
            )
        }
    }

    func api(_ services: APIServices) -> any Service {
        var server = APIServer(
            services: services,
            host: settings.address.host,
            port: settings.port,
            maxConnections: OpenFiles.connections,
            logger: quiet.of("api")
        ) { [self] port in
            await onReady(port)
            guard let onConsole, let console else { return }
            do {
                onConsole(try await console.invite(services.store.consoleSessions, at: settings.publicURL))
            } catch {
                logger.warning("no link to the console could be made", metadata: ["error": "\(error)"])
            }
        }
        server.sharesPort = settings.sharesPort
        return server
    }

    /// The store's own links serve where ours would lead nobody to the API.
    var links: FileLinks? {
        let isReached = settings.files == .folder || settings.hasPublicURL
        guard isReached || settings.openPictures != nil else { return nil }
        let keys = [keys.credentialBytes] + keys.old.values
        return FileLinks(
            base: isReached ? settings.publicURL : nil,
            keys: keys,
            days: settings.retention.files ?? settings.retention.jobs,
            openBase: settings.openPictures
        )
    }

    var blobs: any BlobStore {
        settings.files.store
            ?? FolderBlobStore(
                folder: settings.dataFolder.files.path,
                publicBase: settings.publicURL,
                signingKey: keys.credentialBytes
            )
    }

    /// The libraries' own chatter about starting and stopping is of no use to an operator.
    var quiet: Logger {
        var logger = logger
        logger.logLevel = max(.warning, logger.logLevel)
        return logger
    }
}
