import CaptureReader
import TCPStreams

extension SessionTracker {
  /// Alerts that one record in the clear can hold; longer ones are encrypted.
  static let alertsPerRecord = 4

  mutating func takeRecord(
    _ unit: StreamUnit, type: UInt8, version: UInt16, from side: Side
  ) {
    expect(.tls)
    if trace.tls.clientHelloFrame == nil, trace.tls.serverHelloFrame == nil,
      !trace.hasRequest, !trace.hasConfirm, type == TLSContentType.applicationData
    {
      trace.tls.midStream = true
    }
    enter(.tls, unit.start)
    switch type {
    case TLSContentType.changeCipherSpec:
      trace.tls.changeCipherSpec[side] = trace.tls.changeCipherSpec[side] ?? unit.end
    case TLSContentType.alert:
      takeAlert(unit, from: side)
    case TLSContentType.handshake:
      if isProtected(side) {
        trace.tls.finished[side] = trace.tls.finished[side] ?? unit.end
      } else {
        takeHandshake(unit, from: side)
      }
    case TLSContentType.applicationData:
      takeApplicationData(unit, from: side)
    default:
      break
    }
    openRecord(unit, type: type, version: version, from: side)
  }

  /// What a side says in handshake and alert records is encrypted. TLS 1.3 sends its
  /// ChangeCipherSpec for show, also between a HelloRetryRequest and the ServerHello.
  private func isProtected(_ side: Side) -> Bool {
    let isRetrying = trace.tls.helloRetryRequest != nil && !trace.tls.hasServerHello
    return trace.tls.changeCipherSpec[side] != nil && !trace.tls.isTLS13 && !isRetrying
  }

  // MARK: Alerts

  private mutating func takeAlert(_ unit: StreamUnit, from side: Side) {
    guard unit.length > 0 else { return }
    if isClear(unit, from: side) {
      let bytes = unit.content
      for start in stride(from: 0, to: bytes.count - 1, by: 2) {
        add(
          TLSAlert(
            side: side, frame: unit.end, level: bytes[start],
            code: AlertDescription(rawValue: bytes[start + 1]),
            isEncrypted: false))
      }
      return
    }
    keep(
      EncryptedRecord(
        side: side, type: TLSContentType.alert, length: unit.length, frame: unit.end,
        isPartial: false, streamEnd: chunkEnd))
    add(TLSAlert(side: side, frame: unit.end, level: nil, code: nil, isEncrypted: true))
  }

  /// An alert in the clear is two bytes, before its side protects anything; some senders put several
  /// into a record.
  private func isClear(_ unit: StreamUnit, from side: Side) -> Bool {
    let bytes = unit.content
    guard bytes.count == unit.length, bytes.count % 2 == 0,
      bytes.count <= 2 * Self.alertsPerRecord, !trace.tls.midStream,
      !isProtected(side)
    else { return false }
    return bytes.count == 2
      || stride(from: 0, to: bytes.count, by: 2).allSatisfy { bytes[$0] == 1 || bytes[$0] == 2 }
  }

  /// Where warnings fill the list, a fatal alert takes the last one's place: it is the end.
  private mutating func add(_ alert: TLSAlert) {
    if trace.tls.alerts.count < Self.keptAlerts {
      trace.tls.alerts.append(alert)
    } else if alert.level == 2, let last = trace.tls.alerts.last, last.level != 2 {
      trace.tls.alerts[trace.tls.alerts.count - 1] = alert
    }
  }

  // MARK: Handshake

  mutating func takeHandshake(_ unit: StreamUnit, from side: Side) {
    switch (unit.content.first, side) {
    case (HandshakeType.clientHello, .client):
      trace.tls.clientHelloFrame = trace.tls.clientHelloFrame ?? unit.end
    case (HandshakeType.serverHello, .server):
      trace.tls.serverHelloFrame = trace.tls.serverHelloFrame ?? unit.end
      trace.tls.serverHelloOffset = trace.tls.serverHelloOffset ?? chunkStart
    default: break
    }
    var messages: [(UInt8, [UInt8])] = []
    let tooLong = handshakes[side].consume(unit.content) { messages.append(($0, $1)) }
    if let tooLong {
      note(
        "tls.handshake_too_long",
        "handshake message of type " + String(tooLong) + " over the limit", unit.end)
    }
    for (type, body) in messages { takeMessage(type, body, unit.end, from: side) }
    guard unit.isPartial else { return }
    // A hello that is cut off may still tell the version. What comes behind the missing bytes would
    // be taken for its rest, so the next record begins anew.
    if let cut = handshakes[side].unfinished { takeCut(cut.type, cut.body, unit.end, from: side) }
    handshakes[side] = HandshakeAssembler()
  }

  private mutating func takeCut(
    _ type: UInt8, _ body: [UInt8], _ frame: ItemReference, from side: Side
  ) {
    switch (type, side) {
    case (HandshakeType.clientHello, .client) where !trace.tls.hasClientHello:
      takeMessage(type, body, frame, from: side)
      trace.tls.clientHello?.value.isWhole = false
    case (HandshakeType.serverHello, .server) where !trace.tls.hasServerHello:
      takeMessage(type, body, frame, from: side)
      trace.tls.serverHello?.value.isWhole = false
    default: break
    }
  }

  private mutating func takeMessage(
    _ type: UInt8, _ body: [UInt8], _ frame: ItemReference, from side: Side
  ) {
    var reader = ByteReader(body.rawSpan)
    switch (type, side) {
    case (HandshakeType.clientHello, .client):
      trace.tls.clientHelloCount += 1
      guard !trace.tls.hasClientHello else { return }
      if body.count > 34 { offeredSession = Array(body.dropFirst(35).prefix(Int(body[34]))) }
      beginDecryption(clientRandom: Array(body.prefix(34).dropFirst(2)))
      do {
        let hello = try ClientHello(parsing: &reader)
        trace.tls.clientHello = Seen(hello, frame)
        if !hello.isWhole { note("tls.malformed", "ClientHello: not read to its end", frame) }
      } catch { note("tls.malformed", "ClientHello: \(error)", frame) }
    case (HandshakeType.serverHello, .server): takeServerHello(&reader, body, frame)
    case (HandshakeType.certificate, .server):
      guard trace.tls.certificate == nil else { return }
      do {
        trace.tls.certificate = Seen(try ServerCertificate(parsing: &reader), frame)
      } catch { note("tls.malformed", "Certificate: \(error)", frame) }
    case (HandshakeType.serverKeyExchange, .server):
      guard trace.tls.keyExchange == nil, let suite = trace.tls.serverHello?.value.cipherSuite
      else { return }
      trace.tls.keyExchange = try? ServerKeyExchange(parsing: &reader, cipherSuite: suite)
    case (HandshakeType.certificateRequest, .server): trace.tls.certificateRequested = true
    case (HandshakeType.serverHelloDone, .server): trace.tls.serverHelloDone = frame
    case (HandshakeType.clientKeyExchange, .client): trace.tls.clientKeyExchange = frame
    default: break
    }
  }

  private mutating func takeServerHello(
    _ reader: inout ByteReader, _ body: [UInt8], _ frame: ItemReference
  ) {
    do {
      let parsed = try ServerHello.parse(&reader, clientSessionID: offeredSession)
      if parsed.isRetry {
        trace.tls.helloRetryRequest = frame
        trace.tls.retryGroup = parsed.hello.group
      } else if !trace.tls.hasServerHello {
        offeredSession = []
        trace.tls.serverHello = Seen(parsed.hello, frame)
        beginDecryption(parsed.hello, serverRandom: Array(body.prefix(34).dropFirst(2)))
      }
    } catch { note("tls.malformed", "ServerHello: \(error)", frame) }
  }

  /// A hello in SSL 2.0's form: of a client that speaks TLS too, or of SSL 2.0 itself.
  mutating func takeSSL2Hello(_ unit: StreamUnit, from side: Side) {
    expect(.tls)
    enter(.tls, unit.start)
    switch side {
    case .client:
      trace.tls.clientHelloFrame = trace.tls.clientHelloFrame ?? unit.end
      trace.tls.clientHelloCount += 1
      guard !trace.tls.hasClientHello else { return }
      var reader = ByteReader(unit.content.rawSpan)
      do {
        trace.tls.clientHello = Seen(try ClientHello(parsingSSL2: &reader), unit.end)
      } catch { note("tls.malformed", "ClientHello of SSL 2.0: \(error)", unit.end) }
    case .server:
      trace.tls.serverHelloFrame = trace.tls.serverHelloFrame ?? unit.end
      guard !trace.tls.hasServerHello else { return }
      trace.tls.serverHello = Seen(
        ServerHello(
          version: .ssl2, cipherSuite: 0, extensions: [], encryptThenMAC: false,
          echoesSessionID: false, downgradeSentinel: false, legacyVersion: .ssl2,
          isWhole: false), unit.end)
    }
  }
}
