import Testing

@testable import RDPProtocol

@Suite("Start of MCS user data")
struct UserDataStartTests {
  private func kind(_ packet: [UInt8], hasSecurityHeader: Bool) throws -> UserDataStart.Kind {
    guard case .userData(let data) = try parseMCS(Array(packet.dropFirst(4))) else {
      Issue.record("no user data")
      return .other
    }
    return UserDataStart(data.first, hasSecurityHeader: hasSecurityHeader).kind
  }

  /// Set Error Info with its share headers ([MS-RDPBCGR] 2.2.5.1.1).
  static func setErrorInfo(_ code: UInt8) -> [UInt8] {
    hex("1600 1700 ea03 ea030100 00 01 0800 2f 00 0000") + [code, 0, 0, 0]
  }

  @Test("recorded PDUs are told apart")
  func recorded() throws {
    #expect(try kind(Vectors.securityExchange, hasSecurityHeader: true) == .securityExchange)
    #expect(
      try kind(Vectors.licenseRequest, hasSecurityHeader: true) == .licensing(LicensingMessage()))
    #expect(
      try kind(Vectors.licenseValid, hasSecurityHeader: true)
        == .licensing(LicensingMessage(errorCode: 7)))
    #expect(
      try kind(Vectors.licenseValid, hasSecurityHeader: false)
        == .licensing(LicensingMessage(errorCode: 7)))
  }

  @Test("Set Error Info is read in the clear, with and without a security header")
  func readsErrorInfo() {
    let bytes = Self.setErrorInfo(0x0C)
    #expect(UserDataStart(bytes, hasSecurityHeader: false).kind == .errorInfo(0x0C))
    #expect(UserDataStart([0, 0, 0, 0] + bytes, hasSecurityHeader: true).kind == .errorInfo(0x0C))
  }

  @Test("an encrypted PDU is not looked into")
  func encrypted() {
    let bytes: [UInt8] = [0x08, 0, 0, 0] + Self.setErrorInfo(0x0C)
    #expect(UserDataStart(bytes, hasSecurityHeader: true).kind == .other)
  }

  @Test(
    "share control types are told by their low nibble",
    arguments: [
      (0x11, .demandActive), (0x13, .confirmActive), (0x16, .deactivateAll),
      (0x1A, .redirection(body: 8)),
      (0x12, .other), (0x17, .other),
    ] as [(UInt8, UserDataStart.Kind)])
  func share(type: UInt8, kind: UserDataStart.Kind) {
    let bytes: [UInt8] = [0, 1, type, 0, 0xEA, 3, 0, 0, 0, 0]
    #expect(UserDataStart(bytes, hasSecurityHeader: false).kind == kind)
  }

  @Test(
    "truncations of Set Error Info tell no code",
    arguments: UserDataStartTests.setErrorInfo(0x0C).truncations)
  func truncated(bytes: [UInt8]) {
    #expect(UserDataStart(bytes, hasSecurityHeader: false).kind == .other)
  }

  @Test("one changed byte outside of the code never changes the code")
  func mutated() {
    let bytes = Self.setErrorInfo(0x0C)
    for changed in bytes.mutations where changed.suffix(4) == bytes.suffix(4) {
      if case .errorInfo(let code) = UserDataStart(changed, hasSecurityHeader: false).kind {
        #expect(code == 0x0C)
      }
    }
  }
}
