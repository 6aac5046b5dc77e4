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
    connectResponse = messages[start...].first { $0.side == .server && $0.isData }?.frame
    var counts = PerSide(client: 0, server: 0)
    for record in messages[start...] where Self.isStep(record, sizes: sizes) {
      counts[record.side] += 1
      if trace.mcs.active == nil, active == nil, counts.client >= Self.runningRecords,
        counts.server >= Self.runningRecords
      {
        active = record.frame
        mark(.active, record.frame, in: trace)
        break
      }
    }
    if active == nil, trace.mcs.active == nil {
      let steps = messages[start...].filter { Self.isStep($0, sizes: sizes) }
      noteLicensing(trace, steps: steps, sizes: sizes)
    }
    // Records of the connection sequence and after: those kept, and all beyond those kept.
    var totals = Self.counts(in: messages[start...]) { !Self.isAlert($0, sizes: sizes) }
    let kept = Self.counts(in: trace.tls.firstRecords[...]) { $0.isData }
    totals.client += max(0, trace.tls.applicationRecords.client - kept.client)
    totals.server += max(0, trace.tls.applicationRecords.server - kept.server)
    activeRecords = totals
    passByNumber(trace, messages: messages[start...], totals: totals)
  }

  /// How many records of each side are of a kind.
  private static func counts(
    in records: ArraySlice<EncryptedRecord>, where holds: (EncryptedRecord) -> Bool
  ) -> PerSide<Int> {
    var (client, server) = (0, 0)
    for record in records where holds(record) {
      if record.side == .client { client += 1 } else { server += 1 }
    }
    return PerSide(client: client, server: server)
  }

  /// More records than any connection sequence has, which joins 31 channels at most: the session was there,
  /// whatever hid the messages that say so (a pointer that moved meanwhile, packets out of order).
  private mutating func passByNumber(
    _ trace: ProtocolTrace, messages: ArraySlice<EncryptedRecord>, totals: PerSide<Int>
  ) {
    guard active == nil, trace.mcs.active == nil, totals.client + totals.server >= Self.tooMany,
      min(totals.client, totals.server) >= Self.sessionRecords, let last = messages.last
    else { return }
    licensing = nil
    licensingEnd = nil
    active = last.frame
    mark(.active, last.frame, in: trace)
  }

  /// Records of a sequence with 31 channels and a licensing dialogue are about 90.
  private static let tooMany = 120

  /// A step of the connection sequence. Channel joins are as many as there are channels: they do not tell
  /// how far it came.
  private static func isStep(_ record: EncryptedRecord, sizes: RecordSizes) -> Bool {
    record.isData && !isChannelMessage(record, sizes: sizes)
  }

  /// Erect Domain, Attach User and Channel Join are the only messages as short as this before a
  /// session runs.
  private static func isChannelMessage(_ record: EncryptedRecord, sizes: RecordSizes) -> Bool {
    sizes.plaintext(ofRecord: record.length).lowerBound <= PlaintextLength.channelMessage
  }

  /// The sequence stopped after the server's licensing message: behind Client Info comes either the
  /// server's licence request, which carries a certificate and takes a dialogue of its own, or a
  /// short error alert, which also says that no licence is needed ([MS-RDPELE] 1.3.3) and is
  /// followed by Demand Active where that is so.
  private mutating func noteLicensing(
    _ trace: ProtocolTrace, steps: [EncryptedRecord], sizes: RecordSizes
  ) {
    // Connect Initial, Connect Response, Client Info, and what the server says then.
    guard steps.count >= 4, steps[0].side == .client, steps[1].side == .server,
      let info = steps.firstIndex(where: { $0.side == .client && $0 != steps[0] }), info >= 2,
      let answer = steps[(info + 1)...].first(where: { $0.side == .server })
    else { return }
    let length = sizes.plaintext(ofRecord: answer.length).upperBound
    let later = steps.filter { $0.side == .server && $0.frame > answer.frame }
    let isRefusedAtOnce = later.isEmpty && PlaintextLength.licensingError.contains(length)
    guard isRefusedAtOnce || length >= PlaintextLength.licenceRequest else { return }
    licensing = answer.frame
    licensingEnd = later.last?.frame ?? answer.frame
    mark(.licensing, answer.frame, in: trace)
  }

  /// The capture starts after the handshake: enough records both ways can only be a session.
  /// So can a connection that lasted for long before its first record, kept alive by its ends.
  mutating func concludeMidStream(_ trace: ProtocolTrace, connection: ConnectionRecord) {
    let records = trace.tls.applicationRecords
    guard let first = trace.tls.firstRecords.first,
      records.client + records.server >= Self.sessionRecords
        || first.frame.time.since(connection.first.time) >= Self.longerThanHandshakes
    else { return }
    active = first.frame
    activeRecords = records
    mark(.active, first.frame, in: trace)
  }
}

extension EncryptedRecord {
  fileprivate var isData: Bool { type == TLSContentType.applicationData }
}
