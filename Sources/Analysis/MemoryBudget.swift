import TCPStreams

/// How much memory one analysis may take, and what that means for each of its parts.
///
/// The same budget gives the same results on every machine: it is turned into numbers of things, not
/// compared with what the process happens to use.
public struct MemoryBudget: Sendable, Hashable {
  /// What is always there: the program, its libraries, buffers for reading and writing.
  static let base = 48 << 20
  /// State, facts and verdict of a session with a TLS handshake, measured.
  static let bytesPerConnection = 12 << 10
  /// Least sessions that are followed, however small the budget is.
  static let leastConnections = 1_024

  public var bytes: Int

  public init(bytes: Int = 1 << 30) { self.bytes = max(0, bytes) }

  private var available: Int { max(0, bytes - Self.base) }

  /// Half of the budget is for sessions.
  var connections: Int { max(Self.leastConnections, available / 2 / Self.bytesPerConnection) }
  /// A quarter for connections that are no more than an opening.
  var openingBytes: Int { max(1 << 20, available / 4) }
  /// The rest for bytes that wait: behind holes, and for the end of messages.
  var heldBytes: Int { max(1 << 20, available / 8) }
  var bufferedBytes: Int { max(1 << 20, available / 8) }

  func apply(to options: inout ConnectionOptions) {
    options.connectionLimit = connections
    options.openingBytes = openingBytes
    options.heldBytes = heldBytes
  }
}
