import Foundation

extension Browser {
    /// How many bytes of memory the browser and all its processes take, what they share counted once.
    ///
    /// Nil when the system does not tell, as when they are another user's. Reads a file for each process.
    public var memory: Int? {
        let sizes = processes.compactMap(Self.proportionalSize)
        return sizes.isEmpty ? nil : sizes.reduce(0, +)
    }

    /// The processes of the browser's session, which is its own.
    private var processes: [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.filter { id in
            guard let stat = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8) else { return false }
            // The name before it may hold spaces and brackets.
            let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
            return fields.count > 3 && fields[3] == "\(processID)"
        }
    }

    private static func proportionalSize(of process: Int32) -> Int? {
        guard let map = try? String(contentsOfFile: "/proc/\(process)/smaps_rollup", encoding: .utf8) else {
            return nil
        }
        let line = map.split(separator: "\n").first { $0.hasPrefix("Pss:") }
        return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 << 10 }
    }
}
