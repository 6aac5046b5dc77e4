import CaptureReader
import Testing

@testable import RDPProtocol

@Suite("MCS messages")
struct MCSMessageTests {
  static let connectInitial = Array(Vectors.connectInitial.dropFirst(4))
  static let connectResponse = Array(Vectors.connectResponse.dropFirst(4))

  @Test("Connect Initial tells the client's name and build")
  func readsConnectInitial() throws {
    guard case .connectInitial(let core?) = try parseMCS(Self.connectInitial) else {
      Issue.record("no Connect Initial")
      return
    }
    #expect(core.name == "LAPTOP-604")
    #expect(core.build == 2600)
  }

  @Test("Connect Response tells its result and the server's encryption")
  func readsConnectResponse() throws {
    guard
      case .connectResponse(let result, let server?) = try parseMCS(Self.connectResponse)
    else {
      Issue.record("no Connect Response")
      return
    }
    #expect(result == 0)
    #expect(server.encryptionMethod == 2)
    #expect(server.encryptionLevel == 3)
  }

  @Test("Connect Response with a refusal tells its result")
  func refusedResponse() throws {
    let place = try #require(Self.connectResponse.firstRange(of: [0x0A, 0x01]))
    let bytes = Self.connectResponse.replacing(at: place.lowerBound, with: [0x0A, 0x01, 6])
    guard case .connectResponse(let result, _) = try parseMCS(bytes) else {
      Issue.record("no Connect Response")
      return
    }
    #expect(result == 6)
  }

  @Test(
    "the ultimatum's reason spans two bytes",
    arguments: [
      ("02f0802180", 3), ("02f0802080", 1), ("02f0802000", 0), ("02f0802100", 2),
      ("02f0802200", 4),
    ] as [(String, UInt8)])
  func ultimatum(bytes: String, reason: UInt8) throws {
    guard case .disconnectUltimatum(let read) = try parseMCS(hex(bytes)) else {
      Issue.record("no ultimatum")
      return
    }
    #expect(read == reason)
  }

  @Test(
    "domain PDUs are told by their choice",
    arguments: [
      ("02f0800400010001", .erectDomainRequest), ("02f08028", .attachUserRequest),
      ("02f0802e000008", .attachUserConfirm), ("02f08038000803f1", .channelJoinRequest),
      ("02f0803e00000803f103f1", .channelJoinConfirm),
    ] as [(String, DomainPDU)])
  func domain(bytes: String, choice: DomainPDU) throws {
    guard case .domain(let read) = try parseMCS(hex(bytes)) else {
      Issue.record("no domain PDU")
      return
    }
    #expect(read == choice)
  }

  @Test(
    "rejects what is no X.224 data with MCS inside",
    arguments: ["", "02", "02f0", "02f080", "03f08028", "02e08028", "02f0807f67", "02f08020"])
  func rejects(bytes: String) {
    #expect(throws: WireError.self) { try parseMCS(hex(bytes)) }
  }

  @Test(
    "truncations tell no more than the whole",
    arguments: [
      connectInitial, connectResponse, Array(Vectors.securityExchange.dropFirst(4)),
      Array(Vectors.licenseValid.dropFirst(4)), hex("02f0802180"),
    ])
  func truncated(bytes: [UInt8]) {
    for part in bytes.truncations {
      switch try? parseMCS(part) {
      case .connectInitial(let core): #expect(core == nil || core?.name == "LAPTOP-604")
      case .connectResponse(let result, let server):
        #expect(result == 0)
        #expect(server?.encryptionMethod == nil || server?.encryptionMethod == 2)
      case .userData(let data): #expect(data.first.count <= 48)
      case .disconnectUltimatum, .domain, .refused, .other: Issue.record("made up of \(part)")
      case nil: break
      }
    }
  }

  @Test(
    "one changed byte never reads beyond the limits",
    arguments: [
      connectInitial, connectResponse, Array(Vectors.securityExchange.dropFirst(4)),
      Array(Vectors.licenseRequest.dropFirst(4)),
    ])
  func mutated(bytes: [UInt8]) {
    for changed in bytes.mutations {
      switch try? parseMCS(changed) {
      case .connectInitial(let core): #expect((core?.name ?? "").utf16.count <= 16)
      case .userData(let data): #expect(data.first.count <= 48)
      default: break
      }
    }
  }

  @Test(
    "BER lengths of up to four bytes are read, longer ones and indefinite ones rejected",
    arguments: [
      ("05", 5), ("7f", 127), ("8180", 128), ("82ffff", 65_535), ("84ffffffff", 0xFFFF_FFFF),
      ("80", nil), ("85ffffffffff", nil), ("82ff", nil), ("ff", nil),
    ] as [(String, Int?)])
  func lengths(bytes: String, value: Int?) {
    #expect(readLength(hex(bytes)) == value)
  }

  private func readLength(_ bytes: [UInt8]) -> Int? {
    var reader = ByteReader(bytes.rawSpan)
    return try? reader.readBERLength()
  }
}
