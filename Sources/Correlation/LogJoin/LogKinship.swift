import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol

/// Who took part in a session, by what a witness of it says.
struct LogParty {
  var client: Endpoint?
  var server: Endpoint?
  var user: String?
  var clientName: String?
  /// Of the connection request; nil for a log.
  var cookie: String?
  var isCaptured: Bool

  init(_ facts: SessionFacts) {
    client = facts.identity.client
    server = facts.identity.server
    user = facts.identity.user
    clientName = facts.identity.clientName
    cookie = facts.wire?.trace.request?.value.cookie
    isCaptured = facts.wire != nil
  }
}

/// Whether the session of a log can be another session, by what both say of who they are.
struct LogKinship {
  /// Client address and port are the same: it is.
  var isSure = false
  /// Both ends have other addresses: the same only if something between made two connections of it.
  var isRelayed = false
  var points = 0.0

  /// Nil where they cannot be the same.
  init?(_ log: LogParty, _ base: LogParty) {
    let servers = (log.server, base.server)
    if let one = log.client, let other = base.client {
      if one.address != other.address {
        // A relay or load balancer has a client side and a server side.
        guard let near = servers.0, let far = servers.1, near.address != far.address else {
          return nil
        }
        isRelayed = true
        points -= 3
      } else {
        points += 2
        if one.port != 0, other.port != 0 {
          guard one.port == other.port else { return nil }
          isSure = true
        }
      }
    }
    if let one = servers.0, let other = servers.1, !isRelayed {
      if one.address == other.address {
        points += 1
      } else if log.client == nil || base.client == nil {
        isRelayed = true
        points -= 3
      }
      if one.port != 0, other.port != 0, one.port != other.port { return nil }
    }
    if let user = log.user {
      if let cookie = base.cookie, Self.isSameName(user, cookie) {
        points += 2
      } else if !base.isCaptured, let other = base.user {
        points += Self.isSameName(user, other) || Self.isSameName(other, user) ? 2 : -2
      }
    }
    if let one = log.clientName, let other = base.clientName {
      points += one.lowercased() == other.lowercased() ? 2 : -1
    }
  }

  /// A cookie holds the first nine characters of a user's name, without its domain.
  private static func isSameName(_ user: String, _ cookie: String) -> Bool {
    let name = user.split(separator: "\\").last.map { $0.lowercased() } ?? user.lowercased()
    let short = cookie.split(separator: "\\").last.map { $0.lowercased() } ?? cookie.lowercased()
    return !short.isEmpty && name.hasPrefix(short)
  }
}
