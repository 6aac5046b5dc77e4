import CaptureReader
import Foundation
import Support
import TCPStreams
import Testing

@testable import RDPProtocol

@Suite("Carriers of sessions")
struct CarrierTests {
  static let gatewayRequest = Array(
    """
    RDG_OUT_DATA /remoteDesktopGateway/ HTTP/1.1\r
    Connection: Upgrade\r
    Upgrade: websocket\r
    RDG-Connection-Id: {ACB07A50-BE7C-40D1-BA83-0A808EC87F1E}\r
    Host: gw.contoso.example\r
    Authorization: Negotiate c2VjcmV0\r
    \r

    """.utf8)

  static func answer(_ line: String, body: String = "") -> [UInt8] {
    Array("HTTP/1.1 \(line)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8)
  }

  /// A WebSocket frame of a server, or of a client with a mask.
  static func frame(_ payload: [UInt8], masked: Bool = false, opcode: UInt8 = 2) -> [UInt8] {
    let mask: [UInt8] = [1, 2, 3, 4]
    let bytes =
      masked ? payload.enumerated().map { $1 ^ mask[$0 & 3] } : payload
    let length: [UInt8] =
      payload.count < 126
      ? [UInt8(payload.count)] : [126, UInt8(payload.count >> 8), UInt8(payload.count & 0xFF)]
    return [0x80 | opcode, length[0] | (masked ? 0x80 : 0)] + length.dropFirst()
      + (masked ? mask : []) + bytes
  }

  /// A gateway's packet: type, reserved, length, body.
  static func packet(_ type: UInt8, _ body: [UInt8]) -> [UInt8] {
    [type, 0, 0, 0, UInt8(body.count + 8), 0, 0, 0] + body
  }

  static let channelCreate: [UInt8] = {
    let name = "rdsh02".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    return packet(8, [1, 0, 0x3D, 0x0D, 3, 0, UInt8(name.count), 0] + name)
  }()

  @Test("a gateway's request and its refusals are read, its credentials are not")
  func gatewayRefusal() throws {
    var conversation = Conversation()
    conversation.say(.client, Self.gatewayRequest)
    conversation.say(.server, Self.answer("401 Unauthorized", body: "who are you?"))
    conversation.say(.client, Self.gatewayRequest, size: 7)
    conversation.say(.server, Self.answer("401 User Account Restricted"))
    conversation.close(.client)
    let trace = try #require(conversation.followed()).trace
    let carrier = try #require(trace.carrier)
    #expect(trace.recognised)
    #expect(carrier.kind == .gatewayWebSocket)
    #expect(carrier.basis == .read)
    #expect(carrier.host == "gw.contoso.example")
    #expect(carrier.connectionID == "{ACB07A50-BE7C-40D1-BA83-0A808EC87F1E}")
    #expect(carrier.challenges == 2)
    #expect(carrier.response?.value.reason == "User Account Restricted")
    #expect(carrier.isOpen == nil && carrier.hidesSession)
    #expect(!"\(carrier)".contains("c2VjcmV0"))
  }

  @Test("a gateway's packets tell the target and a refusal")
  func gatewayPackets() throws {
    var conversation = Conversation()
    conversation.say(.client, Self.gatewayRequest)
    conversation.say(.server, Self.answer("101 Switching Protocols"))
    conversation.say(.client, Self.frame(Self.channelCreate, masked: true), size: 5)
    conversation.say(.server, Self.frame(Self.packet(9, [0xDA, 0x59, 0x07, 0x80, 0, 0, 0, 0])))
    let gateway = try #require(conversation.followed()?.trace.carrier?.gateway)
    #expect(gateway.target == "rdsh02")
    #expect(gateway.targetPort == 3389)
    #expect(gateway.refusal?.value == GatewayTrace.Refusal(step: "channel", status: 0x8007_59DA))
  }

  @Test("RDP inside a WebSocket in the clear is read as ever")
  func webSocket() throws {
    var conversation = Conversation()
    conversation.say(
      .client, Array("GET /rdp HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\n\r\n".utf8))
    conversation.say(.server, Self.answer("101 Switching Protocols"))
    conversation.say(.client, Self.frame(Vectors.request, masked: true), size: 11)
    conversation.say(.server, Self.frame(Vectors.confirmHybrid))
    let trace = try #require(conversation.followed()).trace
    #expect(trace.carrier?.kind == .webSocket)
    #expect(trace.carrier?.hidesSession == false)
    #expect(trace.request?.value.cookie == "jdoe")
    #expect(trace.selectsCredSSP)
  }

  @Test("RDP behind a proxy's CONNECT is read as ever")
  func proxy() throws {
    var conversation = Conversation()
    conversation.say(.client, Array("CONNECT rdsh02:3389 HTTP/1.1\r\n\r\n".utf8))
    conversation.say(.server, Array("HTTP/1.1 200 Connection established\r\n\r\n".utf8))
    conversation.say(.client, Vectors.request)
    conversation.say(.server, Vectors.confirmHybrid)
    let trace = try #require(conversation.followed()).trace
    #expect(trace.carrier?.kind == .proxy)
    #expect(trace.carrier?.host == "rdsh02:3389")
    #expect(trace.request?.value.cookie == "jdoe")
  }

  @Test(
    "other requests are no carrier",
    arguments: [
      "GET / HTTP/1.1\r\n\r\n", "GET /rdp HTTP/1.1\r\nHost: h\r\n\r\n",
      "RPC_IN_DATA /rpc/rpcproxy.dll?mail:6001 HTTP/1.1\r\n\r\n",
      "CONNECT mail:443 HTTP/1.1\r\n\r\n", "RDG_OUT_DATA\r\n\r\n",
    ])
  func others(request: String) throws {
    var conversation = Conversation()
    conversation.say(.client, Array(request.utf8))
    conversation.say(.server, Self.answer("200 OK"))
    #expect(try #require(conversation.followed()).trace.carrier == nil)
  }

  @Test(
    "gateways are known by their names",
    arguments: [
      ("rdg.contoso.example", .gateway), ("RDGW-02.contoso.example", .gateway),
      ("rdgateway-g-eu-r0.wvd.microsoft.com", .virtualDesktop), ("rdweb.contoso.example", nil),
      ("rdg", nil), ("www.contoso.example", nil), ("rdbroker.wvd.microsoft.com", nil),
      ("ordg.contoso.example", nil),
    ] as [(String, Carrier.Kind?)])
  func names(name: String, kind: Carrier.Kind?) {
    #expect(GatewayName.kind(of: name) == kind)
  }

  @Test("truncated and changed messages are read or left")
  func hostile() {
    let stream = Self.answer("101 Switching Protocols") + Self.frame(Self.packet(9, [0, 0, 0, 0]))
    for changed in stream.truncations + stream.mutations {
      var conversation = Conversation()
      conversation.say(.client, Self.gatewayRequest)
      conversation.say(.server, changed)
      #expect(conversation.followed()?.trace.carrier?.kind == .gatewayWebSocket)
    }
    for changed in Self.gatewayRequest.mutations.prefix(200) {
      var reader = CarrierReader(isInsideTLS: false)
      let frame = ItemReference(input: 0, frame: 1, time: Timestamp(nanoseconds: 0))
      #expect(reader.receive(changed, from: .client, frame: frame).isEmpty)
    }
  }

  @Test("a head without end, and a frame without bounds, do not grow")
  func bounded() {
    let frame = ItemReference(input: 0, frame: 1, time: Timestamp(nanoseconds: 0))
    var reader = CarrierReader(isInsideTLS: false)
    for _ in 0..<200 {
      _ = reader.receive([UInt8](repeating: 65, count: 1000), from: .client, frame: frame)
    }
    #expect(reader.carrier == nil)
    var frames = WebSocketFrames()
    var events: [WebSocketFrames.Event] = []
    frames.consume([0x82, 127, 255, 255, 255, 255, 255, 255, 255, 255, 1]) { events.append($0) }
    #expect(events == [.broken])
  }

  @Test(
    "a published gateway sign-in is read with the keys of its file, and left alone without",
    .enabled(if: Recordings.shared("public/rdp") != nil, "recordings absent"))
  func published() throws {
    let folder = try #require(Recordings.shared("public/rdp"))
    let file = folder.appending(
      path: "awakecoding__wireshark-rdp__rdp-rdg-no-kdc-proxy-ntlm-downgrade-failure.pcapng")
    let carriers = try follow(file).compactMap(\.trace.carrier)
    #expect(carriers.map(\.host) == ["it-help-gw.ad.it-help.ninja"])
    #expect(carriers.map(\.response?.value.status) == [401])
    #expect(carriers.map(\.response?.value.reason) == ["User Account Restricted"])
    #expect(carriers.map(\.challenges) == [2])
    #expect(try follow(file, usesOwnSecrets: false).allSatisfy { $0.trace.carrier == nil })
  }
}

@Suite("Proxies") struct ProxyTargetTests {
  @Test(
    "CONNECT leads to RDP on the standard port and on named ones only",
    arguments: [
      ("server.example:3389", true), ("server.example:4489", true), ("[fd00::1]:4489", true),
      ("server.example:443", false), ("server.example", false), ("server.example:99999", false),
    ])
  func target(text: String, isProxied: Bool) {
    #expect(CarrierRecognizer.isProxied(text, ServicePorts(named: [4489])) == isProxied)
    let request = Array("CONNECT \(text) HTTP/1.1\r\n\r\n".utf8)
    let opening = CarrierRecognizer.request(request.rawSpan, ports: ServicePorts(named: [4489]))
    #expect((opening != nil) == isProxied)
  }
}
