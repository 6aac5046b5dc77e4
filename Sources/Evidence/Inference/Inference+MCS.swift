import CaptureReader
import RDPProtocol
import TCPStreams

extension Inference {
  mutating func followMCS(
    _ trace: ProtocolTrace, messages: [EncryptedRecord], from initial: EncryptedRecord,
    sizes: RecordSizes
  ) {
    mark(.mcs, initial.frame, in: trace)
    connectInitial = initial.frame
    guard let start = messages.firstIndex(of: initial) else { return }
    var counts = PerSide(client: 0, server: 0)
    for record in messages[start...] where record.type == TLSContentType.applicationData {
      counts[record.side] += 1
      if record.side == .server, counts.server == 1 { connectResponse = record.frame }
      if trace.mcs.active == nil, active == nil, counts.client >= Self.runningRecords,
        counts.server >= Self.runningRecords
      {
        active = record.frame
        mark(.active, record.frame, in: trace)
        break
      }
    }
    // Records of the connection sequence and after: those kept, and all beyond those kept.
    var records = PerSide(client: 0, server: 0)
    for side in Side.allCases {
      let kept = trace.tls.firstRecords.count {
        $0.side == side && $0.type == TLSContentType.applicationData
      }
      records[side] =
        messages[start...].count { $0.side == side && !Self.isAlert($0, sizes: sizes) }
        + max(0, trace.tls.applicationRecords[side] - kept)
    }
    activeRecords = records
  }

  /// The capture starts after the handshake: enough records both ways can only be a session.
  mutating func concludeMidStream(_ trace: ProtocolTrace) {
    let records = trace.tls.applicationRecords
    guard let first = trace.tls.firstRecords.first,
      records.client + records.server >= Self.runningRecords
    else { return }
    active = first.frame
    activeRecords = records
    mark(.active, first.frame, in: trace)
  }

  /// A last record of nine bytes of plaintext is the orderly goodbye of its side.
  mutating func findUltimatums(_ trace: ProtocolTrace, sizes: RecordSizes) {
    guard
      (trace.mcs.connectInitial ?? connectInitial) != nil || (trace.mcs.active ?? active) != nil
    else { return }
    for side in Side.allCases {
      guard
        let last = trace.tls.lastRecords.last(where: {
          $0.side == side && !Self.isAlert($0, sizes: sizes)
        }),
        sizes.plaintext(ofRecord: last.length).contains(PlaintextLength.ultimatum)
          || (trace.tls.midStream && last.length == 33),
        trace.decrypted?.lastOpened[side] != last.frame,
        !trace.mcs.ultimatums.contains(where: { $0.side == side && $0.frame == last.frame })
      else { continue }
      ultimatums.append(DisconnectUltimatum(side: side, frame: last.frame, reason: nil))
    }
  }
}
