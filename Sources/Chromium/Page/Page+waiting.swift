extension Page {
    /// Does something and tells what the page did meanwhile.
    /// - Parameter body: What to do.
    /// - Returns: What the body returned, and what the page did from the moment before it.
    /// - Throws: Whatever the body throws.
    public func activity<R>(during body: () async throws -> R) async throws -> (R, PageActivity) {
        fatalError()
    }

    /// Tells what a page did from an activity's beginning until now.
    /// - Parameter activity: The activity.
    /// - Returns: The same activity, longer.
    public func refreshed(_ activity: PageActivity) -> PageActivity {
        fatalError()
    }

    /// Waits until what an action started has come to an end.
    /// - Parameters:
    ///   - activity: The action's activity.
    ///   - timeout: How long to wait at most.
    /// - Returns: How the page came to rest.
    /// - Throws: ``ChromiumError`` when the page is gone.
    public func settle(_ activity: PageActivity, timeout: Duration = .seconds(10)) async throws -> Settlement {
        fatalError()
    }

    /// Waits until exactly one visible element in the page's frames fits a description.
    /// - Parameters:
    ///   - locator: The description.
    ///   - timeout: How long to wait.
    /// - Returns: The element.
    /// - Throws: ``ChromiumError``: notActionable when none or several fit until the time is up.
    public func locate(_ locator: Locator, timeout: Duration = .seconds(10)) async throws -> ElementHandle {
        fatalError()
    }
}
