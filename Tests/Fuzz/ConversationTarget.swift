import Attribution
import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// One connection's segments in any order and shape, followed up to the verdict.
enum ConversationTarget {
  static let client = Endpoint(address: IPAddress(v4: 0x0A00_0001), port: 50_000)
  static let server = Endpoint(address: IPAddress(v4: 0x0A00_0002), port: 3389)

  static func run(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    var table = ConnectionTable(options: ConnectionOptions(servicePorts: [3389]))
    var trackers: [SessionTracker] = []
    var ends: [PerSide<Int>] = []
    var next = PerSide<UInt32>(client: 0xFFFF_F000, server: 0x7FFF_F000)
    var time: Int64 = 1_700_000_000_000_000_000
    var frame = 0
    while !input.isEmpty {
      let step = FuzzSegment(&input)
      frame += 1
      time = time &+ step.pause
      let (segment, payload) = step.segment(after: &next)
      let network = NetworkHeader(
        source: step.side == .client ? client.address : server.address,
        destination: step.side == .client ? server.address : client.address,
        ttl: step.ttl, identification: step.identification)
      let reference = ItemReference(
        input: 0, frame: frame, time: Timestamp(nanoseconds: time))
      table.note(time: reference.time)
      table.receive(
        segment, network: network, payload: payload.rawSpan, frame: reference,
        opening: OpeningRecognizer.opening(of: payload.rawSpan)
      ) { connection, chunk, bytes in
        while trackers.count <= connection {
          trackers.append(SessionTracker())
          ends.append(PerSide(client: 0, server: 0))
        }
        require(bytes.byteCount <= chunk.length, "more bytes than the chunk's length")
        require(chunk.length > 0, "an empty chunk")
        if chunk.offset != 0 {
          require(chunk.offset == ends[connection][chunk.side], "chunks do not join")
        }
        ends[connection][chunk.side] = chunk.offset + chunk.length
        trackers[connection].receive(chunk, bytes)
      }
    }
    for index in 0..<table.count {
      let record = table.record(of: index)
      let trace =
        index < trackers.count ? trackers[index].finished() : ProtocolTrace()
      let facts = WireFacts(connection: record, trace: trace, surroundings: Surroundings())
      let verdict = Judge.verdict(for: SessionFacts(facts))
      require((0...1).contains(verdict.confidence), "no probability")
    }
  }
}

/// A segment by its differences from those before it.
struct FuzzSegment {
  var side: Side
  var pause: Int64
  var flags: UInt8
  /// Sequence number, relative to the sender's next one, and acknowledgment, relative to the other's.
  var sequence: Int32
  var acknowledgment: Int32
  var length: Int
  var window: UInt16
  var ttl: UInt8
  var identification: UInt16?
  var hasSACK: Bool
  var payload: [UInt8]

  init(_ input: inout FuzzInput) {
    let kind = input.byte()
    side = kind & 1 == 0 ? .client : .server
    let scale = Int64(input.byte())
    // From nanoseconds to centuries, sometimes backwards.
    pause = (scale & 0x0F) << min(58, (scale >> 4) * 4) * (kind & 0x80 == 0 ? 1 : -1)
    flags = input.byte()
    let shift: Int32 = kind & 0x40 == 0 ? 0 : 16
    sequence = kind & 0x02 == 0 ? 0 : Int32(Int16(bitPattern: input.word())) << shift
    acknowledgment = kind & 0x04 == 0 ? 0 : Int32(Int16(bitPattern: input.word())) << shift
    hasSACK = kind & 0x08 != 0
    window = kind & 0x10 == 0 ? 64_240 : input.word()
    ttl = kind & 0x20 == 0 ? 64 : input.byte()
    identification = kind & 0x20 == 0 ? nil : input.word()
    payload = input.counted()
    length = payload.count + (flags & 0x40 == 0 ? 0 : Int(input.word()))
  }

  init(_ segment: TCPSegment, payload: [UInt8], side: Side) {
    self.side = side
    self.payload = Array(payload.prefix(600))
    pause = 0
    flags = segment.flags.rawValue & 0x3F
    sequence = 0
    acknowledgment = 0
    length = payload.count
    window = segment.window
    ttl = 64
    hasSACK = false
  }

  var encoded: [UInt8] {
    [side == .client ? 0 : 1, 0x52, flags] + FuzzInput.counted(payload)
  }

  func segment(after next: inout PerSide<UInt32>) -> (TCPSegment, [UInt8]) {
    let sequence = next[side] &+ UInt32(bitPattern: sequence)
    let acknowledgment = next[side.other] &+ UInt32(bitPattern: acknowledgment)
    var options = TCPOptions()
    if hasSACK {
      let left = SequenceNumber(acknowledgment &+ UInt32(length))
      options.firstSACK = SACKBlock(left: left, right: left.advanced(by: 1 + Int(window)))
      options.sackCount = 1
      options.highestSACK = options.firstSACK?.right
    }
    if flags & 0x02 != 0 {
      options.maximumSegmentSize = window
      options.windowScale = ttl
    }
    let isClient = side == .client
    let segment = TCPSegment(
      sourcePort: isClient ? ConversationTarget.client.port : ConversationTarget.server.port,
      destinationPort: isClient ? ConversationTarget.server.port : ConversationTarget.client.port,
      sequence: SequenceNumber(sequence), acknowledgment: SequenceNumber(acknowledgment),
      flags: TCPFlags(rawValue: flags & 0x3F), window: window, options: options,
      payloadLength: length)
    if self.sequence >= 0 {
      next[side] = sequence &+ UInt32(length) &+ (flags & 0x03 != 0 ? 1 : 0)
    }
    return (segment, payload)
  }
}
