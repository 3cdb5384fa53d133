/// Who has something done to a job: its events name them as their actor.
public enum Acting {
    /// The one for whom the present task acts; callers with the service key are `api`.
    @TaskLocal public static var name = "api"
}
