/// A line of a packet filter: Windows Firewall, FortiGate, or event 5152 as a quoted list.
struct FirewallLine {
  var time: CivilTime?
  var timeText = ""
  var action: String
  var source: LogEndpoint
  var target: LogEndpoint

  static func isWindowsHeader(_ line: LineBytes) -> Bool {
    line.starts("#Software: Microsoft Windows Firewall")
      || line.starts("#Fields: date time action protocol")
  }

  /// `date time action protocol src-ip dst-ip src-port dst-port size …`.
  init?(windows line: LineBytes) {
    var cursor = LineCursor(line)
    guard let time = CivilTime.iso(&cursor) else { return nil }
    timeText = line[line.startIndex..<cursor.rest.startIndex].text
    cursor.skipBlanks()
    let words = cursor.rest.split(separator: UInt8(ascii: " ")).prefix(8).map(\.text)
    guard words.count >= 6, ["DROP", "ALLOW", "OPEN", "CLOSE"].contains(words[0]),
      words[1] == "TCP",
      let sourcePort = Int(words[4]), let targetPort = Int(words[5])
    else { return nil }
    self.time = time
    action = words[0]
    source = LogEndpoint(address: words[2], port: sourcePort)
    target = LogEndpoint(address: words[3], port: targetPort)
  }

  /// `srcip=… srcport=… dstip=… dstport=… action="…"`.
  init?(keyValue line: LineBytes) {
    guard let sourceAddress = Self.value("srcip=", line),
      let targetAddress = Self.value("dstip=", line),
      let targetPort = Self.value("dstport=", line).flatMap({ Int($0) }),
      let action = Self.value("action=", line)
    else { return nil }
    self.action = action.lowercased()
    source = LogEndpoint(
      address: sourceAddress, port: Self.value("srcport=", line).flatMap { Int($0) })
    target = LogEndpoint(address: targetAddress, port: targetPort)
    if let date = Self.value("date=", line), let clock = Self.value("time=", line) {
      timeText = "\(date) \(clock)"
      var cursor = LineCursor(Array(timeText.utf8)[...])
      time = CivilTime.iso(&cursor)
    }
  }

  private static func value(_ key: Needle, _ line: LineBytes) -> String? {
    guard let rest = line.after(key) else { return nil }
    if rest.first == UInt8(ascii: "\"") {
      return rest.dropFirst().before("\"").text.shortened(80)
    }
    return rest.firstWord.text.shortened(80)
  }

  /// `"Source Address: …","Source Port: …","Destination Address: …"`.
  init?(quoted line: LineBytes) {
    guard let source = line.after("Source Address:"),
      let target = line.after("Destination Address:"),
      let port = line.after("Destination Port:")?.withoutBlanks.leadingNumber
    else { return nil }
    let end: (LineBytes) -> String = { bytes in
      bytes.withoutBlanks.prefix {
        $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ",") && $0 > 0x20
      }.text
    }
    action = "drop"
    self.source = LogEndpoint(
      address: end(source), port: line.after("Source Port:")?.withoutBlanks.leadingNumber)
    self.target = LogEndpoint(address: end(target), port: port)
  }

  /// What the filter did, as an event's kind; nil for what says nothing.
  var kind: LogEventKind? {
    switch action.lowercased() {
    case "drop", "deny", "blocked", "block", "dropped": .firewallDropped
    case "timeout": .transportError
    case "client-rst", "server-rst": .transportError
    case "allow", "accept": .firewallAllowed
    default: nil
    }
  }
}
