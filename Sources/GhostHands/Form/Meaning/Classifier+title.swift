extension Classifier {
    /// Whether the heading over all fields of a page may be the job's own title, such as "Manager": it says nothing of
    /// whose facts they ask for.
    ///
    /// - Parameter heading: what stands over all of them.
    public static func mayBeJobTitle(_ heading: String) -> Bool { Persons.mayBeJob(Words(heading)) }
}
