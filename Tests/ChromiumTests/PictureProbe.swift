import Chromium
import Foundation

/// A script that tells a test what a picture shows.
let pictureProbe = InPageScript(
    name: "pictures",
    source: """
        globalThis.pictures = {
            colours: async (base64, type, places) => {
                const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
                const picture = await createImageBitmap(new Blob([bytes], { type }));
                const colours = places.map(([x, y]) => {
                    const spot = new OffscreenCanvas(1, 1).getContext("2d");
                    spot.drawImage(picture, -x, -y);
                    return [...spot.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((part) => part > 127 ? 1 : 0).join("");
                });
                return { width: picture.width, height: picture.height, colours };
            },
        };
        """
)

/// What a picture shows: its size, and at places its colour, each part of it 0 or 1: `100` is red.
struct Seen: Decodable {
    let width: Int
    let height: Int
    let colours: [String]
}

extension Page {
    func see(_ picture: Data, _ format: String = "image/png", at places: [(Int, Int)]) async throws -> Seen {
        let points = places.map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
        let arguments = Data("[\"\(picture.base64EncodedString())\",\"\(format)\",[\(points)]]".utf8)
        let result = try await mainFrame.call(pictureProbe, "colours", arguments: arguments, timeout: .seconds(30))
        return try JSONDecoder().decode(Seen.self, from: result)
    }
}
