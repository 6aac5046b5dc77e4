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
  /// Least memory of each of the other parts.
  static let leastBytes = 1 << 20

  /// One analysis, where the user says nothing (1 GiB).
  public static let standard = 1 << 30

  public let bytes: Int
  /// Half of the budget is for sessions.
  package var connections: Int
  /// A quarter for connections that are no more than an opening.
  package var openingBytes: Int
  /// The rest for bytes that wait: behind holes, and for the end of messages.
  package var heldBytes: Int
  package var bufferedBytes: Int

  public init(bytes: Int = Self.standard) {
    self.bytes = max(0, bytes)
    let available = max(0, self.bytes - Self.base)
    connections = max(Self.leastConnections, available / 2 / Self.bytesPerConnection)
    openingBytes = max(Self.leastBytes, available / 4)
    heldBytes = max(Self.leastBytes, available / 8)
    bufferedBytes = max(Self.leastBytes, available / 8)
  }
}
