/// Why a field is left alone.
package enum Ignored: String, Sendable, Hashable, Decodable {
    case disabled, hidden
    case readOnly = "read only"
    /// A field that no person sees: whoever fills it is taken for a program.
    case trap = "trap for programs"
    /// An upload that fills in the form and is not sent with it.
    case fillsForm = "fills the form from a resume"
    case search = "search of the site"
    /// The letters of a picture, a sum, a box that says that one is no robot: not for programs to answer.
    case riddle = "check for people"
    case otherForm = "another form of the page"

    /// The same in words, for a person.
    package var told: String { rawValue }
}
