import Foundation

/// Gathers what is written, so that a report of many small pieces takes few system calls.
struct BufferedOutput {
  private static let capacity = 1 << 16

  private let handle: FileHandle
  private var pending = Data()

  init(_ handle: FileHandle) { self.handle = handle }

  mutating func write(_ data: Data) throws {
    // What is long enough by itself is not copied.
    if pending.isEmpty, data.count >= Self.capacity {
      try handle.write(contentsOf: data)
      return
    }
    pending.append(data)
    if pending.count >= Self.capacity { try flush() }
  }

  mutating func flush() throws {
    guard !pending.isEmpty else { return }
    try handle.write(contentsOf: pending)
    pending.removeAll(keepingCapacity: true)
  }
}
