import CaptureReader
import Foundation
import Support
import Testing

@Suite("Windows event traces") struct EventTraceTests {
  private static let start = Timestamp(nanoseconds: 1_700_000_000_000_000_000)

  private static func moment(_ microseconds: Int64) -> Timestamp {
    start.advanced(by: TimeSpan(nanoseconds: microseconds * 1_000))
  }

  private static func frame(_ number: Int, length: Int = 60) -> [UInt8] {
    [UInt8](repeating: 2, count: 12) + [8, 0]
      + [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: length - 14)
  }

  @Test("packets of several buffers come in order of time", arguments: [false, true])
  func order(isCompressed: Bool) throws {
    var trace = EventTraceBuilder(start: Self.start)
    // Each processor has a buffer of its own.
    for place in 0..<5 {
      trace.monitored(Self.frame(place * 2), at: Self.moment(Int64(place) * 20))
    }
    trace.endBuffer(isCompressed: isCompressed)
    for place in 0..<5 {
      trace.monitored(Self.frame(place * 2 + 1), at: Self.moment(Int64(place) * 20 + 10))
    }
    trace.endBuffer(isCompressed: isCompressed)
    let capture = try read(trace.bytes)
    #expect(capture.packets.map(\.bytes) == (0..<10).map { Self.frame($0) })
    #expect(capture.packets.map(\.record.time) == (0..<10).map { Self.moment(Int64($0) * 10) })
    #expect(capture.packets.map(\.record.frame) == Array(1...10))
    #expect(capture.summary.ending == .complete)
    #expect(capture.summary.format == .etl)
  }

  @Test("repeats of a packet share a number where the build gives one; drops are counted by reason")
  func repeats() throws {
    var trace = EventTraceBuilder(start: Self.start)
    for appearance in 1...3 {
      trace.monitored(
        Self.frame(1), at: Self.moment(Int64(appearance)), component: UInt16(appearance),
        group: 77, appearance: UInt16(appearance))
    }
    trace.monitored(Self.frame(2), at: Self.moment(9), group: 78, appearance: 0)
    for _ in 0..<28 { trace.monitored(Self.frame(3), at: Self.moment(10), dropReason: 1207) }
    trace.monitored(Self.frame(3), at: Self.moment(10), dropReason: 1206)
    trace.monitored(Self.frame(3), at: Self.moment(10), dropReason: 1220)
    trace.endBuffer()
    let capture = try read(trace.bytes)
    #expect(capture.packets.map(\.record.packetID) == [77, 77, 77, nil])
    #expect(Set(capture.packets.map(\.record.interface)).count == 3)
    let drops = capture.summary.notes.first { $0.code == .hostDrops }
    #expect(capture.summary.droppedInHost == 30)
    #expect(capture.summary.hostDrops.map(\.packets) == [28, 1, 1])
    #expect(
      drops?.message
        == "Windows dropped 30 packets inside the host: 28 inspection (firewall), 1 data after the "
        + "program had closed (FIN-WAIT-2); 1 of them as any host does all the time (session state)"
    )
  }

  @Test("pieces of a packet are joined by the thread that logs them")
  func pieces() throws {
    var trace = EventTraceBuilder(start: Self.start)
    let packet = Self.frame(4, length: 100)
    trace.captured(Array(packet[..<40]), at: Self.moment(1), ends: false)
    trace.captured(Array(packet[40...]), at: Self.moment(1), starts: false)
    trace.captured(Self.frame(5), at: Self.moment(2))
    trace.endBuffer()
    let capture = try read(trace.bytes)
    #expect(capture.packets.map(\.bytes) == [packet, Self.frame(5)])
  }

  @Test("a shortened packet keeps its length on the wire, and the remedy is said")
  func shortened() throws {
    var trace = EventTraceBuilder(start: Self.start)
    trace.monitored(Self.frame(1, length: 128), at: Self.moment(1), original: 1_514)
    trace.endBuffer()
    let capture = try read(trace.bytes)
    #expect(capture.packets.first?.record.originalLength == 1_514)
    // No header of the file says where packets were cut: the packets do.
    #expect(
      capture.summary.interfaces.first?.snapLength == capture.packets.first?.bytes.count)
    #expect(capture.summary.shortenedPackets == 1)
    #expect(capture.summary.notes.contains { $0.message.contains("--pkt-size 0") })
  }

  @Test("a filter that says Wi-Fi of an Ethernet frame is not believed")
  func wrongLinkType() throws {
    var trace = EventTraceBuilder(start: Self.start)
    let wireless: [UInt8] =
      [0x08, 0x42] + [UInt8](repeating: 0, count: 22) + [0xAA, 0xAA, 3, 0, 0, 0, 8, 0]
      + [UInt8](repeating: 0, count: 20)
    trace.monitored(Self.frame(1), at: Self.moment(1), type: 2)
    trace.monitored(wireless, at: Self.moment(2), type: 2)
    trace.endBuffer()
    let capture = try read(trace.bytes)
    #expect(capture.packets.map(\.record.linkType) == [.ethernet, .ieee80211])
    // Windows decrypts the payload and leaves the flag.
    #expect(capture.packets.last?.bytes[1] == 0x02)
  }

  @Test("a trace without packets says how to capture")
  func withoutPackets() throws {
    let capture = try read(EventTraceBuilder(start: Self.start).bytes)
    #expect(capture.packets.isEmpty)
    #expect(capture.summary.notes.contains { $0.code == .noPacketEvents })
  }

  @Test("every truncation keeps the whole buffers before it")
  func truncations() throws {
    var trace = EventTraceBuilder(start: Self.start)
    for place in 0..<3 {
      trace.monitored(Self.frame(place), at: Self.moment(Int64(place)))
      trace.endBuffer(isCompressed: place == 1)
    }
    let whole = trace.bytes
    for count in stride(from: 400, to: whole.count, by: 7) {
      let capture = try read(Array(whole[..<count]))
      #expect(capture.packets.count <= 2)
      #expect(capture.packets.map(\.bytes) == capture.packets.indices.map { Self.frame($0) })
    }
  }

  @Test("changed bytes are read or left", arguments: 0..<40)
  func mutations(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var trace = EventTraceBuilder(start: Self.start)
    for place in 0..<8 {
      trace.monitored(Self.frame(place), at: Self.moment(Int64(place)))
      trace.captured(Self.frame(place), at: Self.moment(Int64(place)), ends: place % 2 == 0)
      trace.endBuffer(isCompressed: place % 3 == 0)
    }
    var bytes = trace.bytes
    for _ in 0..<24 {
      let place = Int.random(in: 400..<bytes.count, using: &random)
      bytes[place] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
    }
    let capture = try read(bytes)
    #expect(capture.packets.count <= 16)
  }

  /// Packets and drops that independent readers find in the published traces.
  @Test(
    "published traces give all their packets",
    .enabled(if: Recordings.shared("public/etl") != nil, "recordings absent"),
    arguments: [
      ("ndis-netsh-win10-19044-1pkt", 1), ("pktmon-server-20348-114pkt-full", 114),
      ("pktmon-win10-19042-1111pkt-snap128", 1_111), ("pktmon-win10-19042-2705pkt-snap128", 2_705),
      ("pktmon-win10-19042-3646pkt-snap128", 3_646), ("pktmon-win11-26100-30132pkt-drops", 30_132),
      ("pktmon-win11-26200-406pkt-drops", 406), ("pktmon-win11-26200-51pkt-full", 51),
    ])
  func published(name: String, count: Int) throws {
    let folder = try #require(Recordings.shared("public/etl"))
    let capture = try read(.file(folder.appending(path: "\(name).etl").path))
    #expect(capture.packets.count + capture.summary.droppedInHost == count)
    #expect(capture.summary.ending == .complete)
    let times = capture.packets.map(\.record.time)
    #expect(times == times.sorted())
    #expect((times.first?.nanoseconds ?? 0) > 1_500_000_000_000_000_000)
  }

  @Test(
    "published traces without packets are no captures and no failures",
    .enabled(if: Recordings.shared("public/etl") != nil, "recordings absent"))
  func publishedWithoutPackets() throws {
    let folder = try #require(Recordings.shared("public/etl"))
    for file in Recordings.files(in: folder, endingIn: [".etl"])
    where file.lastPathComponent.hasPrefix("nopkt") {
      let capture = try read(.file(file.path))
      #expect(capture.packets.isEmpty, "\(file.lastPathComponent)")
      #expect(capture.summary.notes.contains { $0.code == .noPacketEvents })
    }
  }

  /// Records of all kinds as an independent reader (dissect.etl 3.14) counts them.
  @Test(
    "published traces have as many records as another reader finds",
    .enabled(if: Recordings.shared("public/etl") != nil, "recordings absent"),
    arguments: [
      ("ndis-netsh-win10-19044-1pkt", 102), ("nopkt-kernelnetwork-win7-7601", 8_924),
      ("nopkt-lxcore-19041", 4), ("nopkt-pktmon-win11-22000", 939),
      ("nopkt-pktmon-win11-22621", 1_195), ("nopkt-pktmon-win11-26200", 730),
      ("nopkt-powershell-22623", 114), ("nopkt-tracelogging-compressed", 23),
      ("nopkt-windowsupdate-22631", 82), ("pktmon-server-20348-114pkt-full", 467),
      ("pktmon-win10-19042-1111pkt-snap128", 2_154), ("pktmon-win10-19042-2705pkt-snap128", 3_748),
      ("pktmon-win10-19042-3646pkt-snap128", 4_601),
      ("pktmon-win11-26100-30132pkt-drops", 31_068), ("pktmon-win11-26200-406pkt-drops", 1_400),
      ("pktmon-win11-26200-51pkt-full", 1_075),
    ])
  func records(name: String, count: Int) throws {
    let folder = try #require(Recordings.shared("public/etl"))
    let capture = try read(.file(folder.appending(path: "\(name).etl").path))
    #expect(capture.summary.traceRecords == count)
  }
}
