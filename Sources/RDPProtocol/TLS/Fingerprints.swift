import Crypto
import Foundation

extension ClientHello {
  /// What JA3 hashes: version, ciphers, extensions, groups, point formats, decimal, without the
  /// reserved values of RFC 8701. Nil where the hello is not whole or has SSL 2.0's form.
  public var ja3Text: String? {
    guard isWhole, !isSSL2Form else { return nil }
    return [
      "\(legacyVersion)", Self.list(cipherSuites.map(\.rawValue)), Self.list(extensions),
      Self.list(groups.map(\.rawValue)),
      pointFormats.map(String.init).joined(separator: "-"),
    ].joined(separator: ",")
  }

  /// JA3: the client's program by its habits (MD5 of `ja3Text`).
  public var ja3: String? {
    ja3Text.map { Insecure.MD5.hash(data: Array($0.utf8)).map(\.hexadecimal).joined() }
  }

  /// JA4 (FoxIO, technical details): like JA3, but the order of ciphers and extensions does not
  /// matter.
  public var ja4: String? {
    guard isWhole, !isSSL2Form else { return nil }
    let ciphers = cipherSuites.map(\.rawValue).filter { !Self.isGrease($0) }
    let known = extensions.filter { !Self.isGrease($0) }
    let head =
      "t" + versionMark + (extensions.contains(0) ? "d" : "i") + Self.count(ciphers.count)
      + Self.count(known.count) + protocolMark
    // Server name and application protocol are in the head.
    let sorted = Self.digits(known.filter { $0 != 0 && $0 != 16 }.sorted())
    let algorithms = Self.digits(
      signatureAlgorithms.map(\.rawValue).filter { !Self.isGrease($0) })
    return [
      head, Self.shortHash(Self.digits(ciphers.sorted())),
      Self.shortHash(algorithms.isEmpty ? sorted : sorted + "_" + algorithms),
    ].joined(separator: "_")
  }

  private var versionMark: String {
    let offered = supportedVersions.filter { !$0.isGrease }.max() ?? legacyVersion
    return switch offered {
    case 0x0304: "13"
    case 0x0303: "12"
    case 0x0302: "11"
    case 0x0301: "10"
    case 0x0300: "s3"
    case 0x0002: "s2"
    default: "00"
    }
  }

  /// First and last character of the first protocol name; of its hexadecimal digits where one of
  /// them is no letter or digit.
  private var protocolMark: String {
    guard let name = applicationProtocols.first, let first = name.first, let last = name.last else {
      return "00"
    }
    if Self.isAlphanumeric(first), Self.isAlphanumeric(last) {
      return String(decoding: [first, last], as: UTF8.self)
    }
    return "\(first.hexadecimal.prefix(1))\(last.hexadecimal.suffix(1))"
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  private static func list(_ values: [UInt16]) -> String {
    values.filter { !isGrease($0) }.map(String.init).joined(separator: "-")
  }

  private static func digits(_ values: [UInt16]) -> String {
    values.map { UInt8($0 >> 8).hexadecimal + UInt8($0 & 0xFF).hexadecimal }
      .joined(separator: ",")
  }

  private static func count(_ value: Int) -> String {
    value < 10 ? "0\(value)" : "\(min(value, 99))"
  }

  private static func shortHash(_ text: String) -> String {
    guard !text.isEmpty else { return "000000000000" }
    return SHA256.hash(data: Array(text.utf8)).prefix(6).map(\.hexadecimal).joined()
  }
}

extension ServerHello {
  /// What JA3S hashes: version, cipher, extensions, decimal. Nil where the hello is not whole.
  public var ja3sText: String? {
    guard isWhole else { return nil }
    return "\(legacyVersion),\(cipherSuite),"
      + extensions.map(String.init).joined(separator: "-")
  }

  /// JA3S: how a server's program answers this client (MD5 of `ja3sText`).
  public var ja3s: String? {
    ja3sText.map { Insecure.MD5.hash(data: Array($0.utf8)).map(\.hexadecimal).joined() }
  }
}
