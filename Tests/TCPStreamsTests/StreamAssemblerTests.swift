import CaptureReader
import PacketDecode
import Testing

@testable import TCPStreams

@Suite("Stream assembler") struct StreamAssemblerTests {
  @Test("pieces of a byte each cost what they take, and nothing once they are handed on")
  func pieces() {
    var assembler = StreamAssembler()
    let frame = ItemReference(input: 0, frame: 1, time: Timestamp(nanoseconds: 0))
    func receive(_ offset: Int, _ length: Int) {
      let bytes = [UInt8](repeating: 0, count: length)
      assembler.receive(
        side: .client, offset: offset, length: length, payload: bytes.rawSpan, frame: frame
      ) { _, _ in }
    }
    for place in 0..<1_000 { receive(2 * place + 1, 1) }
    #expect(assembler.heldMemory == StreamAssembler.pieceLimit * (1 + StreamAssembler.pieceCost))
    receive(0, 4_000)
    #expect(assembler.heldMemory == 0)
    #expect(assembler.expected == 4_000)
  }

  /// What goes in: a segment, or the receiver's word that it has everything below an offset.
  enum Step: Sendable {
    case segment(Range<Int>)
    /// Only the first bytes were captured.
    case cut(Range<Int>, captured: Int)
    case skip(to: Int)
  }

  /// What comes out.
  struct Chunk: Equatable, Sendable {
    var range: Range<Int>
    var captured: Int
    var isGap: Bool

    static func bytes(_ range: Range<Int>) -> Chunk {
      Chunk(range: range, captured: range.count, isGap: false)
    }
    static func cut(_ range: Range<Int>, _ captured: Int) -> Chunk {
      Chunk(range: range, captured: captured, isGap: false)
    }
    static func gap(_ range: Range<Int>) -> Chunk { Chunk(range: range, captured: 0, isGap: true) }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var steps: [Step]
    var chunks: [Chunk]

    init(_ description: String, _ steps: [Step], _ chunks: [Chunk]) {
      testDescription = description
      self.steps = steps
      self.chunks = chunks
    }
  }

  static let cases = [
    Case(
      "in order", [.segment(0..<10), .segment(10..<30)], [.bytes(0..<10), .bytes(10..<30)]),
    Case("twice", [.segment(0..<10), .segment(0..<10)], [.bytes(0..<10)]),
    Case(
      "overlapping", [.segment(0..<10), .segment(5..<15), .segment(0..<20)],
      [.bytes(0..<10), .bytes(10..<15), .bytes(15..<20)]),
    Case(
      "exchanged", [.segment(10..<20), .segment(0..<10)], [.bytes(0..<10), .bytes(10..<20)]),
    Case(
      "hole filled piecewise",
      [.segment(20..<30), .segment(0..<5), .segment(12..<20), .segment(5..<12)],
      [.bytes(0..<5), .bytes(5..<12), .bytes(12..<20), .bytes(20..<30)]),
    Case(
      "hole filled by a wider segment", [.segment(10..<20), .segment(0..<25)], [.bytes(0..<25)]),
    Case(
      "wider piece around a held one",
      [.segment(20..<30), .segment(10..<40), .segment(0..<10)],
      [.bytes(0..<10), .bytes(10..<20), .bytes(20..<30), .bytes(30..<40)]),
    Case(
      "before the beginning", [.segment(-5..<5), .segment(-9..<0)], [.bytes(0..<5)]),
    Case(
      "skipped", [.segment(0..<10), .skip(to: 25), .segment(25..<30)],
      [.bytes(0..<10), .gap(10..<25), .bytes(25..<30)]),
    Case(
      "skipped around held pieces",
      [.segment(10..<20), .segment(30..<40), .skip(to: 50), .segment(50..<60)],
      [
        .gap(0..<10), .bytes(10..<20), .gap(20..<30), .bytes(30..<40), .gap(40..<50),
        .bytes(50..<60),
      ]
    ),
    Case(
      "skipped into a held piece", [.segment(10..<20), .skip(to: 15)],
      [.gap(0..<10), .bytes(10..<20)]),
    Case("skipped backwards", [.segment(0..<10), .skip(to: 5)], [.bytes(0..<10)]),
    Case(
      "what was given up comes after all", [.skip(to: 10), .segment(0..<10), .segment(5..<15)],
      [.gap(0..<10), .bytes(10..<15)]),
    Case(
      "cut by the snap length", [.cut(0..<100, captured: 40), .segment(100..<110)],
      [.cut(0..<100, 40), .bytes(100..<110)]),
    Case(
      "cut while held", [.cut(10..<100, captured: 40), .segment(0..<10)],
      [.bytes(0..<10), .cut(10..<100, 40)]),
    Case(
      "overlap beyond what was captured", [.segment(0..<50), .cut(0..<100, captured: 40)],
      [.bytes(0..<50), .cut(50..<100, 0)]),
    Case("nothing", [.segment(0..<0), .skip(to: 0)], []),
  ]

  @Test("puts segments in order", arguments: cases) func assembles(_ example: Case) {
    var run = Run()
    for step in example.steps { run.take(step) }
    #expect(run.chunks == example.chunks)
    #expect(run.isContentRight)
  }

  @Test("offsets near the limit are refused") func limits() {
    var run = Run()
    run.feed(offset: Int.max - 5, length: 10, captured: 0)
    #expect(run.chunks.isEmpty)
  }

  @Test("bytes held back are limited: the hole is given up") func heldBytes() {
    var run = Run()
    var fed = 0
    while run.chunks.isEmpty {
      run.take(.segment(1000 + fed..<1000 + fed + 4000))
      fed += 4000
    }
    #expect(run.chunks.first == .gap(0..<1000))
    #expect(fed > StreamAssembler.pendingLimit)
    #expect(fed <= StreamAssembler.pendingLimit + 4000)
    #expect(run.delivered == fed)
  }

  @Test("large segments above many tiny ones stay within the limit") func mixedSizes() {
    var run = Run()
    for index in 1...250 { run.take(.segment(index * 10..<index * 10 + 1)) }
    var held = 250
    for index in 0..<20 {
      let start = 10_000 + index * 70_000
      run.take(.segment(start..<start + 65_000))
      held += 65_000
      #expect(held - run.delivered <= StreamAssembler.pendingLimit)
    }
  }

  @Test("tiny overlapping segments in reverse order stay within the limit of pieces")
  func tinyPieces() {
    var run = Run()
    for start in stride(from: 20_000, to: 0, by: -2) { run.take(.segment(start..<start + 3)) }
    // Each segment is held, or given up with what lies above it; nothing is handed on twice.
    #expect(run.chunks.count <= 3 * StreamAssembler.pieceLimit + 20_000)
    #expect(run.isContentRight)
    let ends = zip(run.chunks, run.chunks.dropFirst())
    #expect(ends.allSatisfy { $0.range.upperBound == $1.range.lowerBound })
    #expect(run.delivered <= 20_003)
  }
}

/// An assembler with what it has handed on so far.
private struct Run {
  var assembler = StreamAssembler()
  var chunks: [StreamAssemblerTests.Chunk] = []
  var delivered = 0
  var isContentRight = true
  private let frame = ItemReference(input: 0, frame: 1, time: Timestamp(nanoseconds: 0))

  mutating func take(_ step: StreamAssemblerTests.Step) {
    switch step {
    case .segment(let range): feed(offset: range.lowerBound, length: range.count)
    case .cut(let range, let captured):
      feed(offset: range.lowerBound, length: range.count, captured: captured)
    case .skip(let offset):
      var added: [(StreamChunk, [UInt8])] = []
      assembler.skip(to: offset, side: .client, frame: frame) { added.append(($0, $1.copied())) }
      note(added)
    }
  }

  mutating func feed(offset: Int, length: Int, captured: Int? = nil) {
    let bytes = Conversation.bytes(offset..<offset + (captured ?? length))
    var added: [(StreamChunk, [UInt8])] = []
    unsafe assembler.receive(
      side: .client, offset: offset, length: length, payload: bytes.span.bytes, frame: frame
    ) { added.append(($0, $1.copied())) }
    note(added)
  }

  private mutating func note(_ added: [(StreamChunk, [UInt8])]) {
    for (chunk, bytes) in added {
      let range = chunk.offset..<chunk.offset + chunk.length
      chunks.append(.init(range: range, captured: bytes.count, isGap: chunk.isGap))
      delivered += bytes.count
      let expected = Conversation.bytes(chunk.offset..<chunk.offset + bytes.count)
      if bytes != expected { isContentRight = false }
    }
  }
}
