import CaptureReader

/// The fields of a record, and how to write it from what it is made of.
struct Record<Source>: Sendable {
  typealias Writer = @Sendable (Source, inout JSONBytes) -> Void

  let shape: RecordShape
  /// Writes all members and the brackets around them.
  private let writer: Writer

  /// - Parameter fields: in the order in which people read of them; they are written in the order of
  ///   their keys' bytes.
  init(_ name: String, _ meaning: String, _ fields: [Field<Source>]) {
    let sorted = fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    if fields.contains(where: { $0.isOmitted }) || fields.isEmpty {
      let members = sorted.map { field in
        let key = FieldKey("\"\(field.key)\":")
        return Members(
          write: field.isOmitted
            ? MemberWriters.omitting(key, field.write) : MemberWriters.listed(key, field.write))
      }
      writer = MemberWriters.bracketed(MemberWriters.joined(members[...]))
    } else {
      let members = sorted.enumerated().map { place, field in
        Member(key: FieldKey("\(place == 0 ? "{" : ",")\"\(field.key)\":"), write: field.write)
      }
      writer = MemberWriters.closed(MemberWriters.joined(MemberWriters.grouped(members[...])[...]))
    }
    shape = RecordShape(name, meaning, fields.map { RecordShape.Member($0) })
  }

  func write(_ source: Source, to json: inout JSONBytes) { writer(source, &json) }

  /// The record as NDJSON has it, with a line feed after it.
  func line(_ source: Source, to json: inout JSONBytes) {
    write(source, to: &json)
    json.text.append(UInt8(ascii: "\n"))
  }
}

/// A key with what stands around it, of 32 bytes or less in most fields.
final class FieldKey: Sendable {
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64
  private let count: Int
  private let rest: [UInt8]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    func word(_ place: Int) -> UInt64 {
      bytes.dropFirst(8 * place).prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    (first, second, third, fourth) = (word(0), word(1), word(2), word(3))
    count = min(32, bytes.count)
    rest = Array(bytes.dropFirst(32))
  }

  @inline(__always)
  func append(to text: inout ByteBuffer) {
    text.append(words: (first, second, third, fourth), count: count)
    if !rest.isEmpty { text.append(rest) }
  }
}

/// A field as it is written.
private struct Member<Source>: Sendable {
  let key: FieldKey
  let write: Record<Source>.Writer
}

/// Several members as they are written. In a list by itself, a closure would be called through another one.
private struct Members<Source>: Sendable {
  let write: Record<Source>.Writer
}

/// Makes one closure of the closures that write a record's members.
///
/// A closure borrows those within it, where each that a list holds is retained and released at each call.
/// None of them is specialized, so that a source is handed on where it lies.
private enum MemberWriters<Source> {
  typealias Writer = Record<Source>.Writer

  /// Four members at a time.
  @_semantics("optimize.sil.specialize.generic.never") @inline(never)
  static func grouped(_ members: ArraySlice<Member<Source>>) -> [Members<Source>] {
    var writers: [Members<Source>] = []
    var rest = members
    while rest.count >= 4 {
      let four = Array(rest.prefix(4))
      rest = rest.dropFirst(4)
      let (key, write) = (four[0].key, four[0].write)
      let (secondKey, writeSecond) = (four[1].key, four[1].write)
      let (thirdKey, writeThird) = (four[2].key, four[2].write)
      let (fourthKey, writeFourth) = (four[3].key, four[3].write)
      writers.append(
        Members { source, json in
          key.append(to: &json.text)
          write(source, &json)
          secondKey.append(to: &json.text)
          writeSecond(source, &json)
          thirdKey.append(to: &json.text)
          writeThird(source, &json)
          fourthKey.append(to: &json.text)
          writeFourth(source, &json)
        })
    }
    for member in rest {
      let (key, write) = (member.key, member.write)
      writers.append(
        Members { source, json in
          key.append(to: &json.text)
          write(source, &json)
        })
    }
    return writers
  }

  /// All of them, one after the other.
  @_semantics("optimize.sil.specialize.generic.never") @inline(never)
  static func joined(_ members: ArraySlice<Members<Source>>) -> Writer {
    let start = members.startIndex
    guard !members.isEmpty else { return { _, _ in } }
    if members.count == 1 { return members[start].write }
    guard members.count <= 4 else {
      let part = (members.count + 3) / 4
      let parts = stride(from: 0, to: members.count, by: part).map { place in
        Members(write: joined(members.dropFirst(place).prefix(part)))
      }
      return joined(parts[...])
    }
    let (first, second) = (members[start].write, members[start + 1].write)
    guard members.count > 2 else {
      return { source, json in
        first(source, &json)
        second(source, &json)
      }
    }
    let third = members[start + 2].write
    guard members.count > 3 else {
      return { source, json in
        first(source, &json)
        second(source, &json)
        third(source, &json)
      }
    }
    let fourth = members[start + 3].write
    return { source, json in
      first(source, &json)
      second(source, &json)
      third(source, &json)
      fourth(source, &json)
    }
  }

  /// The bracket behind members whose first key has the one before them.
  @_semantics("optimize.sil.specialize.generic.never") @inline(never)
  static func closed(_ members: @escaping Writer) -> Writer {
    { source, json in
      members(source, &json)
      json.text.append(UInt8(ascii: "}"))
    }
  }

  // MARK: Records with fields that may be left out

  @_semantics("optimize.sil.specialize.generic.never") @inline(never)
  static func bracketed(_ members: @escaping Writer) -> Writer {
    { source, json in
      json.text.append(UInt8(ascii: "{"))
      members(source, &json)
      json.text.append(UInt8(ascii: "}"))
    }
  }

  /// A member that is always there.
  @_semantics("optimize.sil.specialize.generic.never") @inline(never)
  static func listed(_ key: FieldKey, _ write: @escaping Writer) -> Writer {
    { source, json in
      json.separate()
      key.append(to: &json.text)
      write(source, &json)
    }
  }

  /// A member that is left out where it has no value.
  @_semantics("optimize.sil.specialize.generic.never") @inline(never)
  static func omitting(_ key: FieldKey, _ write: @escaping Writer) -> Writer {
    { source, json in
      let start = json.text.count
      json.separate()
      key.append(to: &json.text)
      let valueStart = json.text.count
      write(source, &json)
      if json.text.count == valueStart + 4, json.text[valueStart] == UInt8(ascii: "n") {
        json.text.truncate(to: start)
      }
    }
  }
}
