import Crypto
import Foundation
import GhostHands

/// The files that the console is made of; they are in the program.
enum ConsoleFiles {
    /// A file as it is sent.
    struct File: Sendable {
        let bytes: [UInt8]
        let type: String
        /// Another one when the file is another.
        let tag: String

        init(_ bytes: [UInt8], named name: String) {
            self.bytes = bytes
            let digest = Data(SHA256.hash(data: bytes).prefix(9))
            tag = "\"\(Base64URL.text(digest))\""
            type =
                switch name.split(separator: ".").last {
                case "html": "text/html; charset=utf-8"
                case "css": "text/css; charset=utf-8"
                default: "text/javascript; charset=utf-8"
                }
        }
    }

    /// Every file by its name.
    static let all: [String: File] = {
        let files: [(String, [UInt8])] = [
            ("console.html", PackageResources.console_html), ("console.css", PackageResources.console_css),
            ("app.js", PackageResources.app_js),
            ("blocker.js", PackageResources.blocker_js),
            ("create.js", PackageResources.create_js),
            ("dom.js", PackageResources.dom_js),
            ("job.js", PackageResources.job_js),
            ("jobs.js", PackageResources.jobs_js),
            ("manuals.js", PackageResources.manuals_js),
            ("net.js", PackageResources.net_js),
            ("outcome.js", PackageResources.outcome_js),
            ("parts.js", PackageResources.parts_js),
            ("people.js", PackageResources.people_js),
            ("pictures.js", PackageResources.pictures_js),
            ("timeline.js", PackageResources.timeline_js),
            ("waiting.js", PackageResources.waiting_js),
            ("wellness.js", PackageResources.wellness_js),
            ("workers.js", PackageResources.workers_js),
        ]
        return Dictionary(uniqueKeysWithValues: files.map { ($0, File($1, named: $0)) })
    }()

    /// A file.
    ///
    /// - Parameters:
    ///   - name: its name; only those that are in the program can be had.
    ///   - folder: where the newest ones lie; nil for those in the program.
    static func named(_ name: String, in folder: String?) -> File? {
        guard let folder, isName(name) else { return all[name] }
        return FileManager.default.contents(atPath: "\(folder)/\(name)").map { File([UInt8]($0), named: name) }
    }

    private static func isName(_ name: String) -> Bool {
        !name.hasPrefix(".") && name.utf8.allSatisfy { $0 == 0x2e || $0 == 0x2d || (0x61...0x7a).contains($0) }
    }
}
