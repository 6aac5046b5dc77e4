/// Names of statuses that programs print beside their own words.
enum PlainStatus {
  private static let names: [(name: Needle, system: LogCode.System, value: UInt32)] = [
    ("STATUS_LOGON_FAILURE", .ntStatus, 0xc000_006d),
    ("STATUS_WRONG_PASSWORD", .ntStatus, 0xc000_006a),
    ("STATUS_NO_SUCH_USER", .ntStatus, 0xc000_0064),
    ("STATUS_ACCOUNT_LOCKED_OUT", .ntStatus, 0xc000_0234),
    ("STATUS_ACCOUNT_DISABLED", .ntStatus, 0xc000_0072),
    ("STATUS_ACCOUNT_EXPIRED", .ntStatus, 0xc000_0193),
    ("STATUS_ACCOUNT_RESTRICTION", .ntStatus, 0xc000_006e),
    ("STATUS_PASSWORD_EXPIRED", .ntStatus, 0xc000_0071),
    ("STATUS_PASSWORD_MUST_CHANGE", .ntStatus, 0xc000_0224),
    ("STATUS_LOGON_TYPE_NOT_GRANTED", .ntStatus, 0xc000_015b),
    ("STATUS_NO_LOGON_SERVERS", .ntStatus, 0xc000_005e),
    ("SEC_E_LOGON_DENIED", .hresult, 0x8009_030c),
    ("SEC_E_NO_CREDENTIALS", .hresult, 0x8009_030e),
    ("SEC_E_MESSAGE_ALTERED", .hresult, 0x8009_030f),
    ("SEC_E_ALGORITHM_MISMATCH", .hresult, 0x8009_0331),
    ("SEC_E_CERT_EXPIRED", .hresult, 0x8009_0328),
    ("SEC_E_UNTRUSTED_ROOT", .hresult, 0x8009_0325),
  ]

  private static let marks: [Needle] = [
    "STATUS_", "SEC_E_", "0x", "0X", "failureCode", "code", "Code", "5.error", "eason", "xit",
    "rund", "aison", "otiv",
  ]

  /// A name or number of a status may stand in the line.
  static func mayStand(in line: LineBytes) -> Bool { marks.contains { line.has($0) } }

  private static let logon = PlainRule(
    "status", is: .logonRefused, "The log-on was refused with this status", [])

  private static let negotiation = PlainRule(
    "negotiation_code", is: .negotiationRefused, "The negotiation was refused with this code", [])

  private static let connect = PlainRule(
    "status_connect", is: .connectFailed, "No TCP connection came about, as this code says", [])
  private static let name = PlainRule(
    "status_name", is: .nameNotFound, "The server's name was not found, as this code says", [])
  private static let tls = PlainRule(
    "status_tls", is: .tlsFailed, "TLS failed, as this code says", [])
  private static let user = PlainRule(
    "status_user", is: .userClosed, "The user closed the client, as this code says", [])
  private static let lost = PlainRule(
    "status_lost", is: .transportError, "The connection was lost, as this code says", [])
  private static let reason = PlainRule(
    "status_reason", is: .clientCode, "The disconnect reason of Microsoft's client", [])

  /// FreeRDP's last error, which programs around it print as the code of its exit.
  private static let exitNames: [Needle] = [
    "exit code ", "exit code: ", "exit code=", "exitcode=", "exit_code=", "error code ",
    "error code: ", "return code ", "returned code is ", "errorcode=", "last error ",
    "exited with ",
  ]

  private static func freeRDP(in text: LineBytes) -> (rule: PlainRule, code: LogCode)? {
    for name in exitNames {
      guard let digits = text.after(name) else { continue }
      let value =
        digits.starts("0x")
        ? digits.dropFirst(2).leadingHexadecimal.map { Int(clamping: $0) } : digits.leadingNumber
      guard let value, (0x2_0001...0x2_001f).contains(value) else { continue }
      let code = LogCode(.freeRDP, UInt32(clamping: value))
      return switch value {
      case 0x2_0004, 0x2_0005: (Self.name, code)
      case 0x2_0006: (connect, code)
      case 0x2_0008: (tls, code)
      case 0x2_000b: (user, code)
      case 0x2_000c: (negotiation, LogCode(.freeRDP, UInt32(clamping: value)))
      case 0x2_0009, 0x2_000a, 0x2_000e...0x2_001b: (logon, code)
      default: (lost, code)
      }
    }
    return nil
  }

  private static let reasonNames: [Needle] = [
    "disconnect reason", "disconnectreason", "discreason", "disconnect code", "disconnect error",
    "ondisconnected", "disconnectcode",
  ]

  /// A disconnect reason of Microsoft's control, under whichever name a program around it prints it.
  private static func reason(in text: LineBytes) -> (rule: PlainRule, code: LogCode)? {
    for name in reasonNames {
      guard let rest = text.after(name)?.prefix(24) else { continue }
      let digits = rest.drop { !$0.isDigit }
      let value =
        digits.starts("0x")
        ? digits.dropFirst(2).leadingHexadecimal.map { Int(clamping: $0) } : digits.leadingNumber
      guard digits.startIndex - rest.startIndex <= 16, let value, (1...0xffff).contains(value)
      else {
        continue
      }
      return (reason, LogCode(.disconnectReason, UInt32(clamping: value)))
    }
    return nil
  }

  /// Guacamole's instruction `5.error,18.Aborted. See logs.,3.520;` by its status.
  private static let tunnelStatus: [Int: String] = [
    514: "plain.connect_timeout", 521: "plain.taken_over", 522: "plain.idle",
    523: "plain.administrator",
    769: "plain.logon", 771: "plain.right",
  ]

  private static func tunnel(in text: LineBytes) -> PlainRule? {
    guard let rest = text.after("5.error,"), let end = rest.range(of: ";") else { return nil }
    let instruction = rest[rest.startIndex..<end.lowerBound]
    guard let dot = instruction.lastIndex(of: UInt8(ascii: ".")),
      let status = instruction[(dot + 1)...].leadingNumber
    else { return nil }
    if instruction.has("forcibly disconnected") {
      return PlainRule.all.first { $0.key == "plain.administrator" }
    }
    return tunnelStatus[status].flatMap { key in PlainRule.all.first { $0.key == key } }
  }

  static func rule(in text: LineBytes) -> PlainRule? { tunnel(in: text) }

  /// - Parameter text: the line in lower case.
  static func code(in line: LineBytes, _ text: LineBytes) -> (rule: PlainRule, code: LogCode)? {
    code(in: line) ?? freeRDP(in: text) ?? reason(in: text) ?? labelled(in: text)
  }

  /// Words that tell of an end, in the languages of those who write logs.
  private static let ends: [Needle] = [
    "disconnect", "closed", "ended", "exit", "terminat", "failed", "getrennt", "trennung",
    "beendet",
    "déconnect", "deconnect", "desconect", "disconness", "verbroken",
  ]
  private static let labels: [Needle] = [
    "code", "reason", "error", "grund", "raison", "motivo",
  ]
  /// Other programs that count their own statuses, or their records.
  private static let others: [Needle] = ["guac", "event", "http", "tunnel"]

  /// A reason of Microsoft's client under any label, where its number has no other meaning.
  private static func labelled(in text: LineBytes) -> (rule: PlainRule, code: LogCode)? {
    guard ends.contains(where: { text.has($0) }), !others.contains(where: { text.has($0) }) else {
      return nil
    }
    for label in labels {
      var rest = text
      while let behind = rest.after(label) {
        rest = behind
        let marks = behind.prefix { " :=(#\"'[".utf8.contains($0) }
        if marks.isEmpty || marks.count > 4 { continue }
        guard let value = number(behind.dropFirst(marks.count)),
          ReasonCodes.finding(disconnectReason: value).code != "log.client_code_other"
        else { continue }
        return (reason, LogCode(.disconnectReason, value))
      }
    }
    return nil
  }

  /// Small numbers count anything, larger ones are no reasons.
  private static let reasons: ClosedRange<UInt64> = 260...0xffff

  private static func number(_ digits: LineBytes) -> UInt32? {
    let isHexadecimal = digits.starts("0x")
    let word = digits.dropFirst(isHexadecimal ? 2 : 0).prefix {
      isHexadecimal ? $0.hexadecimalDigit != nil : $0.isDigit
    }
    guard (3...5).contains(word.count),
      let value = isHexadecimal
        ? word.leadingHexadecimal : word.leadingNumber.map({ UInt64(clamping: $0) }),
      reasons.contains(value)
    else { return nil }
    // No part of a date, an address or a name.
    let next = word.endIndex < digits.endIndex ? digits[word.endIndex] : 0x20
    let isPart =
      next.isDigit || (0x61...0x7a).contains(next) || next == 0x5f || next == 0x2f
      || next == 0x2d
    return isPart ? nil : UInt32(truncatingIfNeeded: value)
  }

  private static func code(in line: LineBytes) -> (rule: PlainRule, code: LogCode)? {
    if let found = names.first(where: { line.has($0.name) }) {
      return (logon, LogCode(found.system, found.value, name: found.name.text))
    }
    let coded = line.has("ProtocolError") ? line.after("Failure code:") : nil
    if let digits = coded ?? line.after("failureCode = ") ?? line.after("failureCode="),
      let value = digits.leadingNumber, (1...6).contains(value)
    {
      return (negotiation, LogCode(.negotiation, UInt32(clamping: value)))
    }
    guard let digits = line.after("0x") ?? line.after("0X") else { return nil }
    guard digits.prefix(8).count == 8, let value = digits.prefix(8).leadingHexadecimal,
      digits.dropFirst(8).first?.hexadecimalDigit == nil
    else { return nil }
    let number = UInt32(truncatingIfNeeded: value)
    if LogonStatus.finding(ntStatus: number) != nil { return (logon, LogCode(.ntStatus, number)) }
    if LogonStatus.finding(hresult: number) != nil { return (logon, LogCode(.hresult, number)) }
    return nil
  }

  static var rules: [PlainRule] {
    [logon, negotiation, connect, name, tls, user, lost, reason]
  }

  /// The names, for documentation.
  static var pattern: String { names.map(\.name.text).joined(separator: "; ") }
}
