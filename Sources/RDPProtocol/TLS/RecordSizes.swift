/// How long a plaintext is, judged by the record that hides it.
///
/// Record overhead by cipher suite: RFC 5246 §6.2.3, RFC 5288, RFC 7366, RFC 7905, RFC 8446 §5.2;
/// checked on captures with known plaintext (81 → 57, 286 → 262, 33 → 9 under TLS 1.2 AES-GCM;
/// 110 → 93, 112 → 95 under TLS 1.3).
public struct RecordSizes: Sendable, Hashable {
  private enum Overhead: Hashable {
    case fixed(Int)
    /// Block cipher: explicit IV, block size, MAC; encrypt-then-MAC leaves the MAC outside.
    case block(iv: Int, block: Int, mac: Int, macOutside: Bool)
  }

  private let overhead: Overhead
  /// TLS 1.0 clients split every write behind a one-byte record (BEAST countermeasure).
  public let splitsWrites: Bool

  public init(version: TLSVersion, cipherSuite: CipherSuite, encryptThenMAC: Bool) {
    splitsWrites = false
    if version >= .tls13 {
      overhead = .fixed(17)
      return
    }
    let iv = version >= .tls11
    switch cipherSuite.rawValue {
    case 0x009C...0x00A9, 0xC02B...0xC032, 0xC09C...0xC09F, 0xC0AC, 0xC0AD:
      overhead = .fixed(24)
    case 0xC0A0...0xC0A3, 0xC0AE, 0xC0AF:
      overhead = .fixed(16)
    case 0xCCA8...0xCCAE:
      overhead = .fixed(16)
    case 0x0005, 0xC007, 0xC011:
      overhead = .fixed(20)
    case 0x0004:
      overhead = .fixed(16)
    case 0x000A, 0x0016, 0xC008, 0xC012:
      overhead = .block(iv: iv ? 8 : 0, block: 8, mac: 20, macOutside: encryptThenMAC)
    case 0x003C, 0x003D, 0x0067, 0x006B, 0xC023, 0xC027:
      overhead = .block(iv: iv ? 16 : 0, block: 16, mac: 32, macOutside: encryptThenMAC)
    case 0xC024, 0xC028:
      overhead = .block(iv: iv ? 16 : 0, block: 16, mac: 48, macOutside: encryptThenMAC)
    default:
      overhead = .block(iv: iv ? 16 : 0, block: 16, mac: 20, macOutside: encryptThenMAC)
    }
  }

  /// The suite is not known (handshake not captured): AEAD of TLS 1.2 or 1.3, by far the most common.
  public static let unknown = RecordSizes(
    version: 0x0304, cipherSuite: 0x1302, encryptThenMAC: false)

  /// Plaintext lengths that a record of `length` bytes can hold: one value, or a block's worth.
  public func plaintext(ofRecord length: Int) -> ClosedRange<Int> {
    switch overhead {
    case .fixed(let bytes):
      let value = max(0, length - bytes)
      return value...value
    case .block(let iv, let block, let mac, let outside):
      let padded = length - iv - (outside ? mac : 0)
      let inner = padded - (outside ? 0 : mac)
      let high = max(0, inner - 1)
      return max(0, high - block + 1)...high
    }
  }

  /// Length of the record that an alert (two bytes) makes.
  public func isAlertSized(_ length: Int) -> Bool { plaintext(ofRecord: length).contains(2) }
}
