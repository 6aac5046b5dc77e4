import CaptureReader
import PacketDecode

/// One of a session's connections: its TCP connection, or a UDP transport beside it.
struct ConnectionRow: Sendable {
  let session: StoredRecord
  /// Place among the session's connections, from 1; the first is the TCP connection.
  let ordinal: Int
  /// Nil for the TCP connection.
  let udp: StoredRecord?

  static func rows(of session: StoredRecord) -> [ConnectionRow] {
    [ConnectionRow(session: session, ordinal: 1, udp: nil)]
      + session["udp"].records.enumerated().map { index, transport in
        ConnectionRow(session: session, ordinal: index + 2, udp: transport)
      }
  }

  fileprivate var duration: Double? {
    guard let udp else { return session["duration_s"].real }
    guard let first = udp["first.ts"].text.flatMap(Timestamp.init(rfc3339:)),
      let last = udp["last.ts"].text.flatMap(Timestamp.init(rfc3339:))
    else { return nil }
    return last.since(first).secondsRounded
  }

  fileprivate var communityID: String? {
    guard let udp else { return session["community_id"].text }
    guard let client = session["id.orig_h"].text.flatMap({ IPAddress($0) }),
      let server = session["id.resp_h"].text.flatMap({ IPAddress($0) }),
      let clientPort = udp["client_port"].integer.flatMap({ UInt16(exactly: $0) }),
      let serverPort = udp["server_port"].integer.flatMap({ UInt16(exactly: $0) })
    else { return nil }
    return CommunityID.version1(
      Endpoint(address: client, port: clientPort), Endpoint(address: server, port: serverPort),
      over: .udp)
  }
}

/// The columns of the table that has one row per TCP connection and UDP transport of a session.
enum ConnectionTable {
  static let columns = session + connection

  /// Which session it is of.
  private static let session: [Column<ConnectionRow>] = [
    ofSession("uid", "the session"), ofSession("verdict.code", "the session's verdict"),
  ]

  /// The connection itself.
  static let connection: [Column<ConnectionRow>] =
    [
      .count("ordinal", "place among the session's connections, from 1: TCP first") { $0.ordinal },
      either("ts", "first packet", udp: "first.ts", session: "ts"),
      .seconds("duration_s", "first packet to last") { $0.duration },
      .word("proto", "tcp, udp") { $0.udp == nil ? "tcp" : "udp" },
      ofTransport("kind", "of a UDP transport: rdpeudp, dtls (a gateway's), unknown"),
      ofTransport("version", "of a UDP transport: 1, 2, or 3 for RDPEUDP2"),
      ofSession("id.orig_h"),
      either("id.orig_p", "the client's port", udp: "client_port", session: "id.orig_p"),
      ofSession("id.resp_h"),
      either("id.resp_p", "the server's port", udp: "server_port", session: "id.resp_p"),
      .text("community_id", "Community ID v1, seed 0") { $0.communityID },
      ofTransport("established", "of a UDP transport: both ends used it"),
    ] + sent("orig", "client") + sent("resp", "server")

  private static func sent(_ key: String, _ side: String) -> [Column<ConnectionRow>] {
    [
      either(
        "\(key).packets", "packets that the \(side) sent", udp: "\(key).datagrams",
        session: "health.\(key).packets"),
      either(
        "\(key).bytes", "payload bytes, with those sent again", udp: "\(key).bytes",
        session: "health.\(key).bytes"),
      either(
        "\(key).retransmissions", "of these packets, sent again",
        udp: "\(key).retransmissions", session: "health.\(key).retransmissions.total"),
    ]
  }

  private static func ofSession(_ path: String, _ meaning: String? = nil) -> Column<ConnectionRow> {
    .field(path, meaning, (SessionFields.record.shape.path(path), { $0.session }))
  }

  private static func ofTransport(_ path: String, _ meaning: String) -> Column<ConnectionRow> {
    .field(path, meaning, (UDPFields.record.shape.path(path), { $0.udp }))
  }

  private static func either(
    _ name: String, _ meaning: String, udp: String, session: String
  ) -> Column<ConnectionRow> {
    .field(
      name, meaning, (UDPFields.record.shape.path(udp), { $0.udp }),
      (SessionFields.record.shape.path(session), { $0.session }))
  }
}
