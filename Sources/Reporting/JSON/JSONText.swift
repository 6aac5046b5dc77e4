package import Foundation

/// The one way from a record to JSON text: keys sorted, so that the same input gives the same
/// bytes, and nothing in it that a terminal would act on.
struct JSONText {
  private enum Form {
    case line(RecordEncoder)
    case indented(JSONEncoder)
  }

  private let form: Form

  init(isIndented: Bool = false) {
    guard isIndented else {
      form = .line(RecordEncoder())
      return
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    form = .indented(encoder)
  }

  /// The record's JSON with a line feed after it.
  func line(_ record: some Encodable) throws -> Data {
    var text: [UInt8] = []
    try append(record, to: &text)
    return Data(text)
  }

  /// Appends the record's JSON with a line feed after it.
  func append(_ record: some Encodable, to text: inout [UInt8]) throws {
    switch form {
    case .line(let encoder): try encoder.encode(record, into: &text)
    case .indented(let encoder): text += Self.escapingInvisible(try encoder.encode(record))
    }
    text.append(UInt8(ascii: "\n"))
  }

  /// The same JSON with controls, marks of writing direction, zero-width characters and line
  /// separators written as `\uXXXX`. Outside of ASCII, JSON has nothing but strings' contents, so
  /// the meaning stays.
  static func escapingInvisible(_ json: Data) -> Data {
    guard json.contains(where: { $0 >= 0x7F }) else { return json }
    let text = String(decoding: json, as: UTF8.self)
    guard text.unicodeScalars.contains(where: needsEscape) else { return json }
    var result = ""
    for scalar in text.unicodeScalars {
      if needsEscape(scalar) {
        for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
          let digits = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return Data(result.utf8)
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x7F && scalar.isInvisible
  }
}

extension Data {
  /// JSON of which nothing is acted on by a terminal, or hidden by it.
  package var escapingInvisible: Data { JSONText.escapingInvisible(self) }
}
