/// A program's line with what carried it here taken off its front: the stamp of `docker logs -t` or of a
/// Kubernetes node, the name before compose's bar, quote marks of a mail, blanks of a pasted block.
struct CarriedLine {
  /// The stamp of the carrier, which has date and zone.
  private(set) var time: CivilTime?
  private(set) var timeText: LineBytes
  private(set) var rest: LineBytes

  /// How many carriers one line may have: compose around docker's stamp inside of a quoted mail.
  private static let mostCarriers = 4
  /// Compose's names are shorter.
  private static let longestName = 64

  /// Nil where the line has no carrier.
  init?(_ line: LineBytes) {
    rest = line
    timeText = line.prefix(0)
    var isCarried = false
    for _ in 0..<Self.mostCarriers {
      guard takeMarks() || takeName() || takeStamp() else { break }
      isCarried = true
    }
    guard isCarried else { return nil }
  }

  /// Blanks and quote marks.
  private mutating func takeMarks() -> Bool {
    let inner = rest.drop {
      $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "|")
    }
    guard inner.startIndex != rest.startIndex else { return false }
    rest = inner
    return true
  }

  /// `rdp-1  | `
  private mutating func takeName() -> Bool {
    guard let bar = rest.prefix(Self.longestName).firstIndex(of: UInt8(ascii: "|")),
      bar > rest.startIndex, rest[bar - 1] == 0x20
    else { return false }
    let name = rest[rest.startIndex..<bar].withoutBlanks
    guard !name.isEmpty, name.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "[") }) else {
      return false
    }
    rest = rest[(bar + 1)...].drop { $0 == 0x20 }
    return true
  }

  /// `2026-11-28T10:45:25.809123456Z `, with the stream and the mark of a Kubernetes node behind it.
  private mutating func takeStamp() -> Bool {
    var cursor = LineCursor(rest)
    guard rest.first?.isDigit == true, let stamp = CivilTime.iso(&cursor) else { return false }
    let text = rest[rest.startIndex..<cursor.rest.startIndex]
    // A viewer of container logs: `2020-05-15 09:24:31 | stdout | `.
    if cursor.skip(text: " | stdout | ") || cursor.skip(text: " | stderr | ") {
      time = stamp
      timeText = text
      rest = cursor.rest
      return true
    }
    guard stamp.zoneOffset != nil else { return false }
    // Some viewers leave no blank between stamp and text.
    let isGlued = cursor.rest.first.map { $0 == 0x5b || ($0 | 0x20) >= 0x61 } ?? false
    guard cursor.skip(" ") || isGlued else { return false }
    if cursor.skip(text: "stdout ") || cursor.skip(text: "stderr ") {
      guard cursor.skip(text: "F ") || cursor.skip(text: "P ") else { return false }
    }
    time = stamp
    timeText = text
    rest = cursor.rest
    return true
  }
}

extension ProgramLine {
  /// The line behind a carrier. Where the carrier has a stamp, it is the line's: it has the date and
  /// zone that the program's own stamp may lack.
  init?(carried line: LineBytes) {
    guard let carried = CarriedLine(line), !carried.rest.isEmpty else { return nil }
    // A program that leaves the time to its carrier has none of its own.
    let bare = carried.time == nil ? nil : ProgramLine.named(carried.rest)
    guard var inner = bare ?? ProgramLine(carried.rest, isCarried: true) else { return nil }
    if let time = carried.time { inner.take(time, carried.timeText) }
    self = inner
  }

  /// Makes the stamp of what carried the line its own.
  mutating func take(_ outer: CivilTime, _ text: LineBytes) {
    switch form {
    case .freeRDP: tag = Array("freerdp".utf8)[...]
    case .xrdp:
      tag = Array((XRDPRules.isSessionManager(message) ? "xrdp-sesman" : "xrdp").utf8)[...]
    case .weston: tag = Array("weston".utf8)[...]
    case .syslog: break
    }
    form = .syslog
    time = outer
    timeText = text
  }
}
