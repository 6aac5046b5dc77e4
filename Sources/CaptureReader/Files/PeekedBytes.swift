/// A source whose first bytes can be looked at before they are read, and which remembers its failure
/// instead of throwing it: a reader gets all bytes, then asks why there are no more.
final class PeekedBytes {
  private var source: any ByteSource
  /// The first bytes, at most as many as were asked for.
  private(set) var head: [UInt8]
  private var headPosition = 0
  private(set) var failure: SourceFailure?
  /// A reader has met the end.
  private(set) var isAtEnd = false
  static let headSize = 4_096

  init(_ source: any ByteSource) {
    self.source = source
    var failure: SourceFailure?
    head = unsafe [UInt8](unsafeUninitializedCapacity: Self.headSize) { buffer, initialized in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      do throws(SourceFailure) {
        while initialized < raw.count {
          let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: raw[initialized...])
          let count = unsafe try source.read(into: rest)
          if count == 0 { break }
          initialized += count
        }
      } catch {
        failure = error
      }
    }
    self.failure = failure
  }

  /// Lets readers see other first bytes, of the same number.
  func replaceHead(_ replacement: [UInt8]) {
    guard replacement.count == head.count, headPosition == 0 else { return }
    head = replacement
  }

  /// Has what is left decoded on another core, ahead of its reader, until `finishAhead`.
  func readAhead() {
    if failure == nil { source = BytesAhead(source) }
  }

  /// Ends decoding ahead; what is below can be looked at again.
  func finishAhead() { (source as? BytesAhead)?.finish() }

  /// Fills the front of `buffer` and returns how many bytes; 0 at the end or after a failure.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    if headPosition < head.count {
      let count = min(head.count - headPosition, buffer.count)
      unsafe head.withUnsafeBytes { bytes in
        unsafe buffer.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[headPosition..<(headPosition + count)]))
      }
      headPosition += count
      return count
    }
    guard failure == nil else { return 0 }
    do throws(SourceFailure) {
      let count = unsafe try source.read(into: buffer)
      if count == 0 { isAtEnd = true }
      return count
    } catch {
      failure = error
      return 0
    }
  }

  /// All bytes that are left, unless they are more than `limit`.
  func readAll(limit: Int) throws(SourceFailure) -> [UInt8] {
    var all: [UInt8] = []
    while true {
      var ended = false
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, initialized in
        initialized = unsafe read(into: UnsafeMutableRawBufferPointer(buffer))
        ended = initialized == 0
      }
      if ended { break }
      all += chunk
      if all.count > limit {
        throw SourceFailure(.limit, "a nested archive of more than \(limit) bytes")
      }
    }
    if let failure { throw failure }
    return all
  }
}
