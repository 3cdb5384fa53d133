import ServiceLifecycle
import Waiting

/// A service whose shutdown waits for others, such as callers who are still sending, and does so only for a while.
struct PatientService: Service {
    private let service: any Service
    private let hurry: Signal
    private let patience: Duration
    private let clock = ContinuousClock()

    /// A service with bounded patience.
    ///
    /// - Parameters:
    ///   - hurry: raised when its shutdown is not to wait at all.
    ///   - patience: how long its shutdown may take before it is cancelled.
    init(_ service: any Service, hurry: Signal, patience: Duration = .seconds(10)) {
        self.service = service
        self.hurry = hurry
        self.patience = patience
    }

    func run() async throws {
        let isStopping = Signal()
        try await withGracefulShutdownHandler {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await service.run() }
                group.addTask {
                    await isStopping.wait()
                    await hurry.wait(atMost: patience, on: clock)
                }
                try await group.next()
                group.cancelAll()
                // It was cut off on purpose, which is no error.
                while await group.nextResult() != nil {}
            }
        } onGracefulShutdown: {
            isStopping.raise()
        }
    }
}
