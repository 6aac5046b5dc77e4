/// A page, and the concepts that together mean it, in whatever language.
///
///     page :: concept; or this & and this & !never with this
///     ~page :: a concept that is named in passing, too: shown as near, never claimed
///     !page :: concepts that tell of a computer elsewhere, whatever else the text says
struct ConceptRule: Sendable {
  let code: String
  let isHint: Bool
  /// It tells of a computer elsewhere by itself: "by name it fails, 10.0.0.5 works".
  let isUnmistakable: Bool
  private let groups: [Set<String>]
  private let excluded: Set<String>

  /// How many concepts must be there: the more, the more is said.
  var size: Int { groups.count }
  var concepts: Set<String> { groups.reduce(into: excluded) { $0.formUnion($1) } }

  init?(_ line: Substring) {
    guard let mark = line.firstRange(of: " :: ") else { return nil }
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
    let page = line[..<mark.lowerBound]
    isHint = page.hasPrefix("~")
    isUnmistakable = page.hasPrefix("!")
    code = String(isHint || isUnmistakable ? page.dropFirst() : page)
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
    subject firewall :: fromelsewhere & fromelsewhere & reach
    subject name resolution :: address & works & reach; not
    !subject name resolution :: hostname & address & works
    subject name resolution :: hostname & address & reach; not
    subject one client :: mydevice & otherdevice & drop; freeze; reach; not; works
    subject inspection :: antivirus; inspect & tls
    subject adapter power saving :: nic & powersave
    subject adapter power saving :: nic & sleep
    subject sleep :: wakekey & computer; office; reach; sleep
    subject sleep :: mobile & appswitch & drop; reconnect
    subject screen lock :: screenlock & password; asksfor
    !subject freezes :: freeze & catchup
    subject certificate :: certificate & install
    subject remote desktop off :: homeedition & remoteaccess; reach; not; enable; disabled
    subject licensing :: license & expired
    subject shadowing :: shadow & sessionword
    subject graphics :: moving & drop; crash; black & !vpn
    subject stuck sessions :: stucksession & sessionword & otheruser; people; everyone; not; locked; server
    subject network :: wifi & cable & drop; freeze
    extended 0x101 :: license & server & not; find
    subject licensing :: license & problem; expired; drop; reach; wrong; not
    mstsc 0x104 :: find & not & computer
    mstsc 0x204 :: reasons & remoteaccess & not; disabled
    negotiation.hybrid_required :: nla & unsupported
    NTSTATUS 0xC000005E :: dc & not; reach
    SEC_E 0x80090304 :: lsa & not; reach
    subject encryption oracle :: oracle & unsupported
    credssp.access_denied :: right; expiredright & remotelogon
    credssp.account_restricted :: account & locked; disabled; restricted & !attack
    credssp.password_expired :: password & expired & !license
    event 4625 :: attack & attack & password; wrong; logonword; problem; find; again; locked
    event 4625 :: attack & password; wrong; account; locked; logonword
    subject stuck sessions :: stucksession & freeze; not; drop; locked; again
    subject firewall :: fromelsewhere & reach; not & !drop; freeze
    subject network :: fromelsewhere & drop; freeze; reconnect; slow
    extended 0x5 :: sameuser & drop
    subject session limits :: sameuser & drop
    subject session limits :: otheruser & loggedon
    subject session limits :: otheruser & drop & logonword; loggedon; reach; onlyone; console
    subject session limits :: otheruser & drop
    extended 0x5 :: otheruser & drop
    subject network :: everyone & drop & branch
    server.terminated :: everyone & drop & atonce
    message xrdp no X server :: xrdp & rightaway & drop; crash
    subject one client :: othersstay & othersstay & drop; freeze; reconnect; reach; interval & !black
    subject one client :: onlyme & onlyme & everyone; otheruser; elsewhere
    subject one client :: onlyme & onlyme & drop; freeze; reconnect; crash; slow; reach
    subject one client :: onlyme & everyone; otheruser; elsewhere & works; not; drop; reach; problem
    subject session limits :: onlyone & drop; reach; otheruser; loggedon; logonword & !everyone
    subject session limits :: onlyone & everyone & !atonce
    subject VPN :: vpn & drop & interval; problem
    subject network :: branch & drop & elsewhere; not; everyone; reach
    subject stuck sessions :: stucksession & reach; logonword; otheruser; onlyone; full; locked
    subject graphics :: fullscreen & drop; crash; freeze
    subject one client :: onlyme & drop; freeze; reconnect; crash; slow; black; reach; problem; not
    subject session limits :: warned & drop & idle; interval; limit; hours
    subject session limits :: signedout & idle & drop
    subject session limits :: idle & drop & worklost
    subject session limits :: newsession & worklost & internetdown; server; reconnect; drop
    subject session limits :: newsession & worklost; internetdown; reconnect; drop
    subject session limits :: idle & worklost
    subject session limits :: signedout & idle; longaway; limit; hours
    subject session limits :: warned & drop; signedout; limit
    subject idle timers :: firewall & drop & interval; idle; hours
    subject Entra :: logonword & again & avd; entra
    server.terminated :: everyone & drop & !idle; interval; hours; limit; otheruser; firewall; update; wifi; vpn
    subject VMConnect :: vmconsole & drop; reach; freeze; black; problem; not
    server.unresponsive :: overload & freeze & sessionword; server; everyone
    subject shadowing :: shadow & sessionword & otheruser
    subject MTU :: mtu & freeze; drop; black; slow; reach; not
    subject MTU :: mtu & works & vpn; freeze; drop; big; black
    subject MTU :: mtu & vpn; freeze; drop; big; not; black; problem
    subject MTU :: mtu & ping; works; wifi; not; slow; reach
    subject MTU :: vpn & big & freeze; drop; black; slow
    subject MTU :: vpn & black
    subject adapter power saving :: nicpower & sleep; drop; reach; idle; freeze
    subject sleep :: longaway & drop; reach; reconnect; not; freeze; black
    subject sleep :: sleep & drop; reach; reconnect; not; freeze; black
    subject session limits :: screenlock & drop; signedout & !account
    subject screen lock :: screenlock & interval; idle; again & !drop
    Win32 1722 :: rpc & problem; not; reach; wrong; drop
    subject broker :: newsession & reconnect; drop; again; broker
    subject session limits :: newsession & reconnect; drop; again
    subject RemoteApp :: remoteapp & drop; not; reach; crash; reconnect; loggedon; freeze; full; license; artefacts; black
    subject Kerberos :: kerberos & logonword; remotelogon; password
    event 4625 :: attack & forward
    subject remote desktop off :: remoteaccess & disabled
    subject tunnel :: tunnel & drop; reach; freeze; problem; reconnect; not; black
    subject inspection :: inspect & drop; freeze; reach; problem; certificate; internalerror; wrong
    subject UDP :: udp & firewall; reach
    subject UDP :: udp & drop; freeze; reconnect; works; slow; black; disabled
    subject idle timers :: idle & firewall; forward; vpn & drop; reconnect; freeze
    extended 0x3 :: idle & drop & limit
    subject session limits :: idle & drop & limit
    subject idle timers :: idle & drop; reconnect; freeze
    subject session limits :: idle & drop
    subject session limits :: limit & drop
    subject session limits :: hours & drop & interval
    subject freezes :: interval & freeze & !drop; reconnect; fullscreen
    subject network :: interval & drop; reconnect; freeze
    subject session limits :: interval & drop
    subject idle timers :: interval & drop
    message smart card certificate :: smartcard & not; problem; reach; expired; wrong; certificate; again
    subject certificate :: certificate & gateway & expired; problem; wrong; identity
    subject certificate :: identity & not; wrong & again; computer; display
    subject certificate :: certificate & problem; expired; identity; wrong; not; again; reach; drop
    subject gateway :: gateway & reach; drop; problem; not
    credssp.gateway_refused :: gateway & password & again; wrong
    message credentials twice :: twice & password; logonword
    subject NPS :: nps & reach; drop; problem; wrong; not; mfa
    subject NPS :: mfa & gateway; again; wrong; drop; reach
    subject Entra :: mfa & reach; wrong; again; problem; not
    subject Entra :: entra & reach; wrong; again; problem; not; password; drop
    subject saved credentials :: password & asksfor & everytime & !wrong; not; locked
    subject saved credentials :: saved & password
    subject password :: password & wrong; again; reach; not
    message ping answered :: ping & works & reach; not
    subject name resolution :: byip & works; hostname; reach
    subject name resolution :: hostname & reach; not; wrong
    subject firewall :: forward & reach; not; firewall
    subject firewall :: firewall & reach; problem; not; disabled
    subject RDP Wrapper :: wrapper & reach; not; update; problem; disabled; onlyone
    subject VPN :: vpn & drop; reach; reconnect; slow; freeze; not
    subject network :: wifi & drop; reconnect; freeze; slow; cable; problem; black
    subject stuck connecting :: initiate & freeze; reach; not; drop
    message slow logon :: pleasewait & freeze; black; slow
    subject auto-reconnect :: cable & freeze & reconnect
    subject network :: cable & drop; freeze; reconnect; problem
    subject network :: internetdown & drop; freeze; reconnect
    message slow logon :: logonword & slow
    subject stuck connecting :: pleasewait & drop; reach; not; freeze
    subject graphics :: gpu & drop; freeze; black; crash; artefacts; slow; problem
    subject graphics :: artefacts
    subject screen lock :: screenlock & sessionword; rdpword & !account
    event 4625 :: attack & rdpword
    message Remmina cannot connect :: remminaword & reach; problem
    subject remote desktop off :: toggle & rdpword; remoteaccess & disabled; not; black
    subject remote desktop off :: rdpword & disabled & !udp; nla; firewall; account; certificate; tls; sleep; drop; license; freeze; black
    subject remote desktop off :: rdpservice & disabled; problem
    subject remote desktop right :: right & rdpword & people; account; allowuser
    subject remote desktop right :: allowuser & rdpword
    subject remote desktop off :: enable & rdpword & !udp; nla; firewall; account; certificate; tls; sleep; gpu; shadow; allowuser; disabled
    message xrdp no X server :: xrdp & black
    subject password :: logonword & problem & !slow; update
    server.terminated :: shutdown & drop & !idle; sleep
    server.terminated :: reboot & drop & everyone; server; interval
    network.loss :: retrans
    subject remote desktop right :: allowuser & reach; not; logonword; right; enable
    subject remote desktop right :: right & reach; not; logonword; wrong
    subject session limits :: full
    subject session limits :: onlyone
    server.unresponsive :: overload & slow; freeze; drop; not; reach; server
    server.unresponsive :: overload
    subject updates :: update & drop; freeze; reach; internalerror; black; crash; problem; again; wrong; slow
    subject NLA :: nla & reach; not; wrong; problem; disabled; enable
    subject Kerberos :: kerberos & reach; not; wrong; problem; expired
    subject TLS versions :: tls & reach; not; wrong; problem; disabled; unsupported; oldsystem & !ssh
    subject TLS versions :: oldsystem & reach; unsupported
    subject broker :: broker & reach; not; wrong; problem; drop; newsession
    subject shadowing :: shadow & display; people; reach; not; allowuser; right; enable; display; expiredright; loggedon
    message another user :: console & drop; loggedon; otheruser
    subject web client :: webclient & reach; not; drop; freeze; problem; black; slow
    subject bastion :: bastion & reach; not; drop; freeze; problem; black; slow; wrong
    message workspace :: workspace & reach; not; find; problem; full
    message AVD agent :: avd & reach; not; problem; disabled
    subject client crash :: crash
    subject black screen :: black & display; logonword; reach; freeze; drop; problem; update; again & !fullscreen; artefacts
    subject black screen :: black & !fullscreen; disabled
    subject freezes :: freeze
    subject internal error :: internalerror
    subject inspection :: antivirus & problem; reach; drop; internalerror; freeze; not
    network.latency :: slow & freeze; display; office; interval; problem; wifi; again
    network.latency :: slow
    event 1149 :: whowas
    subject profile :: profile & problem; not; wrong; reach; again; slow
    subject auto-reconnect :: reconnect & again; drop; interval; not
    subject remote desktop off :: homeedition
    subject remote desktop off :: enable & remoteaccess; disabled; computer; server; reach
    subject session limits :: drain & reach; logonword; not
    subject profile :: tempprofile
    subject stuck sessions :: stucksession
    subject stuck sessions :: rightaway & drop & logonword & !xrdp
    mstsc 0x204 :: reach
    ~subject tunnel :: tunnel
    ~subject RDP Wrapper :: wrapper
    ~subject bastion :: bastion
    ~subject sleep :: sleep
    ~subject VPN :: vpn
    ~subject licensing :: license
    ~subject certificate :: certificate
    ~subject gateway :: gateway
    ~subject profile :: profile
    ~subject UDP :: udp
    ~subject MTU :: mtu
    ~subject Kerberos :: kerberos
    ~subject NLA :: nla
    ~subject Entra :: entra
    ~subject shadowing :: shadow
    ~subject web client :: webclient
    ~subject RemoteApp :: remoteapp
    ~message smart card certificate :: smartcard
    ~event 4625 :: attack
    ~subject updates :: update
    ~subject broker :: broker
    ~subject firewall :: firewall
    ~subject password :: password
    ~subject auto-reconnect :: reconnect
    ~subject session limits :: idle
    ~subject network :: drop
    ~subject remote desktop right :: allowuser
    """
}
