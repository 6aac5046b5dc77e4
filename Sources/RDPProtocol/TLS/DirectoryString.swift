import SwiftASN1
import X509

/// Text of a name's attribute, in any string type that certificates have (X.520; RFC 5280 §4.1.2.4).
enum DirectoryString {
  /// Nil where the value is no string.
  static func text(of value: RelativeDistinguishedName.Attribute.Value) -> String? {
    if let text = String(value) { return text }
    var serializer = DER.Serializer()
    guard (try? serializer.serialize(ASN1Any(value))) != nil,
      let node = try? BER.parse(serializer.serializedBytes)
    else { return nil }
    return text(of: node)
  }

  static func text(of node: ASN1Node) -> String? {
    guard node.identifier.tagClass == .universal, let bytes = node.octets else { return nil }
    switch node.identifier.tagNumber {
    // UTF8String, NumericString, PrintableString, IA5String, VisibleString; some issuers put other
    // characters into the last four than their alphabets have.
    case 12, 18, 19, 22, 26: return String(decoding: bytes, as: UTF8.self)
    // TeletexString: Latin-1 in practice.
    case 20: return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    // UniversalString: UTF-32.
    case 28:
      guard bytes.count % 4 == 0 else { return nil }
      var scalars = String.UnicodeScalarView()
      for place in stride(from: 0, to: bytes.count, by: 4) {
        let value: UInt32 = bytes[place..<(place + 4)].reduce(0) { $0 << 8 | UInt32($1) }
        scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      }
      return String(scalars)
    // BMPString: UTF-16.
    case 30:
      guard bytes.count % 2 == 0 else { return nil }
      var units: [UInt16] = []
      for place in stride(from: 0, to: bytes.count, by: 2) {
        units.append(UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1]))
      }
      return String(decoding: units, as: UTF16.self)
    default: return nil
    }
  }
}

extension DistinguishedName {
  /// The name with every string as UTF-8, in which its description is text.
  var withReadableText: DistinguishedName {
    DistinguishedName(
      map { part in
        RelativeDistinguishedName(
          part.map { attribute in
            guard String(attribute.value) == nil,
              let text = DirectoryString.text(of: attribute.value)
            else { return attribute }
            return RelativeDistinguishedName.Attribute(type: attribute.type, utf8String: text)
          })
      })
  }
}
