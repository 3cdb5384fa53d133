import Foundation
import NIOConcurrencyHelpers

/// Copies of files to upload, for a browser that runs as another user and could not read the originals.
final class Uploads: Sendable {
    private let profile: Profile
    private let user: Browser.User?
    private let folders = NIOLockedValueBox<[URL]>([])

    init(profile: Profile, user: Browser.User?) {
        self.profile = profile
        self.user = user
    }

    /// The paths under which the browser finds the files, by the same names.
    func stage(_ files: [URL]) throws -> [String] {
        for file in files {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), isFolder.boolValue else {
                continue
            }
            throw ChromiumError(.notActionable, "a folder cannot be uploaded")
        }
        do {
            guard let user else {
                for file in files where !FileManager.default.isReadableFile(atPath: file.path) {
                    throw CocoaError(.fileReadNoPermission)
                }
                return files.map(\.path)
            }
            return try files.map { try copy($0, for: user).path }
        } catch {
            throw ChromiumError(.notActionable, "a file to upload cannot be read")
        }
    }

    private func copy(_ file: URL, for user: Browser.User) throws -> URL {
        let folder = profile.url.appending(path: "upload-\(UUID().uuidString)", directoryHint: .isDirectory)
        try profile.makeFolder(folder, for: user)
        folders.withLockedValue { $0.append(folder) }
        let copy = folder.appending(path: file.lastPathComponent)
        try FileManager.default.copyItem(at: file, to: copy)
        try profile.give(copy, to: user)
        return copy
    }

    func remove() {
        let folders = folders.withLockedValue { folders in
            defer { folders = [] }
            return folders
        }
        for folder in folders { try? FileManager.default.removeItem(at: folder) }
    }
}
