import CaptureReader
import Testing

@testable import RDPProtocol
@testable import TCPStreams

@Suite("TLS as a session's tracker follows it")
struct TLSTrackingTests {
  private func trace(_ build: (inout Conversation) -> Void) throws -> ProtocolTrace {
    var talk = Conversation()
    talk.say(.client, Vectors.request)
    talk.say(.server, Vectors.confirmHybrid)
    build(&talk)
    return try #require(talk.followed()).trace
  }

  /// A ClientHello for TLS 1.0 in SSL 2.0's form, with its record header.
  static let ssl2Hello = hex(
    "802b 01 0301 0012 0000 0010 00002f 010080 000005 00000a 060040 000035"
      + "000102030405060708090a0b0c0d0e0f")

  @Test("a client may open in SSL 2.0's form and go on with TLS", arguments: [1, 2, 5, 100])
  func ssl2Form(size: Int) throws {
    let trace = try trace { talk in
      talk.say(.client, Self.ssl2Hello, size: size)
      talk.say(.server, Vectors.serverFlight12)
      talk.say(.client, Vectors.clientFlight12)
    }
    let hello = try #require(trace.tls.clientHello).value
    #expect(hello.isSSL2Form)
    #expect(hello.maximumVersion == 0x0301)
    #expect(hello.cipherSuites == [0x002F, 0x0005, 0x000A, 0x0035])
    #expect(trace.tls.serverHello?.value.version == 0x0303)
    #expect(trace.tls.clientKeyExchange != nil)
    #expect(trace.framingErrors == PerSide(client: 0, server: 0))
  }

  @Test("SSL 2.0 itself is known, and what follows is no error")
  func ssl2() throws {
    let serverHello =
      hex("8013 04 00 01 0002 0003 0003 0000 112233 010080")
      + [7, 7]
    let trace = try trace { talk in
      talk.say(.client, Self.ssl2Hello.replacing(at: 3, with: [0, 2]))
      talk.say(.server, serverHello)
      talk.say(.client, [0x80, 0x05, 2, 9, 9, 9, 9])
      talk.say(.server, [0x00, 0x20, 0x04] + [UInt8](repeating: 7, count: 31))
    }
    #expect(trace.tls.clientHello?.value.maximumVersion == 0x0002)
    #expect(trace.tls.version == 0x0002)
    #expect(trace.framingErrors == PerSide(client: 0, server: 0))
  }

  @Test("bytes that only begin like SSL 2.0 are foreign", arguments: [2, 3])
  func notSSL2(place: Int) throws {
    let trace = try trace { talk in
      talk.say(.client, Self.ssl2Hello.replacing(at: place, with: [0x77]))
    }
    #expect(trace.tls.clientHello == nil)
    #expect(trace.tls.notTLS.client != nil)
  }

  @Test("one record may hold several alerts")
  func severalAlerts() throws {
    let trace = try trace { talk in
      talk.say(.client, Vectors.clientHello12)
      talk.say(.server, tlsRecord(21, [1, 112, 2, 40]))
    }
    #expect(trace.tls.alerts.map(\.code) == [112, 40])
    #expect(trace.tls.alerts.allSatisfy { !$0.isEncrypted && $0.side == .server })
  }

  @Test("a fatal alert is kept behind a flood of warnings")
  func warningFlood() throws {
    let trace = try trace { talk in
      talk.say(.client, Vectors.clientHello12)
      talk.say(.server, (0..<100).flatMap { _ in tlsRecord(21, [1, 112]) })
      talk.say(.server, tlsRecord(21, [2, 40]))
    }
    #expect(trace.tls.alerts.count == SessionTracker.keptAlerts)
    #expect(trace.tls.alerts.last?.code == 40)
  }

  @Test("alerts of other lengths are encrypted, none of no length is counted")
  func encryptedAlerts() throws {
    let trace = try trace { talk in
      talk.say(.client, Vectors.clientHello12)
      talk.say(.server, tlsRecord(21, []) + tlsRecord(21, [2]) + tlsRecord(21, [9, 9, 9, 9]))
    }
    #expect(trace.tls.alerts.map(\.isEncrypted) == [true, true])
    #expect(trace.tls.alerts.allSatisfy { $0.code == nil })
  }

  @Test(
    "a ServerHello that is cut off gives its version and suite as soon as they are there",
    arguments: [43, 48, 77, 79, 81, 90, 120])
  func cutServerHello(count: Int) throws {
    var framing = SessionTracker()
    let record = Vectors.serverHello13
    func chunk(_ side: Side, _ offset: Int, _ length: Int) -> StreamChunk {
      StreamChunk(
        side: side, offset: offset, length: length, isGap: false, hasBeginning: true,
        frame: testFrame(offset + 1))
    }
    let hello = Vectors.clientHello13
    framing.receive(chunk(.client, 0, hello.count), hello.rawSpan)
    // A snap length kept the first bytes of the segment; the next segment follows whole.
    let start = Array(record.prefix(count))
    framing.receive(chunk(.server, 0, record.count), start.rawSpan)
    let next = tlsRecord(21, [2, 40])
    framing.receive(chunk(.server, record.count, next.count), next.rawSpan)
    let tls = framing.trace.tls
    #expect(tls.serverHelloFrame != nil)
    // Record header, message header, version, random, session identifier, suite.
    if count >= 5 + 4 + 2 + 32 + 1 + 32 + 2 {
      #expect(tls.serverHello?.value.version == 0x0304)
      #expect(tls.serverHello?.value.cipherSuite == 0x1302)
    } else {
      #expect(tls.serverHello == nil)
    }
    #expect(tls.serverHello?.value.isWhole != true || count >= record.count)
    #expect(tls.alerts.map(\.code) == [40])
  }

  @Test("what is behind missing bytes is not taken for a message's rest")
  func cutMessage() throws {
    var tracker = SessionTracker()
    let flight = Vectors.serverFlight12
    let cut = Array(flight.prefix(200))
    let chunk = StreamChunk(
      side: .server, offset: 0, length: flight.count, isGap: false, hasBeginning: true,
      frame: testFrame(1))
    tracker.receive(chunk, cut.rawSpan)
    let next = tlsRecord(22, handshake(HandshakeType.serverHelloDone, []))
    tracker.receive(
      StreamChunk(
        side: .server, offset: flight.count, length: next.count, isGap: false, hasBeginning: true,
        frame: testFrame(2)), next.rawSpan)
    #expect(tracker.trace.tls.serverHello?.value.version == 0x0303)
  }

  @Test("a record over the limit is noted, and the other side is still read")
  func longRecord() throws {
    let trace = try trace { talk in
      talk.say(.client, hex("16 0301 ffff 01"))
      talk.say(.server, Vectors.serverHello13)
    }
    #expect(trace.notes.map(\.code) == ["tls.record_too_long"])
    #expect(trace.tls.serverHello?.value.version == 0x0304)
  }

  @Test("records of no length are passed over, also within a message")
  func emptyRecords() throws {
    let message = handshakeBody(HandshakeType.clientHello, in: Vectors.clientHello12)
    let bytes = handshake(HandshakeType.clientHello, message)
    let trace = try trace { talk in
      talk.say(.client, tlsRecord(22, Array(bytes.prefix(50))))
      talk.say(.client, (0..<50).flatMap { _ in tlsRecord(22, []) })
      talk.say(.client, tlsRecord(22, Array(bytes.dropFirst(50))))
    }
    #expect(trace.tls.clientHello?.value.isWhole == true)
  }

  @Test("a hello in many records of one byte is read")
  func tinyRecords() throws {
    let message = handshakeBody(HandshakeType.clientHello, in: Vectors.clientHello12)
    let bytes = handshake(HandshakeType.clientHello, message)
    let trace = try trace { talk in
      talk.say(.client, bytes.flatMap { tlsRecord(22, [$0]) }, size: 7)
    }
    #expect(trace.tls.clientHello?.value.ja3 != nil)
  }

  @Test("after a HelloRetryRequest both hellos are read behind the ChangeCipherSpec")
  func retry() throws {
    let server = handshakeBody(HandshakeType.serverHello, in: Vectors.serverHello13)
    let retry = server.replacing(at: 2, with: ServerHelloTests.retryRandom)
    let trace = try trace { talk in
      talk.say(.client, Vectors.clientHello13)
      talk.say(.server, tlsRecord(22, handshake(HandshakeType.serverHello, retry)))
      talk.say(.server, tlsRecord(20, [1]))
      talk.say(.client, tlsRecord(20, [1]) + Vectors.clientHello13)
      talk.say(.server, tlsRecord(22, handshake(HandshakeType.serverHello, server)))
    }
    #expect(trace.tls.helloRetryRequest != nil)
    #expect(trace.tls.clientHelloCount == 2)
    #expect(trace.tls.serverHello?.value.version == 0x0304)
    #expect(trace.tls.finished.client == nil)
  }

  @Test("TLS 1.2's session that is gone on with is told")
  func resumption() throws {
    var server = handshakeBody(HandshakeType.serverHello, in: Vectors.serverHello13)
    let identifier = Array(server[35..<67])
    var client = handshakeBody(HandshakeType.clientHello, in: Vectors.clientHello12)
    #expect(client[34] == 0)
    client.replaceSubrange(34...34, with: [32] + identifier)
    // TLS 1.2 with its own suite and no extensions.
    server = Array(server.prefix(67)) + hex("c030 00")
    let resumed = try trace { talk in
      talk.say(.client, tlsRecord(22, handshake(HandshakeType.clientHello, client)))
      talk.say(.server, tlsRecord(22, handshake(HandshakeType.serverHello, server)))
    }
    #expect(resumed.tls.clientHello?.value.offersResumption == true)
    #expect(resumed.tls.resumption == .sessionID)
    server[40] ^= 1
    let refused = try trace { talk in
      talk.say(.client, tlsRecord(22, handshake(HandshakeType.clientHello, client)))
      talk.say(.server, tlsRecord(22, handshake(HandshakeType.serverHello, server)))
    }
    #expect(refused.tls.resumption == TLSTrace.Resumption.none)
  }
}
