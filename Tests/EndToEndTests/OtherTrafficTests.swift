import Analysis
import Attribution
import CaptureReader
import Evidence
import Foundation
import PacketDecode
import RDPProtocol
import Support
import TCPStreams
import Testing

/// After some thousand segments of other conversations those go by undecoded that can open nothing.
@Suite("Sessions amid other traffic") struct OtherTrafficTests {
  /// Every fourth: what is passed by does not depend on how a session ends.
  private static let fixtures = LabelledFixture.all.enumerated().filter { $0.offset % 4 == 0 }
    .map(\.element)

  @Test("are told as without it, on whatever port", arguments: fixtures)
  func sessions(fixture: LabelledFixture) throws {
    let packets = try HarderCapture.packets(of: fixture.url)
    let first = try #require(packets.first).nanoseconds
    let other = (0..<4_200).map { number in
      let bytes = PacketBuilder.tcp(
        from: Endpoint("198.51.100.7", 443), to: Endpoint("198.51.100.8", 50_000),
        seq: UInt32(1_000 + 3 * number), flags: [.ack, .psh], payload: [0x17, 3, 3])
      return HarderCapture.Packet(nanoseconds: first, length: bytes.count, bytes: bytes)
    }
    let alone = try Self.sessions(of: packets)
    let amid = try Self.sessions(of: other + packets)
    #expect(amid == alone)
    #expect(alone.count > 0)
  }

  private static func sessions(of packets: [HarderCapture.Packet]) throws -> [String] {
    try withTemporaryFile(HarderCapture.file(packets)) { path in
      let report = CaptureAnalyzer.analyze([.file(path)], options: AnalysisOptions())
      return report.sessions.map { session in
        let verdict = "\(session.verdict.code.rawValue) \(session.verdict.confidence)"
        guard let record = session.wire?.connection else { return verdict }
        let (client, server) = (record.sent.client, record.sent.server)
        return "\(verdict) \(record.client) \(record.server) "
          + "\(client.packets) \(client.bytes) \(server.packets) \(server.bytes)"
      }
    }
  }

  @Test("every payload that opens something begins with one of the bytes that are looked for")
  func firstBytes() throws {
    var openings = 0
    for fixture in LabelledFixture.all {
      var decoder = PacketDecoder()
      _ = try CaptureFile.read(.file(fixture.url.path)) { record, bytes in
        decoder.decode(bytes, record) { _, payload in
          if OpeningRecognizer.opening(of: payload) != nil {
            openings += 1
            #expect(OpeningRecognizer.firstBytes.contains(payload.copied(limit: 1)[0]))
          }
        }
      }
    }
    #expect(openings > 30)
    let requests = [
      "RDG_OUT_DATA /rd", "RPC_IN_DATA /x:3388 HTTP", "GET /rdp/x HTTP/1.1",
      "CONNECT host:3389 HTTP/1.1",
    ]
    for request in requests {
      let payload = Array(request.utf8)
      #expect(CarrierRecognizer.opening(of: payload.rawSpan, keys: KeyLog()) == .fromClient)
      #expect(CarrierRecognizer.firstBytes.contains(payload[0]))
    }
  }
}
