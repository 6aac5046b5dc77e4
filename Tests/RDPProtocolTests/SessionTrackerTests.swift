import CaptureReader
import Evidence
import TCPStreams
import Testing

@testable import RDPProtocol

@Suite("Session tracker")
struct SessionTrackerTests {
  /// A conversation up to the end of a TLS 1.2 handshake.
  static func afterHandshake12() -> Conversation {
    var talk = Conversation()
    talk.say(.client, Vectors.request)
    talk.say(.server, Vectors.confirmHybrid)
    talk.say(.client, Vectors.clientHello12)
    talk.say(.server, Vectors.serverFlight12)
    talk.say(.client, Vectors.clientFlight12)
    talk.say(.server, Vectors.serverFlightEnd12)
    return talk
  }

  @Test("reads a TLS 1.2 handshake and a refusal by alert")
  func refusedByAlert() throws {
    var talk = Self.afterHandshake12()
    talk.say(.client, encrypted(117))
    talk.say(.server, encrypted(211))
    talk.say(.client, encrypted(493))
    talk.say(.server, tlsRecord(TLSContentType.alert, [UInt8](repeating: 9, count: 26)))
    talk.close(.server)
    let facts = try #require(talk.followed()).facts
    let trace = facts.trace
    #expect(trace.recognised)
    #expect(trace.request?.value.cookie == "jdoe")
    #expect(trace.tls.version == 0x0303)
    #expect(trace.tls.certificate?.value.subject == "CN=TS01")
    #expect(trace.tls.serverHelloDone != nil)
    #expect(trace.tls.clientKeyExchange != nil)
    #expect(trace.tls.finished.client != nil && trace.tls.finished.server != nil)
    #expect(facts.credssp.stage == .authenticate)
    #expect(facts.credssp.refusal == .alert)
    #expect(facts.credssp.messages.map(\.plaintextLength) == [93, 187, 469])
    #expect(trace.tls.alerts.map(\.isEncrypted) == [true])
    #expect(facts.phases.map(\.phase) == [.x224, .tls, .credssp])
    #expect(facts.phases.map(\.isInferred) == [false, false, true])
  }

  @Test("a FIN after the third message is a refusal by closing, a RST one by reset")
  func refusedByClosing() throws {
    for (isReset, refusal) in [(false, CredSSPRefusalKind.closed), (true, .reset)] {
      var talk = Self.afterHandshake12()
      talk.say(.client, encrypted(117))
      talk.say(.server, encrypted(211))
      talk.say(.client, encrypted(493))
      if isReset { talk.reset(.server) } else { talk.close(.server) }
      #expect(try #require(talk.followed()).facts.credssp.refusal == refusal)
    }
  }

  @Test("a client that closes after the challenge has left")
  func clientLeft() throws {
    var talk = Self.afterHandshake12()
    talk.say(.client, encrypted(117))
    talk.say(.server, encrypted(211))
    talk.close(.client)
    let credssp = try #require(talk.followed()).facts.credssp
    #expect(credssp.stage == .challenge)
    #expect(credssp.clientLeft != nil)
    #expect(credssp.refusal == nil)
  }

  @Test("a plain alert during the handshake is read")
  func plainAlert() throws {
    var talk = Conversation()
    talk.say(.client, Vectors.request)
    talk.say(.server, Vectors.confirmHybrid)
    talk.say(.client, Vectors.clientHelloOld)
    talk.say(.server, tlsRecord(TLSContentType.alert, [2, 40]))
    talk.close(.server)
    let trace = try #require(talk.followed()).trace
    #expect(trace.tls.alerts.map(\.code) == [40])
    #expect(trace.tls.alerts.map(\.level) == [2])
    #expect(trace.tls.alerts.map(\.isEncrypted) == [false])
  }

  @Test("a refused negotiation ends the phases there")
  func negotiationFailure() throws {
    var talk = Conversation()
    talk.say(.client, Vectors.request)
    talk.say(.server, Vectors.confirmHybrid.replacing(at: 11, with: [3, 0, 8, 0, 5]))
    talk.close(.server)
    let trace = try #require(talk.followed()).trace
    #expect(trace.confirm?.value == .failure(code: 5))
    #expect(trace.phases.map(\.phase) == [.x224])
  }

  /// Standard RDP security up to licensing, as rdesktop and xrdp speak it.
  static func clearSession() -> Conversation {
    var talk = Conversation()
    talk.say(.client, Vectors.requestCookieOnly)
    talk.say(.server, Vectors.confirmWithout)
    talk.say(.client, Vectors.connectInitial)
    talk.say(.server, Vectors.connectResponse)
    talk.say(.client, hex("0300000c02f0800400010001") + hex("0300000802f08028"))
    talk.say(.server, hex("0300000b02f0802e000008"))
    for channel in [0xF1, 0xEB] as [UInt8] {
      talk.say(.client, hex("0300000c02f080380008") + [3, channel])
      talk.say(.server, hex("0300000f02f0803e000008") + [3, channel, 3, channel])
    }
    talk.say(.client, Vectors.securityExchange)
    talk.say(.server, Vectors.licenseRequest)
    talk.say(.server, Vectors.licenseValid)
    return talk
  }

  @Test("reads the connection sequence of standard RDP security")
  func clear() throws {
    let trace = try #require(Self.clearSession().followed()).trace
    #expect(trace.confirm?.value == .withoutNegotiation)
    #expect(trace.mcs.clientName == "LAPTOP-604")
    #expect(trace.mcs.connectResponse?.value == 0)
    #expect(trace.mcs.encryptionMethod == 2)
    #expect(trace.mcs.attachUser != nil)
    #expect(trace.mcs.channelJoins == 2)
    #expect(trace.mcs.securityExchange != nil)
    #expect(trace.licensing.start != nil)
    #expect(trace.licensing.error == nil)
    #expect(trace.phases.map(\.phase) == [.x224, .mcs, .licensing])
  }

  @Test("a licensing error, Set Error Info and both goodbyes are read in the clear")
  func clearEnd() throws {
    var talk = Self.clearSession()
    talk.say(.server, Vectors.licenseValid.replacing(at: 22, with: [6]))
    // Flags 0: a security header and nothing encrypted.
    let info = hex("02f08068000803eb701a 00000000") + UserDataStartTests.setErrorInfo(0x0C)
    talk.say(.server, tpkt(info))
    talk.say(.server, hex("0300000902f0802180"))
    talk.say(.client, hex("0300000b06800000000000"))
    let trace = try #require(talk.followed()).trace
    #expect(trace.licensing.error?.value == 6)
    #expect(trace.mcs.errorInfo?.value == 0x0C)
    #expect(trace.mcs.ultimatums.map(\.side) == [.server, .client])
    #expect(trace.mcs.ultimatums.map(\.reason) == [3, nil])
  }

  @Test("bytes that are no protocol of ours are kept as such")
  func foreign() throws {
    var talk = Conversation()
    talk.say(.client, Array("GET / HTTP/1.1\r\n\r\n".utf8))
    talk.say(.server, Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8))
    let trace = try #require(talk.followed()).trace
    #expect(!trace.recognised)
    #expect(trace.foreignBytes.client == Array("GET / HTTP/1.1\r\n".utf8))
    #expect(trace.framingErrors.client == 1)
  }

  @Test("records without a handshake are a session already running")
  func midStream() throws {
    var talk = Conversation(isComplete: false)
    for _ in 0..<10 {
      talk.say(.client, encrypted(60))
      talk.say(.server, encrypted(300))
    }
    talk.say(.client, encrypted(33))
    let facts = try #require(talk.followed()).facts
    #expect(facts.trace.tls.midStream)
    #expect(facts.trace.mcs.active == nil && facts.isActive)
    #expect(facts.trace.mcs.ultimatums.isEmpty)
    // Nine bytes are a keystroke too: without the close that follows they are no goodbye.
    #expect(facts.ultimatums.isEmpty)
  }

  @Test("a session that passed CredSSP and runs is active, whoever says goodbye")
  func active() throws {
    var talk = Self.afterHandshake12()
    for (side, length) in [
      (Side.client, 57), (.server, 262), (.client, 543), (.server, 59),
      (.client, 76), (.server, 4), (.client, 466),
    ] {
      talk.say(side, encrypted(length + 24))
    }
    for _ in 0..<10 {
      talk.say(.server, encrypted(300))
      talk.say(.client, encrypted(60))
    }
    talk.say(.client, encrypted(9 + 24))
    talk.close(.client)
    let facts = try #require(talk.followed()).facts
    #expect(facts.credssp.stage == .passed)
    #expect(facts.trace.mcs.active == nil && facts.isActive)
    #expect(facts.ultimatums.map(\.side) == [.client])
    #expect(facts.phases.map(\.phase) == [.x224, .tls, .credssp, .mcs, .active])
  }
}
