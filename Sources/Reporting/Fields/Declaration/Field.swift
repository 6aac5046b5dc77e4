import CaptureReader

/// One member of a record, declared once: its key, what it means, of what kind it is, which columns of
/// the tables show it, and how its value is got from what the record is made of.
///
/// The JSON writer, the JSON Schema, the reader of stored records, the columns of CSV, SQLite and Zeek
/// and the pages in Docs are made from it.
struct Field<Source>: Sendable {
  let key: String
  /// A phrase, as the tables in Docs have it.
  let meaning: String
  let kind: FieldKind
  /// `null` where the value is not known.
  let isNullable: Bool
  /// Left out where the value is not known.
  private(set) var isOmitted = false
  let columns: [FieldColumn]?
  let write: @Sendable (Source, inout JSONBytes) -> Void

  init(
    _ key: String, _ meaning: String, kind: FieldKind, isNullable: Bool = false,
    columns: [FieldColumn]? = nil, write: @escaping @Sendable (Source, inout JSONBytes) -> Void
  ) {
    self.key = key
    self.meaning = meaning
    self.kind = kind
    self.isNullable = isNullable
    self.columns = columns
    self.write = write
  }

  /// A field whose kind follows from the type of its value.
  init<Value: FieldValue>(
    _ key: String, _ meaning: String, as kind: FieldKind? = nil, columns: [FieldColumn]? = nil,
    _ value: @escaping @Sendable (Source) -> Value
  ) {
    self.init(
      key, meaning, kind: kind ?? Value.fieldKind, isNullable: Value.isNullable, columns: columns
    ) { source, json in
      value(source).write(to: &json)
    }
  }

  /// A field that is left out where its value is not known.
  static func omitted<Value: FieldValue>(
    _ key: String, _ meaning: String, as kind: FieldKind? = nil, columns: [FieldColumn]? = nil,
    _ value: @escaping @Sendable (Source) -> Value?
  ) -> Self {
    var field = Field(key, meaning, as: kind, columns: columns, value)
    field.isOmitted = true
    return field
  }

  /// A record within the record.
  init<Part>(
    _ key: String, _ meaning: String, one record: Record<Part>, columns: [FieldColumn]? = nil,
    _ value: @escaping @Sendable (Source) -> Part
  ) {
    self.init(key, meaning, kind: .record(record.shape), columns: columns) { source, json in
      record.write(value(source), to: &json)
    }
  }

  /// A record within the record that lies in it: it is lent to what writes it, and not copied. Where none
  /// is lent, there is none.
  init<Part>(
    _ key: String, _ meaning: String, within record: Record<Part>, isNullable: Bool = false,
    columns: [FieldColumn]? = nil, _ lend: @escaping @Sendable (Source, (Part) -> Void) -> Void
  ) {
    self.init(
      key, meaning, kind: .record(record.shape), isNullable: isNullable, columns: columns
    ) { source, json in
      let start = json.text.count
      lend(source) { part in record.write(part, to: &json) }
      if json.text.count == start { json.null() }
    }
  }

  init<Part>(
    _ key: String, _ meaning: String, optional record: Record<Part>,
    columns: [FieldColumn]? = nil, _ value: @escaping @Sendable (Source) -> Part?
  ) {
    self.init(key, meaning, kind: .record(record.shape), isNullable: true, columns: columns) {
      source, json in
      if let part = value(source) { record.write(part, to: &json) } else { json.null() }
    }
  }

  /// A record that is left out where it is nil.
  init<Part>(
    _ key: String, _ meaning: String, omitting record: Record<Part>,
    _ value: @escaping @Sendable (Source) -> Part?
  ) {
    self.init(key, meaning, optional: record, value)
    isOmitted = true
  }

  /// A list of records.
  init<Part>(
    _ key: String, _ meaning: String, list record: Record<Part>, most: Int? = nil,
    columns: [FieldColumn]? = nil, _ value: @escaping @Sendable (Source) -> [Part]
  ) {
    self.init(key, meaning, kind: .list(.record(record.shape), most: most), columns: columns) {
      source, json in
      json.list(value(source)) { part, json in record.write(part, to: &json) }
    }
  }

  /// A list of records that are handed over one after the other: none is made of them.
  init<Part>(
    _ key: String, _ meaning: String, each record: Record<Part>,
    _ parts: @escaping @Sendable (Source, (Part) -> Void) -> Void
  ) {
    self.init(key, meaning, kind: .list(.record(record.shape))) { source, json in
      json.text.append(UInt8(ascii: "["))
      let start = json.text.count
      parts(source) { part in
        if json.text.count > start { json.text.append(UInt8(ascii: ",")) }
        record.write(part, to: &json)
      }
      json.text.append(UInt8(ascii: "]"))
    }
  }

  /// A list of records that is left out where it is empty.
  static func omittedList<Part>(
    _ key: String, _ meaning: String, _ record: Record<Part>,
    _ value: @escaping @Sendable (Source) -> [Part]
  ) -> Self {
    var field = Field(key, meaning, optionalList: record) { source in
      let parts = value(source)
      return parts.isEmpty ? nil : parts
    }
    field.isOmitted = true
    return field
  }

  init<Part>(
    _ key: String, _ meaning: String, optionalList record: Record<Part>,
    columns: [FieldColumn]? = nil, _ value: @escaping @Sendable (Source) -> [Part]?
  ) {
    self.init(
      key, meaning, kind: .list(.record(record.shape)), isNullable: true, columns: columns
    ) { source, json in
      guard let parts = value(source) else { return json.null() }
      json.list(parts) { part, json in record.write(part, to: &json) }
    }
  }
}

extension Field {
  /// Every record names what wrote it, so that it can be traced.
  static func toolVersion(
    _ meaning: String = "version of the program that wrote it", columns: [FieldColumn]? = nil
  ) -> Self {
    Field("tool_version", meaning, columns: columns) { _ in Tool.current.version }
  }
}

extension JSONBytes {
  /// An object whose keys are not declared, in the order of their bytes.
  mutating func object<Value>(
    _ members: [String: Value], _ write: (Value, inout JSONBytes) -> Void
  ) {
    text.append(UInt8(ascii: "{"))
    let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (index, member) in sorted.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      string(member.key)
      text.append(UInt8(ascii: ":"))
      write(member.value, &self)
    }
    text.append(UInt8(ascii: "}"))
  }

  mutating func list<Element>(
    _ elements: [Element], _ write: (Element, inout JSONBytes) -> Void
  ) {
    text.append(UInt8(ascii: "["))
    // Borrowed: out of the list itself each would be copied.
    let elements = elements.span
    for index in elements.indices {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      write(elements[index], &self)
    }
    text.append(UInt8(ascii: "]"))
  }

  /// A list whose elements are got by their places.
  @inline(__always)
  mutating func list(count: Int, _ write: (Int, inout JSONBytes) -> Void) {
    text.append(UInt8(ascii: "["))
    for index in 0..<count {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      write(index, &self)
    }
    text.append(UInt8(ascii: "]"))
  }
}
