/// The window of a capture's bytes in which blocks and records are parsed; one allocation for a
/// whole file.
@safe struct ReadingWindow: ~Copyable {
  private var storage: UnsafeMutableRawPointer
  private var capacity: Int
  private var start = 0
  private var end = 0
  /// Bytes of the capture before the window.
  private(set) var offset = 0
  private let source: PeekedBytes

  /// Small enough to stay in the processor's second-level cache.
  private static let initialSize = 256 << 10

  init(_ source: PeekedBytes) {
    self.source = source
    capacity = Self.initialSize
    unsafe storage = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit { unsafe storage.deallocate() }

  var available: Int { end &- start }

  /// The bytes that are there, borrowed.
  var bytes: RawSpan {
    @_lifetime(borrow self)
    @inline(__always)
    get {
      let window = unsafe RawSpan(_unsafeStart: storage + start, byteCount: available)
      return unsafe _overrideLifetime(window, borrowing: self)
    }
  }

  /// Makes `count` bytes available; false where the capture ends before.
  @inline(__always)
  mutating func ensure(_ count: Int) -> Bool { available >= count || fill(count) }

  @inline(__always)
  mutating func consume(_ count: Int) {
    let consumed = min(count, available)
    start &+= consumed
    offset &+= consumed
  }

  @inline(never)
  private mutating func fill(_ count: Int) -> Bool {
    makeRoom(for: count)
    while available < count {
      let room = unsafe UnsafeMutableRawBufferPointer(
        start: storage + end, count: capacity &- end)
      let read = unsafe source.read(into: room)
      if read == 0 { return false }
      end += read
    }
    return true
  }

  /// Moves what is left to the front, in a larger allocation where `count` needs one.
  private mutating func makeRoom(for count: Int) {
    if count > capacity {
      let larger = UnsafeMutableRawPointer.allocate(byteCount: count, alignment: 16)
      unsafe larger.copyMemory(from: storage + start, byteCount: available)
      unsafe storage.deallocate()
      unsafe storage = larger
      capacity = count
    } else if start > 0 {
      // Regions may overlap: `copyMemory` allows it.
      unsafe storage.copyMemory(from: storage + start, byteCount: available)
    }
    end -= start
    start = 0
  }
}
