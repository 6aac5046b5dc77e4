import CaptureReader
import Evidence
import PacketDecode
@testable import RDPProtocol
@testable import TCPStreams

/// Facts of sessions in a few words; times are seconds from the same start.
enum FactsSample {
  static let start = Timestamp(nanoseconds: 1_772_373_907_000_000_000)

  static func client(_ number: UInt32 = 5, port: UInt16 = 49_811) -> Endpoint {
    Endpoint(address: IPAddress(v4: 0x0A00_0000 + number), port: port)
  }

  static func server(_ number: UInt32 = 3) -> Endpoint {
    Endpoint(address: IPAddress(v4: 0x0A01_0200 + number), port: 3389)
  }

  /// How a session ends.
  enum End {
    /// The client's FIN after its ultimatum.
    case goodbye
    /// The server's FIN, without a word.
    case serverFIN
    /// The client's data is sent again and again, and nothing comes back.
    case outage
    /// The client's FIN, without a word.
    case clientFIN
    case none
  }

  static func session(
    from begin: Int64, to finish: Int64, client: Endpoint = client(), server: Endpoint = server(),
    phase: Phase = .active, end: End = .goodbye, token: String? = nil, input: Int = 0,
    cookie: String? = nil, capturedAt point: CapturePoint = .client, pause: Int64? = nil
  ) -> SessionFacts {
    func reference(_ number: Int, _ seconds: Int64) -> ItemReference {
      ItemReference(input: input, frame: number, time: start.advanced(by: .seconds(seconds)))
    }
    let (first, last) = (reference(1, begin), reference(400, finish))
    var handshake = Handshake()
    handshake.syn = first
    if phase > .tcp {
      handshake.synAck = first
      handshake.established = first
    }
    var sent = SentRecords(client: DirectionRecord(), server: DirectionRecord())
    for side in Side.allCases where side == .client || phase > .tcp {
      sent[side].packets = 100
      sent[side].firstPacket = first
      sent[side].lastPacket = last
    }
    var trace = ProtocolTrace()
    switch end {
    case .goodbye:
      sent.client.fin = last
      if phase == .active {
        trace.mcs.ultimatums = [
          DisconnectUltimatum(side: .client, frame: reference(399, finish), reason: nil)
        ]
      }
    case .serverFIN: sent.server.fin = last
    case .outage:
      sent.client.unacknowledged = UnacknowledgedTail(
        bytes: 100, firstSent: reference(390, max(begin, finish - 10)), lastSent: last,
        attempts: 8, segmentLength: 100, isFinOnly: false)
    case .clientFIN: sent.client.fin = last
    case .none: break
    }
    if let pause {
      sent.client.lastData = reference(390, finish - pause)
      sent.server.lastData = reference(389, finish - pause)
    }
    if phase > .tcp {
      trace.request = Seen(
        ConnectionRequest(cookie: cookie, routingToken: token, requestedProtocols: [.hybrid]), first
      )
    }
    if phase >= .mcs { trace.mcs.connectInitial = first }
    if phase == .active { trace.mcs.active = first }
    return SessionFacts(
      WireFacts(
        connection: ConnectionRecord(
          index: 0, client: client, server: server, orientation: .handshake, tunnel: 0,
          first: first, last: last, captureEnd: last.time, handshake: handshake, sent: sent,
          capturePoint: point, evicted: false),
        trace: trace))
  }
}
