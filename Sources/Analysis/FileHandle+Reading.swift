import CaptureReader
public import Foundation

extension FileHandle {
  /// Opens a file of any name.
  /// - Throws: where it cannot be opened.
  public static func reading(_ path: String) throws -> FileHandle {
    guard let descriptor = try? FileSystem.openForReading(path) else {
      // Says why.
      return try FileHandle(forReadingFrom: URL(filePath: path))
    }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }
}
