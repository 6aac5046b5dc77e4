import CaptureReader

/// A record that writes its own JSON: one call for each member, in the order of their keys, where the
/// general encoder asks for types and sorts.
///
/// What it writes is what `RecordEncoder` makes of the same record.
protocol JSONWritable {
  func write(to json: inout JSONBytes)
}

extension JSONBytes {
  /// A record as NDJSON has it, with a line feed after it.
  mutating func line(_ record: some JSONWritable) {
    record.write(to: &self)
    text.append(UInt8(ascii: "\n"))
  }

  mutating func beginObject() { text.append(UInt8(ascii: "{")) }

  mutating func endObject() { text.append(UInt8(ascii: "}")) }

  /// - Parameter key: nothing that would have to be escaped, and after the keys before it in order.
  private mutating func key(_ key: StaticString) {
    // Nothing but an object that has no member yet ends so.
    if text.last != UInt8(ascii: "{") { text.append(UInt8(ascii: ",")) }
    text.append(UInt8(ascii: "\""))
    text.append(literal: key)
    text.append(UInt8(ascii: "\""))
    text.append(UInt8(ascii: ":"))
  }

  mutating func member(_ name: StaticString, _ value: some JSONWritable) {
    key(name)
    value.write(to: &self)
  }

  mutating func member(_ name: StaticString, _ value: (some JSONWritable)?) {
    key(name)
    if let value { value.write(to: &self) } else { null() }
  }

  mutating func member(_ name: StaticString, _ values: [some JSONWritable]) {
    key(name)
    array(values)
  }

  mutating func member(_ name: StaticString, _ values: [some JSONWritable]?) {
    key(name)
    if let values { array(values) } else { null() }
  }

  private mutating func array(_ values: [some JSONWritable]) {
    text.append(UInt8(ascii: "["))
    for index in values.indices {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      values[index].write(to: &self)
    }
    text.append(UInt8(ascii: "]"))
  }

  /// An enumeration, by its word.
  mutating func member<Word: RawRepresentable<String>>(_ name: StaticString, _ value: Word) {
    key(name)
    string(value.rawValue)
  }

  mutating func member<Word: RawRepresentable<String>>(_ name: StaticString, _ value: Word?) {
    key(name)
    if let value { string(value.rawValue) } else { null() }
  }
}

extension String: JSONWritable {
  func write(to json: inout JSONBytes) { json.string(self) }
}

extension Bool: JSONWritable {
  func write(to json: inout JSONBytes) { json.boolean(self) }
}

extension Double: JSONWritable {
  /// What no number can be is not known.
  func write(to json: inout JSONBytes) { if isFinite { json.number(self) } else { json.null() } }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
  func write(to json: inout JSONBytes) {
    if let self { self.write(to: &json) } else { json.null() }
  }
}

extension FixedWidthInteger {
  func write(to json: inout JSONBytes) {
    json.integer(UInt64(magnitude), isNegative: self < 0)
  }
}

extension Int: JSONWritable {}
extension UInt8: JSONWritable {}
extension UInt16: JSONWritable {}
extension UInt32: JSONWritable {}
extension UInt64: JSONWritable {}
