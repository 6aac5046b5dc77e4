import CaptureReader

/// A record that was read back: the values of its shape's fields.
///
/// The tables are made from it, so that they show the same of a session that was just analysed and of
/// one that an earlier run stored.
public struct StoredRecord: Sendable {
  let shape: RecordShape
  /// In the order in which the shape stores its fields.
  var values: [RecordValue]

  init(shape: RecordShape, values: [RecordValue]) {
    self.shape = shape
    self.values = values
  }

  /// A record with these values, and `null` for the other fields.
  init(_ shape: RecordShape, _ values: [String: RecordValue]) {
    self.init(shape: shape, values: shape.stored.map { values[$0.key] ?? .null })
  }

  /// The field at a path of keys; `null` where the shape has no such field.
  subscript(path: String) -> RecordValue {
    guard let path = shape.path(path) else { return .null }
    return self[path]
  }

  subscript(path: FieldPath) -> RecordValue {
    var value = RecordValue.record(self)
    for place in path.places {
      guard case .record(let record) = value, record.values.indices.contains(place) else {
        return .null
      }
      value = record.values[place]
    }
    return value
  }
}

extension StoredRecord {
  /// Reads a session from its line of NDJSON.
  public static func session(_ line: ArraySlice<UInt8>) throws(RecordError) -> StoredRecord {
    try RecordParser.record(SessionFields.record.shape, in: line)
  }

  /// Reads an input from its line of NDJSON.
  public static func input(_ line: ArraySlice<UInt8>) throws(RecordError) -> StoredRecord {
    try RecordParser.record(InputFields.record.shape, in: line)
  }
}

extension Record {
  /// The record as if it had been written and read back, which nothing that is written here defies.
  func stored(_ source: Source, names: InputNames = InputNames(names: [])) -> StoredRecord {
    var json = JSONBytes()
    json.names = names
    write(source, to: &json)
    return (try? RecordParser.record(shape, in: json.text.bytes[...])) ?? StoredRecord(shape, [:])
  }
}
