extension Classifier {
    /// Whether the heading over all fields of a page may be the job's own title, such as "Manager": it says nothing of
    /// whose facts they ask for.
    ///
    /// - Parameter heading: what stands over all of them.
    public static func mayBeJobTitle(_ heading: String) -> Bool { Persons.mayBeJob(Words(heading)) }

    /// Whether the heading over all fields of a page is only how the page is called, as "School Nurse" may be.
    ///
    /// - Parameters:
    ///   - heading: what stands over all of them.
    ///   - page: the page's title.
    /// - Returns: false also where it speaks of somebody else, or of what the applicant has done.
    public static func mayBeTitle(_ heading: String, of page: String) -> Bool {
        let (words, title) = (Words(heading).list, Words(page).list)
        return words.count >= 2 && title.starts(with: words) && !Headings([heading]).isOthers
            && HistorySection(heading: heading) == nil
    }
}
