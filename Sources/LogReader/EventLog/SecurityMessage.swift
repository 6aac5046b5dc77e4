/// Data of the Security log's events from their messages: a line for each item, `Label:<tab>value`, in
/// one order in every language.
enum SecurityMessage {
  /// Empty where the message does not have the event's lines.
  static func items(of message: String, _ id: Int) -> [EventRecord.Item] {
    let fields = fields(of: message)
    switch id {
    case 4624, 4625:
      let items = logon(fields, id)
      return items.isEmpty ? formerLogon(fields) : items
    case 6273: return policyServer(fields)
    case 4634, 4647, 4778, 4779, 5152, 5157:
      guard let names = EventItemNames.order("Security-Auditing", id), fields.count >= 3 else {
        return []
      }
      return zip(names, fields).map { EventRecord.Item(name: $0, value: $1.value) }
    default: return []
    }
  }

  struct Field: Hashable {
    var label: String
    var value: String
  }

  /// Lines with a value behind their label; a headline has none.
  static func fields(of message: String) -> [Field] {
    if !message.contains(where: \.isNewline) { return fields(ofLine: message) }
    return fields(ofLines: message)
  }

  /// A message that was put on one line: two blanks and more stand where lines and tabs were.
  private static func fields(ofLine message: String) -> [Field] {
    var pieces: [String] = []
    var piece = ""
    var blanks = 0
    for character in message {
      if character == " " || character == "\t" {
        blanks += character == "\t" ? 2 : 1
        continue
      }
      if blanks >= 2, !piece.isEmpty {
        pieces.append(piece)
        piece = ""
      } else if blanks == 1 {
        piece.append(" ")
      }
      blanks = 0
      piece.append(character)
    }
    pieces.append(piece)
    // `Source Network Address: 192.0.2.4` with a single blank.
    pieces = pieces.flatMap { piece -> [String] in
      guard let colon = piece.firstIndex(of: ":"), piece[colon...].hasPrefix(": ") else {
        return [piece]
      }
      return [String(piece[...colon]), String(piece[colon...].dropFirst()).trimmed]
    }
    if pieces.count < 8 { return fields(ofSentence: message) }
    return zip(pieces, pieces.dropFirst()).compactMap { label, value in
      guard label.hasSuffix(":"), !value.hasSuffix(":"), label.utf8.count < 120 else { return nil }
      return Field(label: String(label.dropLast()), value: value.trimmed)
    }
  }

  /// Single blanks alone: the labels are known in English.
  private static func fields(ofSentence message: String) -> [Field] {
    let labels = [
      "Security ID:", "Account Name:", "Account Domain:", "Logon ID:", "Logon Type:",
      "Failure Reason:", "Sub Status:", "Status:", "Caller Process ID:", "Caller Process Name:",
      "Workstation Name:", "Source Network Address:", "Source Port:", "Session Name:",
      "Client Name:", "Client Address:",
    ]
    let words = message.split(separator: " ").prefix(400).map(String.init)
    var fields: [Field] = []
    for index in words.indices {
      for length in 1...3 where index + length < words.count {
        let label = words[index..<(index + length)].joined(separator: " ")
        // `Sub Status:` ends in another label.
        if label == "Status:", index > 0, words[index - 1] == "Sub" { continue }
        if labels.contains(label) {
          fields.append(Field(label: String(label.dropLast()), value: words[index + length]))
        }
      }
    }
    return fields.count < 4 ? Self.fields(ofWords: words) : fields
  }

  /// Labels in any language that writes its colon at the word: a value of one word stands behind them.
  private static func fields(ofWords words: [String]) -> [Field] {
    zip(words, words.dropFirst()).compactMap { label, value in
      guard label.hasSuffix(":"), label.utf8.count > 1, !value.hasSuffix(":") else { return nil }
      return Field(label: String(label.dropLast()), value: value)
    }
  }

  private static func fields(ofLines message: String) -> [Field] {
    message.split(whereSeparator: \.isNewline).compactMap { line in
      guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
      let value = String(line[colon...].dropFirst()).trimmed
      let label = String(line[..<colon]).trimmed
      guard !value.isEmpty, !label.isEmpty, label.utf8.count < 120 else { return nil }
      return Field(label: label, value: value)
    }
  }

  /// User and machine stand under one label, in this order in every language; the reason is the last line.
  private static func policyServer(_ fields: [Field]) -> [EventRecord.Item] {
    guard fields.count > 8 else { return [] }
    let names = fields.filter { $0.label == fields[1].label }
    var items = [EventRecord.Item(name: "SubjectUserName", value: names[0].value)]
    if names.count > 1 {
      items.append(EventRecord.Item(name: "SubjectMachineName", value: names[1].value))
    }
    items += fields.filter { $0.value.uppercased().contains("TS GATEWAY") }.map {
      EventRecord.Item(name: "ProxyPolicyName", value: $0.value)
    }
    if let last = fields.last { items.append(EventRecord.Item(name: "Reason", value: last.value)) }
    return items
  }

  /// Log-ons of Windows before Vista: one account, no subject.
  private static func formerLogon(_ fields: [Field]) -> [EventRecord.Item] {
    let names = [
      "User Name": "TargetUserName", "Domain": "TargetDomainName", "Logon Type": "LogonType",
      "Workstation Name": "WorkstationName", "Source Network Address": "IpAddress",
      "Source Port": "IpPort", "Logon ID": "TargetLogonId",
    ]
    let items = fields.compactMap { field in
      names[field.label].map { EventRecord.Item(name: $0, value: field.value) }
    }
    return items.contains { $0.name == "LogonType" } ? items : []
  }

  private static func logon(_ fields: [Field], _ id: Int) -> [EventRecord.Item] {
    // The type of log-on is the first small number behind the subject's log-on id.
    guard let subject = fields.firstIndex(where: { $0.value.hasPrefix("0x") }),
      let type = fields.indices.first(where: { index in
        index > subject && Int(fields[index].value).map { (2...13).contains($0) } ?? false
      })
    else { return [] }
    var items = [EventRecord.Item(name: "LogonType", value: fields[type].value)]
    let add: (String, Int) -> EventRecord.Item? = { name, index in
      fields.indices.contains(index)
        ? EventRecord.Item(name: name, value: fields[index].value) : nil
    }
    if id == 4625 {
      items += [add("TargetUserName", type + 2), add("TargetDomainName", type + 3)].compactMap {
        $0
      }
      // NTSTATUS, or the HRESULT of a package of others: both have the top bit.
      let codes = fields[type...].map(\.value).filter { value in
        value.hasPrefix("0x") && (EventRecord.number(value) ?? 0) >= 0x8000_0000
      }
      if let status = codes.first { items.append(EventRecord.Item(name: "Status", value: status)) }
      if codes.count > 1 { items.append(EventRecord.Item(name: "SubStatus", value: codes[1])) }
    } else if let logon = fields.indices.first(where: {
      $0 > type + 2 && fields[$0].value.hasPrefix("0x")
    }) {
      items += [
        add("TargetUserName", logon - 2), add("TargetDomainName", logon - 1),
        add("TargetLogonId", logon),
      ].compactMap { $0 }
    }
    if let address = fields.indices.first(where: {
      $0 > type && MessageItems.isAddress(fields[$0].value)
    }) {
      items += [
        add("WorkstationName", address - 1), add("IpAddress", address), add("IpPort", address + 1),
      ].compactMap { $0 }
    }
    return items
  }
}
