import Testing
import TestSupport

/// What needs a browser and shares one.
@Suite(.browser) enum ChromiumTests {
    /// What keeps the machine busy by itself: one after another.
    @Suite(.serialized) enum Heavy {}
}
