import Foundation
import Outbound
import Testing

@testable import CLI

/// What is read from the environment, without starting anything.
@Suite struct SettingsTests {
    private func folder(_ variables: [String: String], isRoot: Bool = false, home: String? = "/h/passwd") -> String? {
        try? DataFolder(Environment(variables), isRoot: isRoot, home: home).url.path
    }

    @Test func `the data folder is where XDG and HOME say, and values that are no absolute paths are ignored`() {
        #expect(folder(["XDG_DATA_HOME": "/x", "HOME": "/h"]) == "/x/ghosthands")
        for wrong in ["", "relative", "./x", "~/x"] {
            #expect(folder(["XDG_DATA_HOME": wrong, "HOME": "/h"]) == "/h/.local/share/ghosthands")
        }
        #expect(folder(["HOME": "/h"]) == "/h/.local/share/ghosthands")
        for none in ["", "h"] { #expect(folder(["HOME": none]) == "/h/passwd/.local/share/ghosthands") }
        #expect(folder([:], home: nil) == nil)
        #expect(folder(["XDG_DATA_HOME": "/x", "HOME": "/h"], isRoot: true) == "/var/lib/ghosthands")
    }

    @Test func `dots and links in the data folder's path are followed as the system does`() async throws {
        try await Home.open { home in
            let base = home.folder.path
            try FileManager.default.createDirectory(atPath: "\(base)/one/two", withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(atPath: "\(base)/link", withDestinationPath: "\(base)/one/two")
            for (path, real) in [
                "\(base)/./one//x/": "\(base)/one/x", "\(base)/nothing/../x": "\(base)/x", "/../../..": "/",
                "\(base)/link/x": "\(base)/one/two/x", "\(base)/link/../x": "\(base)/one/x",
                "/nothing/../../nothing/a b": "/nothing/a b", "\(base)/100%/%2F?#": "\(base)/100%/%2F?#",
            ] {
                #expect(folder(["GH_DATA_DIR": path]) == real)
                #expect(DataFolder(path).ancestry.last == "/")
            }
        }
    }

    @Test func `whoever only asks an API needs its key, and no folder to keep another in`() throws {
        let variables = ["GH_DATA_DIR": "/proc/nowhere", "GH_SERVICE_KEY": "a key that was given"]
        for more in [[:], ["DATABASE_URL": "postgres://u@h/d"]] {
            let settings = try Settings(Environment(variables.merging(more) { $1 }))
            #expect(try settings.serviceKey() == "a key that was given")
            #expect(throws: SetupError.self) { try settings.keys() }
        }
        #expect(throws: SetupError.self) {
            try Settings(Environment(["GH_DATA_DIR": "/proc/nowhere"])).serviceKey()
        }
    }

    @Test func `what is listened at is shown as a URL that somebody can open`() throws {
        for (host, url) in [
            "127.0.0.1": "http://127.0.0.1:80", "0.0.0.0": "http://127.0.0.1:80", "::": "http://[::1]:80",
            "0:0:0:0:0:0:0:0": "http://[::1]:80", "::1": "http://[::1]:80", "[::1]": "http://[::1]:80",
            "192.0.2.7": "http://192.0.2.7:80", "2001:db8::7": "http://[2001:db8::7]:80",
            "localhost": "http://localhost:80",
        ] {
            #expect(try ListenAddress(host, of: .host).url(port: 80) == url)
            #expect(try Settings(Environment(["GH_API_HOST": host, "GH_API_PORT": "80"])).publicURL == url)
        }
    }

    @Test(arguments: [
        ("GH_API_HOST", "no.such.host.invalid"), ("GH_API_HOST", "1.2.3.4.5"), ("GH_WORKER_HOST", ":::"),
        ("GH_PUBLIC_URL", "not a url"), ("GH_PUBLIC_URL", "jobs.example.com"), ("GH_PUBLIC_URL", "ftp://x/"),
        ("GH_PUBLIC_URL", "https://x/?a"), ("SUPABASE_URL", "localhost:8000"), ("GH_API_PORT", "65536"),
        ("GH_WORKER_ID", String(repeating: "w", count: 101)), ("GH_WORKER_ID", "a\tb"), ("GH_WORKER_ID", "a\u{0}b"),
        ("GH_CALLBACK_SECRET", "whsec_%%%"), ("GH_CALLBACK_SECRET", "whsec_"), ("GH_CREDENTIAL_KEY", "short"),
        ("GH_SERVICE_KEY", "two\nlines"), ("GH_SERVICE_KEY", "schlüssel"), ("GH_SERVICE_KEY", "key "),
        ("MAX_CONCURRENT_JOBS", "1e3"),
        ("DATABASE_URL", "mysql://u:p@h/d"), ("DATABASE_URL", "postgres://u:canary@pass@h/d"),
        ("DATABASE_URL", "postgres://u:can/ary@h/d"), ("GH_COOKBOOK_STEP_USD", "nan"), ("GH_DATA_DIR", "here"),
        ("GH_S3_BUCKET", "Not A Bucket"), ("GH_S3_BUCKET", "without-a-key"),
    ])
    func `a setting that cannot be is refused by its name, with what mends it`(name: String, value: String) throws {
        let error = #expect(throws: SetupError.self) { try Settings(Environment([name: value])) }
        #expect(error?.problem.contains(name) == true)
        #expect(error?.mend.isEmpty == false)
        #expect(error?.description.contains("canary") == false)
        #expect(error?.description.contains("can/ary") == false)
    }

    @Test func `files are kept in one place, with all that it needs`() throws {
        let bucket = ["GH_S3_BUCKET": "b-b", "AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "canary"]
        let place = try Settings(Environment(bucket)).files
        #expect(place.words == "the bucket b-b")
        guard case .s3(let s3, let credentials) = place else { throw SetupError("no bucket", mend: "") }
        #expect(s3.region == "us-east-1")
        #expect(s3.style == .path)
        #expect(credentials.keyID == "id")
        #expect(try Settings(Environment([:])).files == .folder)
        for (name, value) in [
            ("GH_S3_STYLE", "host"), ("GH_S3_REGION", "EU West"), ("GH_S3_ENDPOINT", "localhost:9000"),
            ("SUPABASE_URL", "https://s.example.com"),
        ] {
            let error = #expect(throws: SetupError.self) {
                try Settings(Environment(bucket.merging([name: value]) { $1 }))
            }
            #expect(error?.problem.contains(name) == true)
            #expect(error?.description.contains("canary") == false)
        }
    }

    @Test func `settings as people write them are taken`() throws {
        let settings = try Settings(
            Environment([
                "DATABASE_URL": "postgres://u:p%40ss%2F@[::1]:6543/d", "GH_PUBLIC_URL": "https://jobs.example.com/gh//",
                "GH_WORKER_ID": String(repeating: "ü", count: 100), "GH_CALLBACK_SECRET": "whsec_bm8gc2VjcmV0",
                "GH_API_HOST": "", "XDG_DATA_HOME": "",
            ])
        )
        #expect(settings.publicURL == "https://jobs.example.com/gh")
        #expect(settings.address == .local)
        #expect(settings.hasTransactionPooler)
        #expect(settings.workerID?.count == 100)
        #expect(throws: Never.self) {
            try Settings(
                Environment(["DATABASE_URL": "host=/data/a@b,/data/c dbname=d", "GH_CALLBACK_SECRET": "any text"])
            )
        }
    }

    @Test func `everything that is wrong is said at once`() throws {
        let names = ["GH_API_PORT", "GH_LOG_LEVEL", "GH_PUBLIC_URL", "GH_CREDENTIAL_KEY"]
        let error = #expect(throws: SetupError.self) {
            try Settings(Environment(Dictionary(uniqueKeysWithValues: names.map { ($0, "wrong") })))
        }
        for name in names { #expect(error?.description.contains(name) == true) }
        #expect(error?.description.split(separator: "→").count == names.count + 1)
    }

    @Test func `a secret's file that is empty is no secret`() throws {
        let environment = Environment(["GH_SERVICE_KEY_FILE": "/run/key"]) { _ in " \n" }
        let error = #expect(throws: SetupError.self) { try environment.look(.serviceKey) }
        #expect(error?.problem == "GH_SERVICE_KEY_FILE names /run/key, which is empty")
    }

    @Test func `kept keys are kept: closed to others, and never replaced by new ones`() async throws {
        try await Home.open { home in
            let folder = DataFolder(home.data.path)
            try folder.prepare()
            let keys = try Keys.kept(in: folder)
            let file = folder.keys.appending(path: "credential_key")
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
            #expect(try Keys.kept(in: folder).credential == keys.credential)
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
            #expect(mode == 0o600)
            try Data("half a key".utf8).write(to: file)
            let error = #expect(throws: SetupError.self) { try Keys.kept(in: folder) }
            #expect(error?.problem.contains(file.path) == true)
            #expect(try String(contentsOf: file, encoding: .utf8) == "half a key")
        }
    }

    @Test func `a private PostgreSQL of a version that is not installed any more is named`() {
        let error = #expect(throws: SetupError.self) { try ClusterPrograms.find(1) }
        #expect(error?.problem.contains("version 1,") == true)
        #expect(error?.mend.contains("postgresql-1,") == true)
    }

    @Test func `PostgreSQL's programs hear nothing of our language, our secrets and another server`() {
        let ours = [
            "LANG": "de_DE.UTF-8", "LANGUAGE": "de", "LC_ALL": "nonsense", "LC_MESSAGES": "fr_FR", "PGHOST": "other",
            "PGOPTIONS": "x", "GH_SERVICE_KEY": "secret", "HOME": "/h", "TMPDIR": "/t", "PATH": "/p",
        ]
        #expect(CLI.Program.environment(from: ours) == ["LC_ALL": "C", "HOME": "/h", "TMPDIR": "/t", "PATH": "/p"])
    }
}
