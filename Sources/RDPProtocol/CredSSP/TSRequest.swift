import CaptureReader
import SwiftASN1

/// One message of CredSSP ([MS-CSSP] 2.2.1): which parts it has, not their secrets.
struct TSRequest: Hashable, Sendable {
  /// Longest message read; Kerberos tokens with many groups reach tens of kilobytes.
  static let lengthLimit = 131_072

  /// Tag and longest length of a DER header that is read.
  static let headerLimit = 6

  var version: Int
  var negoTokens: [[UInt8]] = []
  var hasAuthInfo = false
  var hasPubKeyAuth = false
  /// NTSTATUS by which the server refuses.
  var errorCode: NTStatus?
  var hasClientNonce = false

  /// Bytes of the message that begins here, header included; nil where too little is there or it is
  /// no SEQUENCE.
  static func length(of bytes: [UInt8]) -> Int? {
    var reader = ByteReader(bytes.rawSpan)
    guard let tag: UInt8 = try? reader.read(), tag == 0x30, let length = try? reader.readBERLength()
    else { return nil }
    return reader.position + length
  }

  /// Parses a whole message.
  init(parsing bytes: [UInt8]) throws(WireError) {
    guard bytes.count <= Self.lengthLimit, let node = try? BER.parse(bytes),
      node.identifier == .sequence, case .constructed(let fields) = node.content
    else { throw WireError(.invalid(field: "TSRequest"), offset: 0) }
    version = 0
    for field in fields {
      guard field.identifier.tagClass == .contextSpecific,
        case .constructed(let inner) = field.content,
        let value = inner.first(where: { _ in true })
      else { continue }
      switch field.identifier.tagNumber {
      case 0:
        guard let number = value.integer, let version = Int(exactly: number) else {
          throw WireError(.invalid(field: "version"), offset: 0)
        }
        self.version = version
      case 1: negoTokens = Self.tokens(in: value)
      case 2: hasAuthInfo = true
      case 3: hasPubKeyAuth = true
      // A signed INTEGER from some encoders, an unsigned one from others.
      case 4: errorCode = value.integer.map { NTStatus(rawValue: UInt32(truncatingIfNeeded: $0)) }
      case 5: hasClientNonce = true
      default: break
      }
    }
    guard version > 0 else { throw WireError(.invalid(field: "version"), offset: 0) }
  }

  /// NegoData: SEQUENCE OF SEQUENCE { negoToken [0] OCTET STRING }.
  private static func tokens(in node: ASN1Node) -> [[UInt8]] {
    guard case .constructed(let items) = node.content else { return [] }
    return items.prefix(4).compactMap { item in
      guard case .constructed(let fields) = item.content else { return nil }
      return fields.first { $0.identifier.isContext(0) }?.firstChild?.octets
    }
  }
}
