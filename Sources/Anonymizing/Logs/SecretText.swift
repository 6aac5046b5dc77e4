/// Passwords and tokens as texts have them: `/p:…` of a client's command line, `-p …`, `password=…`,
/// `"token":"…"`, `<Password>…</Password>`, `rdp://user:…@host`. Nobody needs them, so that they have no
/// pseudonyms.
enum SecretText {
  /// What stands in place of any secret: its length is none of anybody's business either.
  static let image = Array("xxxxxxxx".utf8)

  /// How long the secret is that begins at a place; nil where none does.
  static func length(at place: Int, in line: [UInt8]) -> Int? {
    guard place > 0, place < line.count, !line[place].isBlank, line[place] != 0x22,
      line[place] != 0x27
    else { return nil }
    guard let end = endOfValue(at: place, in: line) ?? endOfUserPart(at: place, in: line) else {
      return nil
    }
    // Hidden by the program that wrote it.
    return line[place..<end].contains { $0.isLetter || $0.isDigit || $0 >= 0x80 }
      ? end - place : nil
  }

  // MARK: Options and keys

  private static func endOfValue(at place: Int, in line: [UInt8]) -> Int? {
    var position = place
    var quote: UInt8?
    if let before = line[..<position].last, before == 0x22 || before == 0x27 {
      quote = before
      position -= 1
    }
    let afterSign = position
    while position > 0, line[position - 1] == 0x20 { position -= 1 }
    guard position > 0 else { return nil }
    let sign = line[position - 1]
    let isKey: Bool
    switch sign {
    case UInt8(ascii: "="), UInt8(ascii: ">"):
      isKey = names(line, endingAt: position - 1, isOption: false)
    case UInt8(ascii: ":"):
      // "password: wrong" is a sentence, and what JSON has without quotes is no text.
      let isQuoted = position > 1 && line[position - 2] == 0x22
      isKey =
        (quote != nil || afterSign == position && !isQuoted)
        && names(line, endingAt: position - 1, isOption: false)
    default:
      isKey = afterSign > position && names(line, endingAt: position, isOption: true)
    }
    guard isKey else { return nil }
    if let quote {
      return line[place...].firstIndex(of: quote) ?? line.count
    }
    let isWhole = sign != UInt8(ascii: "=") && sign != UInt8(ascii: ">")
    return line[place...].firstIndex {
      $0.isBlank || !isWhole && Self.ends.contains($0)
    } ?? line.count
  }

  /// Behind values of keys.
  private static let ends: [UInt8] = Array(",;&\"'<".utf8)

  private static func names(_ line: [UInt8], endingAt end: Int, isOption: Bool) -> Bool {
    var end = end
    while end > 0, line[end - 1] == 0x20 || line[end - 1] == 0x22 || line[end - 1] == 0x27 {
      end -= 1
    }
    let start = (line[..<end].lastIndex { !$0.isTokenPart }).map { $0 + 1 } ?? 0
    guard start < end else { return false }
    let word = String(decoding: line[start..<end].suffix(40), as: UTF8.self).lowercased()
    if isOption { return options.contains(word) }
    if short.contains(word) {
      return start > 0 && line[start - 1] == UInt8(ascii: "/")
    }
    let key = word.filter { $0 != "-" && $0 != "_" }
    // A broker's token names a server, and has a pseudonym.
    if key == "routingtoken" { return false }
    return key == "pwd" || key == "pass" || keys.contains { key.hasSuffix($0) }
  }

  private static let keys = ["password", "passwd", "passphrase", "secret", "token", "apikey"]
  /// Of clients' command lines, behind a slash.
  private static let short = ["p", "gp", "pth", "smartcard-logon-pin"]
  /// With their value in the next word.
  private static let options = ["-p", "--password", "--pass", "-password", "--gateway-password"]

  // MARK: Addresses with a user

  /// `scheme://user:secret@host`
  private static func endOfUserPart(at place: Int, in line: [UInt8]) -> Int? {
    guard line[place - 1] == UInt8(ascii: ":"),
      let end = line[place...].firstIndex(where: { $0.isBlank || $0 == 0x2F || $0 == 0x40 }),
      line[end] == UInt8(ascii: "@")
    else { return nil }
    let start = (line[..<place].lastIndex { $0.isBlank || $0 == 0x2F }).map { $0 + 1 } ?? 0
    return start >= 3 && line[(start - 3)..<start].elementsEqual("://".utf8) ? end : nil
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0A }
}
