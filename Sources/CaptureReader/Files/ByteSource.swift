/// Bytes in order, as a file or a decoder yields them.
protocol ByteSource: AnyObject {
  /// Fills the front of `buffer` with the next bytes and returns how many; 0 at the end.
  ///
  /// A source that fails hands over what it has first, and throws at the next call.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFailure) -> Int
}

/// Why a source has no more bytes although its data is not at its end.
struct SourceFailure: Error, Hashable {
  enum Kind: Hashable {
    /// The stored bytes end too early.
    case cut
    /// The stored bytes are not what the compression says.
    case damaged
    /// More bytes would pass a limit.
    case limit
    /// The system could not read.
    case unreadable
  }

  var kind: Kind
  var message: String

  init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}
