import Crypto
import Foundation

/// The secret that pseudonyms depend on: with the same key, the same original has the same pseudonym
/// in every capture, log and report; without it, no pseudonym leads back.
public struct AnonymizingKey: Sendable {
  /// Bytes of a key.
  public static let byteCount = 32

  private let secret: SymmetricKey

  /// Nil where the text is not 64 hexadecimal digits, blanks around them aside.
  public init?(text: String) {
    let digits = Array(text.utf8).filter { $0 > 0x20 }
    guard digits.count == 2 * Self.byteCount else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Self.value(digits[index]), let low = Self.value(digits[index + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    self.init(bytes: bytes)
  }

  public init(bytes: [UInt8]) { secret = SymmetricKey(data: bytes) }

  /// A new key from the system's random numbers, and its text.
  public static func random() -> (key: AnonymizingKey, text: String) {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<byteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    let text = bytes.map { String($0 >> 4, radix: 16) + String($0 & 0xF, radix: 16) }.joined()
    return (AnonymizingKey(bytes: bytes), text)
  }

  /// A key for one purpose, from which neither the secret nor the keys of other purposes follow.
  func derived(for purpose: String) -> KeyedHash {
    let code = HMAC<SHA256>.authenticationCode(
      for: Data("rdpwhy anonymize \(purpose)".utf8), using: secret)
    return KeyedHash(key: SymmetricKey(data: Data(code)))
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

/// HMAC-SHA256 under a key of one purpose.
struct KeyedHash: Sendable {
  fileprivate let key: SymmetricKey

  func bytes(of input: [UInt8]) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Data(input), using: key))
  }

  func number(of input: [UInt8]) -> UInt64 {
    bytes(of: input).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
