import CaptureReader
import PacketDecode
import Support
import Testing

@testable import Anonymizing

/// Checksums follow what changes: right ones stay right, wrong ones stay wrong.
@Suite("Checksums of anonymised frames") struct ChecksumTests {
  static var pseudonyms: Pseudonyms { Pseudonyms(PseudonymTests.key) }

  /// Whether the checksum of an IPv4 header, and of the TCP segment in it, is right.
  private static func areRight(_ frame: [UInt8]) -> (network: Bool, transport: Bool) {
    func sum(_ bytes: [UInt8]) -> UInt32 {
      var total: UInt32 = 0
      for index in stride(from: 0, to: bytes.count, by: 2) {
        total += UInt32(bytes[index]) << 8 | UInt32(index + 1 < bytes.count ? bytes[index + 1] : 0)
      }
      while total > 0xFFFF { total = (total & 0xFFFF) + total >> 16 }
      return total
    }
    let segment = Array(frame[34...])
    let length = [UInt8(segment.count >> 8), UInt8(segment.count & 0xFF)]
    let pseudo = Array(frame[26..<34]) + [0, 6] + length
    return (sum(Array(frame[14..<34])) == 0xFFFF, sum(pseudo + segment) == 0xFFFF)
  }

  @Test("after addresses and payload changed, what was right is right", arguments: 0..<24)
  func right(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let frame = PacketBuilder.tcp(
      from: Endpoint(address: IPAddress(v4: 0x0A01_0203), port: 50_000),
      to: Endpoint(address: IPAddress(v4: 0x5DB8_D822), port: 3_389), seq: 7, ack: 9,
      flags: [.ack], payload: (0..<(31 + seed)).map { _ in .random(in: 0...255, using: &random) })
    try #require(Self.areRight(frame) == (true, true))
    var edited = frame
    for index in 60..<edited.count where Bool.random(using: &random) { edited[index] = 0 }
    let record = PacketRecord(
      frame: 1, time: Timestamp(nanoseconds: 0), originalLength: frame.count, linkType: .ethernet)
    let result = FrameRewriter(pseudonyms: Self.pseudonyms).rewritten(
      frame, edited: edited, record, payload: 54..<frame.count)
    #expect(result.count == frame.count)
    #expect(Self.areRight(result) == (true, true))
    #expect(Array(result[26..<34]) != Array(frame[26..<34]))
    #expect(Array(result[0..<12]) != Array(frame[0..<12]))
    var wrong = frame
    wrong[51] ^= 0x55
    var changed = edited
    changed[51] = wrong[51]
    let still = FrameRewriter(pseudonyms: Self.pseudonyms).rewritten(
      wrong, edited: changed, record, payload: 54..<frame.count)
    #expect(Self.areRight(still) == (true, false))
  }

  @Test("what no header is and nobody looked at becomes zeros")
  func blank() {
    let frame = [UInt8](repeating: 0x41, count: 12) + [0x88, 0xCC] + Array("host.example".utf8)
    let record = PacketRecord(
      frame: 1, time: Timestamp(nanoseconds: 0), originalLength: frame.count, linkType: .ethernet)
    let result = FrameRewriter(pseudonyms: Self.pseudonyms).rewritten(
      frame, edited: frame, record, payload: nil)
    #expect(result.count == frame.count)
    #expect(result[14...].allSatisfy { $0 == 0 })
    #expect(Array(result[0..<6]) != Array(frame[0..<6]))
  }
}
