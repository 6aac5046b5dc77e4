import Testing

@testable import Reporting

/// The digests are those of another program (Python's hashlib).
@Suite("SHA-1 of one block") struct SHA1BlockTests {
  private func digest(_ message: [UInt8]) -> [UInt32] {
    var block = SHA1Block()
    for byte in message { block.append(UInt64(byte), bytes: 1) }
    let digest = block.digest
    return (0..<5).map { digest[$0] }
  }

  @Test("is SHA-1")
  func digests() {
    #expect(
      digest([]) == [0xDA39_A3EE, 0x5E6B_4B0D, 0x3255_BFEF, 0x9560_1890, 0xAFD8_0709])
    #expect(
      digest(Array("abc".utf8))
        == [0xA999_3E36, 0x4706_816A, 0xBA3E_2571, 0x7850_C26C, 0x9CD0_D89D])
    #expect(
      digest(Array(repeating: 0x61, count: SHA1Block.most))
        == [0xC1C8_BBDC, 0x2279_6E28, 0xC0E1_5163, 0xD208_99B6, 0x5621_D65A])
    #expect(
      digest(Array("The quick brown fox jumps over the lazy dog".utf8))
        == [0x2FD4_E1C6, 0x7A2D_28FC, 0xED84_9EE1, 0xBB76_E739, 0x1B93_EB12])
    #expect(
      digest(Array(0..<40))
        == [0xCC9A_D99E, 0x9170_4238, 0x1B0F_9958, 0x8896_CBF2, 0x36AA_8ED3])
  }

  @Test("takes numbers the highest byte first, and no more than there is room for")
  func numbers() {
    var block = SHA1Block()
    block.append(0xFF01_0203_0405_0607, bytes: 7)
    let short = block.digest
    #expect((0..<5).map { short[$0] } == digest([1, 2, 3, 4, 5, 6, 7]))
    for _ in 0..<20 { block.append(.max, bytes: 8) }
    let long = block.digest
    #expect(
      (0..<5).map { long[$0] } == digest(Array(1...7) + Array(repeating: 0xFF, count: 48)))
  }
}
