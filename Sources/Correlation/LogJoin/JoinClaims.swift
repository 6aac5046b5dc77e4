import Evidence
import LogReader

/// Which sessions have a log of their client and of their server already.
///
/// Times alone may put the logs of several clients at one session, which has one. Windows and xrdp write
/// several logs of one session, and their hosts are known by other things.
struct JoinClaims {
  private struct Claim: Hashable {
    var base: Int
    var point: Witness.Point
  }

  /// The input of the log that has it.
  private var claims: [Claim: Int] = [:]

  /// - Parameter sure: what address and port prove.
  init(_ sure: [LogJoin.Match]) {
    for match in sure { claim(match) }
  }

  /// Another log has the session.
  func refuse(_ match: LogJoin.Match) -> Bool {
    guard !match.isSure, let (point, input) = Self.owner(match) else { return false }
    return claims[Claim(base: match.base, point: point)].map { $0 != input } ?? false
  }

  /// Whether another log has a session that these would have.
  func isTaken(_ base: Int, for matches: [LogJoin.Match]) -> Bool {
    guard let (point, input) = matches.lazy.compactMap(Self.owner).first else { return false }
    return claims[Claim(base: base, point: point)].map { $0 != input } ?? false
  }

  mutating func take(_ matches: [LogJoin.Match]) {
    for match in matches { claim(match) }
  }

  private mutating func claim(_ match: LogJoin.Match) {
    guard let (point, input) = Self.owner(match) else { return }
    let claim = Claim(base: match.base, point: point)
    if claims[claim] == nil { claims[claim] = input }
  }

  /// Programs of which a session has one log.
  private static let programs: Set<LogProgram> = [
    .freeRDP, .rdesktop, .weston, .gnomeRemoteDesktop, .guacd,
  ]

  private static func owner(_ match: LogJoin.Match) -> (point: Witness.Point, input: Int)? {
    guard let session = match.log.log?.session, programs.contains(session.program),
      let point = match.log.witnesses.first?.point, let input = session.inputs.first
    else { return nil }
    return (point, input)
  }
}
