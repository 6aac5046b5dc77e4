import Testing

@testable import CaptureReader

@Suite struct ItemReferenceTests {
  @Test(
    "another item of an input differs in number and time alone",
    arguments: [0, 7, ItemReference.greatestInput], [false, true])
  func sibling(input: Int, isOrdered: Bool) {
    var origin = ItemReference(input: input, frame: 0, time: Timestamp(nanoseconds: 0))
    origin.isOrderedByTime = isOrdered
    for frame in [0, 1, 1 << 40 - 1, .max, -1] {
      let item = origin.sibling(frame: frame, time: Timestamp(nanoseconds: 5))
      var expected = ItemReference(input: input, frame: frame, time: Timestamp(nanoseconds: 5))
      expected.isOrderedByTime = isOrdered
      #expect(item == expected)
      #expect(item.input == input)
    }
  }
}
