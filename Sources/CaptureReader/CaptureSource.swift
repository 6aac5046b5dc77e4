/// Where the bytes of a capture come from.
public enum CaptureSource: Hashable, Sendable {
  /// A path to a regular file or a pipe.
  case file(String)
  case standardInput
  /// A file inside of an archive.
  case entry(ArchiveEntry)

  /// What messages call it: the path as given, or `standard input`.
  public var name: String {
    switch self {
    case .file(let path): path
    case .standardInput: "standard input"
    case .entry(let entry): entry.name
    }
  }
}

/// Whether the reader goes on after a packet.
public enum ReadingControl: Hashable, Sendable {
  case proceed
  case stop
}
