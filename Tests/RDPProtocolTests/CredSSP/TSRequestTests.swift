import CaptureReader
import Testing

@testable import RDPProtocol

@Suite("TSRequest")
struct TSRequestTests {
  static let recorded = [
    CredSSPVectors.negotiate, CredSSPVectors.challenge, CredSSPVectors.authenticate,
    CredSSPVectors.logonFailure, CredSSPVectors.wrappedNegotiate, CredSSPVectors.wrappedChallenge,
    CredSSPVectors.wrappedAuthenticate, CredSSPVectors.wrappedKeyReply,
  ]

  @Test("tells what each message of an exchange holds")
  func recordedParts() throws {
    let requests = try Self.recorded.map { bytes throws(WireError) in try TSRequest(parsing: bytes)
    }
    #expect(requests.map(\.version) == [6, 6, 6, 6, 2, 2, 2, 2])
    #expect(requests.map(\.negoTokens.count) == [1, 1, 1, 0, 1, 1, 1, 1])
    #expect(
      requests.map(\.hasPubKeyAuth) == [false, false, true, false, false, false, true, true])
    #expect(
      requests.map(\.hasClientNonce) == [true, false, true, false, false, false, false, false])
    #expect(requests.map(\.hasAuthInfo) == [Bool](repeating: false, count: 8))
    #expect(requests.map(\.errorCode) == [nil, nil, nil, 0xC000_006D, nil, nil, nil, nil])
  }

  @Test(
    "reads an error code of four and of five bytes",
    arguments: [
      ("300da003020106a406020480090302", 0x8009_0302),
      ("300ea003020106a4070205 00c000006d", 0xC000_006D), ("300aa003020103a403020105", 5),
    ] as [(String, NTStatus)])
  func errorCodes(bytes: String, code: NTStatus) throws {
    #expect(try TSRequest(parsing: hex(bytes)).errorCode == code)
  }

  @Test("tells authInfo")
  func authInfo() throws {
    #expect(try TSRequest(parsing: hex("300ba003020106a20404020102")).hasAuthInfo)
  }

  @Test("the length of a message is told by its first bytes", arguments: recorded)
  func length(bytes: [UInt8]) {
    #expect(TSRequest.length(of: bytes) == bytes.count)
    #expect(TSRequest.length(of: Array(bytes.prefix(5))) == bytes.count)
  }

  @Test(
    "what is none has no length",
    arguments: ["", "30", "3080", "31020500", "308201", "3085ffffffffff"])
  func noLength(bytes: String) {
    #expect(TSRequest.length(of: hex(bytes)) == nil)
  }

  @Test("truncations throw", arguments: recorded)
  func truncated(bytes: [UInt8]) {
    for part in bytes.truncations {
      #expect(throws: WireError.self) { try TSRequest(parsing: part) }
    }
  }

  @Test(
    "rejects a missing, zero and oversized version",
    arguments: ["3000", "3005a003020100", "3005a003020180", "300fa00d020bffffffffffffffffffffff"])
  func version(bytes: String) {
    #expect(throws: WireError.self) { try TSRequest(parsing: hex(bytes)) }
  }

  @Test("one changed byte never makes tokens longer than the message", arguments: recorded)
  func mutated(bytes: [UInt8]) {
    for changed in bytes.mutations {
      guard let request = try? TSRequest(parsing: changed) else { continue }
      #expect(request.negoTokens.reduce(0) { $0 + $1.count } <= changed.count)
      for token in request.negoTokens { #expect(SPNEGO(token).mechanisms.count <= 8) }
    }
  }

  @Test("deep nesting and thousands of fields throw or are read")
  func nested() {
    var nested: [UInt8] = [5, 0]
    for _ in 0..<60 { nested = [0x30, UInt8(nested.count)] + nested }
    #expect(throws: WireError.self) { try TSRequest(parsing: nested) }
    let many = (0..<20_000).flatMap { _ in [0xA0, 3, 2, 1, 6] as [UInt8] }
    let bytes = [0x30, 0x83, 0x01, 0x86, 0xA0] + many
    #expect((try? TSRequest(parsing: bytes))?.version == 6)
  }
}
