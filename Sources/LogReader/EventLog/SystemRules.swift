import CaptureReader

/// Events of the System log and of network channels: what happened to the host and its parts.
enum SystemRules {
  static let all: [EventRule] =
    protocolErrors + schannel + power + services + network + processes

  /// Sysmon: who connected where, and which programs ended.
  private static let processes: [EventRule] = [
    EventRule("Sysmon", 3, is: .attemptBegins, "A program connected to Remote Desktop's port") {
      record, event in
      guard
        let port = record.item("DestinationPort").flatMap({ Int($0) }),
        FirewallLine.isDesktop(port: port), let source = record.item("SourceIp"),
        let target = record.item("DestinationIp")
      else { return false }
      event.client = LogEndpoint(
        address: source, port: record.item("SourcePort").flatMap { Int($0) })
      event.server = LogEndpoint(address: target, port: port)
      event.process = record.item("ProcessId").flatMap { Int($0) }
      let isInitiated = record.item("Initiated")?.lowercased() != "false"
      if isInitiated { event.user = record.item("User")?.shortened(128) }
      if !isInitiated { event.kind = .connectionAccepted }
      return true
    },
    EventRule("Sysmon", 5, is: .connectionEnded, "Microsoft's client ended") { record, event in
      let image = record.item("Image")?.lowercased() ?? ""
      event.process = record.item("ProcessId").flatMap { Int($0) }
      return image.hasSuffix("mstsc.exe") || image.hasSuffix("msrdc.exe")
    },
  ]

  private static let protocolErrors: [EventRule] = [
    EventRule(
      "TermDD", 50, is: .protocolError,
      "A protocol component met an error and disconnected the client", details: binaryStatus),
    EventRule(
      "TermDD", 56, is: .protocolError,
      "The security layer met an error and disconnected the client", details: binaryStatus),
    EventRule(
      "LsaSrv", 6041, is: .policyRefused,
      "CredSSP found no common version: the encryption oracle remediation forbids the connection"
    ) {
      record, event in
      let target =
        record.item("TargetName") ?? record.unnamed(0)
        ?? record.message.flatMap { Array($0.utf8)[...].after("TERMSRV/")?.firstWord.text }
      event.text = target?.shortened(120)
      // It is the client that refuses, and its log that says so.
      event.server = target.flatMap { name in
        LogEndpoint(parsing: name.split(separator: "/").last.map(String.init) ?? name)
      }
      event.clientHost = record.computer?.trimmed.shortened(128)
      return true
    },
    EventRule(
      "LsaSrv", 40960, 40961, is: .phaseReached, "Authentication against a domain had trouble"
    ) { record, event in
      event.text = (record.item("Target") ?? record.unnamed(0))?.shortened(120)
      return true
    },
    EventRule(
      "TermService", 1012, as: "termservice.1012", is: .logonRefused,
      "The server ended a session after too many refused log-ons",
      details: RemoteDesktopRules.tooManyLogons),
    EventRule(
      "TermService", 1057, 1058, as: "termservice.1057", is: .certificateProblem,
      "The server could not make or replace its certificate"),
  ]

  private static let schannel: [EventRule] = [
    EventRule(
      "Schannel", 36870, is: .certificateProblem, "The private key of a certificate cannot be read"
    ) {
      record, event in
      event.code = (record.number("ErrorCode") ?? record.unnamed(1).flatMap(EventRecord.number)).map
      { LogCode(.hresult, $0) }
      return true
    },
    EventRule(
      "Schannel", 36871, is: .tlsFailed,
      "No TLS credential could be made: no enabled protocol or cipher"),
    EventRule(
      "Schannel", 36872, 36886, is: .certificateProblem, "The server has no usable certificate"),
    EventRule("Schannel", 36874, is: .tlsFailed, "Client and server have no common cipher suite") {
      _, event in
      event.text = "no common cipher suite"
      return true
    },
    EventRule(
      "Schannel", 36876, 36881, 36882, 36883, 36884, is: .certificateRefused,
      "The client refused the server's certificate"
    ) {
      record, event in
      event.text =
        record.eventID == 36881 ? "expired" : record.eventID == 36884 ? "another name" : nil
      return true
    },
    EventRule("Schannel", 36880, is: .tlsEstablished, "A TLS handshake succeeded") {
      record, event in
      event.text = record.item("Protocol")
      return true
    },
    EventRule("Schannel", 36887, is: .tlsFailed, "A fatal TLS alert was received") {
      record, event in
      event.code = (record.number("AlertDesc") ?? record.unnamed(0).flatMap(EventRecord.number)).map
      { LogCode(.tlsAlert, $0) }
      event.text = "received"
      return true
    },
    EventRule("Schannel", 36888, is: .tlsFailed, "A fatal TLS alert was sent") { record, event in
      event.code = (record.number("AlertDesc") ?? record.unnamed(0).flatMap(EventRecord.number)).map
      { LogCode(.tlsAlert, $0) }
      event.text = "sent"
      return true
    },
  ]

  private static let power: [EventRule] = [
    EventRule(
      "Kernel-Power", 41, is: .hostCrashed,
      "The host restarted without a shut-down: crash or loss of power"),
    EventRule("Kernel-Power", 42, is: .hostSlept, "The host goes to sleep"),
    EventRule("Kernel-Power", 506, is: .hostSlept, "The host enters modern standby"),
    EventRule("Kernel-Power", 107, is: .hostWoke, "The host woke up"),
    EventRule("Kernel-Power", 507, is: .hostWoke, "The host leaves modern standby"),
    EventRule("Kernel-Power", 109, is: .hostStopping, "The host shuts down or restarts"),
    EventRule("Kernel-Power", 187, is: .hostSlept, "A program asked the host to sleep"),
    EventRule(
      "Power-Troubleshooter", 1, is: .hostWoke, "The host woke up; when it slept is in the text"
    ) { record, event in
      event.text = record.item("SleepTime").map { "asleep since \($0.shortened(40))" }
      return true
    },
    EventRule("EventLog", 6005, is: .hostStarted, "The event log started: the host came up"),
    EventRule("EventLog", 6006, is: .hostStopping, "The event log stopped: the host goes down"),
    EventRule(
      "EventLog", 6008, is: .hostCrashed, "The last shut-down was not expected",
      details: lastShutdown),
    EventRule(
      "User32", 1074, is: .hostStopping, "A program or user restarts or shuts down the host"
    ) { record, event in
      event.text = [record.unnamed(0), record.unnamed(4)].compactMap { $0 }.joined(separator: ": ")
        .shortened(160)
      return true
    },
    EventRule("BugCheck", 1001, is: .hostCrashed, "The host crashed"),
    EventRule("WER-SystemErrorReporting", 1001, is: .hostCrashed, "The host crashed"),
  ]

  /// Written when the host is up again: the message tells when it was last seen, by the clock of its log.
  private static let lastShutdown: @Sendable (EventRecord, inout LogEvent) -> Bool = {
    record, event in
    guard record.time == nil,
      let written = CivilTime.local(Array(record.timeText.utf8)[...], dayFirst: record.isDayFirst),
      let message = record.message ?? record.unnamed(0).map({ "at \($0) on" })
    else { return true }
    // The marks of direction that Windows puts into dates.
    let text = message.filter {
      $0.unicodeScalars.allSatisfy { $0.value < 0x2000 || $0.value > 0x206f }
    }
    let words = text.split(separator: " ").prefix(64).map { Array($0.utf8) }
    for (index, word) in words.enumerated() where word.contains(UInt8(ascii: ":")) {
      var cursor = LineCursor(word[...])
      guard var seen = CivilTime.clock(&cursor) else { continue }
      let half = words.indices.contains(index + 1) ? words[index + 1][...].text.uppercased() : ""
      if half == "PM", seen.hour < 12 { seen.hour += 12 }
      if half == "AM", seen.hour == 12 { seen.hour = 0 }
      let gap = written.secondsOfDay - seen.secondsOfDay
      // Only a time of the same day is sure without its date.
      if gap >= 0, gap < 43_200 {
        event.reference = ItemReference(
          input: event.reference.input, frame: event.reference.frame,
          time: event.time.advanced(by: TimeSpan.zero - .seconds(gap)))
      }
      return true
    }
    return true
  }

  /// `TermService` in UTF-16, as the service's key stands in the event's binary data: the display name
  /// is in the machine's language.
  private static let terminalService = "5400650072006D0053006500720076006900630065"

  private static func isTerminalService(_ record: EventRecord) -> Bool {
    record.data.contains { item in
      item.value.uppercased().contains(terminalService) || item.value == "TermService"
        || item.value == "Remote Desktop Services"
    } || record.message.map(CrashRules.namesService) ?? false
  }

  private static let services: [EventRule] = [
    EventRule(
      "Service Control Manager", 7031, 7034, as: "scm.7034", is: .serviceStopped,
      "The Remote Desktop service ended unexpectedly"
    ) {
      record, _ in isTerminalService(record)
    },
    EventRule(
      "Service Control Manager", 7036, as: "scm.7036", is: .serviceStopped,
      "The Remote Desktop service was stopped or started"
    ) {
      record, event in
      guard isTerminalService(record) else { return false }
      // The state is in the machine's language; the binary data ends in its number: 1 stopped, 4 runs.
      let binary = record.data.last?.value.uppercased() ?? ""
      if binary.contains("2F003400") { event.kind = .serviceStarted }
      return true
    },
    EventRule(
      "Resource-Exhaustion-Detector", 2004, is: .resourcesLow, "The host runs out of memory"),
    EventRule("srv", 2019, 2020, is: .resourcesLow, "The host's pool of kernel memory is empty"),
    EventRule("WindowsUpdateClient", 19, 43, is: .updateInstalled, "An update was installed") {
      record, event in
      event.text = (record.item("updateTitle") ?? record.unnamed(0))?.shortened(160)
      return true
    },
  ]

  private static let network: [EventRule] = [
    EventRule("e1*", 27, as: "nic.27", is: .linkDown, "The network adapter lost its link"),
    EventRule("e1*", 32, 33, as: "nic.32", is: .linkUp, "The network adapter has its link again"),
    EventRule("e2f*", 27, as: "nic.27", is: .linkDown, "The network adapter lost its link"),
    EventRule("e2f*", 32, 33, as: "nic.32", is: .linkUp, "The network adapter has its link again"),
    EventRule("b57nd60a", 4, as: "nic.4", is: .linkDown, "The network adapter lost its link"),
    EventRule(
      "Netwtw*", 7021, 10317, as: "nic.7021", is: .linkDown, "The Wi-Fi adapter lost its connection"
    ),
    EventRule(
      "RasClient", 20226, is: .linkDown, "A VPN or dial-up connection was lost",
      details: quotedName),
    EventRule(
      "NDIS", 10400, is: .linkDown, "The network adapter was reset after it hung",
      details: quotedName),
    EventRule("NDIS", 10317, is: .linkDown, "The network adapter was stopped"),
    EventRule("Tcpip", 4201, is: .linkUp, "The network adapter is connected"),
    EventRule("Tcpip", 4202, is: .linkDown, "The network adapter was disconnected"),
    EventRule("Tcpip", 4199, is: .linkDown, "Another machine has the same IP address"),
    EventRule("Tcpip", 4227, is: .resourcesLow, "No free TCP ports are left"),
    EventRule("WLAN-AutoConfig", 8001, is: .linkUp, "Wi-Fi is connected"),
    EventRule("WLAN-AutoConfig", 8003, is: .linkDown, "Wi-Fi was disconnected") { record, event in
      event.text = record.item("Reason", "FailureReason")?.shortened(120)
      return true
    },
    EventRule("NetworkProfile", 10001, is: .linkDown, "The network was disconnected"),
    EventRule(
      "NetworkProfile", 10000, is: .linkUp,
      "The network is connected; its profile chooses the firewall's rules"),
  ]

  /// The adapter or connection that a message names in quotes.
  private static let quotedName: @Sendable (EventRecord, inout LogEvent) -> Bool = {
    record, event in
    let name =
      record.item("AdapterName", "IfDescr")
      ?? record.message.flatMap { text in
        let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
        return parts.count > 2 ? String(parts[1]) : nil
      }
    event.text = name?.shortened(120)
    return true
  }

  /// `The RDP protocol component "DATA ENCRYPTION" detected an error …`
  private static func component(_ record: EventRecord) -> String? {
    let texts = record.data.map(\.value) + [record.message ?? ""]
    return ["DATA ENCRYPTION", "X.224", "WD"].first { name in
      texts.contains { $0.contains(name) }
    }
  }

  /// The event's last four bytes are a status, lowest byte first.
  static let binaryStatus: @Sendable (EventRecord, inout LogEvent) -> Bool = { record, event in
    if record.eventID == 50 { event.text = component(record) }
    if record.data.count > 1 {
      event.client = record.data.dropFirst().first.flatMap { LogEndpoint(parsing: $0.value) }
      if event.client?.address.hasPrefix("0000") == true { event.client = nil }
    }
    guard
      let binary = record.data.last(where: { $0.name == "Binary" || $0.value.count >= 80 })?.value
    else { return true }
    let digits = Array(binary.utf8.filter { $0.hexadecimalDigit != nil })
    guard digits.count >= 8 else { return true }
    var value: UInt32 = 0
    for index in stride(from: digits.count - 2, through: digits.count - 8, by: -2) {
      guard let high = digits[index].hexadecimalDigit, let low = digits[index + 1].hexadecimalDigit
      else { return true }
      value = value << 8 | UInt32(high << 4 | low)
    }
    // 0xD… is 0xC… with the bit that marks a customer's code.
    event.code = LogCode(.ntStatus, value & ~0x1000_0000)
    return true
  }
}
