import ArgumentParser
import Foundation
import GhostHands
import Store

/// What users log in with, for who runs a service of their own.
struct CredentialsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "credentials",
        abstract: "Give, list and delete what jobs log in with.",
        subcommands: [Give.self, Show.self, Delete.self]
    )

    struct Give: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set",
            abstract: "Give what a user logs in with at a host and those below it.",
            discussion: "The password, and what one-time codes are made from, are asked for and not shown."
        )
        @Argument(help: "The host, such as careers.acme.com.") var domain: String
        @Option(help: "The user's id, as in valet_user_id.") var user: String
        @Option(help: "The name to log in with, most often an e-mail address.") var username: String
        @Flag(help: "Also ask for the secret of one-time codes (base 32 or otpauth://totp/…).") var totp = false

        func run() async throws {
            let (user, host) = (try UUID(argument: self.user), try HostName(argument: domain))
            if let why = host.refusalOfAccounts { throw ValidationError(why) }
            guard let password = try await Terminal.ask("Password (not shown): ", isShown: false), !password.isEmpty
            else { throw ValidationError("no password was given") }
            var secret: TOTPSecret?
            if totp {
                let text = try await Terminal.ask("Secret of one-time codes (not shown): ", isShown: false)
                secret = text.flatMap { TOTPSecret($0) }
                if secret == nil { throw ValidationError("that is neither base 32 nor an otpauth://totp/ address") }
            }
            let credential = Credential(domain: host, username: username, password: password, totp: secret)
            try await LocalStore(as: "ghosthands credentials", seals: true).with { store in
                try await store.credentials.put(credential, of: user)
            }
            Terminal.say("kept for \(host)")
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List a user's credentials; passwords are never shown."
        )
        @Option(help: "The user's id, as in valet_user_id.") var user: String

        func run() async throws {
            let user = try UUID(argument: self.user)
            let list = try await LocalStore(as: "ghosthands credentials", seals: true).with { store in
                try await store.credentials.list(of: user)
            }
            for one in list {
                let remarks = [
                    one.username ?? "sealed with a key that is not here", one.hasTOTP == true ? "one-time codes" : nil,
                    one.isValid ? nil : "refused by the site",
                    one.lastVerifiedAt.map { "last let in \(Timestamp.text($0))" },
                ]
                Terminal.say("\(one.domain)  \(remarks.compactMap(\.self).joined(separator: ", "))")
            }
            if list.isEmpty { Terminal.say("none") }
        }
    }

    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "delete", abstract: "Delete a credential.")
        @Argument(help: "The host that it was given for.") var domain: String
        @Option(help: "The user's id, as in valet_user_id.") var user: String

        func run() async throws {
            let (user, host) = (try UUID(argument: self.user), try HostName(argument: domain))
            let isGone = try await LocalStore(as: "ghosthands credentials", seals: true).with { store in
                try await store.credentials.delete(of: user, domain: host)
            }
            Terminal.say(isGone ? "deleted" : "there was none")
            if !isGone { throw ExitCode(1) }
        }
    }
}

extension UUID {
    fileprivate init(argument text: String) throws {
        guard let id = UUID(uuidString: text) else { throw ValidationError("--user is not a UUID") }
        self = id
    }
}

extension HostName {
    fileprivate init(argument text: String) throws {
        guard let host = HostName(text) else {
            throw ValidationError("\"\(text)\" is not a host: write it as acme.com")
        }
        self = host
    }
}
