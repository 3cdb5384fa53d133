import Testing

@testable import Chromium

@Suite struct InPageScriptTests {
    @Test func `documents get a script without its comments, on the same lines`() {
        let source = """
            "use strict";
            // What it does.
            const f = (() => {
              /**
               * @type {number}
               */
              const one = 1; // kept
              /** @type {any} */
              const two = /** @type {any} */ (2);
              return one + two;
            })();
            """
        let sent = InPageScript.lean(source)
        #expect(sent.split(separator: "\n", omittingEmptySubsequences: false).count == 11)
        #expect(
            sent.split(separator: "\n") == [
                "\"use strict\";", "const f = (() => {", "const one = 1; // kept",
                "const two = /** @type {any} */ (2);", "return one + two;", "})();",
            ]
        )
    }

    @Test func `documents get a script of nothing but ASCII`() {
        #expect(
            InPageScript.lean(#"const marks = ["é", "必", "😀"];"#)
                == #"const marks = ["\u00e9", "\u5fc5", "\ud83d\ude00"];"#
        )
    }
}
