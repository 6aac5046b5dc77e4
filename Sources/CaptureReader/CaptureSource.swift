/// Where the bytes of a capture come from.
public enum CaptureSource: Hashable, Sendable {
  /// A path to a regular file or a pipe.
  case file(String)
  case standardInput

  /// What messages call it: the path as given, or `standard input`.
  public var name: String {
    switch self {
    case .file(let path): path
    case .standardInput: "standard input"
    }
  }
}

/// Whether the reader goes on after a packet.
public enum ReadingControl: Hashable, Sendable {
  case proceed
  case stop
}
