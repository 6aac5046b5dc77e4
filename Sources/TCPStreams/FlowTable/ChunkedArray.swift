/// An array in chunks: it grows without moving its elements, and gives its chunks back from the front,
/// so that thousands of large states are never held twice, nor beside all that is made of them.
///
/// A chunk has two to the power of `shift` elements.
public struct ChunkedArray<Element: Sendable, let shift: Int>: Sendable {
  @inlinable static var length: Int { 1 << shift }
  @inlinable static var mask: Int { length - 1 }

  @usableFromInline var chunks: [[Element]] = []
  /// Elements appended, those given back included.
  @inlinable public var count: Int { appended }
  @usableFromInline var appended = 0
  /// Chunks given back from the front.
  @usableFromInline var released = 0
  /// Chunks given back one by one.
  private var releasedApart = 0

  @inlinable public init() {}

  @inlinable public var indices: Range<Int> { 0..<count }

  /// Memory of the chunks that are held, in bytes; the first counts as if it had its full length.
  public var bytes: Int {
    (chunks.count - released - releasedApart) * MemoryLayout<Element>.stride << shift
  }

  @inlinable
  public subscript(index: Int) -> Element {
    @inline(__always) _read { yield chunks[index &>> shift][index & Self.mask] }
    @inline(__always) _modify { yield &chunks[index &>> shift][index & Self.mask] }
  }

  @inlinable
  public mutating func append(_ element: consuming Element) {
    if appended & Self.mask == 0 { addChunk() }
    chunks[appended &>> shift].append(element)
    appended += 1
  }

  @inlinable
  mutating func addChunk() {
    chunks.append([])
    // The first chunk grows with its elements: most captures have few.
    if count > 0 { chunks[chunks.count - 1].reserveCapacity(Self.length) }
  }

  /// Gives back the chunks that lie wholly before `index`; their elements are no longer to be asked
  /// for.
  @inlinable
  public mutating func release(before index: Int) {
    let end = min(index, count) &>> shift
    while released < end {
      chunks[released] = []
      released += 1
    }
  }

  /// Gives back one chunk, which was not given back before and is full; not for an array that gives
  /// chunks back from the front.
  mutating func release(chunk: Int) {
    chunks[chunk] = []
    releasedApart += 1
  }

  /// Where the chunk of an element ends.
  public func chunkEnd(of index: Int) -> Int { (index &>> shift &+ 1) << shift }
}
