public import Chromium
public import GhostHands

extension ContextOptions {
    /// A browser context that may only talk to the addresses that a rule allows (R28).
    ///
    /// Every request is judged by its host, and every document again by the address that it came from.
    ///
    /// - Parameter rule: which addresses are allowed.
    /// - Returns: the options.
    public static func guarded(by rule: AddressRule) -> ContextOptions {
        if rule.allowance == .privateNetwork { return ContextOptions() }
        return ContextOptions(
            allowed: { request in request.host.isEmpty || rule.mayResolve(request.host) },
            allowedAddress: { address in IPAddress(address).map(rule.allows) ?? false }
        )
    }
}
