import Foundation
import GhostHands
import Postgres

/// The manuals that ship with the product: the first page of each hiring platform's form, as our own pages of it have it.
enum Starters {
    private static let files = [
        PackageResources.ashby_json, PackageResources.bamboohr_json, PackageResources.breezy_json,
        PackageResources.greenhouse_json, PackageResources.icims_json, PackageResources.jobvite_json,
        PackageResources.lever_json, PackageResources.smartrecruiters_json, PackageResources.successfactors_json,
        PackageResources.taleo_json, PackageResources.teamtailor_json, PackageResources.workable_json,
        PackageResources.workday_json,
    ]

    /// Them all.
    ///
    /// - Throws: `ManualReader.Fault` when one of them does not hold to the rules for manuals.
    static func all() throws -> [Manual] {
        try files.map { try ManualReader.manual(try JSON(parsing: Data($0)), id: UUID()) }
    }
}

extension Manuals {
    /// Adds the manuals that ship with the product, where their forms have none: with every migration, so that one that was
    /// deleted may come back; quarantine keeps it from use for good.
    ///
    /// - Returns: how many were added.
    /// - Throws: `PostgresError`.
    @discardableResult
    public func addStarters() async throws -> Int {
        var added = 0
        for manual in try Starters.all() {
            let isNew = try await pool.withTransaction { connection in
                let known = try await connection.query(
                    """
                    select from gh_action_manuals where id = \(manual.id) or (platform = \(manual.platform)
                        and task_pattern = \(manual.task) and signature = \(manual.pages.first?.signature)) limit 1
                    """
                )
                guard known.isEmpty else { return false }
                let provenance: JSON = ["reason": "shipped with the product"]
                return try await Self.keep(manual, because: provenance, replacing: false, on: connection) != nil
            }
            if isNew { added += 1 }
        }
        return added
    }
}
