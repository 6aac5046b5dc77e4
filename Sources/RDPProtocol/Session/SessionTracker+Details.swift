import CaptureReader
import TCPStreams

extension SessionTracker {
  /// Requests for a UDP transport kept: one reliable and one lossy.
  static let keptMultitransportOffers = 2

  /// Reads what a PDU tells beside the sequence.
  ///
  /// - Parameter offset: where the PDU begins in the unit's content.
  mutating func takeDetails(
    _ kind: UserDataStart.Kind, of unit: StreamUnit, from offset: Int, side: Side
  ) {
    switch kind {
    case .clientInfo(let body):
      guard side == .client, trace.mcs.details.clientInfo == nil else { return }
      let bytes = Self.body(body, of: unit, from: offset)
      var reader = ByteReader(bytes.rawSpan)
      guard let read = try? ClientInfo.parse(&reader) else { return }
      trace.mcs.details.clientInfo = read.info
      trace.mcs.details.autoReconnectUsed = read.reconnects
    case .redirection(let body):
      guard side == .server, let body, trace.mcs.details.redirection == nil else { return }
      let bytes = Self.body(body, of: unit, from: offset)
      var reader = ByteReader(bytes.rawSpan)
      guard let read = try? Redirection(parsing: &reader) else { return }
      trace.mcs.details.redirection = Seen(read, unit.end)
    case .saveSessionInfo(let body):
      guard side == .server else { return }
      let info = SaveSessionInfo(Self.body(body, of: unit, from: offset).rawSpan)
      if let identifier = info.reconnectID {
        trace.mcs.details.autoReconnectOffered = Seen(identifier, unit.end)
      }
      if let notice = info.notice { trace.mcs.details.logonNotice = Seen(notice, unit.end) }
    case .autoReconnectStatus:
      if side == .server { trace.mcs.details.autoReconnectRefused = unit.end }
    case .multitransportRequest(let body):
      guard side == .server,
        trace.mcs.details.multitransport.count < Self.keptMultitransportOffers,
        let offer = MultitransportOffer(
          Self.body(body, of: unit, from: offset).rawSpan, frame: unit.end)
      else { return }
      trace.mcs.details.multitransport.append(offer)
    case .multitransportResponse(let body):
      let bytes = Self.body(body, of: unit, from: offset)
      guard side == .client, let identifier: UInt32 = bytes.rawSpan.littleEndian(at: 0),
        let result: UInt32 = bytes.rawSpan.littleEndian(at: 4),
        let place = trace.mcs.details.multitransport.firstIndex(where: {
          $0.requestID == identifier
        })
      else { return }
      trace.mcs.details.multitransport[place].result = Seen(result, unit.end)
    case .securityExchange, .licensing, .errorInfo, .demandActive, .confirmActive, .deactivateAll,
      .other:
      break
    }
  }

  /// What a unit holds behind its headers; nothing where they are longer.
  private static func body(_ body: Int, of unit: StreamUnit, from offset: Int) -> [UInt8] {
    guard body <= unit.content.count, offset <= unit.content.count else { return [] }
    return Array(unit.content.dropFirst(body + offset))
  }
}
