import Analysis
import Attribution
import CaptureReader
import Evidence
import Foundation
import PacketDecode
import Support
import TCPStreams
import Testing

/// The fixtures' packets, changed as other captures of the same fault could have them
/// (`Benchmarks/harder` does it to all labelled recordings).
@Suite("Captures made harder to read") struct HarderCaptureTests {
  enum Change: String, CaseIterable, Sendable {
    case everyPacketTwice, otherHopLimits, timesTripled
    case onlyClient, onlyServer, withoutStart, withoutEnd, someMissing, neighboursSwapped
    case headersOnly

    /// The session can be seen as well as before.
    var keepsVerdict: Bool {
      switch self {
      case .everyPacketTwice, .otherHopLimits, .timesTripled: true
      default: false
      }
    }
  }

  @Test(
    "never lead to a confident wrong cause; what changes nothing keeps the cause",
    arguments: LabelledFixture.all, Change.allCases)
  func holds(fixture: LabelledFixture, change: Change) throws {
    let packets = try HarderCapture.packets(of: fixture.url)
    let changed = HarderCapture.applying(change, to: packets, clientPort: fixture.clientPort)
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).pcap")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(HarderCapture.file(changed)).write(to: url)
    let report = CaptureAnalyzer.analyze([.file(url.path)], options: AnalysisOptions())
    let session = report.sessions.first { session in
      let identity = session.facts.identity
      return [identity.client?.port, identity.server?.port].contains(fixture.clientPort)
    }
    // A capture of which nothing is left of the session says nothing wrong.
    guard let verdict = session?.verdict else { return }
    let accepted = fixture.also.union([fixture.cause])
    let isRight = accepted.contains(verdict.cause.rawValue)
    let told = "\(verdict.code.rawValue) \(verdict.confidence)"
    #expect(isRight || verdict.confidence < 0.9, "\(told)")
    if change.keepsVerdict { #expect(isRight, "\(told)") }
  }
}

/// Packets of a capture in memory.
struct HarderCapture {
  struct Packet {
    var nanoseconds: Int64
    var length: Int
    var bytes: [UInt8]
  }

  static func packets(of url: URL) throws -> [Packet] {
    var packets: [Packet] = []
    _ = try CaptureFile.read(.file(url.path)) { record, bytes in
      packets.append(
        Packet(
          nanoseconds: record.time.nanoseconds, length: record.originalLength,
          bytes: copy(of: bytes)))
    }
    return packets
  }

  private static func copy(of bytes: RawSpan) -> [UInt8] {
    var reader = ByteReader(bytes)
    var result: [UInt8] = []
    while let byte = try? reader.read(UInt8.self) { result.append(byte) }
    return result
  }

  static func file(_ packets: [Packet]) -> [UInt8] {
    var builder = PCAPBuilder(magic: 0xa1b2_3c4d)
    for packet in packets {
      builder.packet(
        packet.bytes, seconds: UInt32(packet.nanoseconds / 1_000_000_000),
        fraction: UInt32(packet.nanoseconds % 1_000_000_000), original: UInt32(packet.length))
    }
    return builder.bytes
  }

  static func applying(
    _ change: HarderCaptureTests.Change, to packets: [Packet], clientPort: UInt16
  ) -> [Packet] {
    var random = SeededRandom(seed: 20_261_122)
    var packets = packets
    let start = packets.first?.nanoseconds ?? 0
    switch change {
    case .everyPacketTwice:
      return packets.flatMap { packet in
        var copy = packet
        copy.nanoseconds += 20_000
        return [packet, copy]
      }.sorted { $0.nanoseconds < $1.nanoseconds }
    case .otherHopLimits:
      return packets.map { $0.with(hopsLess: $0.isFrom(clientPort) ? 6 : 3) }
    case .timesTripled:
      return packets.map { packet in
        var later = packet
        later.nanoseconds = start + (packet.nanoseconds - start) * 3
        return later
      }
    case .onlyClient: return packets.filter { $0.isFrom(clientPort) || !$0.isTo(clientPort) }
    case .onlyServer: return packets.filter { $0.isTo(clientPort) || !$0.isFrom(clientPort) }
    case .withoutStart: return Array(packets.dropFirst(packets.count / 5))
    case .withoutEnd: return Array(packets.dropLast(packets.count / 10))
    case .someMissing:
      return packets.filter { _ in Int.random(in: 0..<20, using: &random) > 0 }
    case .neighboursSwapped:
      for index in packets.indices.dropLast()
      where Int.random(in: 0..<20, using: &random) == 0 {
        let (first, second) = (packets[index], packets[index + 1])
        packets[index] = second
        packets[index + 1] = first
        packets[index].nanoseconds = first.nanoseconds
        packets[index + 1].nanoseconds = second.nanoseconds
      }
      return packets
    case .headersOnly:
      return packets.map { packet in
        var short = packet
        short.bytes = Array(packet.bytes.prefix(70))
        return short
      }
    }
  }
}

extension HarderCapture.Packet {
  /// Where TCP begins in an Ethernet frame, nil for all else.
  private var transport: Int? {
    guard bytes.count >= 54 else { return nil }
    switch (bytes[12], bytes[13]) {
    case (0x08, 0x00) where bytes[23] == 6: return 14 + 4 * Int(bytes[14] & 15)
    case (0x86, 0xDD) where bytes[20] == 6: return 54
    default: return nil
    }
  }

  private func port(at offset: Int) -> UInt16? {
    guard let transport, bytes.count >= transport + 4 else { return nil }
    return UInt16(bytes[transport + offset]) << 8 | UInt16(bytes[transport + offset + 1])
  }

  func isFrom(_ port: UInt16) -> Bool { self.port(at: 0) == port }
  func isTo(_ port: UInt16) -> Bool { self.port(at: 2) == port }

  func with(hopsLess count: UInt8) -> Self {
    guard transport != nil else { return self }
    var moved = self
    let place = bytes[12] == 0x08 ? 22 : 21
    moved.bytes[place] = max(1, bytes[place] - min(count, bytes[place]))
    return moved
  }
}
