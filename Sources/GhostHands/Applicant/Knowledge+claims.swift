extension Knowledge.Claim {
    /// Reads an answer; nil where its question is about no topic, or about several.
    init?(_ question: String, _ answer: String) {
        guard let reading = QuestionReading(question), reading.matters.count == 1, !reading.isNegated,
            let matter = reading.matters.first
        else { return nil }
        topic = matter.topic
        places = reading.places
        scope = topic == .experience ? QuestionReading.skill(reading.scope) : reading.scope
        bound = reading.bound?.number
        text = answer
        says = reading.asksWhether ? YesNo.said(by: answer).map { $0 != matter.isInverse } : nil
        currencies = Currency([question, answer])
        languages = Language.all(in: reading.words)
    }

    /// Whether the answer holds under the condition of another question of its topic.
    func covers(_ reading: QuestionReading) -> Bool {
        let other = reading.scope
        guard !reading.isLedByOthers else { return false }
        if scope == other { return true }
        switch topic.inheritance {
        case .none: return false
        case .no: return says == false ? scope.isSubset(of: other) : other.isSubset(of: scope)
        case .both: return scope.isSubset(of: other)
        }
    }
}

extension QuestionReading {
    /// The words of a skill, without what only says that it is one.
    ///
    /// A version is none of it: who knows "Python" is asked for "Python3".
    static func skill(_ words: Set<String>) -> Set<String> {
        let bare = words.map { word in
            let name = word.prefix { !$0.isNumber }
            return name.count >= 4 && word.dropFirst(name.count).allSatisfy(\.isNumber) ? String(name) : word
        }
        return Set(bare).subtracting([
            "js", "programming", "language", "framework", "development", "skill", "skills", "technology", "coding",
        ])
    }
}

/// Where the question is: each decides whether a place, a number or a name changes the answer.
extension Knowledge {
    /// Whether the applicant lives in one of the places; nil where one of them is not known.
    func residence(_ reading: QuestionReading) -> Bool? {
        guard !reading.places.isEmpty, reading.scope.isEmpty else { return nil }
        let held = reading.places.map { $0.holds(country: home.country, state: home.state, city: home.city) }
        if held.contains(true) { return reading.isAlternative || reading.places.count == 1 ? true : nil }
        return held.allSatisfy { $0 == false } ? false : nil
    }

    /// Whether the applicant may work in the places that a question names.
    func mayWork(_ reading: QuestionReading) -> Bool? {
        guard reading.scope.isEmpty else { return nil }
        return ofPlaces(.workAuthorization, reading) { $0 == citizenship ? true : nil }
    }

    /// Whether the applicant may work there "without a permit": who is at home there needs none.
    func mayWorkFreely(_ reading: QuestionReading) -> Bool {
        let others: Set = ["permit", "visa", "sponsorship", "restriction", "restrictions", "without", "work", "valid"]
        return reading.matters == [.init(topic: .workAuthorization, isInverse: false)]
            && reading.words.contains("without")
            && !reading.words.isTwiceNegated && reading.scope.isSubset(of: others) && reading.places.count == 1
            && reading.places.allSatisfy { $0 == citizenship.map(PlaceMention.country) }
    }

    /// Whether the applicant needs a sponsor there.
    func needsSponsor(_ reading: QuestionReading) -> Bool? {
        // "Without sponsorship or C2C" may be the other.
        let isDoubtful = reading.isAlternative && reading.words.contains("without") && !reading.scope.isEmpty
        return isDoubtful
            ? nil
            : ofPlaces(.sponsorship, reading) { country in
                if country == citizenship { return false }
                return country == home.country
                    ? claims.first { $0.topic == .sponsorship && $0.places.isEmpty }?.says : nil
            }
    }

    /// Whether the applicant is a citizen of the country that a question names.
    func isCitizen(_ reading: QuestionReading) -> Bool? {
        guard reading.scope.isEmpty, reading.places.count == 1, let place = reading.places.first else { return nil }
        let own = claims.first { $0.topic == .citizenship && $0.places == [place] && $0.scope.isEmpty }
        if let says = own?.says { return says }
        guard case .country(let number) = place, number == citizenship else { return nil }
        return isCalledCitizen ? true : nil
    }

    /// Whether the applicant is somewhere by a visa: no citizen is in their own country.
    func holdsVisa(_ reading: QuestionReading) -> Bool? {
        isFreeAtHome(reading) && reading.names.isEmpty ? false : nil
    }

    /// Whether the permission to work is limited: no citizen's is in their own country.
    func isRestricted(_ reading: QuestionReading) -> Bool? { isFreeAtHome(reading) ? false : nil }

    private func isFreeAtHome(_ reading: QuestionReading) -> Bool {
        guard isCalledCitizen, let home = home.country, citizenship == home else { return false }
        return reading.places.allSatisfy {
            $0 == .country(home) || $0 == .ofJob && reading.words.contains("this country")
        }
    }

    private func ofPlaces(
        _ topic: Topic,
        _ reading: QuestionReading,
        _ derived: (Int) -> Bool?
    ) -> Bool? {
        let named = reading.places.filter { $0 != .ofJob }
            .map { $0 == .ofHome ? home.country.map(PlaceMention.country) ?? $0 : $0 }
        if named.isEmpty {
            let general = claims.filter {
                $0.topic == topic && ($0.places.isEmpty || $0.places == [.ofJob]) && $0.covers(reading)
            }
            return general.isEmpty ? stated(topic, reading) : general.count == 1 ? general[0].says : nil
        }
        let said = named.map { place -> Bool? in
            let own = claims.first { $0.topic == topic && $0.places == [place] && $0.covers(reading) }
            if let says = own?.says { return says }
            guard case .country(let number) = place else { return nil }
            return derived(number) ?? (number == home.country ? stated(topic, reading) : nil)
        }
        // Who may work in one of two countries may work "in the US or Canada".
        if topic == .workAuthorization, reading.isAlternative, said.contains(true) { return true }
        return said.allSatisfy { $0 == said[0] } ? said[0] : nil
    }

    /// What the profile itself says of where the applicant lives, in so many words.
    private func stated(_ topic: Topic, _ reading: QuestionReading) -> Bool? {
        let facts: [Topic: Asked] = [.sponsorship: .sponsorship, .workAuthorization: .workAuthorization]
        guard let says = facts[topic].flatMap(profile.fact).flatMap(YesNo.said) else { return nil }
        // Who needs no sponsor needs none of any kind.
        return reading.scope.isEmpty || topic == .sponsorship && !says ? says : nil
    }

    /// Whether moving there is moving within the country.
    func isNear(_ reading: QuestionReading) -> Bool {
        reading.places.allSatisfy { place in
            switch place {
            case .ofJob, .ofHome: true
            case .country(let number): number == home.country
            case .state: home.country == Synonyms.country(code: "us")
            case .region, .unknown: place.holds(country: home.country, state: home.state, city: home.city) ?? false
            }
        }
    }

    /// So many days a week, or fewer.
    func isInOffice(_ reading: QuestionReading) -> Bool? {
        guard let days = reading.bound?.number, reading.scope.isEmpty, isNear(reading) else { return nil }
        let said = claims.filter { $0.topic == .office && $0.scope.isEmpty }
        guard let claim = said.first, said.count == 1, let says = claim.says, let most = claim.bound else { return nil }
        return says ? (days <= most ? true : nil) : (days >= most ? false : nil)
    }

    /// Whether it asks for no more travel than anybody means by some: up to a fifth of the time.
    func isSomeTravel(_ reading: QuestionReading) -> Bool {
        guard let bound = reading.bound else { return true }
        return bound.number <= 20
            && !reading.words.containsAny([
                "day", "days", "nights", "week", "weeks", "month", "times", "hours", "miles",
            ])
    }

    /// Whether it asks about the company that asks, and not about one where the applicant was.
    func isOfAsker(_ reading: QuestionReading) -> Bool {
        guard reading.scope.isEmpty else { return false }
        let own = Set(
            profile.workHistory.compactMap(\.organization).flatMap { Words($0).list }
                + profile.skills.flatMap { Words($0).list }
        )
        guard own.isDisjoint(with: reading.names) else { return false }
        let asker = [
            "here", "us", "this company", "our company", "the company", "this organization", "our organization",
            "this employer", "our team", "this organisation", "our", "current or former employee",
            "former or current employee", "current or past employee", "current or previous employee", "former employee",
            "past employee", "the payroll",
        ]
        return !reading.names.isEmpty || reading.words.containsAny(asker)
    }
}
