/// What is broken when the browser cannot do as asked.
///
/// Neither the message nor the description carries text typed into a page or read out of one, apart from the
/// shape of elements (`<div.banner>`).
public struct ChromiumError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of failure a caller can act upon.
    public enum Code: String, Hashable, Sendable {
        /// No browser is installed where one was looked for.
        case notFound
        /// The browser did not come up.
        case launchFailed
        /// The browser, context or page has been closed.
        case closed
        /// The page's process died.
        case crashed
        /// The deadline passed.
        case timedOut
        /// The browser refused a command.
        case `protocol`
        /// The element's document is gone, or the element has left it, or a person has been at the page since it was read.
        case detached
        /// The element cannot be acted upon; the message says why.
        case notActionable
        /// A navigation could not be carried out.
        case navigation
        /// A script in the page failed.
        case script
    }

    /// The kind of failure.
    public let code: Code
    /// What happened, for a log.
    public let message: String

    /// Makes an error.
    /// - Parameter message: What happened; never page text.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The code and the message.
    public var description: String { "\(code.rawValue): \(message)" }
}
