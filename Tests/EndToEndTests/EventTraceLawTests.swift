import Analysis
import Attribution
import CaptureReader
import Evidence
import Foundation
import PacketDecode
import Support
import TCPStreams
import Testing

/// Recordings as pktmon and `netsh trace` of a Windows host would have written them.
@Suite("Event traces of recordings") struct EventTraceLawTests {
  private struct Packet {
    var time: Timestamp
    var bytes: [UInt8]
    var original: Int
  }

  /// One fixture of each folder, as far as its frames are Ethernet's.
  private static let fixtures: [LabelledFixture] = {
    var folders: Set<String> = []
    return LabelledFixture.all.filter { fixture in
      folders.insert(String(fixture.file.prefix { $0 != "/" })).inserted
    }
  }()

  private static func packets(of fixture: LabelledFixture) throws -> [Packet] {
    var packets: [Packet] = []
    _ = try CaptureFile.read(.file(fixture.url.path)) { record, bytes in
      guard record.linkType.rawValue == 1 else { return }
      packets.append(
        Packet(time: record.time, bytes: bytes.copied(), original: record.originalLength))
    }
    return packets
  }

  private static func analyze(_ bytes: [UInt8]) throws -> AnalysisReport {
    let file = try ScratchFile(named: "capture.etl")
    try file.write(bytes)
    return CaptureAnalyzer.analyze([.file(file.path)], options: AnalysisOptions())
  }

  private static func monitored(_ packets: [Packet]) throws -> [UInt8] {
    let start = try #require(packets.map(\.time).min())
    var trace = EventTraceBuilder(start: start.advanced(by: .zero - .seconds(1)))
    for (place, packet) in packets.enumerated() {
      // The same packet at three components, and multicast that Windows drops all the time.
      for appearance in 1...3 {
        trace.monitored(
          packet.bytes,
          at: packet.time.advanced(by: TimeSpan(nanoseconds: Int64(appearance) * 1_000)),
          component: UInt16(appearance), group: UInt64(place + 1), appearance: UInt16(appearance),
          original: UInt16(clamping: packet.original))
      }
      if place % 20 == 3 {
        trace.monitored([UInt8](repeating: 1, count: 60), at: packet.time, dropReason: 204)
      }
      if place % 64 == 63 { trace.endBuffer(isCompressed: place % 128 == 127) }
    }
    trace.endBuffer()
    return trace.bytes
  }

  @Test("give the verdict of the recording, with repeats and drops", arguments: fixtures)
  func sameVerdict(fixture: LabelledFixture) throws {
    let packets = try Self.packets(of: fixture)
    guard !packets.isEmpty else { return }
    let plain = CaptureAnalyzer.analyze([.file(fixture.url.path)], options: AnalysisOptions())
    let traced = try Self.analyze(try Self.monitored(packets))
    #expect(traced.sessions.map(\.verdict.code) == plain.sessions.map(\.verdict.code))
    #expect(
      traced.sessions.map { $0.facts.identity.client }
        == plain.sessions.map {
          $0.facts.identity.client
        })
  }

  @Test("netsh's pieces give the verdict too", arguments: fixtures.prefix(3))
  func captured(fixture: LabelledFixture) throws {
    let packets = try Self.packets(of: fixture).filter { $0.bytes.count == $0.original }
    guard let start = packets.map(\.time).min() else { return }
    var trace = EventTraceBuilder(start: start.advanced(by: .zero - .seconds(1)))
    for packet in packets {
      let half = packet.bytes.count / 2
      trace.captured(Array(packet.bytes[..<half]), at: packet.time, ends: false)
      trace.captured(Array(packet.bytes[half...]), at: packet.time, starts: false)
    }
    trace.endBuffer()
    let plain = CaptureAnalyzer.analyze([.file(fixture.url.path)], options: AnalysisOptions())
    let traced = try Self.analyze(trace.bytes)
    #expect(traced.sessions.map(\.verdict.code) == plain.sessions.map(\.verdict.code))
  }

  /// A SYN that comes in and is sent again twice.
  private static func requests() -> [Packet] {
    let head: [UInt8] =
      [UInt8](repeating: 2, count: 12) + [8, 0, 0x45, 0, 0, 40, 0, 1, 0, 0, 64, 6]
    let rest: [UInt8] =
      [0, 0, 10, 0, 0, 5, 10, 0, 0, 3, 0xC2, 0x93, 0x0D, 0x3D, 0, 0, 0, 1, 0, 0, 0, 0, 0x50, 2, 4]
      + [0, 0, 0, 0, 0]
    let start = Timestamp(nanoseconds: 1_700_000_000_000_000_000)
    return [0, 3, 9].map {
      Packet(time: start.advanced(by: .seconds($0)), bytes: head + rest, original: 54)
    }
  }

  @Test("what Windows' firewall drops is evidence of its own, tied to the session")
  func firewall() throws {
    let requests = Self.requests()
    var trace = EventTraceBuilder(start: requests[0].time)
    for (place, packet) in requests.enumerated() {
      trace.monitored(packet.bytes, at: packet.time, group: UInt64(place + 1))
      trace.monitored(
        packet.bytes, at: packet.time, group: UInt64(place + 1), dropReason: 1207,
        dropLocation: 0xE000_4001)
    }
    trace.endBuffer()
    let report = try Self.analyze(trace.bytes)
    let session = try #require(report.sessions.first)
    #expect(report.sessions.count == 1)
    #expect(session.verdict.code == .networkSYNUnanswered)
    let evidence = try #require(
      session.verdict.evidence.first { $0.evidence.code == .hostFirewallDropped })
    #expect(
      evidence.evidence.summary.contains("3 of the client's at TCP/IP: inspection (firewall)"))
    #expect(session.wire?.surroundings.hostDrops?.map(\.count) == [3])
  }

  @Test("drops for other reasons, and of other connections, are no evidence against the session")
  func otherDrops() throws {
    let requests = Self.requests()
    var trace = EventTraceBuilder(start: requests[0].time)
    for packet in requests {
      trace.monitored(packet.bytes, at: packet.time)
      var other = packet.bytes
      other[34] = 1
      trace.monitored(other, at: packet.time, dropReason: 1207)
      trace.monitored(packet.bytes, at: packet.time, dropReason: 912)
    }
    trace.endBuffer()
    let session = try #require(try Self.analyze(trace.bytes).sessions.first)
    let codes = session.verdict.evidence.map(\.evidence.code)
    #expect(!codes.contains(.hostFirewallDropped))
    #expect(codes.contains(.hostDropped))
  }

  @Test("events of the client beside its packets are a second witness of the session")
  func events() throws {
    let requests = Self.requests()
    let client: [UInt8] = [
      0xbb, 0x95, 0xaa, 0x28, 0x44, 0xd4, 0x19, 0x47, 0xa3, 0x6f, 0x40, 0x46, 0x21, 0x68, 0x12,
      0x7e,
    ]
    var trace = EventTraceBuilder(start: requests[0].time.advanced(by: .zero - .seconds(1)))
    for packet in requests { trace.monitored(packet.bytes, at: packet.time) }
    trace.event(
      provider: client, id: 1024, at: requests[0].time,
      EventTraceBuilder.wide("Server Name") + EventTraceBuilder.wide("10.0.0.3")
        + EventTraceBuilder.wide("Info"))
    trace.event(
      provider: client, id: 1026, at: requests[2].time.advanced(by: .seconds(12)),
      EventTraceBuilder.wide("Reason") + [4, 1, 0, 0] + EventTraceBuilder.wide("Info"))
    trace.endBuffer()
    let report = try Self.analyze(trace.bytes)
    #expect(report.sessions.map { $0.facts.witnesses.map(\.kind) } == [[.capture, .log]])
    #expect(report.sessions.first?.facts.logs.count == 1)
  }
}
