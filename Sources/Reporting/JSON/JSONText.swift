package import Foundation

/// JSON that another encoder made.
enum JSONText {
  /// The same JSON with controls, marks of writing direction, zero-width characters and line
  /// separators written as `\uXXXX`. Outside of ASCII, JSON has nothing but strings' contents, so
  /// the meaning stays.
  static func escapingInvisible(_ json: Data) -> Data {
    guard json.contains(where: { $0 >= 0x7F }) else { return json }
    let text = String(decoding: json, as: UTF8.self)
    guard text.unicodeScalars.contains(where: needsEscape) else { return json }
    var result = ""
    for scalar in text.unicodeScalars {
      if needsEscape(scalar) {
        for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
          let digits = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return Data(result.utf8)
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x7F && scalar.isInvisible
  }
}

extension Data {
  /// JSON of which nothing is acted on by a terminal, or hidden by it.
  package var escapingInvisible: Data { JSONText.escapingInvisible(self) }
}
