import CaptureReader
import Support
import Testing

/// What is read back is what was written, and nothing else is.
@Suite("Binary records") struct BinaryCodingTests {
  private static func bytes(_ record: some Encodable) throws -> ArraySlice<UInt8> {
    var text: [UInt8] = []
    try BinaryEncoder().encode(record, into: &text)
    let records = try #require(BinaryDecoder.records(in: text))
    #expect(records.count == 1)
    return text[try #require(records.first)]
  }

  private static func again<Value: Codable>(_ value: Value) throws -> Value {
    try BinaryDecoder.decode(Value.self, from: try bytes(value))
  }

  struct Record: Codable, Equatable {
    enum Kind: Codable, Equatable {
      case plain
      case named(String, count: Int)
      case nested([Kind])
    }
    enum Word: String, Codable { case one, two }

    var small: UInt8 = 255
    var low = Int64(-1) << 53
    var real = -0.125
    var text = "Jürgen 🙂\n\"\u{0}"
    var isSet = true
    var absent: Int?
    var present: UInt16? = 7
    var words: [Word?] = [.one, nil, .two]
    var kind = Kind.nested([.plain, .named("x", count: -3), .nested([])])
    var optionalKind: Kind? = .plain
    var times = [Int64.min, .max, 5].map { Timestamp(nanoseconds: $0) }
    var span: TimeSpan? = TimeSpan(nanoseconds: -5)
    var spans: [TimeSpan?] = [nil, TimeSpan(nanoseconds: 1)]
    var item = ItemReference(input: 3, frame: 1 << 40 - 1, time: Timestamp(nanoseconds: 17))
    var items: [ItemReference] = []
    var range = 3...9
    var counts: [UInt32] = [0, .max]
    var numbers: [Int] = [-1, 0, 1]
    var bytes: [UInt8] = Array(0...255)
    var tunnel = UInt64.max
  }

  @Test("hold every kind of value")
  func values() throws {
    var record = Record()
    #expect(try Self.again(record) == record)
    record.item.isOrderedByTime = true
    record.items = (0..<300).map {
      ItemReference(input: $0 % 3, frame: 300 - $0, time: Timestamp(nanoseconds: Int64($0) << 40))
    }
    record.absent = -1
    record.present = nil
    record.span = nil
    #expect(try Self.again(record) == record)
  }

  @Test("hold lists of every length", arguments: [0, 1, 63, 64, 65, 254, 255, 256, 70_000])
  func lists(count: Int) throws {
    let numbers = (0..<count).map { $0 % 7 }
    #expect(try Self.again(numbers) == numbers)
    let lists = numbers.map { [$0, 1].map(Optional.init) }
    #expect(try Self.again([lists, [], lists]) == [lists, [], lists])
  }

  @Test("move the numbers of inputs")
  func shift() throws {
    let items = [5, 0, 9].map {
      ItemReference(input: $0, frame: 1, time: Timestamp(nanoseconds: 1))
    }
    let moved = try BinaryDecoder.decode(
      [ItemReference].self, from: try Self.bytes(items), shift: 100)
    #expect(moved.map(\.input) == [105, 100, 109])
    let last = try BinaryDecoder.decode(
      [ItemReference].self, from: try Self.bytes(items), shift: .max)
    #expect(last.allSatisfy { $0.input == ItemReference.greatestInput })
  }

  @Test("are refused where they end too early, or too late")
  func beginnings() throws {
    let whole = try Self.bytes(Record())
    for count in 0..<whole.count {
      #expect(throws: DecodingError.self) {
        try BinaryDecoder.decode(Record.self, from: whole.prefix(count))
      }
    }
    #expect(throws: DecodingError.self) {
      try BinaryDecoder.decode(Record.self, from: whole + [0])
    }
  }

  @Test(
    "claim no number that arithmetic could carry beyond its type",
    arguments: [Int64(1) << 53 + 1, .min, .max])
  func numbers(value: Int64) throws {
    #expect(throws: DecodingError.self) { try Self.again([value]) }
    #expect(throws: DecodingError.self) { try Self.again(["": Double(value) * 2].values.first) }
    struct Counted: Codable { var count: UInt }
    #expect(throws: DecodingError.self) { try Self.again(Counted(count: UInt(value.magnitude))) }
  }

  @Test("of other types are refused")
  func types() throws {
    #expect(throws: DecodingError.self) { try Self.again(Double.nan) }
    let large = try Self.bytes(300)
    #expect(throws: DecodingError.self) { try BinaryDecoder.decode(UInt8.self, from: large) }
    #expect(throws: DecodingError.self) { try BinaryDecoder.decode(Bool.self, from: large) }
    // More elements than bytes; text beyond the end; no UTF-8; more than 64 bits.
    let texts: [[UInt8]] = [
      [255, 255, 255, 255, 255, 0], [9, 0], [1, 0xFF], [UInt8](repeating: 255, count: 12),
    ]
    for text in texts {
      #expect(throws: DecodingError.self) { try BinaryDecoder.decode([Int].self, from: text[...]) }
      #expect(throws: DecodingError.self) { try BinaryDecoder.decode(String.self, from: text[...]) }
    }
  }

  indirect enum Deep: Codable { case end, more(Deep) }

  @Test("nested without end are refused")
  func depth() throws {
    var deep = Deep.end
    for _ in 0..<200 { deep = .more(deep) }
    #expect(throws: DecodingError.self) { try Self.again(deep) }
  }

  @Test("changed anywhere are another record or none", arguments: 0..<40)
  func noise(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let whole = Array(try Self.bytes(Record()))
    for _ in 0..<100 {
      var bytes = whole
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      _ = try? BinaryDecoder.decode(Record.self, from: bytes[...])
    }
  }

  @Test("stand behind lengths that are within the text")
  func records() {
    #expect(BinaryDecoder.records(in: []) == [])
    #expect(BinaryDecoder.records(in: [0, 2, 7, 7, 0]) == [1..<1, 2..<4, 5..<5])
    let broken: [[UInt8]] = [[1], [2, 7], [0x80], [UInt8](repeating: 255, count: 9) + [1]]
    for text in broken { #expect(BinaryDecoder.records(in: text) == nil) }
  }
}
