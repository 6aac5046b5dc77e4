import CaptureReader

/// A key with what stands around it, of 32 bytes or less in most fields.
final class FieldKey: Sendable {
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64
  private let count: UInt
  private let rest: [UInt8]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    func word(_ place: Int) -> UInt64 {
      bytes.dropFirst(8 * place).prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    (first, second, third, fourth) = (word(0), word(1), word(2), word(3))
    count = UInt(min(32, bytes.count))
    rest = Array(bytes.dropFirst(32))
  }

  @inline(__always)
  func append(to text: inout ByteBuffer) {
    text.append(words: (first, second, third, fourth), count: count)
    if !rest.isEmpty { text.append(rest) }
  }
}

/// A field as it is written.
struct Member<Source>: Sendable {
  let key: FieldKey
  let write: Record<Source>.Writer
  /// Left out where it has no value.
  let isOmitted: Bool
}

/// Several members as they are written. In a list by itself, a closure would be called through another one.
struct Members<Source>: Sendable {
  let write: Record<Source>.Writer
}

/// Makes one closure of the closures that write a record's members.
///
/// A closure borrows those within it, where each that a list holds is retained and released at each call.
/// None of them is specialized, so that a source is handed on where it lies.
enum MemberWriters<Source> {
  typealias Writer = Record<Source>.Writer

  // MARK: Quiet fields

  /// Several members at a time, and at once those that are quiet together.
  ///
  /// - Parameter sorted: the fields of the members.
  static func shortened(
    _ members: [Member<Source>], _ sorted: [Field<Source>], _ quiet: [QuietFields<Source>]
  ) -> [Members<Source>] {
    var writers: [Members<Source>] = []
    var rest = 0
    let runs = quiet.compactMap { $0.run(in: sorted) }
    for run in runs.sorted(by: { $0.places.lowerBound < $1.places.lowerBound })
    where rest <= run.places.lowerBound {
      writers += grouped(members[rest..<run.places.lowerBound])
      let full = joined(grouped(members[run.places])[...])
      writers.append(Members(write: quietly(Array(run.text.utf8), run.isQuiet, full)))
      rest = run.places.upperBound
    }
    return writers + grouped(members[rest...])
  }

  @_semantics("optimize.sil.specialize.generic.never") @inline(never)
  static func quietly(
    _ text: [UInt8], _ isQuiet: @escaping @Sendable (Source) -> Bool, _ members: @escaping Writer
  ) -> Writer {
    { source, json in
      guard !json.isByField, isQuiet(source) else { return members(source, &json) }
      json.text.append(text)
    }
  }

  @_semantics("optimize.sil.specialize.generic.never") @inline(never)
  static func directly(_ direct: @escaping Writer, or full: @escaping Writer) -> Writer {
    { source, json in
      if json.isByField { full(source, &json) } else { direct(source, &json) }
    }
  }

  // MARK: Members

  /// Up to four members at a time.
  @_semantics("optimize.sil.specialize.generic.never") @inline(never)
  static func grouped(_ members: ArraySlice<Member<Source>>) -> [Members<Source>] {
    var writers: [Members<Source>] = []
    var rest = members
    while let first = rest.first {
      let write: Writer
      let next = rest.prefix(4).prefix { !$0.isOmitted }.count
      switch next {
      case 0: write = omitting(first.key, first.write)
      case 1: write = one(first)
      case 2, 3: write = two(first, rest[rest.startIndex + 1])
      default: write = four(Array(rest.prefix(4)))
      }
      writers.append(Members(write: write))
      rest = rest.dropFirst(next == 3 ? 2 : max(1, next))
    }
    return writers
  }

  @_semantics("optimize.sil.specialize.generic.never") @inline(never)
  private static func one(_ member: Member<Source>) -> Writer {
    let (key, write) = (member.key, member.write)
    return { source, json in
      key.append(to: &json.text)
      write(source, &json)
    }
  }

  @_semantics("optimize.sil.specialize.generic.never") @inline(never)
  private static func two(_ member: Member<Source>, _ second: Member<Source>) -> Writer {
    let (key, write) = (member.key, member.write)
    let (secondKey, writeSecond) = (second.key, second.write)
    return { source, json in
      key.append(to: &json.text)
      write(source, &json)
      secondKey.append(to: &json.text)
      writeSecond(source, &json)
    }
  }

  @_semantics("optimize.sil.specialize.generic.never") @inline(never)
  private static func four(_ members: [Member<Source>]) -> Writer {
    let (key, write) = (members[0].key, members[0].write)
    let (secondKey, writeSecond) = (members[1].key, members[1].write)
    let (thirdKey, writeThird) = (members[2].key, members[2].write)
    let (fourthKey, writeFourth) = (members[3].key, members[3].write)
    return { source, json in
      key.append(to: &json.text)
      write(source, &json)
      secondKey.append(to: &json.text)
      writeSecond(source, &json)
      thirdKey.append(to: &json.text)
      writeThird(source, &json)
      fourthKey.append(to: &json.text)
      writeFourth(source, &json)
    }
  }

  /// A member that is left out where it has no value.
  @_semantics("optimize.sil.specialize.generic.never") @inline(never)
  private static func omitting(_ key: FieldKey, _ write: @escaping Writer) -> Writer {
    { source, json in
      let start = json.text.count
      key.append(to: &json.text)
      let valueStart = json.text.count
      write(source, &json)
      if json.text.count == valueStart + 4, json.text[valueStart] == UInt8(ascii: "n") {
        json.text.truncate(to: start)
      }
    }
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

  /// The bracket behind members of which the first, with the one before it, is never left out.
  @_semantics("optimize.sil.specialize.generic.never") @inline(never)
  static func closed(_ members: @escaping Writer) -> Writer {
    { source, json in
      members(source, &json)
      json.text.append(UInt8(ascii: "}"))
    }
  }

  /// The brackets around members of which the first may be left out: what stands before the first that is
  /// there becomes the bracket.
  @_semantics("optimize.sil.specialize.generic.never") @inline(never)
  static func bracketed(_ members: @escaping Writer) -> Writer {
    { source, json in
      let start = json.text.count
      members(source, &json)
      if json.text.count == start { json.text.append(UInt8(ascii: ",")) }
      json.text.set(UInt8(ascii: "{"), at: start)
      json.text.append(UInt8(ascii: "}"))
    }
  }
}
