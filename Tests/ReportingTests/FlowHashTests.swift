import Testing

@testable import Reporting

@Suite("Hash of a flow") struct FlowHashTests {
  @Test(
    "is SHA-1 of messages of one block, up to the longest",
    arguments: [
      ("", [0xDA39_A3EE, 0x5E6B_4B0D, 0x3255_BFEF, 0x9560_1890, 0xAFD8_0709]),
      ("abc", [0xA999_3E36, 0x4706_816A, 0xBA3E_2571, 0x7850_C26C, 0x9CD0_D89D]),
      (
        String(repeating: "a", count: 55),
        [0xC1C8_BBDC, 0x2279_6E28, 0xC0E1_5163, 0xD208_99B6, 0x5621_D65A]
      ),
    ] as [(String, [UInt32])])
  func vectors(message: String, words: [UInt32]) {
    var block = FlowHash.Block()
    for byte in message.utf8 { block.append(UInt64(byte), bytes: 1) }
    let hash = FlowHash.sha1(of: block)
    #expect(hash.indices.map { hash[$0] } == words)
  }

  @Test("leaves out what does not fit")
  func tooLong() {
    var (block, longer) = (FlowHash.Block(), FlowHash.Block())
    for _ in 0..<55 { block.append(7, bytes: 1) }
    for _ in 0..<9 { longer.append(0x0707_0707_0707_0707, bytes: 8) }
    let (one, other) = (FlowHash.sha1(of: block), FlowHash.sha1(of: longer))
    #expect(one.indices.allSatisfy { one[$0] == other[$0] })
  }
}
