import CaptureReader
import PacketDecode

/// One of a session's connections: its TCP connection, or a UDP transport beside it.
struct ConnectionRow {
  let session: SessionRecord
  /// Place among the session's connections, from 1; the first is the TCP connection.
  let ordinal: Int
  /// Nil for the TCP connection.
  let udp: UDPRecord?

  static func rows(of session: SessionRecord) -> [ConnectionRow] {
    [ConnectionRow(session: session, ordinal: 1, udp: nil)]
      + (session.udp ?? []).enumerated().map { index, transport in
        ConnectionRow(session: session, ordinal: index + 2, udp: transport)
      }
  }

  fileprivate var duration: Double? {
    guard let udp else { return session.duration }
    guard let first = Timestamp(rfc3339: udp.first.ts), let last = Timestamp(rfc3339: udp.last.ts)
    else { return nil }
    return last.since(first).secondsRounded
  }

  fileprivate var communityID: String? {
    guard let udp else { return session.communityID }
    guard let client = IPAddress(session.originHost), let server = IPAddress(session.responderHost)
    else { return nil }
    return CommunityID.version1(
      Endpoint(address: client, port: udp.clientPort),
      Endpoint(address: server, port: udp.serverPort), over: .udp)
  }
}

/// The columns of the table that has one row per TCP connection and UDP transport of a session.
enum ConnectionTable {
  static let columns = session + connection

  /// Which session it is of.
  private static let session: [Column<ConnectionRow>] = [
    .text("uid", "the session") { $0.session.uid },
    .word("verdict.code", "the session's verdict") { $0.session.verdict.code },
  ]

  /// The connection itself.
  static let connection: [Column<ConnectionRow>] = [
    .count("ordinal", "place among the session's connections, from 1: TCP first") { $0.ordinal },
    .time("ts", "first packet") { $0.udp?.first.ts ?? $0.session.ts },
    .seconds("duration_s", "first packet to last") { $0.duration },
    .word("proto", "tcp, udp") { $0.udp == nil ? "tcp" : "udp" },
    .word("kind", "of a UDP transport: rdpeudp, dtls (a gateway's), unknown") { $0.udp?.kind },
    .text("version", "of a UDP transport: 1, 2, or 3 for RDPEUDP2") { $0.udp?.version },
    .address("id.orig_h", "the client") { $0.session.originHost },
    .port("id.orig_p", "the client's port") { $0.udp?.clientPort ?? $0.session.originPort },
    .address("id.resp_h", "the server") { $0.session.responderHost },
    .port("id.resp_p", "the server's port") { $0.udp?.serverPort ?? $0.session.responderPort },
    .text("community_id", "Community ID v1, seed 0") { $0.communityID },
    .boolean("established", "of a UDP transport: both ends used it") { $0.udp?.established },
    .count("orig.packets", "packets that the client sent") {
      $0.udp?.orig.datagrams ?? $0.session.health?.orig.packets
    },
    .count("orig.bytes", "payload bytes, with those sent again") {
      $0.udp?.orig.bytes ?? $0.session.health?.orig.bytes
    },
    .count("orig.retransmissions", "of these packets, sent again") {
      $0.udp?.orig.retransmissions ?? $0.session.health?.orig.retransmissions.total
    },
    .count("resp.packets", "packets that the server sent") {
      $0.udp?.resp.datagrams ?? $0.session.health?.resp.packets
    },
    .count("resp.bytes", "payload bytes, with those sent again") {
      $0.udp?.resp.bytes ?? $0.session.health?.resp.bytes
    },
    .count("resp.retransmissions", "of these packets, sent again") {
      $0.udp?.resp.retransmissions ?? $0.session.health?.resp.retransmissions.total
    },
  ]
}
