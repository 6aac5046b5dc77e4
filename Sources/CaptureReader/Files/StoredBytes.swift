/// The bytes as they are stored, at the bottom of all compressions: what ratios are measured against.
protocol StoredBytes: AnyObject {
  /// Stored bytes that were read so far.
  var bytesRead: Int { get }
  /// All stored bytes, where that is known.
  var total: Int? { get }
  /// What watches the reading.
  var monitor: ReadingMonitor? { get }
}

/// A file that libarchive reads by itself.
final class StoredFile: StoredBytes {
  let total: Int?
  let monitor: ReadingMonitor?
  var bytesRead: Int { total ?? .max }

  init(size: Int?, monitor: ReadingMonitor?) {
    total = size
    self.monitor = monitor
  }
}
