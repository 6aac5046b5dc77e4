import CaptureReader
import RDPProtocol
import TCPStreams

extension Inference {
  /// Record lengths of a TLS 1.3 client Finished: 4 + 32 or 48, plus 17.
  private static let finishedRecords = [53, 69]

  /// The connection opens with TLS, and the capture would hold what came before.
  static func startsWithTLS(_ trace: ProtocolTrace, _ connection: ConnectionRecord) -> Bool {
    // What most sessions lack stands first: comparing the others with nil copies them.
    trace.tls.clientHelloFrame != nil && !trace.tls.midStream
      && !trace.phases.contains { $0.phase == .x224 }
      && !trace.hasRequest && !trace.hasConfirm && trace.mcs.connectInitial == nil
      && !connection.isMidStream
      && connection.handshake.syn != nil && connection.sent.client.missedBytes == 0
      && trace.lostTrack.client == nil
  }

  static func recordSizes(of tls: TLSTrace) -> RecordSizes {
    guard let hello = tls.serverHello?.value else { return .unknown }
    return RecordSizes(
      version: hello.version, cipherSuite: hello.cipherSuite, encryptThenMAC: hello.encryptThenMAC)
  }

  /// The records that carry application data or alerts after the handshake; finds the end of a TLS
  /// 1.3 handshake among the first records.
  mutating func takeApplicationRecords(
    of trace: ProtocolTrace, sizes: RecordSizes
  ) -> [EncryptedRecord] {
    var records = trace.tls.firstRecords
    if Self.isTLS13(trace.tls) {
      guard let end = records.firstIndex(where: { $0.side == .client }) else { return records }
      let record = records[end]
      // An alert instead of Finished: the client refuses the server's flight (its certificate).
      if sizes.isAlertSized(record.length) {
        addAlert(record, in: trace)
        return []
      }
      finished = PerSide(
        client: record.frame, server: records[..<end].last { $0.side == .server }?.frame)
      records = Array(records[(end + 1)...])
    }
    if trace.tls.version == .tls10 {
      records = records.enumerated().filter { index, record in
        !(record.type == TLSContentType.applicationData && record.length <= 32
          && index + 1 < records.count && records[index + 1].side == record.side
          && sizes.plaintext(ofRecord: record.length).contains(1))
      }.map(\.element)
    }
    return records
  }

  /// As chosen; where the ServerHello was not captured whole, a client Finished inside an
  /// application-data record, which only TLS 1.3 has, shows the version.
  static func isTLS13(_ tls: TLSTrace) -> Bool {
    if tls.isTLS13 { return true }
    guard !tls.hasServerHello, tls.clientKeyExchange == nil,
      let first = tls.firstRecords.first(where: { $0.side == .client })
    else { return false }
    return finishedRecords.contains(first.length)
  }

  private mutating func addAlert(_ record: EncryptedRecord, in trace: ProtocolTrace) {
    let isRead = trace.tls.alerts.contains {
      $0.frame == record.frame && $0.side == record.side
    }
    guard !isRead else { return }
    alerts.append(
      TLSAlert(side: record.side, frame: record.frame, level: nil, code: nil, isEncrypted: true))
  }

  static func isAlert(_ record: EncryptedRecord, sizes: RecordSizes) -> Bool {
    record.type == TLSContentType.alert
      || (record.type == TLSContentType.applicationData
        && sizes.plaintext(ofRecord: record.length) == 2...2)
  }
}
