extension CodeNumber {
  typealias Family = Explanation.Family

  /// The pages for every reading of the number, in the families asked for (nil: all), likeliest first.
  func pages(from index: HandbookIndex, in families: Set<Family>?) -> [Explanation] {
    let asked = families ?? Set(Family.allCases)
    var found: [Explanation] = []
    if let plain {
      found += Self.inner(plain).flatMap { inner, family in
        asked.contains(family) || families == nil ? index.pages(numbered: inner, in: [family]) : []
      }
      found += index.pages(numbered: plain, in: asked)
    }
    if let bareHexadecimal, bareHexadecimal != plain {
      let hexadecimal = asked.filter(\.isWrittenInHexadecimal)
      found += Self.inner(bareHexadecimal).flatMap { inner, family in
        hexadecimal.contains(family) || digits == 8 && asked.contains(family)
          ? index.pages(numbered: inner, in: [family]) : []
      }
      let isStatus = digits == 8 && bareHexadecimal >= 0x8000_0000
      found += index.pages(numbered: bareHexadecimal, in: isStatus ? asked : hexadecimal)
    }
    var seen: Set<Explanation> = []
    // A bare number is not taken for one of a range that holds 28,000.
    let isOpen = families == nil && !isMarked
    return found.filter {
      !(isOpen && $0.code == ExtendedReasonEntries.protocolRangeCode) && seen.insert($0).inserted
    }
  }

  /// Numbers that carry another family's number inside.
  private static func inner(_ value: UInt32) -> [(UInt32, Family)] {
    var inner: [(UInt32, Family)] = []
    // HRESULT_FROM_NT sets bit 28 of an NTSTATUS ([MS-ERREF] 2.1.1).
    if value >> 28 == 0xD { inner.append((value & ~0x1000_0000, .ntStatus)) }
    // FreeRDP shows Set Error Info as class 1 in the upper half.
    if value >> 16 == 1 { inner.append((value & 0xFFFF, .errorInfo)) }
    // HRESULT_FROM_WIN32: facility 7 ([MS-ERREF] 2.1).
    if value >> 16 == 0x8007, value >> 8 != 0x80_0759 {
      inner += [(value & 0xFFFF, .winsock), (value & 0xFFFF, .win32)]
    }
    // Events of the gateway write the code of E_PROXY_… in decimal: 23005 ([MS-TSGU] 2.2.6).
    if (0x59D8...0x5A00).contains(value) { inner.append((0x8007_0000 | value, .gateway)) }
    // The Kerberos libraries of Linux count from their own negative base (krb5_err.et).
    let kerberos = value &- 0x96C7_3A00
    if kerberos < 128 { inner.append((kerberos, .kerberos)) }
    return inner
  }

  /// Whether the number by itself says which table it belongs to: statuses and HRESULTs do.
  var speaksForItself: Bool {
    guard let value = plain ?? bareHexadecimal else { return false }
    let wide = bareHexadecimal.map { digits == 8 && $0 >= 0x8000_0000 } ?? false
    return value >= 0x8000_0000 || wide
      || isMarked && (0x0001_0000...0x0003_FFFF).contains(value)
      || (0x0300_0000...0x0300_FFFF).contains(value)
      // ERRCONNECT in decimal, as programs around FreeRDP show it: 131085.
      || digits == 6 && (0x0002_0001...0x0002_0030).contains(value)
      || (0x0200_0001...0x0200_0002).contains(value)
  }
}
