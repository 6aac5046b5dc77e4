/// A line of a connection manager (1Remote, mRemoteNG, RDCMan) that carries a disconnect reason.
struct ManagerLine {
  var code: UInt32
  var server: String?
  var text: String
  var time: CivilTime?
  var timeText = ""
  /// The code stands on the next line.
  var isAnnouncement = false

  /// What stands before the number, in lower case.
  private static let marks: [Needle] = [
    ") exit with error code ", "rdp disconnected! ", "rdp disconnected: ", "disconnect reason: ",
    "disconnectreason = ", "disconnectreason: ", "disconnectreason=", "discreason = ",
    "discreason: ", "discreason=", "disconnected with code ", "disconnect code: ",
    "disconnected: ", "because of a protocol error ", "[error ", "disconnect reason code: ",
    "disconnected: error ", "disconnected, code ", "disconnected: code ", "disconnected (code ",
  ]

  /// Of these the words are others' too.
  private static let plainMarks: [Needle] = [
    "disconnected: ", "[error ", "disconnected: error ", "disconnected, code ",
    "disconnected: code ", "disconnected (code ",
  ]

  private static let desktopWords: [Needle] = [
    "disconnected from ", "extended", "rdp", "remote desktop",
  ]

  private static let announcement: Needle = "RDP disconnected!"

  init?(_ line: LineBytes) {
    guard line.count < 4_096, line.has("isc") || line.has("rror ") else { return nil }
    let isStamped = line.withoutBlanks.suffix(Self.announcement.bytes.count)
      .starts(Self.announcement)
    if line.starts("RDP disconnected!") || line.starts("AxMsRdpClient") || isStamped,
      line.after("! ")?.withoutBlanks.leadingNumber == nil
    {
      code = 0
      text = ""
      isAnnouncement = true
      if let stamp = FreeRDPText.stamp(of: line) {
        time = stamp.time
        timeText = stamp.text.text
      }
      return
    }
    let lower = line.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }[...]
    for mark in Self.marks {
      guard let behind = lower.after(mark) else { continue }
      let rest = behind.drop { $0 == 0x20 }
      guard let number = Self.number(rest) else { continue }
      // Words that others use too: the line itself has to speak of a session.
      if Self.plainMarks.contains(mark) {
        guard Self.desktopWords.contains(where: { lower.has($0) }) else { continue }
      }
      code = number
      let original = Array(line)[(rest.startIndex - lower.startIndex)...]
      text = original.text.shortened(160)
      server = Self.server(line)
      if let stamp = FreeRDPText.stamp(of: line) {
        time = stamp.time
        timeText = stamp.text.text
      }
      return
    }
    return nil
  }

  /// A line that a connection manager writes about a session, without a code.
  static func isOfProgram(_ line: LineBytes) -> Bool {
    line.has("[ThreadId:") && (line.has("RDP Host") || line.has("ProtocolHost"))
  }

  private static func number(_ rest: LineBytes) -> UInt32? {
    if rest.starts("0x") { return rest.leadingHexadecimal.map { UInt32(truncatingIfNeeded: $0) } }
    return rest.leadingNumber.map { UInt32(clamping: $0) }
  }

  /// `RDP(10.0.0.5:3389)`, `Disconnected from srv-22 [`, `Host: "srv01"`.
  private static func server(_ line: LineBytes) -> String? {
    let name =
      line.between("RDP(", ")") ?? line.between("Disconnected from ", " [")
      ?? line.between("Host: \"", "\"")
    return name.map { $0.text.shortened(128) }
  }
}
