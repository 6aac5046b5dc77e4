import CaptureReader
import Support
import Testing

@Suite("Byte buffer") struct ByteBufferTests {
  @Test("holds what an array would hold")
  func appends() {
    var random = SeededRandom(seed: 7)
    var buffer = ByteBuffer(capacity: 1)
    var array: [UInt8] = []
    for step in 0..<2_000 {
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        buffer.append(UInt8(truncatingIfNeeded: step))
        array.append(UInt8(truncatingIfNeeded: step))
      case 1:
        let text = String(repeating: "ü", count: Int.random(in: 0..<40, using: &random))
        buffer.append(text)
        array += Array(text.utf8)
      case 2:
        buffer.append(literal: "literal")
        array += Array("literal".utf8)
      case 3:
        let number = UInt64.random(in: 0...(.max), using: &random) >> UInt64(step % 64)
        buffer.append(decimal: number)
        array += Array(String(number).utf8)
      case 4:
        let count = Int.random(in: 0...array.count, using: &random)
        buffer.truncate(to: count)
        array.removeLast(array.count - count)
      default:
        var other = ByteBuffer()
        other.append([1, 2, 3, 4])
        buffer.append(other, 1..<3)
        array += [2, 3]
      }
      #expect(buffer.count == array.count)
      #expect(buffer.last == array.last)
    }
    var copy: [UInt8] = []
    copy.append(contentsOf: buffer)
    #expect(copy == array)
  }

  @Test(
    "writes numbers with zeros before them",
    arguments: [
      (0, 1, "0"), (0, 6, "000000"), (42, 6, "000042"), (UInt64.max, 1, "18446744073709551615"),
      (7, 100, "00000000000000000007"),
    ] as [(UInt64, Int, String)])
  func decimal(number: UInt64, width: Int, text: String) {
    var buffer = ByteBuffer()
    buffer.append(decimal: number, width: width)
    #expect(buffer.text == text)
  }
}

extension ByteBufferTests {
  @Test("writes decimal places without the zeros at their end")
  func millionths() {
    for number in (1..<3_000).map({ $0 * 333 }) + [1, 10, 100, 100_000, 999_999] {
      var buffer = ByteBuffer()
      buffer.append(millionths: UInt64(number))
      let digits = String(number)
      var expected = String(repeating: "0", count: 6 - digits.count) + digits
      while expected.last == "0" { expected.removeLast() }
      #expect(buffer.text == expected)
    }
  }

  @Test("knows special bytes wherever they stand", arguments: 0...40)
  func special(length: Int) {
    for byte in UInt8.min...UInt8.max {
      let isSpecial = byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C
      for place in [0, length / 2, length] {
        var buffer = ByteBuffer(capacity: 1)
        // What stands before the start does not count.
        buffer.append([0, 0x22, 0xFF])
        buffer.append(Array(repeating: 0x61, count: place))
        buffer.append(byte)
        buffer.append(Array(repeating: 0x7E, count: length - place))
        let isFound = buffer.hasSpecial(from: 3)
        #expect(isFound == isSpecial)
      }
    }
    var empty = ByteBuffer()
    let isFound = empty.hasSpecial(from: 0)
    #expect(!isFound)
  }
}
