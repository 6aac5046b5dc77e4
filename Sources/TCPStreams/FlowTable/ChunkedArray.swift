/// An array in chunks: it grows without moving its elements, and gives its chunks back from the front,
/// so that thousands of large states are never held twice, nor beside all that is made of them.
struct ChunkedArray<Element: Sendable>: Sendable {
  private static var shift: Int { 5 }
  /// Elements of a chunk.
  private static var length: Int { 1 << shift }
  private static var mask: Int { length - 1 }

  private var chunks: [[Element]] = []
  /// Elements appended, those given back included.
  private(set) var count = 0
  /// Chunks given back.
  private var released = 0

  var indices: Range<Int> { 0..<count }

  subscript(index: Int) -> Element {
    @inline(__always) _read { yield chunks[index &>> Self.shift][index & Self.mask] }
    @inline(__always) _modify { yield &chunks[index &>> Self.shift][index & Self.mask] }
  }

  mutating func append(_ element: Element) {
    if count & Self.mask == 0 {
      chunks.append([])
      // The first chunk grows with its elements: most captures have few.
      if count > 0 { chunks[chunks.count - 1].reserveCapacity(Self.length) }
    }
    chunks[count &>> Self.shift].append(element)
    count += 1
  }

  /// Gives back the chunks that lie wholly before `index`; their elements are no longer to be asked
  /// for.
  mutating func release(before index: Int) {
    let end = min(index, count) &>> Self.shift
    while released < end {
      chunks[released] = []
      released += 1
    }
  }

  /// Looks at an element without a copy of it.
  func read<Result>(_ index: Int, _ body: (borrowing Element) -> Result) -> Result {
    let chunk = chunks[index &>> Self.shift]
    let elements = chunk.span
    return body(elements[index & Self.mask])
  }
}
