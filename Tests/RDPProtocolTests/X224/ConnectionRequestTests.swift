import CaptureReader
import RDPProtocol
import Testing

@Suite("X.224 Connection Request")
struct ConnectionRequestTests {
  /// The TPDU inside a TPKT packet.
  static let request = Array(Vectors.request.dropFirst(4))

  /// A request around what follows its fixed part.
  static func tpdu(_ variable: [UInt8], indicator: Int? = nil) -> [UInt8] {
    [UInt8(truncatingIfNeeded: indicator ?? variable.count + 6), 0xE0, 0, 0, 0, 0, 0] + variable
  }

  static func negotiation(flags: UInt8 = 0, protocols: UInt8) -> [UInt8] {
    [1, flags, 8, 0, protocols, 0, 0, 0]
  }

  @Test("reads the cookie and the protocols that FreeRDP asks for")
  func readsRecorded() throws {
    let request = try parseRequest(Self.request)
    #expect(request.cookie == "jdoe")
    #expect(request.requestedProtocols == [.ssl, .hybrid])
    #expect(request.routingToken == nil)
    #expect(request.flags == 0)
  }

  @Test("reads a request without negotiation data as such")
  func readsCookieOnly() throws {
    let request = try parseRequest(Array(Vectors.requestCookieOnly.dropFirst(4)))
    #expect(request.cookie == "jdoe")
    #expect(request.requestedProtocols == nil)
  }

  @Test("reads a request without cookie")
  func readsBare() throws {
    let request = try parseRequest(Array(Vectors.requestBare.dropFirst(4)))
    #expect(request.cookie == nil)
    #expect(request.requestedProtocols == [.ssl, .hybrid])
  }

  @Test(
    "reads routing tokens",
    arguments: [
      ("Cookie: msts=3640205228.15629.0000", "3640205228.15629.0000"),
      (
        "tsv://MS Terminal Services Plugin.1.Sessions",
        "tsv://MS Terminal Services Plugin.1.Sessions"
      ),
    ])
  func readsToken(line: String, token: String) throws {
    let bytes = Self.tpdu(Array(line.utf8) + [13, 10] + Self.negotiation(protocols: 0x0B))
    let request = try parseRequest(bytes)
    #expect(request.routingToken == token)
    #expect(request.cookie == nil)
    #expect(request.requestedProtocols == [.ssl, .hybrid, .hybridEx])
  }

  @Test("reads the restricted admin flag and the correlation identifier")
  func readsCorrelation() throws {
    let identifier = (1...16).map { UInt8($0) }
    let info: [UInt8] = [6, 0, 36, 0] + identifier + [UInt8](repeating: 0, count: 16)
    let request = try parseRequest(
      Self.tpdu(Self.negotiation(flags: 0x09, protocols: 0x03) + info))
    #expect(request.flags == 0x09)
    #expect(request.correlationID == "0102030405060708090a0b0c0d0e0f10")
  }

  @Test("does without a correlation identifier that is announced and missing")
  func missingCorrelation() throws {
    let request = try parseRequest(Self.tpdu(Self.negotiation(flags: 0x08, protocols: 0x03)))
    #expect(request.requestedProtocols == [.ssl, .hybrid])
    #expect(request.correlationID == nil)
  }

  @Test("every truncation throws or lacks what was cut", arguments: request.truncations)
  func truncated(bytes: [UInt8]) {
    let request = try? parseRequest(bytes)
    #expect(request?.requestedProtocols == nil)
  }

  @Test("one changed byte never yields more text than there are bytes")
  func mutated() {
    for bytes in Self.request.mutations {
      let request = try? parseRequest(bytes)
      #expect((request?.cookie ?? request?.routingToken ?? "").utf8.count <= 3 * bytes.count)
    }
  }

  @Test("rejects a wrong code and a length indicator under the fixed part")
  func rejects() {
    #expect(throws: WireError.self) { try parseRequest([6, 0xD0, 0, 0, 0, 0, 0]) }
    #expect(throws: WireError.self) { try parseRequest(Self.tpdu([], indicator: 5)) }
    let wrongLength: [UInt8] = [1, 0, 9, 0, 3, 0, 0, 0]
    #expect(throws: WireError.self) { try parseRequest(Self.tpdu(wrongLength)) }
  }

  @Test("keeps no cookie beyond its limit")
  func longCookie() throws {
    let line = Array("Cookie: mstshash=".utf8) + [UInt8](repeating: 0x41, count: 4096) + [13, 10]
    let request = try parseRequest(Self.tpdu(line))
    #expect(request.cookie == nil)
  }
}
