import Testing

@testable import RDPProtocol

@Suite("Sequence window") struct SequenceWindowTests {
  private func repeats(_ numbers: [UInt32], isShort: Bool = false) -> [UInt32] {
    var window = SequenceWindow()
    return numbers.filter { window.isRepeat($0, isShort: isShort) }
  }

  @Test("numbers that come late are no repeats")
  func reordered() {
    #expect(repeats([1, 2, 4, 3, 6, 5]) == [])
    #expect(repeats([1, 2, 4, 3, 3, 2, 5]) == [3, 2])
  }

  @Test("numbers wrap", arguments: [true, false])
  func wrapping(isShort: Bool) {
    let top: UInt32 = isShort ? 0xFFFF : .max
    #expect(repeats([top - 1, 0, top, 1, 0], isShort: isShort) == [0])
  }

  @Test("what is older than the window counts as sent again")
  func old() {
    #expect(repeats([1, 200, 1, 100, 100]) == [1, 100])
    #expect(repeats([5, 5]) == [5])
    #expect(repeats([1, 129, 2, 2]) == [2])
  }
}
