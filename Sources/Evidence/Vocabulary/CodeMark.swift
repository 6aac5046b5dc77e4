/// A number that hardly two codes share: codes are compared and looked up many times for each session.
@usableFromInline
struct CodeMark: Sendable, Equatable {
  @usableFromInline let number: UInt64

  /// FNV-1a of the text.
  init(_ text: String) {
    var number: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { number = (number ^ UInt64(byte)) &* 0x0100_0000_01B3 }
    self.number = number
  }
}
