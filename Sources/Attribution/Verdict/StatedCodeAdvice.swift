import Evidence
import RDPProtocol

/// What to do where the packets, read with the session's keys or in the clear, hold the number by which
/// the server gave its reason: the page of that number says more than the verdict's.
enum StatedCodeAdvice {
  /// - Returns: nil where no number was read, or the verdict's own words say as much.
  static func advice(for code: VerdictCode, wire: WireFacts) -> SessionAdvice.Advice? {
    switch code {
    case .serverDisconnected:
      wire.trace.mcs.errorInfo.flatMap { errorInfo($0.value) }
    case .credsspAccountRestricted, .credsspAccessDenied, .credsspServerDropped,
      .credsspPasswordExpired:
      wire.trace.decrypted?.credssp.errorCode.flatMap { refusal($0.value) }
    default: nil
    }
  }

  private static func errorInfo(_ reason: ErrorInfoCode) -> SessionAdvice.Advice? {
    guard reason.rawValue != 0, let page = errorInfoPages[reason.rawValue] else { return nil }
    return advice(page)
  }

  private static func refusal(_ status: NTStatus) -> SessionAdvice.Advice? {
    guard status.rawValue != 0 else { return nil }
    return statusPages[status.rawValue].map { advice($0) } ?? unknown(status)
  }

  /// FreeRDP's servers put errors of other kinds into the place of the NTSTATUS.
  private static func unknown(_ status: NTStatus) -> SessionAdvice.Advice {
    SessionAdvice.Advice(
      summary:
        "The server refused the log-on and gave a number that stands for no refusal of Windows "
        + "(\(status.hexadecimal)): a wrong password, or a fault of the server.",
      nextAction:
        "Read the RDP server's own log of that second: it says what the number stands for. Type "
        + "the password again only after that: each further wrong try counts toward a lock-out.")
  }

  private static func advice(_ page: Explanation) -> SessionAdvice.Advice {
    let fix = page.fixes.first
    let command = fix?.command.map { " `\($0)`" } ?? ""
    return SessionAdvice.Advice(
      summary: firstSentence(of: page.meaning), nextAction: (fix?.step ?? "") + command)
  }

  private static func firstSentence(of text: String) -> String {
    var end = text.startIndex
    while end < text.endIndex {
      let next = text.index(after: end)
      if text[end] == ".", next == text.endIndex || text[next] == " " {
        return String(text[..<next])
      }
      end = next
    }
    return text
  }

  private static let errorInfoPages = pages(ErrorInfoEntries.all)
  private static let statusPages = pages(NTStatusEntries.all + SecurityStatusEntries.all)

  private static func pages(_ entries: [HandbookEntry]) -> [UInt32: Explanation] {
    Dictionary(
      entries.compactMap { entry in entry.number.map { ($0, entry.explanation) } },
      uniquingKeysWith: { first, _ in first })
  }
}
