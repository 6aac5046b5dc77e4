import CaptureReader
import TCPStreams

extension SessionTracker {
  mutating func takeTPKT(_ unit: StreamUnit, from side: Side) {
    var reader = ByteReader(unit.content.rawSpan)
    if side == .client, !trace.hasRequest, unit.content.count > 1, unit.content[1] & 0xF0 == 0xE0 {
      do {
        trace.request = Seen(try ConnectionRequest(parsing: &reader), unit.end)
      } catch {
        note("x224.malformed", "X.224 Connection Request: \(error)", unit.end)
        trace.request = Seen(ConnectionRequest(), unit.end)
      }
      if unit.isPartial { trace.request?.value.isCut = true }
      trace.recognised = true
      enter(.x224, unit.start)
      return
    }
    if side == .server, !trace.hasConfirm, unit.content.count > 1, unit.content[1] & 0xF0 == 0xD0 {
      takeConfirm(&reader, unit)
      return
    }
    if unit.content.count > 1, unit.content[1] & 0xF0 == 0x80 {
      noteUltimatum(DisconnectUltimatum(side: side, frame: unit.end, reason: nil))
      return
    }
    takeMCS(&reader, unit, from: side)
  }

  mutating func noteUltimatum(_ ultimatum: DisconnectUltimatum) {
    guard trace.mcs.ultimatums.count < Self.keptUltimatums else { return }
    trace.mcs.ultimatums.append(ultimatum)
  }

  private mutating func takeConfirm(_ reader: inout ByteReader, _ unit: StreamUnit) {
    trace.recognised = true
    enter(.x224, unit.start)
    guard let confirm = try? ConnectionConfirm(parsing: &reader) else {
      note("x224.malformed", "X.224 Connection Confirm cannot be read", unit.end)
      return
    }
    trace.confirm = Seen(confirm, unit.end)
    switch confirm {
    case .selected(let protocols, _):
      expect(protocols.isEmpty ? .rdp : .tls)
    case .withoutNegotiation:
      expect(.rdp)
    case .failure:
      break
    }
  }

  mutating func expect(_ expectation: StreamFramer.Expectation) {
    // What is said inside TLS does not change what stands around it.
    if expectation == .rdp, trace.tls.clientHelloFrame != nil { return }
    framers.client.expectation = expectation
    framers.server.expectation = expectation
  }
}
