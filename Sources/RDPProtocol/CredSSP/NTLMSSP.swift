import CaptureReader

/// An NTLM message ([MS-NLMP] 2.2.1): names and flags only, never responses or keys.
struct NTLMSSP: Hashable, Sendable {
  /// UTF-16 units or bytes kept of a name.
  static let nameLimit = 256

  enum Kind: UInt32, Sendable {
    case negotiate = 1
    case challenge = 2
    case authenticate = 3
  }

  var kind: Kind
  var flags: UInt32 = 0
  /// The account, of type 3.
  var user: String?
  var domain: String?
  var workstation: String?
  /// The server's names, of type 2.
  var targetName: String?
  var netBIOSComputer: String?
  var netBIOSDomain: String?
  var dnsComputer: String?
  var dnsDomain: String?
  var dnsForest: String?
  /// The server's clock.
  var serverTime: Timestamp?

  static func isMessage(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

  /// Reads a message; fields that do not fit into it are left out. Nil where it is none.
  init?(_ bytes: [UInt8]) {
    let span = bytes.rawSpan
    guard Self.isMessage(bytes), let type: UInt32 = span.littleEndian(at: 8),
      let kind = Kind(rawValue: type)
    else { return nil }
    self.kind = kind
    switch kind {
    case .negotiate:
      flags = span.littleEndian(at: 12) ?? 0
      domain = Self.text(span, field: 16, isUnicode: false)
      workstation = Self.text(span, field: 24, isUnicode: false)
    case .challenge:
      flags = span.littleEndian(at: 20) ?? 0
      targetName = Self.text(span, field: 12, isUnicode: flags & Self.unicode != 0)
      if let range = Self.range(span, field: 40) { takePairs(span.extracting(range)) }
    case .authenticate:
      flags = span.littleEndian(at: 60) ?? 0
      let isUnicode = flags & Self.unicode != 0
      domain = Self.text(span, field: 28, isUnicode: isUnicode)
      user = Self.text(span, field: 36, isUnicode: isUnicode)
      workstation = Self.text(span, field: 44, isUnicode: isUnicode)
    }
  }

  private static let signature = Array("NTLMSSP\0".utf8)
  private static let unicode: UInt32 = 1

  /// AV_PAIR list of the target information ([MS-NLMP] 2.2.2.1).
  private mutating func takePairs(_ pairs: RawSpan) {
    var offset = 0
    for _ in 0..<32 {
      guard let id: UInt16 = pairs.littleEndian(at: offset), id != 0,
        let length: UInt16 = pairs.littleEndian(at: offset + 2),
        offset + 4 + Int(length) <= pairs.byteCount
      else { return }
      let value = pairs.extracting((offset + 4)..<(offset + 4 + Int(length)))
      switch id {
      case 1: netBIOSComputer = Self.unicodeText(value)
      case 2: netBIOSDomain = Self.unicodeText(value)
      case 3: dnsComputer = Self.unicodeText(value)
      case 4: dnsDomain = Self.unicodeText(value)
      case 5: dnsForest = Self.unicodeText(value)
      case 7: serverTime = value.littleEndian(at: 0, as: UInt64.self).flatMap(Self.time)
      default: break
      }
      offset += 4 + Int(length)
    }
  }

  /// Where a field's bytes lie: length, allocated length, offset ([MS-NLMP] 2.2.1.1).
  private static func range(_ span: RawSpan, field: Int) -> Range<Int>? {
    guard let length: UInt16 = span.littleEndian(at: field),
      let offset: UInt32 = span.littleEndian(at: field + 4), length > 0,
      Int(offset) <= span.byteCount, Int(length) <= span.byteCount - Int(offset)
    else { return nil }
    return Int(offset)..<(Int(offset) + Int(length))
  }

  private static func text(_ span: RawSpan, field: Int, isUnicode: Bool) -> String? {
    guard let range = range(span, field: field) else { return nil }
    let value = span.extracting(range)
    return isUnicode
      ? unicodeText(value) : String(decoding: value.copied(limit: nameLimit), as: UTF8.self)
  }

  private static func unicodeText(_ value: RawSpan) -> String {
    var units: [UInt16] = []
    while units.count < nameLimit, let unit: UInt16 = value.littleEndian(at: 2 * units.count) {
      units.append(unit)
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// A FILETIME: 100 ns since 1601-01-01.
  private static func time(_ ticks: UInt64) -> Timestamp? {
    let epoch: UInt64 = 116_444_736_000_000_000
    guard ticks >= epoch, let count = Int64(exactly: (ticks - epoch)),
      !count.multipliedReportingOverflow(by: 100).overflow
    else { return nil }
    return Timestamp(nanoseconds: count * 100)
  }
}
