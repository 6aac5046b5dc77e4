import CaptureReader

@testable import RDPProtocol
@testable import TCPStreams

/// A unit without the packets it came in.
struct FramedUnit: Equatable {
  var kind: StreamUnit.Kind
  var length: Int
  var content: [UInt8]
  var isPartial: Bool
}

/// Feeds a framer and collects what it makes of the stream.
struct Framing {
  var framer = StreamFramer()
  private(set) var units: [FramedUnit] = []
  private var offset = 0
  private var frames = 0

  init(_ expectation: StreamFramer.Expectation = .opening) { framer.expectation = expectation }

  /// - Parameter length: bytes that the segment had; more than `bytes` where a snap length cut it.
  mutating func feed(_ bytes: [UInt8], length: Int? = nil, isGap: Bool = false) {
    frames += 1
    let chunk = StreamChunk(
      side: .server, offset: offset, length: length ?? bytes.count, isGap: isGap,
      hasBeginning: true, frame: testFrame(frames))
    offset += chunk.length
    framer.consume(chunk, bytes.rawSpan) { unit in
      units.append(
        FramedUnit(
          kind: unit.kind, length: unit.length, content: unit.content, isPartial: unit.isPartial))
    }
  }

  mutating func gap(_ length: Int) { feed([], length: length, isGap: true) }

  /// Units of a stream that comes in pieces of the sizes that `next` gives.
  static func units(
    of stream: [UInt8], _ expectation: StreamFramer.Expectation = .opening, next: () -> Int
  ) -> [FramedUnit] {
    var framing = Framing(expectation)
    var rest = stream[...]
    while !rest.isEmpty {
      let size = max(1, next())
      framing.feed(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    return framing.units
  }
}

/// The packet of a number, ten milliseconds after the one before.
func testFrame(_ number: Int) -> ItemReference {
  ItemReference(
    input: 0, frame: number, time: Timestamp(nanoseconds: Int64(number) * 10_000_000))
}
