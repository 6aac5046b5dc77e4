import Testing

@testable import LogReader

/// Events of Windows' TCP: provider TCPIP in event traces and in its Operational log.
@Suite("Events of Windows' own TCP") struct TransportRuleTests {
  @Test(
    "addresses are read as text and as the bytes of a socket address",
    arguments: [
      ("10.0.0.5:3389", "10.0.0.5", 3389),
      ("02000d3d0a0000050000000000000000", "10.0.0.5", 3389),
      ("1700c35100000000fe80000000000000000000000000000100000000", "fe80:0:0:0:0:0:0:1", 50001),
      ("02000d3d", "02000d3d", nil),
    ] as [(String, String, Int?)])
  func endpoints(text: String, address: String, port: Int?) {
    let found = TransportRules.endpoint(text)
    #expect(found?.address == address && found?.port == port)
    #expect(TransportRules.endpoint("ff000d3d0a0000050000000000000000") == nil)
  }

  private func sessions(_ id: Int, local: String, remote: String) throws -> [LogSession] {
    let xml = """
      <Event xmlns='http://x'><System><Provider Name='Microsoft-Windows-TCPIP'/><EventID>\(id)</EventID>\
      <TimeCreated SystemTime='2026-01-18T10:00:00.000Z'/><Computer>TS01</Computer></System><EventData>\
      <Data Name='LocalAddress'>\(local)</Data><Data Name='RemoteAddress'>\(remote)</Data>\
      </EventData></Event>
      """
    return try LogText.sessions(xml)
  }

  @Test("a connection that was given up is the server's or the client's by its port")
  func points() throws {
    let server = try #require(
      try sessions(1046, local: "10.0.0.1:3389", remote: "10.0.0.5:50123").first)
    #expect(server.point == .server && server.client == LogEndpoint(parsing: "10.0.0.5:50123"))
    #expect(server.events.first?.code == LogCode(.win32, 121))
    let client = try #require(
      try sessions(1184, local: "10.0.0.5:50123", remote: "10.0.0.1:3389").first)
    #expect(client.point == .client && client.server?.port == 3389)
    #expect(client.events.first?.code == LogCode(.win32, 64))
  }

  @Test("other connections of the host are none of ours")
  func others() throws {
    #expect(try sessions(1046, local: "10.0.0.1:443", remote: "10.0.0.5:50123").isEmpty)
  }
}
