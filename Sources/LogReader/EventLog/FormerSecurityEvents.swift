/// The Security log of Windows before Vista: the same events under other numbers.
enum FormerSecurityEvents {
  /// What such a log's records are kept under until their number is known.
  static let source = "Security"

  /// Numbers as they were, and as they are.
  private static let numbers: [Int: Int] = [
    528: 4624, 538: 4634, 551: 4647, 682: 4778, 683: 4779,
  ]
  /// Refused log-ons: the number was the reason.
  private static let refusals: [Int: String] = [
    529: "0xC000006D", 530: "0xC000006F", 531: "0xC0000072", 532: "0xC0000193", 533: "0xC0000070",
    534: "0xC000015B", 535: "0xC0000071", 539: "0xC0000234",
  ]

  static func translate(_ record: inout EventRecord) {
    guard record.provider == source, let id = record.eventID else { return }
    record.provider = "Microsoft-Windows-Security-Auditing"
    if let number = numbers[id] {
      record.eventID = number
    } else if let status = refusals[id] {
      record.eventID = 4625
      record.data.append(EventRecord.Item(name: "Status", value: status))
      if let message = record.message {
        record.data += MessageItems.items(of: message, "Security-Auditing", 4625)
      }
    }
  }
}
