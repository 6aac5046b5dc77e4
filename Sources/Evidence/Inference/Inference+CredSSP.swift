import CaptureReader
import PacketDecode
import RDPProtocol
import TCPStreams

extension Inference {
  mutating func followCredSSP(
    _ trace: ProtocolTrace, messages: [EncryptedRecord], sizes: RecordSizes
  ) {
    var machine = CredSSPMachine(isTLS13: Self.isTLS13(trace.tls), sizes: sizes)
    var isMarked = false
    for (index, record) in messages.enumerated() {
      if machine.isOver { break }
      let clientFollows = messages[(index + 1)...].contains {
        $0.side == .client && !Self.isAlert($0, sizes: sizes)
      }
      let nextIsServer =
        index + 1 < messages.count && messages[index + 1].side == .server
        && !Self.isAlert(messages[index + 1], sizes: sizes)
      machine.receive(
        record, isAlert: Self.isAlert(record, sizes: sizes), clientFollows: clientFollows,
        serverFollows: nextIsServer)
      if !isMarked, let first = machine.progress.messages.first {
        isMarked = true
        mark(.credssp, first.frame, in: trace)
      }
      if machine.progress.stage == .passed {
        followMCS(trace, messages: messages, from: record, sizes: sizes)
        break
      }
    }
    credssp = machine.progress
    credssp.expected = true
    if credssp.stage < .passed { passBySheerNumber(trace, messages: messages) }
  }

  /// Packets that the capture lost or swapped can make a message look like a refusal. No refused
  /// exchange goes on for that long: the session was there.
  mutating func passBySheerNumber(
    _ trace: ProtocolTrace, messages: [EncryptedRecord]
  ) {
    let records = trace.tls.applicationRecords
    guard min(records.client, records.server) >= 2 * Self.sessionRecords, let last = messages.last
    else { return }
    credssp.stage = .passed
    credssp.refusal = nil
    credssp.refusalFrame = nil
    credssp.clientLeft = nil
    active = last.frame
    activeRecords = records
    mark(.active, last.frame, in: trace)
  }

  /// The server's choice was made, and the capture does not hold it. TLS from the first byte on is
  /// another protocol.
  static func lacksConfirm(_ trace: ProtocolTrace, _ connection: ConnectionRecord) -> Bool {
    guard !trace.hasConfirm else { return false }
    // On another port nothing says that TLS without its beginning is RDP's. Where the connection's
    // beginning was captured, and TLS is not its first word, X.224 came before.
    return trace.hasRequest || !connection.isMidStream
      || connection.server.port == standardPort
      || trace.phases.contains { $0.phase == .x224 }
  }

  /// Where the server's choice was not captured, the client's first message tells: a token of NTLM is
  /// far shorter than an MCS Connect Initial, a ticket of Kerberos far longer.
  static func opensWithToken(_ messages: [EncryptedRecord], sizes: RecordSizes) -> Bool {
    guard let first = messages.first(where: { $0.side == .client }) else { return false }
    let length = sizes.plaintext(ofRecord: first.length)
    return length.upperBound < PlaintextLength.connectInitial
      || length.lowerBound > PlaintextLength.ticket
  }

  /// What was read with keys stands above what sizes tell, unless records that it lacks tell more.
  mutating func take(
    _ decrypted: DecryptedTrace, of trace: ProtocolTrace, connection: ConnectionRecord
  ) {
    let read = decrypted.credssp
    let isWhole = Side.allCases.allSatisfy { side in
      decrypted.failedRecords[side] == 0 && decrypted.missedRecords[side] == 0
        && trace.lostTrack[side] == nil
    }
    guard read.stage > .notStarted, isWhole || read.stage >= credssp.stage else { return }
    func isBeforeGoodbye(_ frame: ItemReference?, of side: Side) -> Bool {
      guard let frame, let goodbye = connection.goodbye(of: side.other) else { return true }
      return frame < goodbye.frame
    }
    let isRefusal = isBeforeGoodbye(read.refusalFrame, of: .server)
    credssp.stage = read.stage
    credssp.refusal = isRefusal ? read.refusal : nil
    credssp.refusalFrame = isRefusal ? read.refusalFrame : nil
    credssp.clientLeft = isBeforeGoodbye(read.clientLeft, of: .client) ? read.clientLeft : nil
    credssp.messages = read.messages.map {
      CredSSPProgress.Message(side: $0.side, plaintextLength: $0.length, frame: $0.frame)
    }
  }

  /// Who ended the exchange where no record says it.
  mutating func noteEnd(connection: ConnectionRecord) {
    guard credssp.stage < .passed, let goodbye = connection.firstGoodbye else { return }
    switch goodbye.side {
    case .server:
      if credssp.refusal == nil, credssp.clientLeft == nil {
        credssp.refusal = goodbye.kind == .fin ? .closed : .reset
        credssp.refusalFrame = goodbye.frame
      }
    case .client:
      if credssp.refusal == nil, credssp.clientLeft == nil {
        credssp.clientLeft = goodbye.frame
      }
    }
    if credssp.stage == .earlyAuthorization, goodbye.side == .server {
      credssp.refusal = .earlyAuthorization
      credssp.refusalFrame = credssp.lastRecord?.frame ?? goodbye.frame
    }
  }
}
