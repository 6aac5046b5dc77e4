import CaptureReader

/// A time that becomes its RFC 3339 text when it is written: a record names many packets, and most
/// are written once.
struct RecordTime: Sendable, Hashable {
  var value: Timestamp

  init(_ value: Timestamp) { self.value = value }

  var text: String { value.rfc3339 }
}

extension RecordTime: Codable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let time = Timestamp(rfc3339: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "no time with nine digits of fraction")
    }
    value = time
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension RecordTime: JSONWritable {
  func write(to json: inout JSONBytes) { json.time(value) }
}
