import CaptureReader
import PacketDecode
import RDPProtocol
import TCPStreams

/// A UDP transport between a session's two hosts.
enum UDPFields {
  static let record = Record<UDPTransport>(
    "udp", "a UDP transport between a session's two hosts",
    [
      Field("client_port", "the client's port", as: .port) { $0.client.port },
      Field("server_port", "the server's port", as: .port) { $0.server.port },
      Field("kind", "rdpeudp, dtls (a gateway's), unknown where its start was not captured") {
        $0.kind
      },
      Field("version", "1, 2, or 3 for RDPEUDP2; null where no answer was seen") {
        $0.version.map { $0 == 0x0101 ? "3" : "\($0)" }
      },
      Field("lossy", "best effort instead of reliable") { $0.isLossy },
      Field("syns", "SYN datagrams") { $0.synCount },
      Field("established", "both ends used it") { $0.isEstablished },
      Field("correlation_id", "by which both ends' logs name it") {
        $0.correlationID.map(hexadecimal)
      },
      Field("orig", "what the client sent", one: direction) { $0.sent.client },
      Field("resp", "what the server sent", one: direction) { $0.sent.server },
      Field("first", "first datagram") { $0.first },
      Field("last", "last datagram") { $0.last },
    ])

  private static let direction = Record<UDPTransport.Direction>(
    "udp_direction", "what one side sent over a UDP transport",
    [
      Field("datagrams", "datagrams") { $0.datagrams },
      Field("bytes", "payload bytes") { $0.bytes },
      Field("data", "datagrams with data") { $0.data },
      Field("retransmissions", "data sent again") { $0.retransmissions },
      Field("repairs", "forward error correction") { $0.repairs },
      Field("reported_missing", "datagrams of the other side that it reported missing") {
        $0.reportedMissing
      },
      Field("last", "its last datagram") { $0.last },
    ])

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
