/// What a job works from, by its type: the caller's `input_data`, read once.
///
/// The door, the worker that is given a row, and the hands read it by the same code (R67).
public enum JobInput: Sendable, Hashable {
    /// A form is filled for an applicant, and sent where that is wanted.
    case apply(Material, submits: Bool)
    /// A form is filled from flat data, and sent where that is wanted.
    case fillForm(Material, submits: Bool)
    /// A list is read: in the shape of a JSON Schema or, where that is null, as it stands; so many pages at most.
    case scrape(Material, schema: JSON, mostPages: Int)
    /// An instruction is carried out, and data given back in the shape of a JSON Schema, or of none.
    case custom(Material, schema: JSON)

    /// What every job may be given.
    public struct Material: Sendable, Hashable {
        /// Whom the job is done for.
        public var applicant: Applicant
        /// Where further files lie, by field name or label.
        public var files: [String: JobRequest.FileReference]
    }

    /// What every job may be given.
    public var material: Material {
        switch self {
        case .apply(let material, _), .fillForm(let material, _), .scrape(let material, _, _), .custom(let material, _):
            material
        }
    }

    /// Whether there is no doing it without a language model.
    public var needsModel: Bool {
        switch self {
        case .apply, .fillForm: false
        case .scrape(_, let schema, _): !schema.isNull
        case .custom: true
        }
    }
}

extension Job {
    /// What the job works from.
    public var input: JobInput {
        var reader = RequestReader(inputData.object ?? [:])
        return JobInput(&reader, of: jobType)
    }
}
