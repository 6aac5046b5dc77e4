import CaptureReader
import RDPProtocol
import TCPStreams

/// A router or the host itself reports that packets cannot be delivered (RFC 792, RFC 4443).
struct ICMPUnreachable: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .tcpICMPUnreachable, .tcpICMPProhibited, .tcpICMPMidSession,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    let errors = facts.connection.icmpErrors.filter(Self.isUnreachable)
    guard let first = errors.first else { return [] }
    let name = Self.name(of: first)
    if !facts.isEstablished, facts.server.packets == 0 {
      return [
        Evidence(
          Self.isProhibition(first) ? .tcpICMPProhibited : .tcpICMPUnreachable,
          "\(first.reporter) reports: \(name)",
          frames: errors.map { Optional($0.frame) })
      ]
    }
    guard let goodbye = facts.goodbye, goodbye.frame < first.frame else {
      return [
        Evidence(
          .tcpICMPMidSession, "\(first.reporter) reports in mid-session: \(name)",
          frames: errors.map { Optional($0.frame) })
      ]
    }
    return []
  }

  static func isUnreachable(_ error: ICMPRecord) -> Bool {
    if error.isV6 { return error.type == 1 || (error.type == 3 && error.code == 0) }
    return (error.type == 3 && error.code != 4) || (error.type == 11 && error.code == 0)
  }

  private static func isProhibition(_ error: ICMPRecord) -> Bool {
    error.isV6
      ? error.type == 1 && (error.code == 1 || error.code == 5)
      : error.type == 3 && [9, 10, 13].contains(error.code)
  }

  static func name(of error: ICMPRecord) -> String {
    if error.isV6 {
      switch (error.type, error.code) {
      case (1, 0): return "no route to the server"
      case (1, 1), (1, 5): return "administratively prohibited"
      case (1, 3): return "address unreachable (neighbour discovery failed)"
      case (1, 4): return "port unreachable"
      case (3, 0): return "hop limit exceeded (routing loop)"
      default: return "ICMPv6 type \(error.type) code \(error.code)"
      }
    }
    switch (error.type, error.code) {
    case (3, 0), (3, 6), (3, 11): return "network unreachable"
    case (3, 1), (3, 7), (3, 12): return "host unreachable"
    case (3, 2): return "protocol unreachable"
    case (3, 3): return "port unreachable"
    case (3, 9), (3, 10), (3, 13): return "administratively prohibited"
    case (11, 0): return "time to live exceeded (routing loop)"
    default: return "ICMP type \(error.type) code \(error.code)"
    }
  }
}
