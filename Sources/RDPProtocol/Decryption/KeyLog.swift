public import CaptureReader

/// TLS secrets by the client random they belong to, as programs write them to SSLKEYLOGFILE
/// (`LABEL client_random secret`, hexadecimal; draft-ietf-tls-keylogfile) and as pcapng's decryption
/// secrets blocks hold them.
public struct KeyLog: Sendable {
  /// Longest line read: label, 32 bytes of random and 48 of secret need under 250 characters.
  static let lineLimit = 1024
  /// Connections kept; a log of more is read to here.
  var connectionLimit = 262_144

  private var entries: [ClientRandom: ConnectionSecrets] = [:]
  /// Lines that are no comment and could not be read.
  public private(set) var rejectedLines = 0

  public init() {}

  /// Reads a key log; what is no line of one is counted, not thrown.
  public init(parsing bytes: [UInt8]) { add(bytes) }

  public var isEmpty: Bool { entries.isEmpty }
  /// Connections that there are secrets for.
  public var count: Int { entries.count }

  /// Adds the lines of another log, or of a secrets block.
  public mutating func add(_ bytes: [UInt8]) {
    // One line at a time: a list of all of them would be many times the log.
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D || $0 == 0 } ?? bytes.count
      if end > start { take(line: bytes[start..<end]) }
      start = end + 1
    }
  }

  private mutating func take(line: ArraySlice<UInt8>) {
    if line.first == UInt8(ascii: "#") { return }
    if line.count > Self.lineLimit || !add(line: line) { rejectedLines += 1 }
  }

  /// Adds what a capture file holds; secrets of other protocols are left out.
  public mutating func add(_ secrets: CaptureSecrets) {
    if secrets.type == .tlsKeyLog { add(secrets.bytes) }
  }

  func secrets(for random: ClientRandom) -> ConnectionSecrets? { entries[random] }

  private mutating func add(line: ArraySlice<UInt8>) -> Bool {
    let fields = line.split(separator: 0x20)
    guard fields.count == 3, let random = Self.bytes(fields[1]).flatMap(ClientRandom.init),
      let secret = Self.bytes(fields[2])
    else { return false }
    // Labels of no use here (exporters, early data) are no fault of the line.
    guard let label = Label(rawValue: String(decoding: fields[0], as: UTF8.self)) else {
      return fields[0].allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
    guard label == .masterSecret ? secret.count == 48 : (secret.count == 32 || secret.count == 48)
    else { return false }
    guard entries[random] != nil || entries.count < connectionLimit else { return true }
    entries[random, default: ConnectionSecrets()].set(label, secret)
    return true
  }

  private static func bytes(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
    guard digits.count % 2 == 0 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(digits.count / 2)
    var high: UInt8?
    for digit in digits {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x41...0x46: value = digit - 0x41 + 10
      case 0x61...0x66: value = digit - 0x61 + 10
      default: return nil
      }
      if let first = high {
        result.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return result
  }

  /// The labels that decrypt records.
  enum Label: String {
    case masterSecret = "CLIENT_RANDOM"
    case clientHandshake = "CLIENT_HANDSHAKE_TRAFFIC_SECRET"
    case serverHandshake = "SERVER_HANDSHAKE_TRAFFIC_SECRET"
    case clientTraffic = "CLIENT_TRAFFIC_SECRET_0"
    case serverTraffic = "SERVER_TRAFFIC_SECRET_0"
  }
}

/// The 32 bytes that a ClientHello is known by.
struct ClientRandom: Hashable, Sendable {
  private let first, second, third, fourth: UInt64

  init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    first = Self.word(bytes[0..<8])
    second = Self.word(bytes[8..<16])
    third = Self.word(bytes[16..<24])
    fourth = Self.word(bytes[24..<32])
  }

  private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// What a key log holds for one connection.
struct ConnectionSecrets: Hashable, Sendable {
  /// TLS up to 1.2 (RFC 5246 §8.1); derived with the extended master secret where that is used.
  private(set) var masterSecret: [UInt8]?
  /// TLS 1.3 (RFC 8446 §7.1).
  private(set) var clientHandshake: [UInt8]?
  private(set) var serverHandshake: [UInt8]?
  private(set) var clientTraffic: [UInt8]?
  private(set) var serverTraffic: [UInt8]?

  mutating func set(_ label: KeyLog.Label, _ secret: [UInt8]) {
    switch label {
    case .masterSecret: masterSecret = secret
    case .clientHandshake: clientHandshake = secret
    case .serverHandshake: serverHandshake = secret
    case .clientTraffic: clientTraffic = secret
    case .serverTraffic: serverTraffic = secret
    }
  }
}
