import Foundation

/// Gathers what is written, so that a report of many small pieces takes few system calls.
struct BufferedOutput {
  private static let capacity = 1 << 16

  private let handle: FileHandle
  // `Data` would be moved each time it grows, and again after each flush.
  private var pending: [UInt8] = []
  private let mayBeClosed: Bool
  /// Nobody reads any more.
  private var isClosed = false

  /// - Parameter mayBeClosed: what is written to a pipe that nobody reads is dropped.
  init(_ handle: FileHandle, mayBeClosed: Bool = false) {
    self.handle = handle
    self.mayBeClosed = mayBeClosed
  }

  mutating func write(_ data: Data) throws {
    // What is long enough by itself is not copied.
    if pending.isEmpty, data.count >= Self.capacity {
      return try put(data)
    }
    pending.append(contentsOf: data)
    if pending.count >= Self.capacity { try flush() }
  }

  mutating func flush() throws {
    guard !pending.isEmpty else { return }
    try put(pending)
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func put(_ data: some DataProtocol) throws {
    if isClosed { return }
    do {
      try handle.write(contentsOf: data)
    } catch  where mayBeClosed && error.isBrokenPipe {
      isClosed = true
    }
  }
}
