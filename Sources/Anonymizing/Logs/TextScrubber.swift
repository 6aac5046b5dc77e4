import PacketDecode

/// Puts pseudonyms in place of addresses, security identifiers and known names in a text, wherever they
/// stand, and takes passwords out.
///
/// Names are found as whole words, in any case. Words that are also words of logs (`user`, `info`) are
/// replaced only where the text says that somebody is meant: `user=info`, `CORP\info`, `info@corp`.
struct TextScrubber {
  let pseudonyms: Pseudonyms
  let names: NameBook

  /// Shorter parts of a word with hyphens are not looked at.
  private static let leastPart = 4

  func scrubbed(_ line: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(line.count + 16)
    var place = 0
    while place < line.count {
      if let (length, image) = image(at: place, of: line) {
        result += image
        place += length
      } else {
        result.append(line[place])
        place += 1
      }
    }
    return result
  }

  func scrubbed(_ text: String) -> String {
    String(decoding: scrubbed(Array(text.utf8)), as: UTF8.self)
  }

  /// What stands in place of what begins here, and how long that is; nil where nothing does.
  private func image(at place: Int, of line: [UInt8]) -> (Int, [UInt8])? {
    if let length = SecretText.length(at: place, in: line) { return (length, SecretText.image) }
    let byte = line[place]
    if byte.isHexDigit || byte == UInt8(ascii: ":") {
      if let found = AddressText.link(at: place, in: line) {
        let image = AddressText.text(ofLink: pseudonyms.link(found.value), like: line[place...])
        return (found.length, image)
      }
      if let found = AddressText.linkHeader(at: place, in: line) {
        let pair = [(found.destination, place), (found.source, place + 18)].map { value, start in
          AddressText.text(ofLink: pseudonyms.link(value), like: line[start...])
        }
        return (35, Array(pair.joined(separator: [line[place + 2]])))
      }
      if let found = AddressText.address(at: place, in: line) {
        return (found.length, Array("\(pseudonyms.address(found.value))".utf8))
      }
    }
    guard byte.isTokenPart, place == 0 || !line[place - 1].isTokenPart else { return nil }
    let end = line[place...].firstIndex { !$0.isTokenPart } ?? line.count
    if let identifier = SecurityIdentifier(line[place..<end]) {
      let image = identifier.pseudonym(pseudonyms)
      return (end - place, Array(image.utf8))
    }
    guard let image = image(ofToken: place..<end, of: line) else {
      // Nothing inside of it begins anything.
      return (end - place, Array(line[place..<end]))
    }
    return (end - place, image)
  }

  private func image(ofToken range: Range<Int>, of line: [UInt8]) -> [UInt8]? {
    // A key of JSON is no name.
    if line[range.upperBound...].starts(with: [0x22, 0x3A]) { return nil }
    let token = String(decoding: line[range], as: UTF8.self)
    if token.unicodeScalars.contains(where: { !NameToken.isPart($0) }) {
      return image(ofMixed: token)
    }
    let lower = token.lowercased()
    if names.contains(lower) {
      guard !KnownWords.isWeak(lower) || TextContext(line).names(range) else { return nil }
      return Array(pseudonyms.token(token).utf8)
    }
    guard token.contains("-") || token.contains("_") else { return nil }
    let parts = lower.split { $0 == "-" || $0 == "_" }.map(String.init)
    // `NB-MILLER` is a name as a whole; `xrdp-miller` is a word of logs with one in it.
    if parts.contains(where: {
      $0.utf8.count >= Self.leastPart && names.contains($0) && !KnownWords.isWeak($0)
    }),
      !parts.contains(where: { $0.utf8.count >= 3 && KnownWords.isWeak($0) })
    {
      return Array(pseudonyms.token(token).utf8)
    }
    return image(ofParts: token) { $0 != "-" && $0 != "_" }
  }

  /// A word between signs that are not ASCII, as quotes of many languages.
  private func image(ofMixed token: String) -> [UInt8]? {
    image(ofParts: token) { NameToken.isPart($0) }
  }

  private func image(ofParts token: String, _ isPart: (Unicode.Scalar) -> Bool) -> [UInt8]? {
    var result = ""
    var part = ""
    var isChanged = false
    func finish() {
      let lower = part.lowercased()
      if part.utf8.count >= Self.leastPart, names.contains(lower), !KnownWords.isWeak(lower) {
        result += pseudonyms.token(part)
        isChanged = true
      } else {
        result += part
      }
      part = ""
    }
    for character in token.unicodeScalars {
      if isPart(character) {
        part.unicodeScalars.append(character)
      } else {
        finish()
        result.unicodeScalars.append(character)
      }
    }
    finish()
    return isChanged ? Array(result.utf8) : nil
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isHexDigit: Bool { isDigit || self | 0x20 >= 0x61 && self | 0x20 <= 0x66 }
  var isLetter: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A }
  /// Part of a word of a name (`NameToken`), where all that is not ASCII counts as letters.
  var isTokenPart: Bool { isDigit || isLetter || self == 0x2D || self == 0x5F || self >= 0x80 }
}
