import Foundation
import GhostHands
import Testing

/// Our reader and writer of JSON, held against the library's.
struct JSONTests {
    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    private func parse(_ text: String) -> JSON? { try? JSON(parsing: Data(text.utf8)) }

    @Test(arguments: [
        "0", "-0", "1.5", "-1.5e3", "1E-2", "9223372036854775807", "9223372036854775808", "1e308", "\"\"",
        "\"a\\u00e9\"",
        "\"\\ud83d\\ude00\"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\u0000\"", "[]", "[1,[2,[3]]]", "{}",
        " {\"a\" : [ true , null ] } ",
        "{\"b\":1,\"a\":{\"c\":\"ü 😀 漢\"}}", "\"\u{2028}\"", "5.0", "100", "0.1", "123456789.125", "1e21", "1e-7",
        "false",
    ]) func `what is JSON is read as the library reads it`(_ text: String) throws {
        let ours = try #require(parse(text), "\(text)")
        let theirs = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
        #expect(ours.double == theirs.double)
        #expect((ours == theirs || ours.double != nil))
        #expect(try JSONDecoder().decode(JSON.self, from: ours.data) == theirs)
        #expect(ours.data == (try Self.encoder.encode(ours)), "\(ours.text)")
        #expect(parse(ours.text)?.text == ours.text)
    }

    @Test(arguments: [
        ("", 1), ("{", 2), ("[1 2]", 4), ("nul", 4), ("01", 2), ("1.", 3), ("-", 2), (".5", 1),
        ("+1", 1),
        ("\"a", 3), ("\"\\x\"", 3), ("\"\\u12\"", 6), ("\"\\ud800\"", 8), ("\"\\udc00\"", 8), ("\"a\nb\"", 3),
        ("{1:2}", 2),
        ("[1],", 4), ("{\"a\" 1}", 6), ("1e", 3), ("1e999", 1), ("'a'", 1), ("[,1]", 2), ("NaN", 1),
    ]) func `what is none says where`(_ text: String, _ column: Int) {
        do {
            let json = try JSON(parsing: Data(text.utf8))
            Issue.record("\(text) was read as \(json.text)")
        } catch let fault as JSON.Fault {
            #expect(fault.line == 1, "\(text): \(fault)")
            #expect(fault.column == column, "\(text): \(fault)")
        } catch {
            Issue.record("\(error)")
        }
        #expect((try? JSONDecoder().decode(JSON.self, from: Data(text.utf8))) == nil)
    }

    @Test func `broken text and depth are faults, and lines are counted`() {
        #expect(throws: JSON.Fault.self) { try JSON(parsing: Data([0x22, 0xFF, 0x22])) }
        #expect(throws: JSON.Fault.self) { try JSON(parsing: Data([0x22, 0xED, 0xA0, 0x80, 0x22])) }
        #expect(parse(String(repeating: "[", count: 512) + String(repeating: "]", count: 512)) != nil)
        #expect(parse(String(repeating: "[", count: 513) + String(repeating: "]", count: 513)) == nil)
        do {
            _ = try JSON(parsing: Data("{\n \"a\": 1,\n  x}".utf8))
        } catch {
            #expect("\(error)" == "no JSON from line 3, column 3 on")
        }
        #expect(parse("\u{FEFF}[1]") == [1])
        #expect(parse("{\"a\":1,\"a\":2}") == ["a": 2])
    }

    @Test func `texts that were changed at random are JSON for both or for neither`() throws {
        let seed = "{\"name\":\"Ann \\u00e9 ü\",\"list\":[1,-2.5e1,true,null,{\"x\":\"\\n\"}],\"n\":12345}"
        var random = SplitMix(state: 7)
        for _ in 0..<4000 {
            var bytes = Array(seed.utf8)
            for _ in 0..<Int(random.next() % 3 + 1) {
                let place = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 3 {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(Array("{}[],:\"\\0e.-u".utf8)[Int(random.next() % 13)], at: place)
                default: bytes[place] = UInt8(random.next() % 128)
                }
            }
            let ours = try? JSON(parsing: Data(bytes))
            let theirs = try? JSONDecoder().decode(JSON.self, from: Data(bytes))
            #expect((ours == nil) == (theirs == nil), "\(String(decoding: bytes, as: UTF8.self))")
            guard let ours, let theirs else { continue }
            #expect(ours.text == theirs.text)
        }
    }
}

/// A generator that gives the same numbers every time (Steele et al., 2014).
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
