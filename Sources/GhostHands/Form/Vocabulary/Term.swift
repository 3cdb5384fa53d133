/// One fact that a form may ask for, with every word by which it does.
///
/// Whoever knows a field by its words reads them here: ``AskedRule``, which is sure and lets the field be filled;
/// ``Guess``, which only shows; and both, of the tokens that the page's author gave.
struct Term: Sendable {
    let asked: Asked
    /// The fact's own names.
    ///
    /// Alone they are sure; among other words they are a guess, where the term has one.
    let names: [String]
    /// Names that are sure alone, but mean too much else among other words to guess by.
    let alone: [String]
    /// Words that may stand beside a name without changing whose fact it is.
    let beside: [String]
    /// Names that only a key of data has, with no sentence around it.
    let keys: [String]
    /// The tokens of the HTML standard's `autocomplete` attribute.
    let tokens: [String]
    /// What makes the fact likely; the first has the term's names as well.
    let clues: [Clue]

    init(
        _ asked: Asked,
        _ names: [String] = [],
        alone: [String] = [],
        beside: [String] = [],
        keys: [String] = [],
        tokens: [String] = [],
        guess clues: Clue...
    ) {
        self.asked = asked
        self.names = names
        self.alone = alone
        self.beside = beside
        self.keys = keys
        self.tokens = tokens
        self.clues = clues
    }

    /// Whether its words alone can be sure, so that the field is filled.
    var isSure: Bool { !names.isEmpty || !alone.isEmpty || !keys.isEmpty }
}

/// Pieces of what a field says of itself that make a meaning likely.
struct Clue: Sendable {
    /// Where the pieces mean that.
    enum Place: Sendable {
        /// In any text about a field.
        case text
        /// In a whole sentence, which is looked at before single words.
        case sentence
        /// About a list to choose from.
        case list
        /// About a box to tick.
        case box
        /// About a field of a form that takes payment cards.
        case payment
        /// About a box whose text is hidden.
        case password
        /// In the name that a program gave, whatever the label says.
        case name
    }

    let places: Set<Place>
    /// Phrases that stand in the text as whole words.
    let words: [String]
    /// Pieces that stand anywhere in it, also within a word.
    let roots: [String]
    /// What says that something else is meant.
    let unless: [String]
    let unlessRoots: [String]

    init(
        _ places: Place...,
        words: [String] = [],
        roots: [String] = [],
        unless: [String] = [],
        unlessRoots: [String] = []
    ) {
        self.places = places.isEmpty ? [.text] : Set(places)
        self.words = words
        self.roots = roots
        self.unless = unless
        self.unlessRoots = unlessRoots
    }
}
