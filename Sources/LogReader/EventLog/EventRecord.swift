import CaptureReader

/// An event of a Windows event log, from whichever form of export.
struct EventRecord: Hashable, Sendable {
  var provider = ""
  var eventID: Int?
  var channel: String?
  var computer: String?
  var recordID: UInt64?
  /// As a form without structure writes it.
  var timeText = ""
  var time: Timestamp?
  var activity: String?
  var process: Int?
  var thread: Int?
  /// Named items, and unnamed ones with an empty name, in their order.
  var data: [Item] = []
  /// The message in the language of the machine; its lines are kept.
  var message: String?
  /// The account under which it was written, where the form names it with its domain.
  var account: String?
  /// The data are the members of a flat form, among others that are none.
  var hasInlineData = false
  /// In a date of two small numbers the first is the day; nil where nothing tells.
  var isDayFirst: Bool?
  /// A stamp without its year.
  var partialTime: CivilTime?
  /// The form may have one record several times, once for each rule that found it.
  var mayRepeat = false

  struct Item: Hashable, Sendable {
    var name: String
    var value: String
  }

  /// The first item of one of these names; nil where it is absent or empty.
  func item(_ names: String...) -> String? {
    for name in names {
      if let found = data.first(where: { $0.name == name })?.value, !found.isEmpty, found != "-" {
        return found
      }
    }
    return nil
  }

  /// The unnamed or `paramN` item at a place, from 0.
  func unnamed(_ index: Int) -> String? {
    let param = "param\(index + 1)"
    if let named = data.first(where: { $0.name == param })?.value, !named.isEmpty { return named }
    let items = data.filter { $0.name.isEmpty || $0.name == "Data" }
    guard items.indices.contains(index), !items[index].value.isEmpty else { return nil }
    return items[index].value
  }

  /// A number, decimal or hexadecimal; negative ones as their 32 bits.
  func number(_ names: String...) -> UInt32? {
    for name in names {
      if let text = data.first(where: { $0.name == name })?.value, let value = Self.number(text) {
        return value
      }
    }
    return nil
  }

  static func number(_ text: String) -> UInt32? {
    let text = text.trimmed
    if text.hasPrefix("0x") || text.hasPrefix("0X") {
      return UInt64(text.dropFirst(2), radix: 16).map { UInt32(truncatingIfNeeded: $0) }
    }
    if let value = Int64(text) { return UInt32(truncatingIfNeeded: value) }
    return nil
  }
}
