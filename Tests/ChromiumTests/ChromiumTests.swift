import Testing
import TestSupport

/// What needs a browser and shares one.
@Suite(.browser) enum ChromiumTests {}
