import Foundation
import Testing

@testable import GhostHands

/// What the service keeps in a job's metadata.
struct JobMetadataTests {
    @Test func `what attempts write is what the database keeps users from writing`() {
        // Migration 021 names them once more.
        #expect(JobMetadata.ofAttempts == ["cost_breakdown", "engine", "progress", "submit_page_url"])
    }

    @Test func `the service's own is put beside the caller's, and over what was there before`() {
        let metadata: JobMetadata = ["campaign": "spring", "engine": 1]
        let more = metadata.merging([.engine: ["manual_id": "x"], .progress: 5])
        #expect(more.json == ["campaign": "spring", "engine": ["manual_id": "x"], "progress": 5])
        #expect(more[.engine]["manual_id"] == "x")
        #expect(more["campaign"] == "spring")
        #expect(more[.costBreakdown].isNull)
    }

    @Test func `metadata that is no object is kept, and read as nothing`() {
        #expect(JobMetadata([1])[.progress].isNull)
        #expect(JobMetadata([1]).json == [1])
        #expect(JobMetadata([1]).merging([.progress: 1]).json == ["progress": 1])
    }
}
