public import Foundation

extension Page {
    /// Clicks the middle of an element, once it is visible, enabled, at rest and not covered.
    /// - Parameters:
    ///   - element: What to click.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable with the reason, detached, timedOut.
    public func click(_ element: ElementHandle, timeout: Duration = .seconds(10)) async throws {
        fatalError()
    }

    /// Replaces the text of a field, and reads it back.
    /// - Parameters:
    ///   - element: A text field, a text area, an editable element, or a date, time, colour or range input.
    ///   - text: The new text; for dates and the like in the input's own form (`2026-01-31`).
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable when the field does not keep the text, detached, timedOut.
    public func fill(_ element: ElementHandle, with text: String, timeout: Duration = .seconds(10)) async throws {
        fatalError()
    }

    /// Types key by key at the end of a field's text, as type-aheads need it.
    /// - Parameters:
    ///   - text: What to type.
    ///   - element: Where to type it.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable, detached, timedOut.
    public func type(_ text: String, into element: ElementHandle, timeout: Duration = .seconds(10)) async throws {
        fatalError()
    }

    /// Presses a key, or keys together, wherever the focus is.
    /// - Parameters:
    ///   - key: A key's name as in `KeyboardEvent.key` (`Enter`, `ArrowDown`, `a`), with `Control+`, `Shift+`, `Alt+`
    ///     or `Meta+` before it.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable when there is no such key, timedOut.
    public func press(_ key: String, timeout: Duration = .seconds(10)) async throws {
        fatalError()
    }

    /// Empties a field.
    /// - Parameters:
    ///   - element: The field.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable, detached, timedOut.
    public func clear(_ element: ElementHandle, timeout: Duration = .seconds(10)) async throws {
        fatalError()
    }

    /// Chooses options of a native select, and no others.
    /// - Parameters:
    ///   - element: The select.
    ///   - optionIndexes: The places of the options among all its options.
    ///   - timeout: How long it may take, including the wait for the options to appear.
    /// - Throws: ``ChromiumError``: notActionable when there is no such option, detached, timedOut.
    public func select(
        _ element: ElementHandle,
        optionIndexes: [Int],
        timeout: Duration = .seconds(10)
    ) async throws {
        fatalError()
    }

    /// Turns a checkbox, radio button or switch on or off, by its label where it is hidden itself.
    /// - Parameters:
    ///   - element: The control; one with a `role` counts by its `aria-checked`.
    ///   - on: What it shall be.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable when it does not change, detached, timedOut.
    public func setChecked(_ element: ElementHandle, _ on: Bool, timeout: Duration = .seconds(10)) async throws {
        fatalError()
    }

    /// Gives files to a file input, hidden or not.
    /// - Parameters:
    ///   - files: The files; copied first where the browser runs as another user.
    ///   - element: The input.
    ///   - timeout: How long it may take.
    /// - Throws: ``ChromiumError``: notActionable when the element takes no files, detached, timedOut.
    public func upload(_ files: [URL], to element: ElementHandle, timeout: Duration = .seconds(30)) async throws {
        fatalError()
    }
}
