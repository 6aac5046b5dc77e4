/// Where a text says that a word is somebody's name: `user=alice`, `"Computer":"srv"`,
/// `<Data Name="TargetUserName">alice</Data>`, `CORP\alice`, `alice@corp.example`.
struct TextContext {
  private let line: [UInt8]

  /// Ends of keys whose values are names, in lower case without separators.
  private static let keys = [
    "user", "username", "login", "account", "accountname", "domain", "domainname", "computer",
    "computername", "host", "hostname", "clienthost", "workstation", "workstationname",
    "clientname", "machine", "machinename", "servername", "principal", "principalname", "upn",
    "cookie", "subject", "issuer", "commonname", "targetname", "netbios", "owner",
    "devname", "devid", "devicename", "deviceid", "serialnumber", "serial", "observer",
  ]
  /// Bytes between a key and its value at most.
  private static let widestGap = 6

  init(_ line: [UInt8]) { self.line = line }

  /// Whether the word in a range is somebody's name, by what stands around it.
  func names(_ range: Range<Int>) -> Bool {
    if range.lowerBound > 0, line[range.lowerBound - 1] == UInt8(ascii: "\\"),
      isDomain(before: range.lowerBound - 1)
    {
      return true
    }
    if range.upperBound < line.count {
      let next = line[range.upperBound]
      if next == UInt8(ascii: "@") { return true }
      if next == UInt8(ascii: "\\"), isDomainWord(range) { return true }
    }
    return isValue(at: range.lowerBound)
  }

  /// A word of a domain stands before a backslash, which texts in JSON write twice.
  private func isDomain(before place: Int) -> Bool {
    var end = place
    while end > 0, line[end - 1] == UInt8(ascii: "\\") { end -= 1 }
    var start = end
    while start > 0, line[start - 1].isTokenPart || line[start - 1] == UInt8(ascii: ".") {
      start -= 1
    }
    return start < end && isDomainWord(start..<end)
  }

  /// In capitals, and no part of a path.
  private func isDomainWord(_ range: Range<Int>) -> Bool {
    guard range.count >= 2, !line[range].contains(where: { $0 >= 0x61 && $0 <= 0x7A }) else {
      return false
    }
    guard range.lowerBound > 0 else { return true }
    let before = line[range.lowerBound - 1]
    return before != UInt8(ascii: "\\") && before != UInt8(ascii: "/")
      && before != UInt8(ascii: ":")
  }

  /// The value of a key that has names.
  func isValue(at place: Int) -> Bool {
    var position = place
    var hasSign = false
    while position > 0, place - position <= Self.widestGap {
      switch line[position - 1] {
      case UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: ">"): hasSign = true
      case 0x20, 0x22, 0x27, 0x5B: break
      default:
        guard hasSign else { return false }
        return isKey(endingAt: position)
      }
      position -= 1
    }
    return false
  }

  private func isKey(endingAt end: Int) -> Bool {
    var letters: [UInt8] = []
    var position = end
    while position > 0, letters.count < 32 {
      let byte = line[position - 1]
      guard byte.isLetter || byte == UInt8(ascii: "_") else { break }
      if byte != UInt8(ascii: "_") { letters.append(byte | 0x20) }
      position -= 1
    }
    // The end of an identifier, as that of a class.
    if position > 0, line[position - 1].isDigit { return false }
    let key = String(decoding: letters.reversed(), as: UTF8.self)
    return Self.keys.contains { key.hasSuffix($0) }
  }
}

extension NameBook {
  /// Takes the names that a text gives to somebody by its form.
  mutating func add(namedIn line: [UInt8]) {
    let context = TextContext(line)
    var place = 0
    while place < line.count {
      guard line[place].isTokenPart else {
        place += 1
        continue
      }
      let end = line[place...].firstIndex { !$0.isTokenPart } ?? line.count
      if AddressText.address(at: place, in: line) == nil, context.names(place..<end) {
        take(value: place, of: line)
      }
      place = end
    }
    addHost(ofSystemLog: line)
    addHosts(writtenIn: line)
  }

  /// Names of hosts by their own form: `rds07.corp.example.com`, and `host NB-MILLER` in capitals.
  private mutating func addHosts(writtenIn line: [UInt8]) {
    func isPart(_ byte: UInt8) -> Bool { byte.isTokenPart || byte == UInt8(ascii: ".") }
    var previous = ""
    for word in line.split(whereSeparator: { !isPart($0) }) {
      let text = String(decoding: word.prefix(256), as: UTF8.self)
      if HostName.isQualified(text) || HostName.isNetBIOS(text, after: previous) { add(text) }
      previous = text
    }
  }

  /// The whole name: with its domain before or behind it.
  private mutating func take(value start: Int, of line: [UInt8]) {
    let end =
      line[start...].firstIndex {
        !$0.isTokenPart && ![0x2E, 0x5C, 0x40, 0x24].contains($0)
      } ?? line.count
    let text = String(decoding: line[start..<end].prefix(256), as: UTF8.self)
    // A key of JSON, a number.
    guard !line[end...].starts(with: [0x22, 0x3A]), UInt64(text) == nil else { return }
    addHost(text.contains("@") || text.contains("\\") ? nil : text)
    if text.contains("@") || text.contains("\\") { add(text) }
  }

  /// `Nov 28 19:14:21 host program[1]:` (RFC 3164 §4.1.2).
  private mutating func addHost(ofSystemLog line: [UInt8]) {
    guard line.count > 17, line[0].isLetter, line[1].isLetter, line[2].isLetter,
      line[3] == 0x20, line[6] == 0x20, line[9] == 0x3A, line[12] == 0x3A, line[15] == 0x20
    else { return }
    let end = line[16...].firstIndex { $0 == 0x20 } ?? line.count
    addHost(String(decoding: line[16..<end].prefix(256), as: UTF8.self))
  }
}
