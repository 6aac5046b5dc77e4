import Analysis
import CaptureReader
import Evidence
import Foundation
import RDPProtocol
import Support
import Testing

@Suite("TLS secrets inside a pcapng") struct LateSecretsTests {
  enum Place: CaseIterable { case before, between, after }

  @Test("serve the session wherever they stand", arguments: Place.allCases)
  func serve(place: Place) throws {
    let folder = Recordings.fixtures.appending(path: "captures/decryption")
    let keys = Array(try Data(contentsOf: folder.appending(path: "logon-failure.keys")))
    let packets = try read(.file(folder.appending(path: "logon-failure.pcap.gz").path)).packets
    var builder = PCAPNGBuilder()
    builder.section()
    builder.interface(linkType: UInt16(packets.first?.record.linkType.rawValue ?? 1))
    if place == .before { builder.secrets(keys) }
    for (index, packet) in packets.enumerated() {
      if place == .between, index == packets.count / 2 { builder.secrets(keys) }
      builder.packet(
        packet.bytes, ticks: UInt64(packet.record.time.nanoseconds / 1000),
        original: UInt32(packet.record.originalLength))
    }
    if place == .after { builder.secrets(keys) }
    let status = try withTemporaryFile(builder.bytes, named: "late.pcapng") { path in
      CaptureAnalyzer.analyze([.file(path)], options: AnalysisOptions()).sessions.first?.wire?.trace
        .decrypted?.credssp.errorCode?.value
    }
    #expect(status == 0xC000_006D)
  }
}
