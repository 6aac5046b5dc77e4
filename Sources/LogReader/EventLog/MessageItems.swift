/// Data of an event whose only form is its message: addresses, numbers and accounts look the same in
/// every language.
enum MessageItems {
  static func items(of message: String, _ provider: String, _ id: Int) -> [EventRecord.Item] {
    if provider == "Security-Auditing" {
      let fields = SecurityMessage.items(of: message, id)
      if !fields.isEmpty { return fields }
    }
    var named: [EventRecord.Item] = []
    switch provider {
    // Connections to the gateway itself name a way of authentication in that place.
    case "TerminalServices-Gateway" where id != 200 && id != 201 && id != 312 && id != 313:
      // User, client, resource: quoted, in this order in every language.
      let quoted = quoted(message)
      if quoted.count >= 3 {
        named.append(EventRecord.Item(name: "Resource", value: quoted[2]))
      } else if quoted.count == 2, let name = hostName(behind: quoted[1], message) {
        named.append(EventRecord.Item(name: "Resource", value: name))
      }
    case "TerminalServices-ClientActiveXCore" where id == 1024:
      if let open = message.lastIndex(of: "("), let close = message.lastIndex(of: ")"),
        open < close
      {
        let name = String(message[open..<close].dropFirst()).trimmed
        if !name.isEmpty, name.utf8.count < 256 {
          named.append(EventRecord.Item(name: "Value", value: name))
        }
      }
    case "TerminalServices-RemoteConnectionManager" where id == 1149:
      named += account(message)
    case "Sysmon": return labelled(message)
    default: break
    }
    return named + items(of: message)
  }

  /// User, domain and address: the last three values, in this order in every language.
  private static func account(_ message: String) -> [EventRecord.Item] {
    let lines = message.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter {
      !$0.isEmpty
    }
    var values: [String]
    if lines.count >= 4 {
      values = lines.suffix(3).map { line in
        line.firstIndex { $0 == ":" || $0 == "：" }.map { String(line[$0...].dropFirst()).trimmed }
          ?? ""
      }
    } else {
      let words = message.split(whereSeparator: \.isWhitespace).prefix(200).map(String.init)
      values = zip(words, words.dropFirst()).filter { $0.hasSuffix(":") && !$1.hasSuffix(":") }
        .map(\.1).suffix(3)
      // The domain is empty, and the next label's first word stands in its place.
      if values.count == 3, values[1] == "Source" { values[1] = "" }
    }
    guard values.count == 3, isAddress(values[2]), !values[0].isEmpty else { return [] }
    return zip(["Param1", "Param2", "Param3"], values).map { EventRecord.Item(name: $0, value: $1) }
  }

  /// A name with a domain behind a quoted text, for languages that do not quote it.
  private static func hostName(behind quoted: String, _ message: String) -> String? {
    guard !quoted.isEmpty, let rest = Array(message.utf8)[...].after(Needle(quoted)) else {
      return nil
    }
    for word in rest.text.split(whereSeparator: \.isWhitespace).prefix(24) {
      let name = word.prefix { $0.isLetter || $0.isNumber || "-._".contains($0) }
      let parts = name.split(separator: ".")
      if parts.count >= 2, parts.allSatisfy({ $0.utf8.count >= 2 }) {
        return parts.joined(separator: ".").shortened(128)
      }
    }
    return nil
  }

  private static let quotes: Set<Character> = ["\"", "„", "“", "”", "«", "»", "「", "」"]

  private static func quoted(_ message: String) -> [String] {
    let parts = message.split(omittingEmptySubsequences: false) { quotes.contains($0) }
    return parts.enumerated().filter { $0.offset % 2 == 1 }.prefix(8).map {
      String($0.element).trimmed
    }
  }

  /// `DestinationPort: 3389`, a line each; the labels are English in every language.
  private static func labelled(_ message: String) -> [EventRecord.Item] {
    message.split(whereSeparator: \.isNewline).prefix(64).compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let name = line[..<colon].trimmed
      guard !name.isEmpty, name.utf8.count < 40, !name.contains(" ") else { return nil }
      return EventRecord.Item(name: name, value: line[line.index(after: colon)...].trimmed)
    }
  }

  static func items(of message: String) -> [EventRecord.Item] {
    var items: [EventRecord.Item] = []
    let add: (String, [String]) -> Void = { value, names in
      for name in names where !items.contains(where: { $0.name == name }) {
        items.append(EventRecord.Item(name: name, value: value))
      }
    }
    var numbers: [String] = []
    for word in message.split(whereSeparator: {
      $0.isWhitespace || " \"„“”«»‘’、。，：,;()<>".contains($0)
    }) {
      var text = String(word)
      while let last = text.last, last == "." || last == ":" || last == "'" { text.removeLast() }
      while let first = text.first, first == "'" { text.removeFirst() }
      // `Client IP:10.0.0.5`
      if let colon = text.firstIndex(of: ":"), text[..<colon].allSatisfy(\.isLetter),
        colon != text.startIndex, isAddress(String(text[colon...].dropFirst()))
      {
        text = String(text[colon...].dropFirst())
      }
      if isAddress(text) {
        add(text, ["ClientIP", "IpAddress", "Address", "IPString", "Param3", "ClientAddress"])
      } else if text.contains("\\"), !text.hasPrefix("\\") {
        add(text, ["User", "Username", "Param1", "UserName"])
      } else if text.hasPrefix("0x"), UInt64(text.dropFirst(2), radix: 16) != nil {
        add(text, ["ErrorCode", "ResultCode", "Status"])
      } else if let number = leadingNumber(text) {
        numbers.append(number)
      }
    }
    if let first = numbers.first { add(first, ["SessionID", "Session", "TargetSession"]) }
    if let last = numbers.last { add(last, ["ReasonCode", "Reason", "Value", "error", "Source"]) }
    return items
  }

  /// `7`, and `7의`: a particle of the language behind the digits.
  private static func leadingNumber(_ text: String) -> String? {
    if Int(text) != nil { return text }
    let digits = text.utf8.prefix { $0.isDigit }
    guard !digits.isEmpty, digits.count <= 6,
      text.utf8.dropFirst(digits.count).allSatisfy({ $0 >= 0x80 })
    else { return nil }
    return String(decoding: Array(digits), as: UTF8.self)
  }

  /// `1.2.3.4`, `1.2.3.4:5` or IPv6 with several colons.
  static func isAddress(_ text: String) -> Bool {
    let host =
      text.split(separator: ":", omittingEmptySubsequences: false).first.map(String.init) ?? text
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 4, parts.allSatisfy({ Int($0).map { (0...255).contains($0) } ?? false }) {
      return true
    }
    return text.utf8.filter { $0 == UInt8(ascii: ":") }.count >= 2
      && text.utf8.allSatisfy {
        $0.hexadecimalDigit != nil || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "%")
      }
      && text.contains("::")
  }
}
