import Crypto
import Foundation
import GhostHands

/// One numbered script of the schema; each can be applied to a database that has it already.
struct Migration: Sendable {
    let name: String
    let script: String

    init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        script = String(decoding: bytes, as: UTF8.self)
    }

    var checksum: String {
        SHA256.hash(data: Data(script.utf8)).hexadecimal
    }

    /// All of them, in order.
    static let all = [
        Migration("001_gh_automation_jobs.sql", PackageResources._01_gh_automation_jobs_sql),
        Migration("002_gh_job_events.sql", PackageResources._02_gh_job_events_sql),
        Migration("003_gh_user_credentials.sql", PackageResources._03_gh_user_credentials_sql),
        Migration("004_gh_user_usage.sql", PackageResources._04_gh_user_usage_sql),
        Migration("005_add_callback_fields.sql", PackageResources._05_add_callback_fields_sql),
        Migration("006_resume_ref.sql", PackageResources._06_resume_ref_sql),
        Migration("007_target_worker.sql", PackageResources._07_target_worker_sql),
        Migration("008_gh_browser_sessions.sql", PackageResources._08_gh_browser_sessions_sql),
        Migration("009_hitl_columns.sql", PackageResources._09_hitl_columns_sql),
        Migration("010_gh_action_manuals.sql", PackageResources._10_gh_action_manuals_sql),
        Migration("011_execution_mode_tracking.sql", PackageResources._11_execution_mode_tracking_sql),
        Migration("012_gh_job_events_realtime.sql", PackageResources._12_gh_job_events_realtime_sql),
        Migration("013_gh_worker_registry.sql", PackageResources._13_gh_worker_registry_sql),
        Migration("014_leases_and_queue.sql", PackageResources._14_leases_and_queue_sql),
        Migration("015_submit_once.sql", PackageResources._15_submit_once_sql),
        Migration("016_gh_callback_outbox.sql", PackageResources._16_gh_callback_outbox_sql),
        Migration("017_row_security.sql", PackageResources._17_row_security_sql),
        Migration("018_similar_jobs.sql", PackageResources._18_similar_jobs_sql),
        Migration("019_manual_versions.sql", PackageResources._19_manual_versions_sql),
        Migration("020_model_spending.sql", PackageResources._20_model_spending_sql),
        Migration("021_what_users_may_write.sql", PackageResources._21_what_users_may_write_sql),
        Migration("022_incarnations_and_forgetting.sql", PackageResources._22_incarnations_and_forgetting_sql),
        Migration("023_outbox_by_host.sql", PackageResources._23_outbox_by_host_sql),
        Migration("024_human_help.sql", PackageResources._24_human_help_sql),
        Migration("025_live_links.sql", PackageResources._25_live_links_sql),
        Migration("026_credentials.sql", PackageResources._26_credentials_sql),
        Migration("027_sessions.sql", PackageResources._27_sessions_sql),
        Migration("030_codes.sql", PackageResources._30_codes_sql),
        Migration("033_callback_attempts.sql", PackageResources._33_callback_attempts_sql),
        Migration("034_event_sequence.sql", PackageResources._34_event_sequence_sql),
        Migration("035_publication.sql", PackageResources._35_publication_sql),
        Migration("037_take_over.sql", PackageResources._37_take_over_sql),
        Migration("040_totals.sql", PackageResources._40_totals_sql),
        Migration("041_alerts.sql", PackageResources._41_alerts_sql),
        Migration("042_trace_of_callbacks.sql", PackageResources._42_trace_of_callbacks_sql),
        Migration("043_console_sessions.sql", PackageResources._43_console_sessions_sql),
        Migration("046_credential_tries.sql", PackageResources._46_credential_tries_sql),
        Migration("047_key_proofs.sql", PackageResources._47_key_proofs_sql),
        Migration("053_operators.sql", PackageResources._53_operators_sql),
        Migration("056_opened_accounts.sql", PackageResources._56_opened_accounts_sql),
        Migration("061_code_turns.sql", PackageResources._61_code_turns_sql),
        Migration("062_count_for_less.sql", PackageResources._62_count_for_less_sql),
    ]
}
