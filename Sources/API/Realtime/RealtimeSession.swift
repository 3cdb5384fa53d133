import Foundation
import GhostHands
import NIOConcurrencyHelpers
import NIOCore
import NIOWebSocket
import Store

/// One socket that speaks the protocol of Supabase's Realtime, with the part of it that tells of changes in tables.
actor RealtimeSession {
    /// What joins and tokens are judged by, and whom changes come from.
    struct House: Sendable {
        let feed: Feed
        let hub: RealtimeHub
        let keys: RealtimeKeys
        let now: @Sendable () -> Date
    }

    private struct Joined {
        let channel: RealtimeChannel
        let isListening: Bool
    }

    private static let mostChannels = 100
    /// How long nothing may come from a client.
    private static let mostSilence = Duration.seconds(60)

    private let house: House
    private let pipe: WebSocketPipe
    private let notation: RealtimeNotation
    private let key: String
    private let access: RealtimeAccess
    private var channels: [String: Joined] = [:]

    init(_ house: House, _ pipe: WebSocketPipe, _ notation: RealtimeNotation, key: String, _ access: RealtimeAccess) {
        self.house = house
        self.pipe = pipe
        self.notation = notation
        self.key = key
        self.access = access
    }

    /// Serves the socket until it ends.
    func run() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.watch() }
            for await message in pipe.messages {
                pipe.took(message)
                // What is no message of the protocol is dropped; the socket stays.
                guard case .text(let text) = message, let frame = RealtimeFrame(text, notation) else { continue }
                if let join = handle(frame) { group.addTask { await self.complete(join, frame) } }
            }
            group.cancelAll()
        }
        for topic in channels.keys { leave(topic) }
    }

    /// Cuts a client that is gone, and channels whose tokens have ended.
    private func watch() async {
        let clock = ContinuousClock()
        while !Task.isCancelled {
            try? await clock.sleep(until: clock.now + .seconds(5))
            if await pipe.silence() > Self.mostSilence { return pipe.close(.normalClosure) }
            let now = house.now()
            for (topic, joined) in channels {
                guard let end = joined.channel.access.withLockedValue(\.expires), end <= now else { continue }
                turnOut(topic, "Token has expired")
            }
        }
    }

    // MARK: Messages

    /// - Returns: the channel of a join that has to wait for the changes.
    private func handle(_ frame: RealtimeFrame) -> RealtimeChannel? {
        if frame.topic == "phoenix" {
            if frame.event == "heartbeat" { reply(frame, "ok", "{}") }
            return nil
        }
        if frame.event == "phx_join" { return join(frame) }
        guard let joined = channels[frame.topic] else {
            let isGone = frame.event == "phx_leave"
            reply(frame, isGone ? "ok" : "error", isGone ? "{}" : "{\"reason\":\"unmatched topic\"}")
            return nil
        }
        if let given = frame.joinRef, let own = joined.channel.joinRef, given != own { return nil }
        switch frame.event {
        case "phx_leave":
            leave(frame.topic)
            reply(frame, "ok", "{}")
            close(joined.channel)
        case "access_token": renew(joined.channel, frame.payload["access_token"].string)
        case "broadcast", "presence": if frame.ref != nil { reply(frame, "ok", "{}") }
        default: break
        }
        return nil
    }

    private func join(_ frame: RealtimeFrame) -> RealtimeChannel? {
        guard frame.topic.hasPrefix("realtime:") else {
            return refuse(frame, "unmatched topic")
        }
        guard frame.topic.utf8.count > "realtime:".utf8.count else {
            return refuse(frame, "TopicNameRequired: You must provide a topic name")
        }
        if let old = channels[frame.topic] {
            leave(frame.topic)
            close(old.channel)
        }
        guard channels.count < Self.mostChannels else {
            return refuse(frame, "ChannelRateLimitReached: Too many channels")
        }
        let access: RealtimeAccess
        do { access = try self.access(frame.payload["access_token"].string) } catch {
            return refuse(frame, "Unauthorized: \(error.rawValue)")
        }
        let joinRef = frame.joinRef ?? frame.ref
        let channel = RealtimeChannel(frame.topic, joinRef: joinRef, notation, access, pipe)
        let isListening = !RealtimeJoin(frame.payload).bindings.isEmpty
        channels[frame.topic] = Joined(channel: channel, isListening: isListening)
        if isListening { house.feed.enter() }
        return channel
    }

    private func refuse(_ frame: RealtimeFrame, _ reason: String) -> RealtimeChannel? {
        reply(frame, "error", JSON.object(["reason": .string(reason)]).text)
        return nil
    }

    /// Keys of the new kind say that the socket's own counts.
    private func access(_ token: String?) throws(RealtimeKeys.Refusal) -> RealtimeAccess {
        guard let token, token != key, !token.hasPrefix("sb_") else {
            if let end = access.expires, end <= house.now() { throw .expired }
            return access
        }
        return try house.keys.access(token, at: house.now())
    }

    private func renew(_ channel: RealtimeChannel, _ token: String?) {
        guard let token, token != key, !token.hasPrefix("sb_") else { return }
        do {
            let access = try house.keys.access(token, at: house.now())
            channel.access.withLockedValue { $0 = access }
            system(channel, "postgres_changes", "ok", "Subscribed to PostgreSQL")
        } catch { turnOut(channel.topic, error.rawValue) }
    }

    // MARK: Joining

    /// Answers a join once what is written from then on will be told: whoever is told that it is subscribed misses
    /// nothing.
    private func complete(_ channel: RealtimeChannel, _ frame: RealtimeFrame) async {
        let join = RealtimeJoin(frame.payload)
        var (matchers, fault): ([RealtimeMatcher], String?) = ([], nil)
        var since: FeedBeginning?
        if !join.bindings.isEmpty {
            guard await house.feed.isLive(within: join.patience) else {
                if isCurrent(channel) { leave(channel.topic) }
                return reply(frame, "error", "{\"reason\":\"the stream of changes is not there yet\"}")
            }
            do {
                since = try await house.feed.beginning()
                (matchers, fault) = try await resolve(join.bindings)
            } catch {
                if isCurrent(channel) { leave(channel.topic) }
                return reply(frame, "error", "{\"reason\":\"the database cannot be reached\"}")
            }
        }
        guard isCurrent(channel) else { return }
        house.hub.add(channel, matchers, since: since) {
            let echo = JSON.object(["postgres_changes": .array(join.bindings.map(\.echo))]).text
            reply(frame, "ok", echo)
            if let fault {
                system(channel, "postgres_changes", "error", fault)
            } else if !join.bindings.isEmpty {
                system(channel, "postgres_changes", "ok", "Subscribed to PostgreSQL")
            }
            if join.hasPresence {
                push(channel, ref: nil, "presence_state", "{}")
            }
        }
    }

    private func resolve(_ bindings: [RealtimeBinding]) async throws -> ([RealtimeMatcher], String?) {
        let tables = try await house.feed.published()
        var matchers: [RealtimeMatcher] = []
        for binding in bindings {
            do { matchers += try binding.matchers(tables) } catch {
                let why =
                    error.message.isEmpty
                    ? "Please check Realtime is enabled for the given connect parameters: \(binding.described)"
                    : "\(error.message): \(binding.described)"
                return ([], "Unable to subscribe to changes with given parameters. \(why)")
            }
        }
        return (matchers, nil)
    }

    private func isCurrent(_ channel: RealtimeChannel) -> Bool { channels[channel.topic]?.channel === channel }

    // MARK: Leaving

    private func leave(_ topic: String) {
        guard let joined = channels.removeValue(forKey: topic) else { return }
        house.hub.remove(joined.channel)
        if joined.isListening { house.feed.leave() }
    }

    private func turnOut(_ topic: String, _ reason: String) {
        guard let channel = channels[topic]?.channel else { return }
        leave(topic)
        system(channel, "system", "error", reason)
        close(channel)
    }

    private func close(_ channel: RealtimeChannel) { push(channel, ref: channel.joinRef, "phx_close", "{}") }

    // MARK: Words

    private func reply(_ frame: RealtimeFrame, _ status: String, _ response: String) {
        pipe.send(
            notation.text(
                joinRef: frame.joinRef,
                ref: frame.ref,
                topic: frame.topic,
                event: "phx_reply",
                payload: "{\"status\":\"\(status)\",\"response\":\(response)}"
            )
        )
    }

    private func push(_ channel: RealtimeChannel, ref: String?, _ event: String, _ payload: String) {
        pipe.send(
            notation.text(joinRef: channel.joinRef, ref: ref, topic: channel.topic, event: event, payload: payload)
        )
    }

    private func system(_ channel: RealtimeChannel, _ part: String, _ status: String, _ message: String) {
        let payload = JSON.object([
            "channel": .string(String(channel.topic.dropFirst("realtime:".count))), "extension": .string(part),
            "message": .string(message), "status": .string(status),
        ])
        push(channel, ref: nil, "system", payload.text)
    }
}
