public import Chromium
public import Foundation
import GhostHands

/// The picture of a page that goes to whoever is asked to help: what is secret in its fields is covered in the picture,
/// and the page is not touched for it.
public enum HelpPicture {
    private static let mostTries = 3

    /// Takes the picture.
    ///
    /// - Parameters:
    ///   - page: the page.
    ///   - secrets: what must not be seen anywhere on it.
    ///   - format: how the picture is kept.
    ///   - timeout: how long it may take.
    /// - Returns: the picture.
    /// - Throws: ``ChromiumError`` when the page is gone, or what is to be covered does not come to rest: then there is no
    ///   picture, rather than one with a secret in it.
    public static func take(
        of page: Page,
        hiding secrets: [String] = [],
        format: Screenshot.Format = .png,
        timeout: Duration = .seconds(5)
    ) async throws -> Data {
        for _ in 1..<mostTries {
            do {
                return try await takeOnce(page, secrets, format, timeout)
            } catch let error as ChromiumError where error.code == .detached {
                // A field has gone since the page was read.
                continue
            }
        }
        return try await takeOnce(page, secrets, format, timeout)
    }

    private static func takeOnce(
        _ page: Page,
        _ secrets: [String],
        _ format: Screenshot.Format,
        _ timeout: Duration
    ) async throws -> Data {
        let reading = try await PageReader().read(page, timeout: timeout)
        let covered = covered(in: reading, hiding: secrets) + (try await showing(secrets, on: page, timeout))
        return try await page.screenshot(
            Screenshot(format: format, masked: covered, masksPasswords: true),
            timeout: timeout
        )
    }

    /// Takes a picture of a page as it is, but for secrets that stand on it.
    ///
    /// - Parameters:
    ///   - page: the page.
    ///   - secrets: what must not be seen.
    ///   - timeout: how long it may take.
    /// - Returns: the picture, as PNG.
    /// - Throws: ``ChromiumError`` when the page is gone.
    public static func asItIs(
        _ page: Page,
        hiding secrets: [String],
        timeout: Duration = .seconds(5)
    ) async throws -> Data {
        let covered = try await showing(secrets, on: page, timeout)
        return try await page.screenshot(Screenshot(masked: covered), timeout: timeout)
    }

    /// What shows a secret as plain text: pages repeat what was entered.
    private static func showing(
        _ secrets: [String],
        on page: Page,
        _ timeout: Duration
    ) async throws -> [ElementHandle] {
        var found: [ElementHandle] = []
        for secret in secrets where secret.count > 3 {
            found += try await page.elements(.showing(secret), timeout: timeout)
        }
        return found
    }

    /// The elements to cover: fields that ask for a secret, and any other in which one stands.
    static func covered(in reading: PageReading, hiding secrets: [String]) -> [ElementHandle] {
        let told = secrets.filter { $0.count >= 3 }
        return reading.fields.filter { field in
            field.ignored != .hidden
                && (field.asked.isSecret || field.field.kind == .password
                    || told.contains { field.field.value.contains($0) })
        }
        .flatMap { field in field.widget.map(\.parts) ?? [field.handle] }
    }
}
