import NIOConcurrencyHelpers
import TestSupport
import Testing
import Waiting

struct WaitersTests {
    /// A store of numbers, of which each caller is given one.
    private struct Stock: Sendable {
        var numbers: [Int] = []
        var line: [Ticket] = []
    }

    private typealias Callers = Waiters<Stock, Int>

    private func take(from callers: Callers) async throws -> Int {
        try await callers.wait { room, ticket in
            if let number = room.state.numbers.popLast() { return .success(number) }
            room.state.line.append(ticket)
            return nil
        } cancelled: { room, ticket in
            room.state.line.removeAll { $0 == ticket }
            return .failure(CancellationError())
        }
    }

    private func give(_ number: Int, to callers: Callers) {
        callers.change { room in
            if room.state.line.isEmpty {
                room.state.numbers.append(number)
            } else {
                room.answer(room.state.line.removeFirst(), .success(number))
            }
        }
    }

    @Test func `what is there is had at once`() async throws {
        let callers = Callers(Stock(numbers: [7]))
        #expect(try await take(from: callers) == 7)
        #expect(callers.change { $0.count } == 0)
    }

    @Test func `a task that was cancelled before does not wait`() async throws {
        let callers = Callers(Stock(numbers: [7]))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.cancelAll()
            group.addTask {
                await #expect(throws: CancellationError.self) { try await self.take(from: callers) }
            }
            try await group.waitForAll()
        }
        #expect(callers.change { $0.state.numbers } == [7])
    }

    @Test func `those who wait are answered in their order`() async throws {
        let callers = Callers(Stock())
        let served = NIOLockedValueBox<[Int]>([])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for place in 1...5 {
                group.addTask {
                    let number = try await self.take(from: callers)
                    served.withLockedValue { $0.append(place * 10 + number) }
                }
                try await eventually("\(place) wait") { callers.change { $0.count } == place }
            }
            for number in 1...5 {
                give(number, to: callers)
                try await eventually("\(number) are served") { served.withLockedValue { $0.count } == number }
            }
            try await group.waitForAll()
        }
        #expect(served.withLockedValue(\.self) == [11, 22, 33, 44, 55])
    }

    @Test func `everybody is told the same when all are answered`() async throws {
        struct Closed: Error {}
        let callers = Callers(Stock())
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask { await #expect(throws: Closed.self) { try await self.take(from: callers) } }
            }
            try? await eventually("20 wait") { callers.change { $0.count } == 20 }
            callers.change { room in
                room.state.line = []
                room.answerAll(.failure(Closed()))
            }
        }
        #expect(callers.change { $0.count } == 0)
    }

    @Test func `nothing that is given is lost, whoever is cancelled meanwhile`() async throws {
        let callers = Callers(Stock())
        let taken = NIOLockedValueBox<Set<Int>>([])
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    // The inner task may be cancelled before, while and after it is answered.
                    await withTaskGroup(of: Int?.self) { inner in
                        inner.addTask { try? await self.take(from: callers) }
                        inner.addTask {
                            await Task.yield()
                            return nil
                        }
                        _ = await inner.next()
                        inner.cancelAll()
                        for await number in inner { _ = number.map { one in taken.withLockedValue { $0.insert(one) } } }
                    }
                }
            }
            for number in 0..<200 {
                group.addTask { self.give(number, to: callers) }
            }
        }
        let left = callers.change { $0.state.numbers }
        #expect(callers.change { $0.count } == 0)
        #expect(callers.change { $0.state.line.isEmpty })
        #expect(taken.withLockedValue { $0.isDisjoint(with: left) })
    }
}

struct PromiseTests {
    @Test func `a value that came before is had at once`() async throws {
        let promise = Promise<Int>()
        #expect(!promise.isFulfilled)
        promise.fulfil(with: 1)
        #expect(promise.isFulfilled)
        #expect(try await promise.value() == 1)
    }

    @Test func `the first result counts`() async throws {
        let promise = Promise<Int>()
        #expect(promise.fulfil(.success(1)))
        #expect(!promise.fulfil(.success(2)))
        #expect(try await promise.value() == 1)
    }

    @Test func `a task that is cancelled stops waiting, and what comes later does not count`() async throws {
        let promise = Promise<Int>()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await #expect(throws: CancellationError.self) { try await promise.value() } }
            group.cancelAll()
        }
        #expect(!promise.fulfil(.success(1)))
    }

    @Test func `what has to be cleared up is waited for in a cancelled task too`() async throws {
        let promise = Promise<Int>()
        let value = try await withThrowingTaskGroup(of: Int.self) { group in
            group.addTask { try await promise.valueDespiteCancellation() }
            group.cancelAll()
            promise.fulfil(with: 3)
            return try await group.next()
        }
        #expect(value == 3)
    }
}

struct OneAtATimeTests {
    @Test func `nobody is at it beside another, and nobody is forgotten`() async throws {
        let turns = OneAtATime()
        let (inside, most) = (NIOLockedValueBox(0), NIOLockedValueBox(0))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    try await turns.run {
                        let now = inside.withLockedValue { count in
                            count += 1
                            return count
                        }
                        most.withLockedValue { $0 = max($0, now) }
                        await Task.yield()
                        inside.withLockedValue { $0 -= 1 }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(most.withLockedValue(\.self) == 1)
    }

    @Test func `one that throws lets the next go on`() async throws {
        struct Broken: Error {}
        let turns = OneAtATime()
        await #expect(throws: Broken.self) { try await turns.run { throw Broken() } }
        #expect(try await turns.run { 5 } == 5)
    }

    @Test func `one that is cancelled in the line lets the others go on`() async throws {
        let turns = OneAtATime()
        let isIn = Signal()
        let isOver = Signal()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await turns.run {
                    isIn.raise()
                    await isOver.wait()
                }
            }
            await isIn.wait()
            await withTaskGroup(of: Void.self) { inner in
                inner.addTask { await #expect(throws: CancellationError.self) { try await turns.run {} } }
                inner.cancelAll()
            }
            isOver.raise()
            try await group.waitForAll()
        }
        #expect(try await turns.run { 5 } == 5)
    }
}
