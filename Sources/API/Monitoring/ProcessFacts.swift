import Foundation

/// What the system tells of this process (proc(5)).
enum ProcessFacts {
    /// When the process was started, nearly.
    static let started = Date()

    /// How much memory is resident; nil where the system does not say.
    static var residentBytes: Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let numbers = text.split(separator: " ")
        return numbers.count > 1 ? Int(numbers[1]).map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } : nil
    }
}
