import CaptureReader
import PacketDecode

/// Keeps what another capture of the same connections can be compared with.
extension ConnectionTable {
  /// Called for each segment that counts, where `ConnectionOptions.keepsTrail` is set.
  @inline(never)
  mutating func keepTrail(
    _ slot: Int, _ segment: TCPSegment, network: NetworkHeader, payload: RawSpan,
    frame: ItemReference
  ) {
    let source = Endpoint(address: network.source, port: segment.sourcePort)
    let side = connections[slot].side(of: source)
    if connections[slot].trail == nil { connections[slot].trail = SegmentTrail() }
    let grown = connections[slot].trail?.note(
      segment, network: network, payload: payload, side: side, frame: frame,
      hasRoom: trailedSegments < TrailLimits.totalSegments)
    trailedSegments &+= grown ?? 0
  }

  func finishTrail(of record: inout ConnectionRecord) {
    // Asked first: a change of what is rare makes room for it.
    guard options.keepsTrail, record.trail != nil else { return }
    record.trail?.series = options.firstInput
    record.trail?.captureStart = captureStart
    record.trail?.captureEnd = captureEnd
  }
}
