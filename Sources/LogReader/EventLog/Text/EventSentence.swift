import CaptureReader

/// An event of Windows on a line whose form is not known: collectors, notes, tables of scripts. Its provider's
/// name with its number close by, or the English sentence of its message, tells which event it is.
enum EventSentence {
  private static let longest = 8_192

  /// Commands that ask for events name provider and numbers too.
  private static let commands: [Needle] = [
    "Get-WinEvent", "Get-EventLog", "wevtutil", "FilterHashtable", "FilterXPath", "QueryList",
  ]

  /// - Parameter stamp: what stands above the line, where the line has no stamp of its own.
  static func record(
    _ line: LineBytes, stamp: (time: CivilTime, text: String)? = nil
  ) -> EventRecord? {
    guard line.count >= 24, line.count < longest else { return nil }
    let isCommand = commands.contains { line.has($0) }
    let named = isCommand ? nil : provider(in: line)
    let sentence = sentence(in: line)
    let beside = isCommand || named != nil || sentence != nil ? nil : NumberedEvent(line)
    guard named != nil || sentence != nil || beside != nil else { return nil }
    var record = EventRecord()
    var begin = sentence?.range.lowerBound
    if let named, let number = number(of: named.provider, near: named.range, line) {
      (record.provider, record.eventID) = (named.provider, number.value)
      begin = begin ?? number.end
    } else if let beside {
      (record.provider, record.eventID) = (beside.provider, beside.id)
      begin = beside.end
    } else if let sentence {
      (record.provider, record.eventID) = (sentence.provider, sentence.id)
    } else {
      return nil
    }
    let front = line[line.startIndex..<max(begin ?? line.endIndex, line.startIndex)]
    record.message = message(line, from: begin ?? line.startIndex)
    if let own = FreeRDPText.stamp(of: front), own.time.isValid {
      record.partialTime = own.time
      record.timeText = own.text.text.shortened(60)
      record.isDayFirst = !CivilTime.hasHalfOfDay(own.text.text)
    } else if let stamp {
      record.partialTime = stamp.time
      record.timeText = stamp.text
    }
    return record
  }

  /// What the record says: a field of that name, else the text from its sentence on; marks of markup are none of it.
  private static func message(_ line: LineBytes, from begin: Int) -> String {
    let fields: [Needle] = [" msg=", " message=", " Message=", " Message: "]
    let rest = fields.lazy.compactMap { line.after($0) }.first ?? line[begin...]
    let plain = rest.filter { $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "*") }
    return plain[...].text.replacing("\\\\", with: "\\").shortened(4_096)
  }

  // MARK: By its provider

  private static let providers: [(name: Needle, provider: String)] = [
    ("TerminalServices-LocalSessionManager", "TerminalServices-LocalSessionManager"),
    ("TerminalServices-RemoteConnectionManager", "TerminalServices-RemoteConnectionManager"),
    ("RemoteDesktopServices-RdpCoreTS", "RemoteDesktopServices-RdpCoreTS"),
    ("TerminalServices-ClientActiveXCore", "TerminalServices-ClientActiveXCore"),
    ("TerminalServices-RDPClient", "TerminalServices-ClientActiveXCore"),
    ("TerminalServices-Gateway", "TerminalServices-Gateway"),
    ("Windows-Security-Auditing", "Security-Auditing"),
  ]

  private static func provider(in line: LineBytes) -> (provider: String, range: Range<Int>)? {
    for row in providers {
      if let range = line.range(of: row.name) { return (row.provider, range) }
    }
    return nil
  }

  /// An event's number stands so close to its provider's name.
  private static let reach = 48
  private static let labels: [Needle] = [
    "EventID", "Event ID", "event_id", "EventId", "eventid", "EventCode", "event id", "externalId",
  ]

  private static func number(
    of provider: String, near range: Range<Int>, _ line: LineBytes
  ) -> (value: Int, end: Int)? {
    for label in labels {
      guard let rest = line.after(label) else { continue }
      let digits = rest.drop { !$0.isDigit && ($0 < 0x41 || $0 == 0x5b || $0 == 0x5d) }
      if let value = digits.leadingNumber, isKnown(value, of: provider) {
        return (value, max(range.upperBound, digits.drop(while: \.isDigit).startIndex))
      }
    }
    let behind = line[range.upperBound...].prefix(reach)
    if let found = numbers(behind, in: line).first(where: { isKnown($0.value, of: provider) }) {
      return found
    }
    let before = line[max(line.startIndex, range.lowerBound - reach)..<range.lowerBound]
    return numbers(before, in: line).last { isKnown($0.value, of: provider) }
      .map { ($0.value, range.upperBound) }
  }

  private static func isKnown(_ id: Int, of provider: String) -> Bool {
    EventRuleIndex.shared.rule(provider, id) != nil
  }

  private static let opening = Set(" \t,;|([{\"'=:#/".utf8)
  private static let closing = Set(" \t,;|)]}\"'".utf8)

  /// Numbers that stand by themselves: no parts of stamps, addresses and names.
  static func numbers(_ part: LineBytes, in line: LineBytes) -> [(value: Int, end: Int)] {
    var found: [(value: Int, end: Int)] = []
    var place = part.startIndex
    while place < part.endIndex {
      guard line[place].isDigit else {
        place += 1
        continue
      }
      let start = place
      while place < line.endIndex, line[place].isDigit { place += 1 }
      let before = start > line.startIndex ? line[start - 1] : 0x20
      let after = place < line.endIndex ? line[place] : 0x20
      let isColon = after == 0x3a && (place + 1 >= line.endIndex || !line[place + 1].isDigit)
      if place - start <= 5, opening.contains(before), closing.contains(after) || isColon,
        let value = line[start..<place].leadingNumber
      {
        found.append((value, min(line.endIndex, place + (isColon ? 1 : 0))))
      }
    }
    return found
  }

  // MARK: By its message

  private static func sentence(
    in line: LineBytes
  ) -> (provider: String, id: Int, range: Range<Int>)? {
    for row in sentences {
      guard let range = line.range(of: row.text) else { continue }
      if let second = row.second, !line[range.upperBound...].has(second) { continue }
      return (row.provider, row.id, start(of: row, range, line))
    }
    return nil
  }

  /// `Session 5 has been disconnected …`: the number stands before the words that are the same in every record.
  private static func start(of row: Sentence, _ range: Range<Int>, _ line: LineBytes) -> Range<Int>
  {
    guard let word = row.subject,
      let subject = line[line.startIndex..<range.lowerBound].suffix(96).range(of: word)
    else { return range }
    return subject.lowerBound..<range.upperBound
  }

  private struct Sentence {
    let provider: String
    let id: Int
    /// With what the words before the text begin.
    let subject: Needle?
    let text: Needle
    let second: Needle?

    init(
      _ provider: String, _ id: Int, _ text: Needle, and second: Needle? = nil,
      from subject: Needle? = nil
    ) {
      self.provider = provider
      self.id = id
      self.text = text
      self.second = second
      self.subject = subject
    }
  }

  private static let local = "TerminalServices-LocalSessionManager"
  private static let remote = "TerminalServices-RemoteConnectionManager"
  private static let core = "RemoteDesktopServices-RdpCoreTS"
  private static let client = "TerminalServices-ClientActiveXCore"
  private static let gateway = "TerminalServices-Gateway"
  private static let audit = "Security-Auditing"

  /// The more exact before those whose words they share.
  private static let sentences: [Sentence] =
    sessionSentences + coreSentences + otherSentences + hostSentences

  private static let sessionSentences: [Sentence] = [
    Sentence(local, 21, "Remote Desktop Services: Session logon succeeded"),
    Sentence(local, 22, "Remote Desktop Services: Shell start notification received"),
    Sentence(local, 23, "Remote Desktop Services: Session logoff succeeded"),
    Sentence(local, 24, "Remote Desktop Services: Session has been disconnected"),
    Sentence(local, 24, "Remote Desktop Services: Session has disconnected"),
    Sentence(local, 25, "Remote Desktop Services: Session reconnection succeeded"),
    Sentence(local, 40, " has been disconnected, reason code ", from: "Session "),
    Sentence(local, 39, " has been disconnected by session ", from: "Session "),
    Sentence(remote, 1149, "Remote Desktop Services: User authentication succeeded"),
    Sentence(remote, 1158, "Remote Desktop Services accepted a connection from IP address "),
    Sentence(remote, 1041, "Autoreconnect failed to reconnect user to session"),
  ]

  private static let coreSentences: [Sentence] = [
    Sentence(core, 131, "The server accepted a new TCP connection from client "),
    Sentence(core, 131, "The server accepted a new UDP connection from client "),
    Sentence(core, 65, "Connection RDP-Tcp#", and: " created"),
    Sentence(core, 66, "The connection RDP-Tcp#", and: " was assigned to session "),
    Sentence(core, 103, "The disconnect reason is "),
    Sentence(core, 102, "The server has terminated main RDP connection with the client"),
    Sentence(core, 140, "A connection from the client computer with an IP address of "),
    Sentence(core, 139, "The server security layer detected an error "),
    Sentence(core, 142, "TCP socket READ operation failed"),
    Sentence(core, 143, "TCP socket WRITE operation failed"),
    Sentence(client, 226, "RDPClient_", and: "An error was encountered when transitioning from "),
    Sentence(core, 226, ": An error was encountered when transitioning from ", from: "RDP_"),
    Sentence(client, 1024, "RDP ClientActiveX is trying to connect to the server"),
    Sentence(client, 1024, "RDP ClientActiveX is trying to connect to server"),
    Sentence(client, 1024, "RDP ClientActiveX is connecting to the server"),
    Sentence(client, 1025, "RDP ClientActiveX has connected to the server"),
    Sentence(client, 1026, "RDP ClientActiveX has been disconnected"),
    Sentence(client, 1027, "Connected to domain (", and: " with session "),
  ]

  private static let otherSentences: [Sentence] = [
    Sentence(gateway, 201, "did not meet connection authorization policy", from: "The user "),
    Sentence(gateway, 301, "did not meet resource authorization policy", from: "The user "),
    Sentence(gateway, 304, "but could not connect to resource ", from: "The user "),
    Sentence(gateway, 302, ", connected to resource ", from: "The user "),
    Sentence(
      gateway, 303, ", disconnected from the following network resource: ", from: "The user "),
    Sentence(audit, 4625, "An account failed to log on."),
    Sentence(audit, 4779, "A session was disconnected from a Window Station."),
    Sentence(audit, 4778, "A session was reconnected to a Window Station."),
    Sentence(
      "TermDD", 56, "The Terminal Server security layer detected an error in the protocol stream"),
    Sentence(
      "TermDD", 50, "The RDP protocol component ", and: " detected an error in the protocol"),
    Sentence(
      "Schannel", 36874,
      "none of the cipher suites supported by the client application are supported by the server"),
    Sentence(
      "Schannel", 36870,
      "error occurred when attempting to access the", and: "private key"),
    Sentence(audit, 4624, "An account was successfully logged on."),
    Sentence(audit, 4634, "An account was logged off."),
    Sentence(audit, 4647, "User initiated logoff:"),
    Sentence(
      "LsaSrv", 6041, "A CredSSP authentication to ", and: "failed to negotiate a common protocol"),
  ]

  /// What happened to the host, as a session's end may stand beside it.
  private static let hostSentences: [Sentence] = [
    Sentence("Kernel-Power", 42, "The system is entering sleep"),
    Sentence("Kernel-Power", 107, "The system has resumed from sleep"),
    Sentence("Power-Troubleshooter", 1, "The system has returned from a low power state"),
    Sentence("Kernel-Power", 41, "The system has rebooted without cleanly shutting down"),
    Sentence("EventLog", 6008, "The previous system shutdown at ", and: " was unexpected"),
    Sentence("EventLog", 6005, "The Event log service was started"),
    Sentence("EventLog", 6006, "The Event log service was stopped"),
    Sentence("User32", 1074, "has initiated the ", and: " of computer "),
    Sentence(
      "Service Control Manager", 7034, "Remote Desktop Services service terminated unexpectedly",
      from: "The "),
    Sentence(
      "Service Control Manager", 7036, "Remote Desktop Services service entered the stopped state",
      from: "The "),
    Sentence(
      "WLAN-AutoConfig", 8003,
      "WLAN AutoConfig service has successfully disconnected from a wireless network"),
    Sentence("User Profiles Service", 1500, "because your profile cannot be loaded"),
  ]
}
