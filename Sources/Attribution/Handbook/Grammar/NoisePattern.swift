/// What looks like a number and is none: dates, times, addresses, versions, process numbers, lengths.
enum NoisePattern {
  /// Whether a piece between two spaces is no code whatever stands around it.
  static func isNoise(_ chunk: Substring) -> Bool {
    let core = trimmed(chunk)
    guard core.contains(where: isDigit) else { return false }
    return isTime(core) || isDate(core) || isAddress(core) || isVersion(core) || isIdentity(core)
      || isBracketedPair(chunk)
  }

  /// "1) The network", the number of an item.
  static func isItem(_ chunk: Substring) -> Bool {
    chunk.count == 2 && chunk.last == ")" && chunk.first.map(isDigit) ?? false
  }

  /// "11/23" before "12:30:02": a date without its year.
  static func isDay(_ chunk: Substring, before next: Substring) -> Bool {
    let time = trimmed(next)
    guard time.contains(":"), isTime(time) else { return false }
    let parts = trimmed(chunk).split(
      omittingEmptySubsequences: false, whereSeparator: { "/.-".contains($0) })
    return parts.filter { !$0.isEmpty }.count == 2
      && parts.allSatisfy { $0.count <= 2 && $0.allSatisfy(isDigit) }
  }

  /// The piece without a process number (`guacd[37488]:`) or a source line (`transport.c:1234`).
  static func withoutNoise(_ chunk: Substring) -> String {
    if let open = chunk.firstIndex(of: "["), open != chunk.startIndex,
      let close = chunk[open...].firstIndex(of: "]"), open < close,
      chunk[chunk.index(after: open)..<close].allSatisfy({ isDigit($0) || $0 == ":" })
    {
      return String(chunk[..<open]) + " " + String(chunk[chunk.index(after: close)...])
    }
    if let colon = chunk.firstIndex(of: ":") {
      let file = chunk[..<colon]
      let endings = [".c", ".cpp", ".h", ".cc", ".py", ".rs", ".go", ".cs"]
      if endings.contains(where: { file.hasSuffix($0) }) { return String(file) }
      // host.example:3389
      let rest = trimmed(chunk[chunk.index(after: colon)...])
      if file.contains("."), !rest.isEmpty, rest.allSatisfy(isDigit), !file.contains("_") {
        return String(file)
      }
    }
    return String(chunk)
  }

  /// Words after which a number counts or names a thing.
  private static let counters: Set<String> = [
    "port", "pid", "tid", "socket", "fd", "process", "thread", "line", "build", "session",
    "sessionid", "sitzung", "sesion", "sessao", "sessione", "sessie", "sesja", "sesji", "relace",
    "oturum", "istunto", "munkamenet", "сеанс", "сеанса", "сесія", "セッション", "会话", "user",
    "threadid", "processid", "vlan", "tcp", "udp", "rdp-tcp", "attempt", "try",
    "page", "windows", "server", "update", "kb", "display", "channel", "tunnelid", "channelid",
    "version", "v", "year", "room", "ticket", "qualifiers",
  ]
  /// Programs and systems, behind whose name a small number is a version.
  private static let products: Set<String> = [
    "freerdp", "xfreerdp", "wlfreerdp", "remmina", "xrdp", "guacamole", "guacd", "ubuntu", "debian",
    "fedora", "gnome", "android", "ios", "macos", "openssl", "windows", "win",
  ]
  private static let longestVersion = 2
  /// Words before which a number is an amount.
  private static let units: Set<String> = [
    "ms", "s", "sec", "secs", "second", "seconds", "min", "mins", "minute", "minutes", "h", "hour",
    "hours", "day", "days", "byte", "bytes", "kb", "mb", "gb", "kbit", "mbit", "times", "users",
    "sessions", "attempts", "am", "pm", "packets", "percent", "%", "of", "sekunden", "minuten",
    "secondes", "segundos", "minutos", "stunden", "heures", "horas",
  ]

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "januar", "februar", "marz", "mai", "juni", "juli", "oktober",
    "dezember", "janvier", "fevrier", "mars", "avril", "juin", "juillet", "aout", "septembre",
    "octobre", "novembre", "decembre", "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
  ]
  /// Ports that belong to Remote Desktop: they count nothing, they say what the text is about.
  private static let ownPorts: Set<String> = ["3389", "3387", "3391", "3392"]

  /// A number without its thousands' separators: 2,308 or -2,147,467,259.
  static func withoutSeparators(_ chunk: Substring) -> Substring {
    let sign = chunk.hasPrefix("-") ? "-" : ""
    let groups = chunk.dropFirst(sign.count).split(
      separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, groups[0].allSatisfy(isDigit), (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 && $0.allSatisfy(isDigit) })
    else { return chunk }
    return Substring(sign + groups.joined())
  }

  /// Leaves out numbers that count or measure.
  static func withoutCounted(_ tokens: [TextToken]) -> [TextToken] {
    tokens.indices.filter { position in
      let token = tokens[position]
      guard token.text.allSatisfy(isDigit), tokens.count > 2,
        !ownPorts.contains(token.text)
      else { return true }
      if token.text.count <= 2 || token.text.count == 4 {
        let neighbours = [position - 1, position + 1].filter(tokens.indices.contains)
        if neighbours.contains(where: { months.contains(tokens[$0].text) }) { return false }
      }
      if position > 0, counters.contains(tokens[position - 1].text), !tokens[position].startsLine {
        return false
      }
      if position > 0, products.contains(tokens[position - 1].text),
        token.text.count <= longestVersion, !tokens[position].startsLine
      {
        return false
      }
      if position + 1 < tokens.count, units.contains(tokens[position + 1].text) { return false }
      // "3 of 20"
      return
        !(position > 0 && tokens[position - 1].text == "of" && position > 1
        && tokens[position - 2].text.allSatisfy(isDigit))
    }.map { tokens[$0] }
  }

  // MARK: Forms

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func trimmed(_ chunk: Substring) -> Substring {
    let edge: Set<Character> = ["[", "]", "(", ")", ",", ";", "\"", "'", ".", "<", ">", "{", "}"]
    var core = chunk
    while let first = core.first, edge.contains(first) { core.removeFirst() }
    while let last = core.last, edge.contains(last) || last == ":" { core.removeLast() }
    return core
  }

  /// 14:39, 14:39:34, 08:33:57:913, 20260331-11:15:28, 2026-03-31T11:15:28.51+02:00
  private static func isTime(_ core: Substring) -> Bool {
    let parts = core.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...5).contains(parts.count) else { return false }
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { isDigit($0) || $0 == "." || $0 == "," }
    }
    if isPlain {
      return parts.allSatisfy { $0.prefix { isDigit($0) }.count <= 3 } && parts[1].count >= 2
    }
    let hasDate = parts[0].contains("T") || parts[0].contains("-")
    return hasDate && parts[0].first.map(isDigit) ?? false && isDate(parts[0].prefix(8))
      || hasDate && parts[0].first.map(isDigit) ?? false && parts.count >= 3
  }

  /// 11/19/2026, 29.04.2026, 2026-04-29, 20260429
  private static func isDate(_ core: Substring) -> Bool {
    for separator in ["/", ".", "-"] as [Character] {
      let parts = core.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else {
        continue
      }
      let lengths = parts.map(\.count)
      if lengths[0] <= 2, lengths[1] <= 2, lengths[2] == 4 || lengths[2] == 2 { return true }
      if lengths[0] == 4, lengths[1] <= 2, lengths[2] <= 2 { return true }
    }
    let year = core.prefix(4)
    return core.count == 8 && core.allSatisfy(isDigit)
      && (year.hasPrefix("19") || year.hasPrefix("20"))
  }

  /// IPv4 with or without port, IPv6, hardware addresses.
  private static func isAddress(_ core: Substring) -> Bool {
    let host = core.split(separator: ":", omittingEmptySubsequences: false)
    let octets = (host.first ?? core).split(separator: ".", omittingEmptySubsequences: false)
    if octets.count == 4, host.count <= 2,
      octets.allSatisfy({ !$0.isEmpty && $0.count <= 3 && $0.allSatisfy(isDigit) })
    {
      return true
    }
    let isHexadecimal = core.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "-" || $0 == "%" }
    if isHexadecimal, host.count >= 4 || core.contains("::") { return true }
    let bytes = core.split(separator: "-")
    return bytes.count == 6 && bytes.allSatisfy { $0.count == 2 && $0.allSatisfy(\.isHexDigit) }
  }

  /// 10.0.19045, 1.4.29, 2.11
  private static func isVersion(_ core: Substring) -> Bool {
    let text = core.first == "v" ? core.dropFirst() : core
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count >= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
  }

  /// GUIDs, security identifiers, long hexadecimal strings, updates (KB5034441).
  private static func isIdentity(_ core: Substring) -> Bool {
    let parts = core.split(separator: "-")
    if parts.count == 5, parts.allSatisfy({ $0.allSatisfy(\.isHexDigit) }) { return true }
    if core.hasPrefix("S-1-") { return true }
    if core.count > 6, core.lowercased().hasPrefix("kb"), core.dropFirst(2).allSatisfy(isDigit) {
      return true
    }
    return core.count > 20 && core.allSatisfy(\.isHexDigit)
  }

  /// `[1399:1400]`, `[pid:tid]`; `[ThreadId:0000000001]`
  private static func isBracketedPair(_ chunk: Substring) -> Bool {
    guard chunk.hasPrefix("["), chunk.contains(":") else { return false }
    let core = trimmed(chunk)
    let parts = core.split(separator: ":")
    return parts.count == 2 && parts[1].allSatisfy(isDigit)
      && (parts[0].allSatisfy(isDigit) || parts[0].lowercased().contains("id"))
  }
}
