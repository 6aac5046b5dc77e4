import CaptureReader
import PacketDecode
import Support
import TCPStreams
import Testing

@testable import RDPProtocol

/// Datagrams put together from the drawings of [MS-RDPEUDP] 2.2 and [MS-RDPEUDP2] 2.2.
enum UDPVectors {
  /// A SYN that is padded to the largest size, as the specification wants it.
  static func syn(
    flags: UInt16 = 0x1001, acknowledging: UInt32 = 0xFFFF_FFFF, sequence: UInt32 = 0x0102_0304,
    extra: [UInt8] = [0, 1, 0, 2]
  ) -> [UInt8] {
    let head =
      big(acknowledging) + [0, 0x40] + big(flags) + big(sequence) + [0x04, 0xD0, 0x04, 0xD0] + extra
    return head + [UInt8](repeating: 0, count: 1232 - head.count)
  }

  static let correlated = syn(
    flags: 0x1801, extra: Array(1...16) + [UInt8](repeating: 0, count: 16) + [0, 1, 0, 2])
  /// RDPEUDP2 with the cookie's hash.
  static let version3 = syn(extra: [0, 1, 1, 1] + [UInt8](repeating: 0xC7, count: 32))
  static let synAck = syn(flags: 0x1005, acknowledging: 0x0102_0304, sequence: 0x0A0B_0C0D)

  /// Version 1: acknowledges, and carries data number `number`.
  static func data(_ number: UInt32, missing: Int = 0) -> [UInt8] {
    let vector: [UInt8] = missing > 0 ? [0, 2, 0x02, 0xC0 | UInt8(missing - 1)] : [0, 1, 0x02, 0]
    return big(UInt32(7)) + [0, 0x40, 0, 0x0C] + vector + big(number) + big(number) + [23, 3, 3]
  }

  static let acknowledgment: [UInt8] = big(UInt32(7)) + [0, 0x40, 0x04, 0x04, 0, 1, 2, 0]
  static let finish: [UInt8] = big(UInt32(7)) + [0, 0x40, 0, 2]

  /// RDPEUDP2: acknowledgement of acknowledgements, and data of the channel's number `number`;
  /// the first and the eighth byte are swapped.
  static func data2(_ number: UInt16, datagram: UInt16 = 100) -> [UInt8] {
    swapped(
      [0xE0, 0x14, 0xC0] + little(UInt16(9)) + little(datagram) + little(number)
        + [22, 3, 3, 0, 1])
  }

  static let dummy2 = swapped([0xF0, 0x14, 0xC0, 0, 0, 0, 0, 0, 0, 0])
  static let acknowledgment2 = swapped([0xE0, 0x01, 0xC0, 1, 0, 0, 0, 0, 0, 0])

  private static func swapped(_ bytes: [UInt8]) -> [UInt8] {
    var copy = bytes
    copy.swapAt(0, 7)
    return copy
  }

  private static func big(_ value: some FixedWidthInteger) -> [UInt8] {
    PacketBuilder.bigEndian(value)
  }

  private static func little(_ value: UInt16) -> [UInt8] {
    [UInt8(value & 0xFF), UInt8(value >> 8)]
  }
}

@Suite("Datagrams of the UDP transport")
struct RDPEUDPDatagramTests {
  private func opening(_ bytes: [UInt8]) -> RDPEUDPDatagram.Opening? {
    guard case .opening(let fields)? = RDPEUDPDatagram.opening(bytes.rawSpan)?.content else {
      return nil
    }
    return fields
  }

  private func content(_ bytes: [UInt8]) -> RDPEUDPDatagram.Content? {
    RDPEUDPDatagram.version1(bytes.rawSpan)?.content
  }

  private func content2(_ bytes: [UInt8]) -> RDPEUDPDatagram.Content? {
    RDPEUDPDatagram.version2(bytes.rawSpan)?.content
  }

  private func missing(_ bytes: [UInt8]) -> Int? {
    RDPEUDPDatagram.version1(bytes.rawSpan)?.missing
  }

  @Test("a SYN tells version, sizes and kind")
  func readsSYN() throws {
    let read = try #require(opening(UDPVectors.syn()))
    #expect(!read.isAnswer)
    #expect(read.version == 2)
    #expect(read.upstreamMTU == 1232)
    #expect(!read.isLossy)
    #expect(opening(UDPVectors.syn(flags: 0x1201))?.isLossy == true)
    #expect(opening(UDPVectors.syn(flags: 0x0001, extra: []))?.version == 1)
  }

  @Test("a SYN tells its correlation identifier and the hash of its cookie")
  func readsNames() {
    #expect(opening(UDPVectors.correlated)?.correlationID == Array(1...16))
    #expect(opening(UDPVectors.correlated)?.version == 2)
    #expect(opening(UDPVectors.version3)?.version == 0x0101)
    #expect(opening(UDPVectors.version3)?.cookieHash == [UInt8](repeating: 0xC7, count: 32))
    #expect(opening(UDPVectors.syn())?.cookieHash == nil)
  }

  @Test("a SYN+ACK is told from a SYN")
  func readsAnswer() {
    #expect(opening(UDPVectors.synAck)?.isAnswer == true)
    #expect(opening(UDPVectors.synAck)?.sequence == 0x0A0B_0C0D)
  }

  @Test(
    "what is no opening is not taken for one",
    arguments: [
      [], [UInt8](repeating: 0xFF, count: 1232), [UInt8](repeating: 0, count: 1232),
      UDPVectors.syn(acknowledging: 1), UDPVectors.syn(flags: 0x9001),
      UDPVectors.syn(flags: 0x1009),
      UDPVectors.data(1), UDPVectors.data2(1), UDPVectors.syn().replacing(at: 12, with: [0, 1]),
    ])
  func rejects(bytes: [UInt8]) {
    #expect(opening(bytes) == nil)
  }

  @Test("version 1: data has a number that stays, missing datagrams are counted")
  func readsVersion1() {
    #expect(content(UDPVectors.data(77)) == .data(number: 77))
    let lossy = UDPVectors.data(78, missing: 3)
    #expect(missing(lossy) == 3)
    #expect(content(UDPVectors.acknowledgment) == .acknowledgment)
    #expect(content(UDPVectors.finish) == .finish)
    #expect(content(UDPVectors.syn()) == nil)
  }

  @Test("RDPEUDP2: the channel's number is read behind all optional parts")
  func readsVersion2() {
    #expect(content2(UDPVectors.data2(5)) == .data(number: 5))
    #expect(content2(UDPVectors.dummy2) == .probe)
    #expect(content2(UDPVectors.acknowledgment2) == .acknowledgment)
    #expect(content2([1, 2, 3]) == nil)
  }

  @Test(
    "truncations and changed bytes are read or left, never beyond the end",
    arguments: [
      UDPVectors.data(1, missing: 2), UDPVectors.data2(1), UDPVectors.acknowledgment2,
      UDPVectors.finish, Array(UDPVectors.version3.prefix(60)),
      Array(UDPVectors.correlated.prefix(60)),
    ])
  func hostile(bytes: [UInt8]) {
    for changed in bytes.truncations + bytes.mutations {
      if let opening = opening(changed) {
        #expect(opening.correlationID.map { $0.count == 16 } ?? true)
        #expect(opening.cookieHash.map { $0.count == 32 } ?? true)
      }
      #expect((missing(changed) ?? 0) <= 2048 * 64)
      if case .data(let number)? = content2(changed) { #expect(number <= 0xFFFF) }
    }
  }
}
