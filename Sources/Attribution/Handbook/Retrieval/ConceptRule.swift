/// A page, and the concepts that together mean it, in whatever language.
///
///     page :: concept; or this & and this & !never with this
struct ConceptRule: Sendable {
  let code: String
  private let groups: [Set<String>]
  private let excluded: Set<String>

  /// How many concepts must be there: the more, the more is said.
  var size: Int { groups.count }
  var concepts: Set<String> { groups.reduce(into: excluded) { $0.formUnion($1) } }

  init?(_ line: Substring) {
    guard let mark = line.ranges(of: " :: ").first else { return nil }
    var groups: [Set<String>] = []
    var excluded: Set<String> = []
    for part in line[mark.upperBound...].split(separator: "&") {
      let names = part.split(separator: ";").map { String($0.filter { $0 != " " }) }
      if let first = names.first, first.hasPrefix("!") {
        excluded.formUnion(names.map { String($0.drop { $0 == "!" }) })
      } else {
        groups.append(Set(names))
      }
    }
    code = String(line[..<mark.lowerBound])
    self.groups = groups
    self.excluded = excluded
  }

  func holds(_ concepts: Set<String>) -> Bool {
    excluded.isDisjoint(with: concepts)
      && groups.allSatisfy { !$0.isDisjoint(with: concepts) }
  }
}

extension ConceptRule {
  static let all: [ConceptRule] = table.split(separator: "\n").compactMap { ConceptRule($0) }

  /// Of rules of one size the first comes first.
  private static let table = """
    extended 0x101 :: license & server & not; find
    subject licensing :: license & problem; expired; drop; reach; wrong; not
    mstsc 0x104 :: find & not & computer
    mstsc 0x204 :: reasons & remoteaccess & not; disabled
    negotiation.hybrid_required :: nla & unsupported
    NTSTATUS 0xC000005E :: dc & not; reach
    SEC_E 0x80090304 :: lsa & not; reach
    subject encryption oracle :: oracle & unsupported
    credssp.access_denied :: right; expiredright & remotelogon
    credssp.account_restricted :: account & locked; disabled; restricted
    credssp.password_expired :: password & expired
    extended 0x5 :: sameuser & drop
    subject session limits :: otheruser & loggedon
    subject session limits :: otheruser & drop
    subject session limits :: onlyone & drop; reach; otheruser; loggedon
    server.terminated :: everyone & drop & !idle; interval
    subject MTU :: mtu & vpn; freeze; drop; big; not; black; problem
    subject MTU :: vpn & big & freeze; drop; black
    subject MTU :: vpn & black
    subject adapter power saving :: nicpower & sleep; drop; reach; idle; freeze
    subject sleep :: sleep & drop; reach; reconnect; not; freeze
    subject UDP :: udp & drop; freeze; reconnect; works
    subject idle timers :: idle & drop; reconnect; freeze
    extended 0x3 :: idle & drop & limit
    subject session limits :: idle & drop
    subject session limits :: hours & drop & interval
    subject network :: interval & drop; reconnect
    subject session limits :: interval & drop
    subject idle timers :: interval & drop
    subject certificate :: certificate & gateway & expired; problem; wrong; identity
    subject certificate :: certificate & problem; expired; identity; wrong; not
    subject gateway :: gateway & reach; drop; problem
    credssp.gateway_refused :: gateway & password & again; wrong
    subject password :: password & wrong; again
    message credentials twice :: twice & password; logonword
    subject saved credentials :: saved & password
    message ping answered :: ping & works & reach; not
    subject name resolution :: byip & works; hostname
    subject firewall :: forward & reach; not; firewall
    subject VPN :: vpn & drop; reach; reconnect; slow; freeze; not
    subject network :: wifi & drop; reconnect; freeze; slow; cable
    message slow logon :: pleasewait & freeze; black
    subject stuck connecting :: pleasewait & drop; reach; not
    subject graphics :: gpu & drop; freeze; black; crash; artefacts
    subject graphics :: artefacts
    server.terminated :: shutdown & drop & !idle; sleep
    network.loss :: retrans
    subject remote desktop right :: allowuser & reach; not; logonword; right
    subject session limits :: full
    server.unresponsive :: overload
    subject updates :: update & drop; freeze; reach; internalerror; black; crash
    subject client crash :: crash
    subject black screen :: black
    subject freezes :: freeze
    subject internal error :: internalerror
    subject inspection :: antivirus & problem; reach; drop; internalerror
    network.latency :: slow
    subject profile :: profile & problem; not
    subject auto-reconnect :: reconnect & again; drop; interval
    subject remote desktop off :: homeedition
    event 4625 :: attack & password; wrong; account; locked
    """
}
