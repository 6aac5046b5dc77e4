import CaptureReader
import TCPStreams

extension SessionTracker {
  /// Alerts kept of those read inside TLS.
  static let keptInnerAlerts = 8

  /// Looks for the session's secrets once its client random is known.
  mutating func beginDecryption(clientRandom: [UInt8]) {
    guard decryption.wrappedValue == nil, let random = ClientRandom(clientRandom),
      let secrets = keys?.secrets(for: random)
    else { return }
    decryption.wrappedValue = SessionDecryption(
      decryptor: RecordDecryptor(secrets: secrets, clientRandom: clientRandom))
    // The server's first protected records can come in one segment with its hello.
    keepContent(upTo: TLSContentType.maximumLength)
  }

  /// Derives the keys once the server has chosen the suite.
  mutating func beginDecryption(_ hello: ServerHello, serverRandom: [UInt8]) {
    let isAble = decryption.update { session in
      let isAble = session.decryptor.begin(hello, serverRandom: serverRandom)
      session.trace.isUnsupported = !isAble
      return isAble
    }
    if isAble == false { keepContent(upTo: -1) }
  }

  private mutating func keepContent(upTo limit: Int) {
    framers.client.applicationDataLimit = limit
    framers.server.applicationDataLimit = limit
  }

  /// Opens a record, where it is protected and there are keys, and takes what it holds.
  mutating func openRecord(_ unit: StreamUnit, type: UInt8, version: UInt16, from side: Side) {
    // The same for both sides; by name, since reading by side would copy the whole framer.
    let limit = framers.client.applicationDataLimit
    guard limit >= 0 else { return }
    if type == TLSContentType.changeCipherSpec {
      _ = decryption.update { $0.decryptor.changeCipherSpec(of: side) }
      return
    }
    guard
      let opened = decryption.update({ session in
        session.open(unit, type: type, version: version, from: side, limit: limit)
      }) ?? nil
    else { return }
    switch opened.type {
    case TLSContentType.handshake: takeInnerHandshake(opened.bytes, unit, from: side)
    case TLSContentType.alert: takeInnerAlert(opened.bytes, unit, type: type, from: side)
    case TLSContentType.applicationData: takeInnerData(opened.bytes, unit, from: side)
    default: break
    }
    endHandshakePart()
  }

  /// From activation on only short records matter.
  private mutating func endHandshakePart() {
    guard framers.client.applicationDataLimit > SessionDecryption.runningRecordLimit else { return }
    let opened =
      decryption.wrappedValue.map { $0.trace.records.client + $0.trace.records.server } ?? 0
    if trace.mcs.active != nil || trace.mcs.dataBothWays != nil
      || opened > SessionDecryption.handshakeRecordLimit
    {
      keepContent(upTo: SessionDecryption.runningRecordLimit)
    }
  }

  private var isRunning: Bool {
    framers.client.applicationDataLimit == SessionDecryption.runningRecordLimit
  }

  // MARK: TLS

  private mutating func takeInnerHandshake(_ bytes: [UInt8], _ unit: StreamUnit, from side: Side) {
    let messages = decryption.update { $0.decryptor.takeHandshake(bytes, from: side) } ?? []
    for message in messages
    where message.type == HandshakeType.certificate && side == .server && trace.tls.isTLS13 {
      var reader = ByteReader(message.body.rawSpan)
      guard trace.tls.certificate == nil,
        let certificate = try? ServerCertificate(parsingTLS13: &reader)
      else { continue }
      trace.tls.certificate = Seen(certificate, unit.end)
    }
  }

  private mutating func takeInnerAlert(
    _ bytes: [UInt8], _ unit: StreamUnit, type: UInt8, from side: Side
  ) {
    guard bytes.count == 2 else { return }
    let alert = TLSAlert(
      side: side, frame: unit.end, level: bytes[0], code: AlertDescription(rawValue: bytes[1]),
      isEncrypted: true)
    _ = decryption.update { session in
      if session.trace.alerts.count < Self.keptInnerAlerts { session.trace.alerts.append(alert) }
      session.noteAlert(alert)
    }
    if type == TLSContentType.alert {
      if let place = trace.tls.alerts.lastIndex(where: { $0.frame == unit.end && $0.side == side })
      {
        trace.tls.alerts[place] = alert
      }
    } else if alert.code != .closeNotify, trace.tls.alerts.count < Self.keptAlerts {
      trace.tls.alerts.append(alert)
    }
  }

  // MARK: CredSSP and MCS

  private mutating func takeInnerData(_ bytes: [UInt8], _ unit: StreamUnit, from side: Side) {
    if isRunning {
      takeRunning(bytes, unit, from: side)
      return
    }
    var bytes = bytes
    if let rest = takeCarriedInside(bytes, from: side, frame: unit.end) {
      guard !rest.isEmpty else { return }
      bytes = rest
    }
    let isInMCS = decryption.wrappedValue?.isInMCS ?? true
    if !isInMCS, takeRedirectedAuthentication(bytes, unit, from: side) { return }
    if trace.selectsCredSSP, !isInMCS {
      let isEx = selectsHybridEx
      let outcome = decryption.update { session in
        session.credssp.receive(
          bytes, from: side, frame: unit.end, expectsEarlyAuthorization: isEx,
          into: &session.trace.credssp)
      }
      if let first = decryption.wrappedValue?.trace.credssp.messages.first {
        enter(.credssp, first.frame)
      }
      switch outcome {
      case .taken: return
      case .foreign: noteInnerForeign(bytes, unit, from: side)
      case .over, nil: break
      }
      _ = decryption.update { $0.isInMCS = true }
    }
    var units: [StreamUnit] = []
    _ = decryption.update { session in
      session.framers[side].consume(bytes.rawSpan, length: bytes.count, frame: unit.end) {
        units.append($0)
      }
    }
    for inner in units {
      if inner.kind == .foreign {
        noteInnerForeign(inner.content, inner, from: side)
      } else {
        take(inner, from: side)
      }
    }
  }

  /// A running session's short records stand for themselves: a PDU that fills one is read.
  private mutating func takeRunning(_ bytes: [UInt8], _ unit: StreamUnit, from side: Side) {
    guard bytes.count <= SessionDecryption.runningPlaintextLimit[side], bytes.count >= 7,
      bytes[0] == 3, bytes[1] == 0, Int(bytes[2]) << 8 | Int(bytes[3]) == bytes.count
    else { return }
    let content = Array(bytes.dropFirst(4))
    var reader = ByteReader(content.rawSpan)
    guard (try? MCSMessage(parsing: &reader)) != nil || content[1] & 0xF0 == 0x80 else { return }
    takeTPKT(
      StreamUnit(
        kind: .tpkt, length: content.count, content: content, start: unit.start, end: unit.end,
        isPartial: false),
      from: side)
  }

  private mutating func noteInnerForeign(_ bytes: [UInt8], _ unit: StreamUnit, from side: Side) {
    _ = decryption.update { session in
      if session.trace.foreign[side] == nil {
        session.trace.foreign[side] = Seen(Array(bytes.prefix(16)), unit.end)
      }
    }
  }

  /// RDSTLS and RDSAAD speak their own messages until MCS begins; false for all else.
  private mutating func takeRedirectedAuthentication(
    _ bytes: [UInt8], _ unit: StreamUnit, from side: Side
  ) -> Bool {
    guard case .selected(let protocols, _) = trace.confirm?.value else { return false }
    let result: UInt32?
    if protocols.contains(.rdstls), RedirectedAuthentication.isRDSTLS(bytes) {
      result = RedirectedAuthentication.rdstlsResult(bytes)
    } else if protocols.contains(.aad), bytes.first == UInt8(ascii: "{") {
      result = RedirectedAuthentication.entraResult(bytes)
    } else {
      return false
    }
    if side == .server, let result {
      _ = decryption.update { session in
        session.trace.redirectedResult = session.trace.redirectedResult ?? Seen(result, unit.end)
      }
    }
    return true
  }

  private var selectsHybridEx: Bool {
    guard case .selected(let protocols, _) = trace.confirm?.value else { return false }
    return protocols.contains(.hybridEx)
  }
}

extension SessionDecryption {
  /// An alert within CredSSP ends it.
  mutating func noteAlert(_ alert: TLSAlert) {
    guard trace.credssp.stage > .notStarted, trace.credssp.stage < .passed,
      trace.credssp.refusal == nil, trace.credssp.clientLeft == nil
    else { return }
    switch alert.side {
    case .server:
      trace.credssp.refusal = .alert
      trace.credssp.refusalFrame = alert.frame
    case .client:
      trace.credssp.clientLeft = alert.frame
    }
  }
}
