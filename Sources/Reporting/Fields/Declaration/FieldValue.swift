import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// A value that a field can have, with its kind and its JSON.
protocol FieldValue: SendableMetatype {
  static var fieldKind: FieldKind { get }
  static var isNullable: Bool { get }
  func write(to json: inout JSONBytes)
}

extension FieldValue {
  static var isNullable: Bool { false }
}

extension Optional: FieldValue where Wrapped: FieldValue {
  static var fieldKind: FieldKind { Wrapped.fieldKind }
  static var isNullable: Bool { true }

  func write(to json: inout JSONBytes) {
    if let self { self.write(to: &json) } else { json.null() }
  }
}

extension Array: FieldValue where Element: FieldValue {
  static var fieldKind: FieldKind {
    .list(Element.fieldKind, most: nil, elementsAreNullable: Element.isNullable)
  }

  func write(to json: inout JSONBytes) {
    json.list(self) { element, json in element.write(to: &json) }
  }
}

extension StretchTrips.Row: FieldValue {
  static var fieldKind: FieldKind { [TimeSpan?].fieldKind }

  func write(to json: inout JSONBytes) {
    json.list(count: count) { index, json in self[index].write(to: &json) }
  }
}

extension MostlyZero: FieldValue {
  static var fieldKind: FieldKind { [UInt32].fieldKind }

  func write(to json: inout JSONBytes) {
    json.list(count: count) { index, json in self[index].write(to: &json) }
  }
}

extension Dictionary: FieldValue where Key == String, Value == Int {
  static var fieldKind: FieldKind { .counts }

  func write(to json: inout JSONBytes) {
    json.object(self) { number, json in number.write(to: &json) }
  }
}

extension Bool: FieldValue {
  static var fieldKind: FieldKind { .boolean }
  func write(to json: inout JSONBytes) { json.boolean(self) }
}

extension String: FieldValue {
  static var fieldKind: FieldKind { .text }
  func write(to json: inout JSONBytes) { json.string(self) }
}

extension Double: FieldValue {
  static var fieldKind: FieldKind { .real }
  /// What no number can be is not known.
  func write(to json: inout JSONBytes) { if isFinite { json.number(self) } else { json.null() } }
}

extension FixedWidthInteger {
  static var fieldKind: FieldKind { .count }
  func write(to json: inout JSONBytes) {
    json.integer(UInt64(magnitude), isNegative: self < 0)
  }
}

extension Int: FieldValue {}
extension Int64: FieldValue {}
extension UInt8: FieldValue {}
extension UInt16: FieldValue {}
extension UInt32: FieldValue {}
extension UInt64: FieldValue {}

extension Timestamp: FieldValue {
  static var fieldKind: FieldKind { .time }
  func write(to json: inout JSONBytes) { json.time(self) }
}

extension TimeSpan: FieldValue {
  static var fieldKind: FieldKind { .seconds }
  func write(to json: inout JSONBytes) { json.seconds(self) }
}

extension IPAddress: FieldValue {
  static var fieldKind: FieldKind { .address }
  func write(to json: inout JSONBytes) {
    json.text.append(UInt8(ascii: "\""))
    append(to: &json.text)
    json.text.append(UInt8(ascii: "\""))
  }
}

extension ItemReference: FieldValue {
  static var fieldKind: FieldKind { .record(FrameFields.record.shape) }
  func write(to json: inout JSONBytes) { FrameFields.record.write(self, to: &json) }
}

extension VerdictCode: FieldValue {
  static var fieldKind: FieldKind { .verdictCode }
  func write(to json: inout JSONBytes) { json.string(rawValue) }
}

/// An enumeration whose cases are the words of a closed list.
protocol FieldWord: FieldValue, CaseIterable {
  var word: String { get }
}

extension FieldWord {
  static var fieldKind: FieldKind { .word(allCases.map(\.word)) }
  func write(to json: inout JSONBytes) { json.word(word) }
}

extension FieldWord where Self: RawRepresentable<String> {
  var word: String { rawValue }
}
