import TestSupport
import Testing

/// Everything that needs the browser, which its suites share.
@Suite(.browser) struct HandsTests {}
