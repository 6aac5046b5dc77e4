import CaptureWriter

/// Adds comments about the capture as a whole to one that `CaptureAnonymizer` wrote: how it is judged
/// is known only when all of it is there.
public enum CaptureComments {
  /// Bytes of a block's type and length.
  private static let blockHead = 8

  /// The section header with these comments, and how many bytes of the capture it replaces; nil where
  /// the capture does not begin with one.
  ///
  /// - Parameter head: the first bytes of the capture.
  public static func section(
    replacing head: [UInt8], application: String, comments: [String]
  ) -> (bytes: [UInt8], replaced: Int)? {
    guard head.count >= blockHead, head.starts(with: [0x0A, 0x0D, 0x0D, 0x0A]) else { return nil }
    let length = head[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    var writer = PCAPNGWriter(application: application, comments: comments)
    return (writer.take(), length)
  }
}
