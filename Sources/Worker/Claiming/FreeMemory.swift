import Foundation

/// How much memory this process's browser may still take: what the machine has left, or its container if that is less.
public enum FreeMemory {
    /// Reads it from the kernel (proc_meminfo(5), cgroups(7) version 2).
    ///
    /// - Returns: megabytes; nil where the kernel does not say.
    public static func megabytes() -> Int? { [ofMachine(), ofContainer()].compactMap(\.self).min().map { $0 >> 20 } }

    private static func ofMachine() -> Int? {
        guard let line = read("/proc/meminfo")?.split(separator: "\n").first(where: { $0.hasPrefix("MemAvailable:") })
        else { return nil }
        return line.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 << 10 }
    }

    /// What the limit leaves, the file cache counted as free: the kernel drops it when memory is wanted.
    private static func ofContainer() -> Int? {
        let folder = "/sys/fs/cgroup/"
        guard let limit = number(read(folder + "memory.max")), let used = number(read(folder + "memory.current"))
        else { return nil }
        let cache = read(folder + "memory.stat")?.split(separator: "\n").first { $0.hasPrefix("inactive_file ") }
        return max(0, limit - used + (cache?.split(separator: " ").last.flatMap { Int($0) } ?? 0))
    }

    private static func number(_ text: String?) -> Int? {
        text.flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }

    private static func read(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }
}
