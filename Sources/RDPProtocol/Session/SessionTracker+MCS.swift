import CaptureReader
import TCPStreams

extension SessionTracker {
  mutating func takeMCS(_ reader: inout ByteReader, _ unit: StreamUnit, from side: Side) {
    let message: MCSMessage
    do {
      message = try MCSMessage(parsing: &reader)
    } catch {
      noteFramingError(unit, from: side)
      return
    }
    trace.recognised = true
    switch message {
    case .connectInitial(let client):
      enter(.mcs, unit.start)
      trace.mcs.connectInitial = trace.mcs.connectInitial ?? unit.end
      trace.mcs.clientName = client?.name ?? trace.mcs.clientName
      trace.mcs.clientBuild = client?.build ?? trace.mcs.clientBuild
      trace.mcs.clientData = trace.mcs.clientData ?? client
      expect(.rdp)
    case .connectResponse(let result, let server):
      trace.mcs.connectResponse = trace.mcs.connectResponse ?? Seen(result, unit.end)
      trace.mcs.serverData = trace.mcs.serverData ?? server
      trace.mcs.encryptionMethod = server?.encryptionMethod
      trace.mcs.encryptionLevel = server?.encryptionLevel
      hasSecurityHeader = (server?.encryptionMethod ?? 0) != 0
    case .disconnectUltimatum(let reason):
      noteUltimatum(DisconnectUltimatum(side: side, frame: unit.end, reason: reason))
    case .domain(let choice):
      if choice == .attachUserRequest { trace.mcs.attachUser = unit.end }
      if choice == .channelJoinRequest { trace.mcs.channelJoins += 1 }
    case .refused(let choice, let result):
      if choice == .attachUserConfirm {
        trace.mcs.attachRefused = trace.mcs.attachRefused ?? Seen(result, unit.end)
      } else {
        trace.mcs.joinsRefused += 1
      }
    case .userData(let data):
      takeUserData(data, unit, from: side)
    case .other:
      break
    }
  }

  private mutating func takeUserData(
    _ data: MCSMessage.SecurityData, _ unit: StreamUnit, from side: Side
  ) {
    let kind = UserDataStart(data.first, hasSecurityHeader: hasSecurityHeader).kind
    takeDetails(kind, of: unit, from: data.offset, side: side)
    switch kind {
    case .securityExchange: trace.mcs.securityExchange = unit.end
    case .clientInfo: trace.mcs.clientInfo = trace.mcs.clientInfo ?? unit.end
    case .licensing(let message):
      enter(.licensing, unit.start)
      trace.licensing.start = trace.licensing.start ?? unit.end
      if let code = message.errorCode, code != .validClient {
        trace.licensing.error = Seen(code, unit.end)
      }
    case .errorInfo(let code):
      if code != 0 { trace.mcs.errorInfo = Seen(code, unit.end) }
    case .demandActive: trace.mcs.demandActive = trace.mcs.demandActive ?? unit.end
    case .confirmActive: trace.mcs.confirmActive = trace.mcs.confirmActive ?? unit.end
    case .deactivateAll, .redirection, .multitransportRequest, .multitransportResponse: break
    case .other, .saveSessionInfo, .autoReconnectStatus: takeActivePDU(unit, from: side)
    }
  }

  mutating func takeFastPath(_ unit: StreamUnit, from side: Side) {
    takeActivePDU(unit, from: side)
    if trace.hasRequest || trace.mcs.connectInitial != nil || trace.mcs.activePDUs[side] >= 4 {
      trace.recognised = true
    }
    if side == .server, trace.mcs.active == nil, trace.mcs.dataBothWays == nil {
      trace.mcs.active = unit.end
      enter(.active, unit.start)
      framers.client.isActive = true
      framers.server.isActive = true
    }
  }

  /// Counts data of a session that may run without fast-path.
  private mutating func takeActivePDU(_ unit: StreamUnit, from side: Side) {
    trace.mcs.activePDUs[side] += 1
    guard trace.mcs.active == nil, trace.mcs.dataBothWays == nil,
      trace.mcs.activePDUs.server >= 12, trace.mcs.activePDUs.client >= 6
    else { return }
    trace.mcs.dataBothWays = unit.start
  }
}
