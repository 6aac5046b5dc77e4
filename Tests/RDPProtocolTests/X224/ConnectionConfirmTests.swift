import CaptureReader
import RDPProtocol
import Testing

@Suite("X.224 Connection Confirm")
struct ConnectionConfirmTests {
  static let confirm = Array(Vectors.confirmHybrid.dropFirst(4))

  static func tpdu(type: UInt8, flags: UInt8 = 0, value: UInt8) -> [UInt8] {
    [0x0E, 0xD0, 0, 0, 0x12, 0x34, 0, type, flags, 8, 0, value, 0, 0, 0]
  }

  @Test("reads the selected protocol and flags")
  func readsRecorded() throws {
    #expect(try parseConfirm(Self.confirm) == .selected(.hybrid, flags: 0x03))
  }

  @Test("reads every failure code, known or not", arguments: [1, 2, 3, 4, 5, 6, 7, 255])
  func readsFailure(code: UInt8) throws {
    let failure = NegotiationFailureCode(rawValue: UInt32(code))
    #expect(try parseConfirm(Self.tpdu(type: 3, value: code)) == .failure(code: failure))
  }

  @Test("reads a confirm without negotiation data", arguments: [Vectors.confirmWithout])
  func readsWithout(packet: [UInt8]) throws {
    #expect(try parseConfirm(Array(packet.dropFirst(4))) == .withoutNegotiation)
  }

  @Test("rejects an unknown negotiation type")
  func rejectsType() {
    #expect(throws: WireError.self) { try parseConfirm(Self.tpdu(type: 4, value: 1)) }
  }

  @Test("no truncation selects a protocol", arguments: confirm.truncations)
  func truncated(bytes: [UInt8]) {
    let confirm = try? parseConfirm(bytes)
    #expect(confirm == nil || confirm == .withoutNegotiation)
  }

  @Test("one changed byte outside of the value never changes the value")
  func mutated() {
    for bytes in Self.confirm.mutations where bytes.suffix(4) == Self.confirm.suffix(4) {
      switch try? parseConfirm(bytes) {
      case .selected(let protocols, _): #expect(protocols == .hybrid)
      case .failure(let code): #expect(code == 2)
      case .withoutNegotiation, nil: break
      }
    }
  }
}
