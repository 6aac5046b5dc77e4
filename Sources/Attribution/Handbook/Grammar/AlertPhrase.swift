/// TLS alerts as libraries write them: "sslv3 alert handshake failure", "tlsv1 alert protocol
/// version", "SSL alert number 48", "fatal alert: bad certificate", "remote error: tls: bad certificate".
enum AlertPhrase {
  /// The longest name has this many words.
  private static let longestName = 4
  /// How an analyser of packets names an alert's two fields: "Alert (Level: Fatal, Description: …)".
  private static let parts: Set<String> = ["level", "fatal", "description"]

  static func pages(in text: PastedText, _ index: HandbookIndex) -> [Explanation] {
    let words = text.plain.split(separator: " ").map(String.init).filter { !parts.contains($0) }
    for (position, word) in words.enumerated()
    where word == "alert" || word == "tls" && position > 0 && words[position - 1] == "error" {
      for length in stride(from: longestName, through: 1, by: -1) {
        for start in [position + 1, position + 2] where start + length <= words.count {
          let name = words[start..<(start + length)].joined(separator: " ")
          let found = index.pages(named: name).filter { $0.family == .tlsAlert }
          if !found.isEmpty { return found }
        }
      }
    }
    return []
  }
}
