import Analysis
import Attribution
import CaptureReader
import Evidence
import PacketDecode
import TCPStreams

/// The line over several connections that are one user story: who, how often, and how it went.
struct GroupHeading {
  /// Codes named before the rest is counted.
  private static let codesShown = 4

  let sessions: [SessionReport]

  func write(to layout: inout TextLayout) {
    guard let first = sessions.first else { return }
    let connection = first.facts.connection
    layout.add(
      [
        TextPiece("── \(connection.client.address) → \(connection.server):", .strong),
        TextPiece("\(Quantity.count(sessions.count, "connection")) in \(length)"),
      ], rest: 3)
    layout.add([TextPiece(course, limit: TerminalText.sentenceLimit)], first: 3, rest: 3)
  }

  private var length: String {
    let start = sessions.map(\.facts.connection.first.time).min()
    let end = sessions.map(\.facts.connection.last.time).max()
    guard let start, let end else { return "0 s" }
    return Quantity.duration(end.since(start).seconds)
  }

  /// `credssp.logon_failure × 2, then clean.client_closed`.
  private var course: String {
    var runs: [(code: String, count: Int)] = []
    for session in sessions {
      let code = session.verdict.code.rawValue
      if let last = runs.indices.last, runs[last].code == code {
        runs[last].count += 1
      } else {
        runs.append((code, 1))
      }
    }
    let hidden = runs.count - Self.codesShown
    let named = runs.prefix(Self.codesShown).map { run in
      run.count == 1 ? run.code : "\(run.code) × \(run.count)"
    }
    return named.joined(separator: ", then ") + (hidden > 0 ? ", and \(hidden) more" : "")
  }
}
