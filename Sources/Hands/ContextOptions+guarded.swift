public import Chromium
public import GhostHands

extension ContextOptions {
    /// A browser context that may only talk to the addresses that a rule allows (R28).
    ///
    /// Its pages are ready to be read as soon as they are there. Every request is judged by its host, and every document again by the address that it came from.
    ///
    /// - Parameter rule: which addresses are allowed.
    /// - Returns: the options.
    public static func guarded(by rule: AddressRule) -> ContextOptions {
        var options = ContextOptions()
        options.scripts = [PageReader.script]
        if rule.allowance == .privateNetwork { return options }
        options.allowed = { request in request.host.isEmpty || rule.mayResolve(request.host) }
        options.allowedAddress = { address in IPAddress(address).map(rule.allows) ?? false }
        return options
    }
}
