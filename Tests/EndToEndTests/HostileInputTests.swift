import Analysis
import CaptureReader
import Foundation
import Support
import Testing

/// Captures that are cut, changed and forged: analysed in this process, so that a trap ends the test.
@Suite("Hostile input") struct HostileInputTests {
  /// Small captures of different phases, so that every stage meets damage.
  static let fixtures = [
    "negotiation/nla-required", "network/pmtu-blackhole", "tls/version-mismatch",
    "credssp/client-withdrew",
  ]

  /// All packets of a fixture.
  private static func packets(of fixture: String) throws -> [ReadPacket] {
    let url = Recordings.fixtures.appending(path: "captures/\(fixture).pcap.gz")
    return try read(.file(url.path)).packets
  }

  private static func analyze(_ bytes: [UInt8]) throws -> AnalysisReport {
    try withTemporaryFile(bytes) { path in
      CaptureAnalyzer.analyze([.file(path)], options: AnalysisOptions())
    }
  }

  /// A pcapng of these packets with times in nanoseconds.
  private static func capture(_ packets: [ReadPacket]) -> [UInt8] {
    var builder = PCAPNGBuilder()
    builder.section()
    builder.interface([PCAPNGBuilder.Option(9, [9])])
    for packet in packets {
      builder.packet(packet.bytes, ticks: UInt64(max(0, packet.record.time.nanoseconds)))
    }
    return builder.bytes
  }

  @Test("a prefix of any length is read as far as it goes", arguments: fixtures.prefix(2))
  func prefixes(fixture: String) throws {
    let whole = Self.capture(try Self.packets(of: fixture))
    let sessions = try Self.analyze(whole).sessions.count
    #expect(sessions > 0)
    for end in stride(from: 0, to: whole.count, by: 7) {
      let report = try Self.analyze(Array(whole[..<end]))
      #expect(report.sessions.count <= sessions, "prefix of \(end) bytes")
    }
  }

  @Test("changed bytes do no more harm than wrong findings", arguments: fixtures)
  func mutations(fixture: String) throws {
    let packets = try Self.packets(of: fixture)
    for seed in UInt64(1)...60 {
      var random = SeededRandom(seed: seed)
      var changed = packets
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: changed.indices, using: &random)
        guard let index = changed[place].bytes.indices.dropFirst(14).randomElement(using: &random)
        else { continue }
        changed[place].bytes[index] = UInt8.random(in: 0...255, using: &random)
      }
      let report = try Self.analyze(Self.capture(changed))
      #expect(report.inputs.first?.summary?.packets == packets.count, "seed \(seed)")
      #expect(report.sessions.count <= packets.count, "seed \(seed)")
    }
  }

  /// A pcapng can name any 64-bit time and offset: differences and sums of times are beyond any limit.
  @Test(
    "times at the ends of what a file can say",
    arguments: fixtures + ["tls/damaged-record", "credssp/wrong-password-lossy"],
    [Int64.min, 0, Int64.max])
  func extremeTimes(fixture: String, offset: Int64) throws {
    let packets = try Self.packets(of: fixture)
    let extremes: [UInt64] = [0, 1, 1 << 62, UInt64(Int64.max), .max]
    for seed in UInt64(1)...12 {
      var random = SeededRandom(seed: seed)
      var builder = PCAPNGBuilder()
      builder.section()
      builder.interface([
        PCAPNGBuilder.Option(9, [9]),
        PCAPNGBuilder.Option(14, builder.integers(offset)),
      ])
      for packet in packets {
        builder.packet(packet.bytes, ticks: extremes.randomElement(using: &random) ?? 0)
      }
      let report = try Self.analyze(builder.bytes)
      #expect(report.sessions.isEmpty == false, "seed \(seed)")
    }
  }
}
