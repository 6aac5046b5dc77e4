import Testing

@testable import TCPStreams

@Suite struct ChunkedArrayTests {
  private final class Held: Sendable {}

  @Test func elementsAreFoundAndChangedInPlace() {
    var array = ChunkedArray<[Int], 5>()
    for number in 0..<100 { array.append([number]) }
    array[0].append(-1)
    array[64][0] = 7
    #expect(array.count == 100)
    #expect(array.indices == 0..<100)
    #expect(array[0] == [0, -1])
    #expect(array[64] == [7])
    #expect((1..<64).allSatisfy { array[$0] == [$0] })
    #expect((65..<100).allSatisfy { array[$0] == [$0] })
    #expect(array[99] == [99])
  }

  @Test func copiesAreValues() {
    var array = ChunkedArray<Int, 5>()
    for number in 0..<40 { array.append(number) }
    let before = array
    array[33] = 0
    #expect(before[33] == 33)
    #expect(array[33] == 0)
  }

  @Test func wholeChunksAreGivenBack() {
    var array = ChunkedArray<Held, 5>()
    weak var first: Held?
    weak var last: Held?
    for number in 0..<64 {
      let held = Held()
      if number == 0 { first = held }
      if number == 63 { last = held }
      array.append(held)
    }
    array.release(before: 31)
    #expect(first != nil)
    array.release(before: 32)
    #expect(first == nil)
    #expect(last != nil)
    array.append(Held())
    array.release(before: 1_000)
    #expect(last == nil)
    #expect(array.count == 65)
  }
}
