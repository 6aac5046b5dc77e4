import CaptureReader
import Evidence
import PacketDecode

@testable import RDPProtocol
@testable import TCPStreams

/// A session's byte streams, and each parser of them by itself.
enum StreamTarget {
  /// X.224, MCS and RDP in the clear: the first byte chooses a parser or the whole tracker.
  static func runClear(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    let choice = input.byte()
    switch choice & 7 {
    case 0: parse(input.piece(bytes.count)) { _ = try ConnectionRequest(parsing: &$0) }
    case 1: parse(input.piece(bytes.count)) { _ = try ConnectionConfirm(parsing: &$0) }
    case 2: parse(input.piece(bytes.count)) { _ = try MCSMessage(parsing: &$0) }
    case 3:
      _ = UserDataStart(input.piece(bytes.count), hasSecurityHeader: choice & 8 != 0)
    case 4: _ = OpeningRecognizer.opening(of: input.piece(bytes.count).rawSpan)
    default: track(&input)
    }
  }

  /// TLS in the clear part: the first byte chooses a parser or the whole tracker.
  static func runTLS(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    let choice = input.byte()
    switch choice & 7 {
    case 0: parse(input.piece(bytes.count)) { _ = try ClientHello(parsing: &$0) }
    case 1:
      parse(input.piece(bytes.count)) { _ = try ServerHello.parse(&$0, clientSessionID: [7, 7]) }
    case 2: parse(input.piece(bytes.count)) { _ = try ServerCertificate(parsing: &$0) }
    case 3: parse(input.piece(bytes.count)) { _ = try ServerCertificate(parsingTLS13: &$0) }
    case 4: assemble(&input)
    default: track(&input)
    }
  }

  private static func parse(_ bytes: [UInt8], _ body: (inout ByteReader) throws -> Void) {
    var reader = ByteReader(bytes.rawSpan)
    do { try body(&reader) } catch let error as WireError {
      require(error.offset <= bytes.count, "an error beyond the input")
    } catch {
      fatalError("an error of another kind")
    }
    require(reader.position <= bytes.count, "read beyond the input")
  }

  private static func assemble(_ input: inout FuzzInput) {
    var assembler = HandshakeAssembler()
    while !input.isEmpty {
      _ = assembler.consume(input.counted()) { _, body in
        require(body.count <= HandshakeAssembler.messageLimit, "a message over the limit")
      }
    }
    _ = assembler.unfinished
  }

  static func track(_ input: inout FuzzInput) {
    var session = FuzzSession(keys: nil)
    while !input.isEmpty { session.receive(FuzzChunk(&input)) }
    session.finish()
  }
}

/// A session fed with chunks in order.
struct FuzzSession {
  private var tracker: SessionTracker
  private var ends = PerSide<Int>(client: 0, server: 0)
  private var frame = 0

  init(keys: KeyLog?) { tracker = SessionTracker(keys: keys) }

  mutating func receive(_ chunk: FuzzChunk) {
    let length = chunk.bytes.count + chunk.missing
    guard length > 0 else { return }
    frame += 1
    tracker.receive(
      StreamChunk(
        side: chunk.side, offset: ends[chunk.side], length: length, isGap: chunk.isGap,
        hasBeginning: true,
        frame: ItemReference(
          input: 0, frame: frame, time: Timestamp(nanoseconds: Int64(frame) * 1_000_000))),
      chunk.bytes.rawSpan)
    ends[chunk.side] += length
  }

  @discardableResult
  func finish() -> ProtocolTrace {
    let trace = tracker.finished()
    require(trace.notes.count <= SessionTracker.keptNotes, "too many notes")
    require(trace.tls.alerts.count <= SessionTracker.keptAlerts, "too many alerts")
    require(trace.tls.firstRecords.count <= SessionTracker.keptFirstRecords + 2, "too many records")
    let inference = Inference(of: trace, over: Self.connection)
    require(inference.credssp.messages.count <= 16, "too many messages")
    return trace
  }

  /// A connection's record of nothing but a SYN.
  private static let connection: ConnectionRecord = {
    var table = ConnectionTable(options: ConnectionOptions(servicePorts: [3389]))
    let frame = ItemReference(input: 0, frame: 1, time: Timestamp(nanoseconds: 0))
    let nothing: [UInt8] = []
    table.receive(
      TCPSegment(
        sourcePort: 50_000, destinationPort: 3389, sequence: SequenceNumber(1),
        acknowledgment: SequenceNumber(0), flags: .syn, window: 1),
      network: NetworkHeader(
        source: ConversationTarget.client.address,
        destination: ConversationTarget.server.address), payload: nothing.rawSpan,
      frame: frame, opening: nil
    ) { _, _, _ in }
    return table.record(of: 0)
  }()
}
