/// Cuts what a client sends into messages, a line each, and holds no more of one than a limit.
public struct MessageLines {
  /// Bytes of one message: paths and short texts (1 MiB).
  public static let longest = 1 << 20

  public enum Line: Hashable, Sendable {
    case message([UInt8])
    /// Longer than the limit; passed over.
    case tooLong
  }

  private let limit: Int
  private var pending: [UInt8] = []
  private var isTooLong = false

  public init(limit: Int = Self.longest) { self.limit = limit }

  /// - Returns: the lines that are complete now; empty ones are left out.
  public mutating func receive(_ bytes: some Collection<UInt8>) -> [Line] {
    var lines: [Line] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      take(rest[..<end])
      if let line = finish() { lines.append(line) }
      rest = rest[end...].dropFirst()
    }
    take(rest)
    return lines
  }

  /// Ends the line that has no line feed.
  public mutating func finish() -> Line? {
    defer {
      pending.removeAll(keepingCapacity: pending.count <= 1 << 16)
      isTooLong = false
    }
    if isTooLong { return .tooLong }
    if pending.last == UInt8(ascii: "\r") { pending.removeLast() }
    return pending.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? nil : .message(pending)
  }

  private mutating func take(_ bytes: some Collection<UInt8>) {
    guard !isTooLong else { return }
    guard bytes.count <= limit - pending.count else {
      isTooLong = true
      pending.removeAll()
      return
    }
    pending += bytes
  }
}
