/// The text of a Remote Desktop dialog: `Error code: 0x904`, `Extended error code: 0x7`, in any language.
struct DialogText {
  var code: UInt32?
  var extended: UInt32?
  var time: CivilTime?
  var timeText = ""
  var line = 0

  static func isPart(_ line: LineBytes) -> Bool {
    line.starts("[Window Title]") || line.starts("Remote Desktop Connection") && line.count < 40
      || DialogSentence.isTitle(line) || value(line).map(isReason) == true
  }

  /// Words for an error and for a code in the client's languages: both stand in the dialog's lines, and
  /// hardly ever in another program's.
  private static let errors = [
    "error", "erro", "erreur", "fehler", "errore", "fout", "fel", "feil", "fejl", "błęd", "chyb",
    "hiba", "hata", "eroare", "virhe", "ошибк", "помилк", "σφάλμα", "エラー", "错误", "錯誤", "오류",
    "שגיאה", "الخطأ", "ข้อผิดพลาด", "lỗi", "kesalahan", "grešk", "napak", "kļūd", "klaid", "viga",
  ]
  private static let codes = [
    "code", "kod", "códig", "codi", "код", "kód", "koodi", "cod", "κωδικ", "コード", "代码", "代碼",
    "碼", "코드", "קוד", "رمز", "รหัส", "mã", "koda",
  ]

  private static func isLabel(_ words: LineBytes) -> Bool {
    let text = words.text.lowercased()
    return errors.contains { text.contains($0) } && codes.contains { text.contains($0) }
  }

  /// Disconnect reasons are small; those of gateways and of the service have a front of their own.
  private static func isReason(_ value: UInt32) -> Bool {
    value < 0x1_0000 || (0x300_0000...0x30f_ffff).contains(value)
  }

  /// The number at the end of `Error code: 0x904`, in the client's language.
  static func value(_ line: LineBytes) -> UInt32? {
    guard line.count < 120, let colon = line.lastIndex(of: UInt8(ascii: ":")),
      colon > line.startIndex + 3
    else { return nil }
    let rest = line[(colon + 1)...].withoutBlanks
    guard rest.starts("0x"), (3...10).contains(rest.count),
      rest.dropFirst(2).allSatisfy({ $0.hexadecimalDigit != nil })
    else { return nil }
    let words = line[line.startIndex..<colon]
    guard !words.has("="), !words.has("["), !words.has("\""), !words.has("<"), isLabel(words) else {
      return nil
    }
    return rest.leadingHexadecimal.map { UInt32(truncatingIfNeeded: $0) }
  }

  /// Takes a line; false where it belongs to no dialog.
  mutating func take(_ text: LineBytes, number: Int) -> Bool {
    if let value = Self.value(text) {
      if code == nil {
        guard Self.isReason(value) else { return false }
        code = value
        line = number
        return true
      }
      guard extended == nil else { return false }
      extended = value
      return true
    }
    guard code != nil, let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let rest = text[(colon + 1)...]
    guard var stamp = CivilTime.local(rest, dayFirst: nil) else { return false }
    if text.has("UTC") { stamp.zoneOffset = 0 }
    time = stamp
    timeText = rest.withoutBlanks.text.shortened(40)
    return true
  }
}
