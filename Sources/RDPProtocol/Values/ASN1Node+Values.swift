import SwiftASN1

extension ASN1Node {
  /// The two's-complement value of a primitive INTEGER or ENUMERATED of up to eight bytes.
  var integer: Int64? {
    guard case .primitive(let bytes) = content, let first = bytes.first, bytes.count <= 8 else {
      return nil
    }
    let sign: Int64 = first & 0x80 == 0 ? 0 : -1
    return bytes.reduce(sign) { $0 << 8 | Int64($1) }
  }

  /// The bytes of a primitive value.
  var octets: [UInt8]? {
    guard case .primitive(let bytes) = content else { return nil }
    return Array(bytes)
  }

  var firstChild: ASN1Node? {
    guard case .constructed(let children) = content else { return nil }
    return children.first { _ in true }
  }

  /// The child with a context-specific tag.
  func child(_ tag: UInt) -> ASN1Node? {
    guard case .constructed(let children) = content else { return nil }
    return children.first { $0.identifier.isContext(tag) }
  }
}

extension ASN1Identifier {
  func isContext(_ tag: UInt) -> Bool { tagClass == .contextSpecific && tagNumber == tag }
}
