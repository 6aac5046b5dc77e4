import Dispatch
import Synchronization

/// Bytes of a decoder that works on another core, a few blocks ahead of who reads them.
///
/// The bytes, and the place where they fail, are the decoder's.
final class BytesAhead: ByteSource {
  private static let blockSize = 256 << 10
  /// Blocks that wait at most.
  private static let blocks = 4

  private let desk: Desk
  private var block: [UInt8] = []
  private var position = 0
  private var ending: Block.Ending?

  private struct Block: Sendable {
    enum Ending: Sendable {
      case end
      case failed(SourceFailure)
    }

    var bytes: [UInt8]
    /// What comes after the bytes; nil where another block does.
    var ending: Ending?
  }

  init(_ decoder: any ByteSource) {
    let desk = Desk(room: Self.blocks)
    self.desk = desk
    // The decoder is this queue's alone until `finish` has returned.
    nonisolated(unsafe) let decoder = decoder
    DispatchQueue.global().async {
      while desk.waitForRoom() {
        let block = unsafe Self.next(of: decoder)
        desk.put(block)
        if block.ending != nil { break }
      }
      desk.leave()
    }
  }

  deinit { finish() }

  /// Ends the decoder's work: it is not touched any more afterwards.
  func finish() { desk.close() }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFailure) -> Int {
    while position == block.count {
      switch ending {
      case .end: return 0
      case .failed(let failure): throw failure
      case nil: break
      }
      guard let next = desk.take() else { return 0 }
      block = next.bytes
      position = 0
      ending = next.ending
    }
    let count = min(block.count - position, buffer.count)
    unsafe block.withUnsafeBytes { bytes in
      unsafe buffer.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[position..<(position + count)]))
    }
    position += count
    return count
  }

  private static func next(of decoder: any ByteSource) -> Block {
    var ending: Block.Ending?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: blockSize) { buffer, initialized in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      do throws(SourceFailure) {
        while initialized < raw.count {
          let room = unsafe UnsafeMutableRawBufferPointer(rebasing: raw[initialized...])
          let count = unsafe try decoder.read(into: room)
          if count == 0 {
            ending = .end
            return
          }
          initialized += count
        }
      } catch {
        ending = .failed(error)
      }
    }
    return Block(bytes: bytes, ending: ending)
  }

  /// Where blocks wait for their reader.
  private final class Desk: Sendable {
    private let waiting = Mutex<[Block]>([])
    private let isClosed = Atomic(false)
    // They begin with nothing and are filled afterwards: one that ends below its first value traps.
    private let room = DispatchSemaphore(value: 0)
    private let filled = DispatchSemaphore(value: 0)
    private let left = DispatchSemaphore(value: 0)

    init(room count: Int) {
      for _ in 0..<count { room.signal() }
    }

    /// False when nobody reads any more.
    func waitForRoom() -> Bool {
      room.wait()
      return !isClosed.load(ordering: .acquiring)
    }

    func put(_ block: Block) {
      waiting.withLock { $0.append(block) }
      filled.signal()
    }

    func leave() { left.signal() }

    /// The next block; nil once it is closed.
    func take() -> Block? {
      if isClosed.load(ordering: .acquiring) { return nil }
      filled.wait()
      let block = waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      room.signal()
      return block
    }

    func close() {
      guard !isClosed.exchange(true, ordering: .acquiringAndReleasing) else { return }
      room.signal()
      left.wait()
    }
  }
}
