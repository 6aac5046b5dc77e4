import Analysis
import Attribution
import CaptureReader
import Foundation
import RDPProtocol
import Reporting
import Support
import Testing

/// Captures that are cut, changed and forged: analysed in this process up to their reports, so that a
/// trap ends the test.
@Suite("Hostile input") struct HostileInputTests {
  /// Small captures of different phases, so that every stage meets damage.
  static let fixtures = [
    "negotiation/nla-required", "network/pmtu-blackhole", "tls/version-mismatch",
    "credssp/client-withdrew", "tls/damaged-record", "credssp/wrong-password-lossy",
    "decryption/logon-failure",
  ]
  /// Small enough that every byte is tried, or every fourth, as pcap (true) or pcapng.
  static let smallest = [
    ("server/port-closed", true), ("negotiation/nla-required", false),
    ("tls/certificate-expired", true),
  ]

  /// Bytes from one place that is tried to the next: a certificate is parsed each time, so of the larger
  /// capture every fourth, others with each seed.
  private static func places(in bytes: [UInt8]) -> [Int] {
    let step = bytes.count < 2_000 ? 1 : 4
    let first = Int(firstSeed % UInt64(step))
    // Headers of the file and of its first packets: each byte.
    return bytes.indices.filter { $0 < 400 || $0 % step == first }
  }

  /// Other seeds than the same ones each time: `HOSTILE_SEED=1234 swift test --filter Hostile`.
  static let firstSeed =
    ProcessInfo.processInfo.environment["HOSTILE_SEED"].flatMap { UInt64($0) } ?? 1

  /// All packets of a fixture.
  private static func packets(of fixture: String) throws -> [ReadPacket] {
    let url = Recordings.fixtures.appending(path: "captures/\(fixture).pcap.gz")
    return try read(.file(url.path)).packets
  }

  private static func keys(of fixture: String) -> KeyLog {
    let url = Recordings.fixtures.appending(path: "captures/\(fixture).keys")
    return KeyLog(parsing: [UInt8]((try? Data(contentsOf: url)) ?? Data()))
  }

  /// Analyses a file and writes its reports.
  private static func analyze(
    _ bytes: [UInt8], by file: ScratchFile, keys: KeyLog = KeyLog()
  ) throws -> AnalysisReport {
    try file.write(bytes)
    var options = AnalysisOptions()
    options.keys = keys
    let analysis = CaptureAnalyzer.analyze([.file(file.path)], options: options)
    let report = Report(analysis, tool: Tool(name: "test", version: "0"))
    try JSONReport(.lines).write(report) { _ in }
    try TextReport(.init(style: TerminalStyle(), showsAll: true)).write(report) { _ in }
    return analysis
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

  private static func classic(_ packets: [ReadPacket]) -> [UInt8] {
    var builder = PCAPBuilder(magic: 0xa1b2_3c4d)
    for packet in packets {
      let time = UInt64(max(0, packet.record.time.nanoseconds))
      builder.packet(
        packet.bytes, seconds: UInt32(truncatingIfNeeded: time / 1_000_000_000),
        fraction: UInt32(time % 1_000_000_000))
    }
    return builder.bytes
  }

  @Test("every prefix is read as far as it goes", arguments: smallest)
  func prefixes(fixture: String, isClassic: Bool) throws {
    let packets = try Self.packets(of: fixture)
    let whole = isClassic ? Self.classic(packets) : Self.capture(packets)
    let file = try ScratchFile()
    let sessions = try Self.analyze(whole, by: file).sessions.count
    #expect(sessions > 0)
    for end in Self.places(in: whole) {
      let report = try Self.analyze(Array(whole[..<end]), by: file)
      #expect(report.sessions.count <= sessions, "prefix of \(end) bytes")
      let input = report.inputs.first
      #expect(input?.failure != nil || (input?.summary?.packets ?? 0) <= packets.count)
    }
  }

  @Test("any single byte may be another", arguments: smallest)
  func singleBytes(fixture: String, isClassic: Bool) throws {
    let packets = try Self.packets(of: fixture)
    let whole = isClassic ? Self.classic(packets) : Self.capture(packets)
    let file = try ScratchFile()
    for index in Self.places(in: whole) {
      var changed = whole
      let old = whole[index]
      // Every kind of change comes to every kind of field, since fields repeat with each packet.
      changed[index] = [old ^ 0x01, old ^ 0x80, 0xFF, 0][index % 4]
      let report = try Self.analyze(changed, by: file)
      #expect(report.sessions.count <= packets.count, "byte \(index)")
    }
  }

  @Test("changed bytes do no more harm than wrong findings", arguments: fixtures)
  func mutations(fixture: String) throws {
    let packets = try Self.packets(of: fixture)
    let keys = Self.keys(of: fixture)
    let file = try ScratchFile()
    for seed in Self.firstSeed..<(Self.firstSeed + 60) {
      var random = SeededRandom(seed: seed)
      var changed = packets
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: changed.indices, using: &random)
        guard let index = changed[place].bytes.indices.dropFirst(14).randomElement(using: &random)
        else { continue }
        changed[place].bytes[index] = UInt8.random(in: 0...255, using: &random)
      }
      let report = try Self.analyze(Self.capture(changed), by: file, keys: keys)
      #expect(report.inputs.first?.summary?.packets == packets.count, "seed \(seed)")
      #expect(report.sessions.count <= packets.count, "seed \(seed)")
    }
  }

  @Test("forged streams end in a verdict or in none", arguments: fixtures)
  func structured(fixture: String) throws {
    let packets = try Self.packets(of: fixture)
    let keys = Self.keys(of: fixture)
    let file = try ScratchFile()
    for seed in Self.firstSeed..<(Self.firstSeed + 60) {
      var random = SeededRandom(seed: seed &* 7_919)
      var changed = packets
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        PacketMutation.allCases.randomElement(using: &random)?
          .apply(to: &changed, using: &random)
      }
      let report = try Self.analyze(Self.capture(changed), by: file, keys: keys)
      #expect(report.inputs.first?.summary?.packets == changed.count, "seed \(seed)")
      for session in report.sessions {
        #expect((0...1).contains(session.verdict.confidence), "seed \(seed)")
      }
    }
  }

  /// A pcapng can name any 64-bit time and offset: differences and sums of times are beyond any limit.
  @Test(
    "times at the ends of what a file can say", arguments: fixtures, [Int64.min, 0, Int64.max])
  func extremeTimes(fixture: String, offset: Int64) throws {
    let packets = try Self.packets(of: fixture)
    let file = try ScratchFile()
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
      let report = try Self.analyze(builder.bytes, by: file)
      #expect(report.sessions.isEmpty == false, "seed \(seed)")
    }
  }
}
