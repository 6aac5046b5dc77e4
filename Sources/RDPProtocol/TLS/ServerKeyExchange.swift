import CaptureReader

/// The server's ephemeral key up to TLS 1.2 (RFC 4492 §5.4, RFC 5246 §7.4.3), without the key.
public enum ServerKeyExchange: Sendable, Hashable, Codable {
  /// A named group of elliptic curves.
  case group(NamedGroup)
  /// Diffie-Hellman over a prime of so many bits.
  case prime(bits: Int)

  /// Parses the start of a ServerKeyExchange; nil where the suite has another form of it.
  init?(parsing input: inout ByteReader, cipherSuite: CipherSuite) throws(WireError) {
    switch cipherSuite.rawValue {
    case 0xC001...0xC019, 0xC023...0xC032, 0xC048...0xC04F, 0xC05C...0xC063, 0xC072...0xC079,
      0xC086...0xC08D, 0xC0AC...0xC0AF, 0xCCA8, 0xCCA9:
      // Curve type 3 is a named curve.
      guard try input.read(UInt8.self) == 3 else { return nil }
      self = .group(NamedGroup(rawValue: try input.read()))
    case 0x0011...0x001B, 0x0032...0x0034, 0x0038...0x003A, 0x0040, 0x0044...0x0046,
      0x0067...0x006D, 0x0087...0x0089, 0x0099...0x009B, 0x009E, 0x009F, 0x00A2, 0x00A3,
      0x00A6, 0x00A7, 0xC09E, 0xC09F, 0xC0A2, 0xC0A3, 0xCCAA:
      let prime = try input.readSpan(Int(try input.read(UInt16.self)))
      var leading = 0
      while let byte: UInt8 = prime.bigEndian(at: leading), byte == 0 { leading += 1 }
      guard let first: UInt8 = prime.bigEndian(at: leading) else { return nil }
      self = .prime(bits: 8 * (prime.byteCount - leading) - first.leadingZeroBitCount)
    default: return nil
    }
  }
}
