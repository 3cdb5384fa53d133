import GhostHands
import Testing

@Suite struct PlaceMatcherTests {
    private let matcher = PlaceMatcher(
        Applicant(profile: [
            "first_name": "A", "last_name": "B",
            "location": ["city": "Porto", "state": "Porto", "country": "Portugal", "zip": "4000-001"],
        ]).profile
    )

    @Test func `the applicant's town is told from its namesakes by region and country`() {
        let places = ["Porto, Michigan, United States", "Porto, Portugal", "Porto Alegre, Brazil"]
        #expect(matcher.match("Porto", in: places) == 1)
        #expect(matcher.match("Porto, Porto, Portugal", in: places) == 1)
    }

    @Test func `a town is known by its names in other languages`() {
        let home = PlaceMatcher(
            Applicant(profile: ["first_name": "A", "location": ["city": "Lisboa", "country": "Portugal"]]).profile
        )
        let places = ["Lisbon, Maine, United States", "Lisbon, Portugal", "Lisburn, United Kingdom"]
        #expect(home.match("Lisboa", in: places) == 1)
        #expect(home.match("Lisboa, Portugal", in: places) == 1)
        #expect(home.match("Lisboa", in: ["Florence, Portugal"]) == nil)
        #expect(CityNames.others(than: "München").first == "Munich")
        #expect(CityNames.others(than: "Springfield").isEmpty)
    }

    @Test func `the one that says more of what is known is meant`() {
        #expect(matcher.match("Porto", in: ["Porto, Portugal", "Porto, Porto, Portugal"]) == 1)
    }

    @Test func `codes are read as what they stand for`() {
        let places = ["Portland, ME, USA", "Portland, OR, USA"]
        #expect(matcher.match("Portland, Oregon, United States", in: places) == 1)
    }

    @Test func `among places that nothing tells apart none is meant`() {
        #expect(matcher.match("Springfield", in: ["Springfield, Ohio", "Springfield, Illinois"]) == nil)
        #expect(matcher.match("Porto", in: ["Porto, Spain", "Porto, Michigan"]) == nil)
        #expect(matcher.match("Lisbon", in: ["Porto, Portugal"]) == nil)
    }

    @Test func `an address of the applicant's is the one in their town`() {
        let places = ["Rua Um 5, Lisboa, Portugal", "Rua Um 5, 4000-001 Porto, Portugal", "Rua Um 50, Porto, Portugal"]
        #expect(matcher.match("Rua Um 5", isAddress: true, in: places) == 1)
    }
}
