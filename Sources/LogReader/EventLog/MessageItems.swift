/// Data of an event whose only form is its message: addresses, numbers and accounts look the same in
/// every language.
enum MessageItems {
  static func items(of message: String, _ provider: String, _ id: Int) -> [EventRecord.Item] {
    if provider == "Security-Auditing" {
      let fields = SecurityMessage.items(of: message, id)
      if !fields.isEmpty { return fields }
    }
    return items(of: message)
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
      if isAddress(text) {
        add(text, ["ClientIP", "IpAddress", "Address", "IPString", "Param3", "ClientAddress"])
      } else if text.contains("\\"), !text.hasPrefix("\\") {
        add(text, ["User", "Username", "Param1", "UserName"])
      } else if text.hasPrefix("0x"), UInt64(text.dropFirst(2), radix: 16) != nil {
        add(text, ["ErrorCode", "ResultCode", "Status"])
      } else if Int(text) != nil {
        numbers.append(text)
      }
    }
    if let first = numbers.first { add(first, ["SessionID", "Session", "TargetSession"]) }
    if let last = numbers.last { add(last, ["ReasonCode", "Reason", "Value", "error", "Source"]) }
    return items
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
