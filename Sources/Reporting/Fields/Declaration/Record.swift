import CaptureReader

/// The fields of a record, and how to write it from what it is made of.
struct Record<Source>: Sendable {
  let shape: RecordShape
  private let members: [Member]
  /// The members' keys, one behind the other, with what stands around them.
  private let keys: [UInt8]
  private let hasOmitted: Bool

  /// A field as it is written.
  private struct Member: Sendable {
    /// Where its key lies among all.
    let key: Range<Int>
    let isOmitted: Bool
    let write: @Sendable (Source, inout JSONBytes) -> Void
  }

  /// - Parameter fields: in the order in which people read of them; they are written in the order of
  ///   their keys' bytes.
  init(_ name: String, _ meaning: String, _ fields: [Field<Source>]) {
    let sorted = fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let hasOmitted = fields.contains { $0.isOmitted }
    var keys: [UInt8] = []
    members = sorted.enumerated().map { place, field in
      let before = hasOmitted ? "" : place == 0 ? "{" : ","
      let start = keys.count
      keys += "\(before)\"\(field.key)\":".utf8
      return Member(key: start..<keys.count, isOmitted: field.isOmitted, write: field.write)
    }
    self.keys = keys
    self.hasOmitted = hasOmitted
    shape = RecordShape(name, meaning, fields.map { RecordShape.Member($0) })
  }

  func write(_ source: Source, to json: inout JSONBytes) {
    guard !hasOmitted else { return writeKnown(source, to: &json) }
    let keys = keys.rawSpan
    for index in members.indices {
      json.text.append(keys.extracting(members[index].key))
      members[index].write(source, &json)
    }
    json.text.append(UInt8(ascii: "}"))
  }

  /// Leaves out the fields that may be and have no value.
  private func writeKnown(_ source: Source, to json: inout JSONBytes) {
    json.text.append(UInt8(ascii: "{"))
    let keys = keys.rawSpan
    var isFirst = true
    for member in members {
      let start = json.text.count
      if !isFirst { json.text.append(UInt8(ascii: ",")) }
      json.text.append(keys.extracting(member.key))
      let valueStart = json.text.count
      member.write(source, &json)
      if member.isOmitted, json.text.count == valueStart + 4,
        json.text[valueStart] == UInt8(ascii: "n")
      {
        json.text.truncate(to: start)
      } else {
        isFirst = false
      }
    }
    json.text.append(UInt8(ascii: "}"))
  }

  /// The record as NDJSON has it, with a line feed after it.
  func line(_ source: Source, to json: inout JSONBytes) {
    write(source, to: &json)
    json.text.append(UInt8(ascii: "\n"))
  }
}
