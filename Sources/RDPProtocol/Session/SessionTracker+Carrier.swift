import CaptureReader
import TCPStreams

extension SessionTracker {
  /// Takes a stretch of the stream that belongs to a carrier's own messages; false where there is no
  /// carrier in the clear.
  mutating func takeCarried(_ chunk: StreamChunk, _ bytes: RawSpan) -> Bool {
    if let reader = carrierReader.wrappedValue {
      if reader.isInsideTLS { return false }
    } else {
      guard chunk.side == .client, chunk.offset == 0, chunk.hasBeginning, !chunk.isGap,
        CarrierReader.begins(bytes), CarrierRecognizer.request(bytes, ports: ports) != nil
      else { return false }
      carrierReader.wrappedValue = CarrierReader(isInsideTLS: false, ports: ports)
    }
    if chunk.isGap {
      _ = carrierReader.update { $0.loseTrack(of: chunk.side) }
      return true
    }
    let rest = carry(bytes.copied(), from: chunk.side, frame: chunk.frame)
    if chunk.length > bytes.byteCount {
      _ = carrierReader.update { $0.loseTrack(of: chunk.side) }
    }
    guard !rest.isEmpty else { return true }
    var units: [StreamUnit] = []
    framers[chunk.side].consume(rest.rawSpan, length: rest.count, frame: chunk.frame) {
      units.append($0)
    }
    for unit in units { take(unit, from: chunk.side) }
    return true
  }

  /// Takes what was read inside TLS, where it is a carrier's; nil where it is the session's own.
  mutating func takeCarriedInside(
    _ bytes: [UInt8], from side: Side, frame: ItemReference
  ) -> [UInt8]? {
    if let reader = carrierReader.wrappedValue {
      guard reader.isInsideTLS else { return nil }
    } else {
      guard side == .client, !trace.hasRequest, !trace.hasConfirm,
        CarrierReader.begins(bytes.rawSpan),
        CarrierRecognizer.request(bytes.rawSpan, ports: ports) != nil
      else { return nil }
      carrierReader.wrappedValue = CarrierReader(isInsideTLS: true, ports: ports)
    }
    return carry(bytes, from: side, frame: frame)
  }

  /// Hands bytes to the carrier's reader and returns those of the session inside.
  private mutating func carry(
    _ bytes: [UInt8], from side: Side, frame: ItemReference
  ) -> [UInt8] {
    let rest = carrierReader.update { $0.receive(bytes, from: side, frame: frame) } ?? []
    trace.carrier = carrierReader.wrappedValue?.carrier
    if trace.carrier != nil { trace.recognised = true }
    return rest
  }
}
