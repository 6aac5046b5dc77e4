public import CaptureReader
public import RDPProtocol
public import TCPStreams

extension WireFacts {
  @inlinable
  public var client: DirectionRecord { _read { yield recording.connection.sent.client } }
  @inlinable
  public var server: DirectionRecord { _read { yield recording.connection.sent.server } }

  /// What a side sent, without a copy of it.
  @inlinable
  public subscript(side: Side) -> DirectionRecord {
    _read { yield recording.connection.sent[side] }
  }

  /// How far the session came.
  @inlinable public var phase: Phase { recording.phase }

  static func phase(
    of trace: __shared ProtocolTrace, _ inference: __shared Inference
  ) -> Phase {
    if trace.mcs.active != nil || inference.active != nil { return .active }
    if trace.licensing.start != nil || inference.licensing != nil { return .licensing }
    if trace.mcs.connectInitial != nil || inference.connectInitial != nil { return .mcs }
    if inference.credssp.expected, inference.credssp.stage > .notStarted { return .credssp }
    if trace.tls.clientHelloFrame != nil || trace.tls.serverHelloFrame != nil
      || trace.tls.midStream
    {
      return .tls
    }
    if trace.showsX224 { return .x224 }
    return .tcp
  }

  /// The handshake was completed: both directions carried packets after the SYN, or the one that was
  /// captured goes on as if it had been.
  public var isEstablished: Bool {
    if connection.isMidStream { return true }
    if connection.isOneSided { return client.dataPackets + server.dataPackets > 0 }
    // The capture can lack the SYN-ACK.
    if client.dataPackets > 0, server.dataPackets > 0 { return true }
    return connection.handshake.synAck != nil
      && (connection.handshake.established != nil || client.dataPackets > 0)
  }

  /// The first FIN or RST. Where only one direction was captured there is none: what is seen may be
  /// the answer to the other side's.
  @inlinable public var goodbye: Goodbye? { recording.goodbye }

  static func goodbye(
    of connection: __shared ConnectionRecord, _ trace: __shared ProtocolTrace
  ) -> Goodbye? {
    guard !connection.isOneSided, let first = connection.firstGoodbye else { return nil }
    return goodbyeInTLS(of: connection, trace, before: first) ?? first
  }

  /// The side that ended TLS first, where the other one closed TCP first in answer to it: near the
  /// answering host its FIN comes before the one that is still on the way.
  private static func goodbyeInTLS(
    of connection: __shared ConnectionRecord, _ trace: __shared ProtocolTrace,
    before first: Goodbye
  ) -> Goodbye? {
    let leaver = first.side.other
    guard first.kind == .fin, var left = connection.goodbye(of: leaver),
      let alert = trace.tls.lastRecords.last(where: { $0.side == leaver }),
      isAlertSized(alert, in: trace),
      alert.frame < first.frame,
      first.frame.time.since(alert.frame.time) <= Thresholds.promptReaction
    else { return nil }
    // Whatever the other side still said came before the alert, or is its own alert: an alert of its own
    // before it is the goodbye, which this one answers.
    let own = trace.tls.lastRecords.filter { $0.side == first.side }
    for record in own where record.frame >= alert.frame && !isAlertSized(record, in: trace) {
      return nil
    }
    if let last = own.last, last.frame < alert.frame, isAlertSized(last, in: trace) { return nil }
    left.frame = alert.frame
    return left
  }

  /// When the session was over: the first goodbye, else its last packet.
  public var endTime: Timestamp { connection.firstGoodbye?.frame.time ?? connection.last.time }

  /// How long nothing more was seen before the capture ended.
  public var silenceAtEnd: TimeSpan { connection.captureEnd.since(lastActivity) }

  public var handshakeRoundTrip: TimeSpan {
    (connection.handshake.serverRoundTrip ?? .zero)
      + (connection.handshake.clientRoundTrip ?? .zero)
  }

  /// Packets were cut by a snap length before what tells the protocols and phases.
  public var isContentHidden: Bool {
    surroundings.snapped && phase == .tcp && client.dataPackets > 0 && server.dataPackets > 0
      && trace.foreignBytes.client.isEmpty && trace.foreignBytes.server.isEmpty
  }

  /// Alerts that are not merely the answer to the other side's goodbye.
  public var causalAlerts: [TLSAlert] {
    alerts.filter { alert in
      guard let other = connection.goodbye(of: alert.side.other) else { return true }
      return alert.frame < other.frame
    }
  }

  /// An encrypted record of an alert's size (TLS close_notify, or a fatal alert) that is the last
  /// thing a side said before its FIN or RST.
  public func closingRecord(of side: Side) -> EncryptedRecord? {
    guard let goodbye = connection.goodbye(of: side),
      let last = trace.tls.lastRecords.last(where: {
        $0.side == side && $0.frame <= goodbye.frame
      }), isAlertSized(last)
    else { return nil }
    return last
  }

  public func isAlertSized(_ record: EncryptedRecord) -> Bool {
    Self.isAlertSized(record, in: trace)
  }

  private static func isAlertSized(
    _ record: EncryptedRecord, in trace: __shared ProtocolTrace
  ) -> Bool {
    if record.type == 21 { return true }
    guard let hello = trace.tls.serverHello?.value else { return record.length == 19 }
    let sizes = RecordSizes(
      version: hello.version, cipherSuite: hello.cipherSuite, encryptThenMAC: hello.encryptThenMAC)
    return hello.version >= .tls13 && sizes.isAlertSized(record.length)
  }
}
