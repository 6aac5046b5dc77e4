import CaptureReader
import Foundation
@testable import PacketDecode
import Support
import Testing

/// Usual frames are decoded in a straight line: what comes of it is what the layers give.
@Suite("Short cut for usual frames") struct ShortCutTests {
  /// What one frame came to.
  private struct Outcome: Equatable {
    var network: NetworkHeader?
    var transport = ""
    var payload: [UInt8] = []
    var statistics: DecodeStatistics
  }

  private static func outcome(
    of packet: ReadPacket, limits: DecodeLimits,
    _ decode: (inout PacketDecoder, ReadPacket, (borrowing DecodedPacket, RawSpan) -> Void) -> Void
  ) -> Outcome {
    var decoder = PacketDecoder(limits: limits)
    var network: NetworkHeader?
    var transport = ""
    var payload: [UInt8] = []
    decode(&decoder, packet) { packet, bytes in
      network = packet.network
      transport = "\(packet.transport)"
      payload = bytes.copied()
    }
    return Outcome(
      network: network, transport: transport, payload: payload, statistics: decoder.statistics)
  }

  /// Whether the short cut was taken, after comparing both ways.
  private static func compare(
    _ packet: ReadPacket, limits: DecodeLimits = DecodeLimits(), _ name: @autoclosure () -> String
  ) -> Bool {
    var isUsual = false
    let short = outcome(of: packet, limits: limits) { decoder, packet, body in
      isUsual = decoder.decodeUsual(
        packet.bytes.rawSpan, packet.record,
        { body(DecodedPacket(network: copy $1, transport: .tcp(copy $0)), $2) }, body)
    }
    guard isUsual else {
      #expect(short.statistics == DecodeStatistics() && short.network == nil, "\(name())")
      return false
    }
    let long = outcome(of: packet, limits: limits) { decoder, packet, body in
      decoder.walk(
        packet.bytes.rawSpan, packet.record,
        { body(DecodedPacket(network: copy $1, transport: .tcp(copy $0)), $2) }, body)
    }
    #expect(short == long, "\(name())")
    return true
  }

  @Test(
    "recordings are decoded the same both ways",
    .enabled(if: Recordings.shared("public") != nil, "recordings absent"),
    arguments: ["lab", "public"])
  func recordings(folder: String) throws {
    let root = try #require(Recordings.shared(folder))
    let all = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    var usual = 0
    for case let url as URL in all ?? .init() {
      // The first packets of each: what the rest of a file shows is more of the same.
      var left = 2_000
      _ = try? CaptureFile.readUntilStopped(.file(url.path)) { record, bytes in
        let packet = ReadPacket(record: copy record, bytes: bytes.copied())
        if Self.compare(packet, "\(url.lastPathComponent), frame \(record.frame)") { usual += 1 }
        left -= 1
        return left > 0 ? .proceed : .stop
      }
    }
    #expect(usual > 1_000)
  }

  private static let samples: [[UInt8]] = [
    PacketBuilder.tcp(
      from: client, to: server, seq: 1, ack: 2, flags: [.ack, .psh],
      options: [.noOperation, .noOperation, .timestamps(value: 3, echo: 4)], payload: hello),
    PacketBuilder.tcp(from: client, to: server, seq: 1, ack: 2, flags: [.ack], payload: hello),
    PacketBuilder.tcp(
      from: server, to: client, seq: 9, flags: [.syn],
      options: [.maximumSegmentSize(1460), .selectiveAcknowledgmentPermitted, .windowScale(7)]),
    PacketBuilder.tcp(
      from: server, to: client, seq: 9, ack: 3, flags: [.ack],
      options: [
        .noOperation, .noOperation, .timestamps(value: 3, echo: 4), .noOperation, .noOperation,
        .selectiveAcknowledgment([1...5, 7...9, 20...30]),
      ]),
    PacketBuilder.udp(from: client, to: server, payload: hello),
    PacketBuilder.udp(from: client, to: Endpoint("10.0.0.3", 4789), payload: hello),
  ]

  @Test("every byte of a frame can be anything", arguments: samples.indices)
  func everyByte(sample: Int) {
    let frame = Self.samples[sample]
    var taken = 0
    for place in frame.indices {
      for value in [0, 1, 4, 6, 17, 0x40, 0x45, 0x46, 0x50, 0x80, 0xF0, 0xFF] as [UInt8] {
        var bytes = frame
        bytes[place] = value
        let packet = ReadPacket(
          record: PacketRecord(
            frame: 1, time: Timestamp(nanoseconds: 0), originalLength: frame.count,
            linkType: .ethernet, packetID: place % 2 == 0 ? 77 : nil), bytes: bytes)
        if Self.compare(packet, "byte \(place) is \(value)") { taken += 1 }
      }
    }
    // The last one goes to a tunnel's port.
    #expect((taken > frame.count * 6) == (sample != Self.samples.count - 1))
  }

  @Test("segments come by themselves, and all else as packets", arguments: samples.indices)
  func segmentsAlone(sample: Int) {
    let bytes = Self.samples[sample]
    for linkType in [LinkType.ethernet, .raw] {
      // The walk takes what the short cut does not.
      let frame = linkType == .raw ? Array(bytes.dropFirst(14)) : bytes
      let packet = ReadPacket(
        record: PacketRecord(
          frame: 1, time: Timestamp(nanoseconds: 0), originalLength: frame.count,
          linkType: linkType), bytes: frame)
      var segments = 0
      let apart = Self.outcome(of: packet, limits: DecodeLimits()) { decoder, packet, body in
        decoder.decode(
          packet.bytes.rawSpan, packet.record,
          segment: { segment, network, payload in
            segments += 1
            body(DecodedPacket(network: copy network, transport: .tcp(copy segment)), payload)
          }, other: body)
      }
      let together = Self.outcome(of: packet, limits: DecodeLimits()) { decoder, packet, body in
        decoder.decode(packet.bytes.rawSpan, packet.record, body)
      }
      #expect(apart == together)
      #expect((segments == 1) == apart.transport.hasPrefix("tcp"))
    }
  }

  @Test("a frame can be cut anywhere", arguments: samples.indices)
  func everyCut(sample: Int) {
    let frame = Self.samples[sample]
    for count in 0...frame.count {
      for original in [0, count, frame.count] {
        let packet = ReadPacket(
          record: PacketRecord(
            frame: 1, time: Timestamp(nanoseconds: 0), originalLength: original,
            linkType: .ethernet), bytes: Array(frame.prefix(count)))
        _ = Self.compare(packet, "\(count) bytes of \(original)")
      }
    }
  }

  @Test("changed frames are decoded the same both ways", arguments: 1...8 as ClosedRange<UInt64>)
  func mutations(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for round in 0..<400 {
      var packets = Self.samples.map { bytes in
        ReadPacket(
          record: PacketRecord(
            frame: 1, time: Timestamp(nanoseconds: 0), originalLength: bytes.count,
            linkType: .ethernet), bytes: bytes)
      }
      for _ in 0..<4 {
        PacketMutation.allCases.randomElement(using: &random)?.apply(to: &packets, using: &random)
      }
      for packet in packets { _ = Self.compare(packet, "seed \(seed), round \(round)") }
    }
  }

  @Test("a decoder that may enter no IP header takes no short cut")
  func respectsLimit() {
    var limits = DecodeLimits()
    limits.encapsulations = 0
    let packet = ReadPacket(
      record: PacketRecord(
        frame: 1, time: Timestamp(nanoseconds: 0), originalLength: Self.samples[0].count,
        linkType: .ethernet), bytes: Self.samples[0])
    #expect(!Self.compare(packet, limits: limits, "no IP header"))
  }

  @Test("a filter leaves out what is not wanted, and all is counted")
  func filter() {
    let (web, sender) = (Endpoint("10.0.0.9", 443), Endpoint("10.0.0.8", 50_000))
    let frames: [(isWanted: Bool, [UInt8])] = [
      (true, PacketBuilder.tcp(from: client, to: server, seq: 1, flags: [.ack])),
      (true, PacketBuilder.tcp(from: server, to: client, seq: 1, flags: [.ack])),
      (true, PacketBuilder.tcp(from: sender, to: web, seq: 1, flags: [.syn])),
      (true, PacketBuilder.tcp(from: sender, to: web, seq: 1, flags: [.ack], payload: [3, 0])),
      (false, PacketBuilder.tcp(from: sender, to: web, seq: 1, flags: [.ack], payload: [0, 3])),
      (false, PacketBuilder.tcp(from: sender, to: web, seq: 1, flags: [.ack])),
      (false, PacketBuilder.tcp(from: sender, to: web, seq: 1, flags: [.rst])),
      (true, PacketBuilder.udp(from: sender, to: web, payload: [0])),
    ]
    var (all, some) = (PacketDecoder(), PacketDecoder())
    some.filter = SegmentFilter(ports: PortSet([server.port]), firstBytes: ByteSet([3]))
    for (isWanted, frame) in frames {
      let record = PacketRecord(
        frame: 1, time: Timestamp(nanoseconds: 0), originalLength: frame.count,
        linkType: .ethernet)
      var taken = 0
      all.decode(frame.rawSpan, record) { _, _ in taken += 1 }
      #expect(taken == 1)
      some.decode(frame.rawSpan, record) { _, _ in taken += 1 }
      #expect(taken == (isWanted ? 2 : 1))
      #expect(some.statistics == all.statistics)
    }
  }
}
