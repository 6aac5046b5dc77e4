import Foundation

/// A key log on disk.
public enum KeyLogFile {
  /// Longest one that is read: a million connections or so.
  public static let limit = 256 << 20

  public enum Failure: Error, Equatable {
    case unreadable
    /// Half a key log would leave sessions unread without a word.
    case tooLong(limit: Int)
  }

  /// The bytes of a file, a pipe or a device.
  ///
  /// - Throws: where it cannot be read, or has more than `limit` bytes.
  public static func bytes(of path: String, limit: Int = limit) throws(Failure) -> [UInt8] {
    do {
      let handle = try FileHandle.reading(path)
      // Nil at once where the program has not written any secrets yet.
      let bytes = try handle.read(upToCount: limit + 1) ?? Data()
      if bytes.count <= limit { return [UInt8](bytes) }
    } catch {
      throw .unreadable
    }
    throw .tooLong(limit: limit)
  }
}
