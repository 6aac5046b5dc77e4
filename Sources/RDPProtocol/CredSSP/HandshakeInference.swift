import CaptureReader
import TCPStreams

/// Concludes from the outside of encrypted records what they held: the end of a TLS 1.3 handshake,
/// the stages of CredSSP, the MCS connection sequence, an orderly goodbye.
///
/// The basis is order, direction and length: every CredSSP message is one TLS record ([MS-CSSP]
/// 3.1.5), and the server speaks only when asked. TLS 1.3 session tickets are the exception; they
/// come unasked, so they cannot be what the client answers.
enum HandshakeInference {
  /// Plaintext lengths (bytes), with their source.
  enum Length {
    /// errorCode-only TSRequest is 15 or 16 (RFC layout; 15 measured from FreeRDP and Windows); the
    /// shortest pubKeyAuth reply is 59 (measured, Windows).
    static let errorCode = 3...50
    /// Early User Authorization Result ([MS-RDPBCGR] 2.2.10.2).
    static let earlyAuthorization = 4
    /// Shortest MCS Connect Initial: 380 measured, smaller clients allowed for.
    static let connectInitial = 250
    /// Connect Initials stay below 700 bytes with all their blocks; a token with a ticket in it does
    /// not (a PAC alone takes 500).
    static let ticket = 1000
    /// MCS Disconnect Provider Ultimatum with its TPKT and X.224 headers.
    static let ultimatum = 9
    /// TLS 1.3 client Finished: 4 + 32 or 48, plus 17.
    static let finishedRecords = [53, 69]
  }

  /// Records after the connection request that show a running session: the sequence to the font
  /// map takes at least eight of each side ([MS-RDPBCGR] 1.3.1.1).
  static let activeRecords = 8

  static func conclude(_ trace: inout ProtocolTrace, connection: ConnectionRecord) {
    guard
      trace.tls.applicationRecords.client + trace.tls.applicationRecords.server > 0
        || !trace.tls.firstRecords.isEmpty
    else { return }
    let sizes = recordSizes(of: trace.tls)
    // Inside are a carrier's messages, whose sizes mean something else.
    if trace.carrier?.hidesSession == true {
      _ = applicationMessages(&trace, sizes: sizes)
      return
    }
    if trace.tls.midStream {
      concludeMidStream(&trace, sizes: sizes)
    } else {
      let messages = applicationMessages(&trace, sizes: sizes).filter {
        isBeforeGoodbye($0, connection: connection)
      }
      if connection.isOneSided {
        concludeOneSided(&trace, messages: messages, sizes: sizes, connection: connection)
      } else if trace.credssp.expected
        || (lacksConfirm(trace, connection) && opensWithToken(messages, sizes: sizes))
      {
        followCredSSP(&trace, messages: messages, sizes: sizes)
        if let read = trace.decrypted { take(read, into: &trace, connection: connection) }
        noteEnd(&trace, connection: connection)
      } else if let initial = messages.first(where: {
        $0.side == .client
          && sizes.plaintext(ofRecord: $0.length).upperBound >= Length.connectInitial
      }) {
        followMCS(&trace, messages: messages, from: initial, sizes: sizes)
      }
    }
    findUltimatum(&trace, sizes: sizes)
  }

  /// What a side says after the other has said goodbye is an effect of that, not a cause.
  private static func isBeforeGoodbye(
    _ record: EncryptedRecord, connection: ConnectionRecord
  ) -> Bool {
    guard let goodbye = connection.goodbye(of: record.side.other) else { return true }
    return record.frame < goodbye.frame
  }

  /// Only one direction was captured: its lengths still tell a refusal, or a running session.
  private static func concludeOneSided(
    _ trace: inout ProtocolTrace, messages: [EncryptedRecord], sizes: RecordSizes,
    connection: ConnectionRecord
  ) {
    let records = trace.tls.applicationRecords
    if records.client + records.server >= 3 * activeRecords, let first = messages.last {
      trace.mcs.active = first.frame
      trace.mcs.activeIsInferred = true
      mark(.active, first.frame, in: &trace)
      return
    }
    guard records.client == 0, trace.credssp.expected, let last = trace.tls.lastRecords.last,
      sizes.plaintext(ofRecord: last.length).contains(where: { $0 == 15 || $0 == 16 }),
      connection.goodbye(of: .server) != nil
    else { return }
    trace.credssp.stage = .authenticate
    trace.credssp.refusal = .errorCode
    trace.credssp.refusalFrame = last.frame
    trace.credssp.lastRecord = last
    mark(.credssp, last.frame, in: &trace)
  }

  private static func recordSizes(of tls: TLSTrace) -> RecordSizes {
    guard let hello = tls.serverHello?.value else { return .unknown }
    return RecordSizes(
      version: hello.version, cipherSuite: hello.cipherSuite, encryptThenMAC: hello.encryptThenMAC)
  }

  // MARK: TLS

  /// The records that carry application data or alerts after the handshake.
  private static func applicationMessages(
    _ trace: inout ProtocolTrace, sizes: RecordSizes
  ) -> [EncryptedRecord] {
    var records = trace.tls.firstRecords
    if trace.tls.isTLS13 || looksLikeTLS13(trace.tls) {
      guard let finished = records.firstIndex(where: { $0.side == .client }) else {
        return records
      }
      let record = records[finished]
      // An alert instead of Finished: the client refuses the server's flight (its certificate).
      if sizes.isAlertSized(record.length) {
        addHiddenAlert(record, to: &trace)
        return []
      }
      trace.tls.finished.server = records[..<finished].last { $0.side == .server }?.frame
      trace.tls.finished.client = record.frame
      records = Array(records[(finished + 1)...])
    }
    if trace.tls.version == 0x0301 {
      records = records.enumerated().filter { index, record in
        !(record.type == TLSContentType.applicationData && record.length <= 32
          && index + 1 < records.count && records[index + 1].side == record.side
          && sizes.plaintext(ofRecord: record.length).contains(1))
      }.map(\.element)
    }
    return records
  }

  /// The ServerHello was not captured whole; a client Finished inside an application-data record,
  /// which only TLS 1.3 has, tells the version.
  private static func looksLikeTLS13(_ tls: TLSTrace) -> Bool {
    guard tls.serverHello == nil, tls.clientKeyExchange == nil,
      let first = tls.firstRecords.first(where: { $0.side == .client })
    else { return false }
    return Length.finishedRecords.contains(first.length)
  }

  private static func addHiddenAlert(_ record: EncryptedRecord, to trace: inout ProtocolTrace) {
    if trace.tls.alerts.contains(where: { $0.frame == record.frame && $0.side == record.side }) {
      return
    }
    trace.tls.alerts.append(
      TLSAlert(side: record.side, frame: record.frame, level: nil, code: nil, isEncrypted: true))
  }

  private static func isAlert(_ record: EncryptedRecord, sizes: RecordSizes) -> Bool {
    record.type == TLSContentType.alert
      || (record.type == TLSContentType.applicationData
        && sizes.plaintext(ofRecord: record.length) == 2...2)
  }

  // MARK: CredSSP

  private static func followCredSSP(
    _ trace: inout ProtocolTrace, messages: [EncryptedRecord], sizes: RecordSizes
  ) {
    var machine = CredSSPMachine(
      isTLS13: trace.tls.isTLS13 || looksLikeTLS13(trace.tls), sizes: sizes)
    for (index, record) in messages.enumerated() {
      if machine.isOver { break }
      let clientFollows = messages[(index + 1)...].contains {
        $0.side == .client && !isAlert($0, sizes: sizes)
      }
      let nextIsServer =
        index + 1 < messages.count && messages[index + 1].side == .server
        && !isAlert(messages[index + 1], sizes: sizes)
      machine.receive(
        record, isAlert: isAlert(record, sizes: sizes), clientFollows: clientFollows,
        serverFollows: nextIsServer)
      if let first = machine.trace.messages.first { mark(.credssp, first.frame, in: &trace) }
      if machine.trace.stage == .passed {
        trace.credssp = machine.trace
        followMCS(&trace, messages: messages, from: record, sizes: sizes)
        break
      }
    }
    trace.credssp = machine.trace
    trace.credssp.expected = true
    if trace.credssp.stage < .passed { passBySheerNumber(&trace, messages: messages) }
  }

  /// Packets that the capture lost or swapped can make a message look like a refusal. No refused
  /// exchange goes on for that long: the session was there.
  private static func passBySheerNumber(
    _ trace: inout ProtocolTrace, messages: [EncryptedRecord]
  ) {
    let records = trace.tls.applicationRecords
    guard min(records.client, records.server) >= 2 * activeRecords, let last = messages.last else {
      return
    }
    trace.credssp.stage = .passed
    trace.credssp.refusal = nil
    trace.credssp.refusalFrame = nil
    trace.credssp.clientLeft = nil
    trace.mcs.active = last.frame
    trace.mcs.activeIsInferred = true
    trace.mcs.activePDUs = records
    mark(.active, last.frame, in: &trace)
  }

  /// The server's choice was made, and the capture does not hold it. TLS from the first byte on is
  /// another protocol.
  private static func lacksConfirm(_ trace: ProtocolTrace, _ connection: ConnectionRecord) -> Bool {
    guard trace.confirm == nil else { return false }
    return trace.request != nil || connection.isMidStream
      || trace.phases.contains { $0.phase == .x224 }
  }

  /// Where the server's choice was not captured, the client's first message tells: a token of NTLM is
  /// far shorter than an MCS Connect Initial, a ticket of Kerberos far longer.
  private static func opensWithToken(_ messages: [EncryptedRecord], sizes: RecordSizes) -> Bool {
    guard let first = messages.first(where: { $0.side == .client }) else { return false }
    let length = sizes.plaintext(ofRecord: first.length)
    return length.upperBound < Length.connectInitial || length.lowerBound > Length.ticket
  }

  /// What was read with keys stands above what sizes tell, unless records that it lacks tell more.
  private static func take(
    _ decrypted: DecryptedTrace, into trace: inout ProtocolTrace, connection: ConnectionRecord
  ) {
    let read = decrypted.credssp
    let isWhole = Side.allCases.allSatisfy { side in
      decrypted.failedRecords[side] == 0 && decrypted.missedRecords[side] == 0
        && trace.lostTrack[side] == nil
    }
    guard read.stage > .notStarted, isWhole || read.stage >= trace.credssp.stage else { return }
    func isBeforeGoodbye(_ frame: ItemReference?, of side: Side) -> Bool {
      guard let frame, let goodbye = connection.goodbye(of: side.other) else { return true }
      return frame < goodbye.frame
    }
    let isRefusal = isBeforeGoodbye(read.refusalFrame, of: .server)
    trace.credssp.stage = read.stage
    trace.credssp.refusal = isRefusal ? read.refusal : nil
    trace.credssp.refusalFrame = isRefusal ? read.refusalFrame : nil
    trace.credssp.clientLeft = isBeforeGoodbye(read.clientLeft, of: .client) ? read.clientLeft : nil
    trace.credssp.messages = read.messages.map {
      CredSSPTrace.Message(side: $0.side, plaintextLength: $0.length, frame: $0.frame)
    }
  }

  /// Who ended the exchange where no record says it.
  private static func noteEnd(_ trace: inout ProtocolTrace, connection: ConnectionRecord) {
    guard trace.credssp.stage < .passed, let goodbye = connection.firstGoodbye else { return }
    switch goodbye.side {
    case .server:
      if trace.credssp.refusal == nil, trace.credssp.clientLeft == nil {
        trace.credssp.refusal = goodbye.kind == .fin ? .closed : .reset
        trace.credssp.refusalFrame = goodbye.frame
      }
    case .client:
      if trace.credssp.refusal == nil, trace.credssp.clientLeft == nil {
        trace.credssp.clientLeft = goodbye.frame
      }
    }
    if trace.credssp.stage == .earlyAuthorization, goodbye.side == .server {
      trace.credssp.refusal = .earlyAuthorization
      trace.credssp.refusalFrame = trace.credssp.lastRecord?.frame ?? goodbye.frame
    }
  }

  // MARK: MCS

  private static func followMCS(
    _ trace: inout ProtocolTrace, messages: [EncryptedRecord], from initial: EncryptedRecord,
    sizes: RecordSizes
  ) {
    mark(.mcs, initial.frame, in: &trace)
    trace.mcs.connectInitial = trace.mcs.connectInitial ?? initial.frame
    guard let start = messages.firstIndex(of: initial) else { return }
    var counts = PerSide(client: 0, server: 0)
    for record in messages[start...] where record.type == TLSContentType.applicationData {
      counts[record.side] += 1
      if record.side == .server, counts.server == 1 {
        trace.mcs.inferredResponse = record.frame
      }
      if trace.mcs.active == nil, counts.client >= activeRecords, counts.server >= activeRecords {
        trace.mcs.active = record.frame
        trace.mcs.activeIsInferred = true
        mark(.active, record.frame, in: &trace)
        break
      }
    }
    // Records of the connection sequence and after: those kept, and all beyond those kept.
    for side in Side.allCases {
      let kept = trace.tls.firstRecords.count {
        $0.side == side && $0.type == TLSContentType.applicationData
      }
      trace.mcs.activePDUs[side] =
        messages[start...].count { $0.side == side && !isAlert($0, sizes: sizes) }
        + max(0, trace.tls.applicationRecords[side] - kept)
    }
  }

  /// The capture starts after the handshake: enough records both ways can only be a session.
  private static func concludeMidStream(_ trace: inout ProtocolTrace, sizes: RecordSizes) {
    let records = trace.tls.applicationRecords
    guard let first = trace.tls.firstRecords.first, records.client + records.server >= activeRecords
    else { return }
    trace.mcs.active = first.frame
    trace.mcs.activeIsInferred = true
    trace.mcs.activePDUs = records
    mark(.active, first.frame, in: &trace)
  }

  /// A last record of nine bytes of plaintext is the orderly goodbye of its side.
  private static func findUltimatum(_ trace: inout ProtocolTrace, sizes: RecordSizes) {
    guard trace.mcs.connectInitial != nil || trace.mcs.active != nil else { return }
    for side in Side.allCases {
      guard
        let last = trace.tls.lastRecords.last(where: {
          $0.side == side && !isAlert($0, sizes: sizes)
        }),
        sizes.plaintext(ofRecord: last.length).contains(Length.ultimatum)
          || (trace.tls.midStream && last.length == 33),
        trace.decrypted?.lastOpened[side] != last.frame,
        !trace.mcs.ultimatums.contains(where: { $0.side == side && $0.frame == last.frame })
      else { continue }
      trace.mcs.ultimatums.append(
        DisconnectUltimatum(side: side, frame: last.frame, reason: nil))
    }
  }

  private static func mark(_ phase: Phase, _ frame: ItemReference, in trace: inout ProtocolTrace) {
    guard !trace.phases.contains(where: { $0.phase == phase }) else { return }
    trace.phases.append(PhaseMark(phase: phase, start: frame, inferred: true))
  }
}
