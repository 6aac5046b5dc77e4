import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol

/// Whether the session of a log can be another session, by what both say of who they are.
struct LogKinship {
  /// Client address and port are the same: it is.
  var isSure = false
  /// Both ends have other addresses: the same only if something between made two connections of it.
  var isRelayed = false
  var points = 0.0

  /// Nil where they cannot be the same.
  init?(_ log: SessionFacts, _ base: SessionFacts) {
    let servers = (log.identity.server, base.identity.server)
    if let one = log.identity.client, let other = base.identity.client {
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
      if one.address == other.address { points += 1 }
      if one.port != 0, other.port != 0, one.port != other.port { return nil }
    }
    if let user = log.identity.user {
      if let cookie = base.wire?.trace.request?.value.cookie, Self.isSameName(user, cookie) {
        points += 2
      } else if base.wire == nil, let other = base.identity.user {
        points += Self.isSameName(user, other) || Self.isSameName(other, user) ? 2 : -2
      }
    }
    if let one = log.identity.clientName, let other = base.identity.clientName {
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
