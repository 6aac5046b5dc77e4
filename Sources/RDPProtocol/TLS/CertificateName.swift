import SwiftASN1
import X509

/// Names in the string types that certificates of other times and makers use (X.680 §41): BMPString,
/// TeletexString and UniversalString among them.
enum CertificateName {
  /// As RFC 4514 writes a name; a value of an unknown type stays as the library shows it.
  static func text(of name: DistinguishedName) -> String {
    name.reversed().map { part in
      part.map { attribute in
        let shown = attribute.description
        guard String(attribute.value) == nil, let value = text(of: attribute.value),
          let end = shown.firstIndex(of: "=")
        else { return shown }
        return shown[...end] + escaped(value)
      }.joined(separator: "+")
    }.joined(separator: ",")
  }

  /// Nil where its type is none of text.
  static func text(of value: RelativeDistinguishedName.Attribute.Value) -> String? {
    if let text = String(value) { return text }
    var serializer = DER.Serializer()
    guard (try? serializer.serialize(ASN1Any(value))) != nil,
      let node = try? BER.parse(serializer.serializedBytes),
      node.identifier.tagClass == .universal, case .primitive(let bytes) = node.content
    else { return nil }
    switch node.identifier.tagNumber {
    // UTF8String, NumericString, PrintableString, IA5String, VisibleString
    case 12, 18, 19, 22, 26: return String(decoding: bytes, as: UTF8.self)
    // TeletexString: Latin 1 in practice
    case 20: return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    // UniversalString: four bytes a character
    case 28 where bytes.count % 4 == 0: return characters(bytes, width: 4)
    // BMPString: two
    case 30 where bytes.count % 2 == 0:
      return String(decoding: units(bytes, width: 2).map { UInt16($0) }, as: UTF16.self)
    default: return nil
    }
  }

  private static func characters(_ bytes: ArraySlice<UInt8>, width: Int) -> String {
    var text = String.UnicodeScalarView()
    for unit in units(bytes, width: width) { text.append(Unicode.Scalar(unit) ?? "\u{FFFD}") }
    return String(text)
  }

  private static func units(_ bytes: ArraySlice<UInt8>, width: Int) -> [UInt32] {
    stride(from: bytes.startIndex, to: bytes.endIndex - width + 1, by: width).map { start in
      bytes[start..<start + width].reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  /// RFC 4514 §2.4.
  private static func escaped(_ text: String) -> String {
    String(text.flatMap { ",+\"\\<>;".contains($0) ? ["\\", $0] : [$0] })
  }
}
