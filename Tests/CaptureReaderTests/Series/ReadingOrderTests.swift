import CaptureReader
import Testing

@Suite("Reading order") struct ReadingOrderTests {
  private struct Packet {
    var time: Int64
    var interface = 0
  }

  /// The frames' numbers in the order in which they are handed on. Times are in microseconds.
  private func order(
    _ packets: [Packet], windows: [Int: Int64] = [:], otherwise: Int64 = 0,
    limits: ReadingLimits = ReadingLimits()
  ) -> [Int] {
    var named: [ReadingOrder.Interface: TimeSpan] = [:]
    for (number, window) in windows {
      named[ReadingOrder.Interface(member: 0, number: number)] = TimeSpan(
        nanoseconds: window * 1000)
    }
    var order = ReadingOrder(
      windows: named, otherwise: TimeSpan(nanoseconds: otherwise * 1000), limits: limits)
    var frames: [Int] = []
    for (index, packet) in packets.enumerated() {
      let record = PacketRecord(
        frame: index + 1, time: Timestamp(nanoseconds: (1_000_000_000 + packet.time) * 1000),
        originalLength: 4, linkType: .ethernet, interface: packet.interface)
      let bytes: [UInt8] = [UInt8(truncatingIfNeeded: index + 1), 0, 0, 0]
      order.pass(0, record, bytes.rawSpan) { _, record, bytes in
        frames.append(record.frame)
        if bytes.copied().first != UInt8(truncatingIfNeeded: record.frame) { frames.append(-1) }
      }
    }
    order.finish { _, record, _ in frames.append(record.frame) }
    return frames
  }

  @Test("packets within the window are put in order of time, equal ones as they stand")
  func window() {
    let packets = [0, 30, 10, 10, 20, 500, 490].map { Packet(time: $0) }
    #expect(order(packets, otherwise: 50) == [1, 3, 4, 5, 2, 7, 6])
  }

  @Test("a clock set back by more than the window begins anew")
  func step() {
    let packets = [1000, 1010, 0, 20, 10].map { Packet(time: $0) }
    #expect(order(packets, otherwise: 50) == [1, 2, 3, 5, 4])
  }

  @Test("an interface that is not believed keeps its places")
  func unbelieved() {
    let packets = [
      Packet(time: 100), Packet(time: 90, interface: 1), Packet(time: 110),
      Packet(time: 105, interface: 2), Packet(time: 99, interface: 1),
    ]
    #expect(order(packets, windows: [2: 20]) == [1, 2, 4, 3, 5])
  }

  @Test("no more is held than the limit allows")
  func limit() {
    var limits = ReadingLimits()
    limits.reorderingBytes = 300
    let packets = [40, 30, 20, 10, 0].map { Packet(time: $0) }
    #expect(order(packets, otherwise: 1000, limits: limits).sorted() == [1, 2, 3, 4, 5])
    #expect(order(packets, otherwise: 1000, limits: limits) != [5, 4, 3, 2, 1])
  }

  @Test("packets without a time stay where they stand")
  func timeless() {
    let packets = [Packet(time: 10), Packet(time: -1_000_000_000), Packet(time: 20)]
    #expect(order(packets, otherwise: 50) == [1, 2, 3])
  }

  @Test("lateness is believed where TCP bears it out, up to where it does")
  func lateness() {
    var lateness = Lateness()
    #expect(lateness.believed == nil)
    lateness.note(TimeSpan(nanoseconds: 30_000), .undecided)
    #expect(lateness.believed == TimeSpan(nanoseconds: 30_000))
    lateness.note(.milliseconds(100), .wrongTime)
    #expect(lateness.believed == nil)
    for _ in 0..<3 { lateness.note(TimeSpan(nanoseconds: 34_000), .late) }
    let believed = lateness.believed ?? .zero
    #expect(believed >= TimeSpan(nanoseconds: 34_000) && believed < .milliseconds(1))
    for _ in 0..<9 { lateness.note(.milliseconds(3), .wrongTime) }
    #expect(lateness.believed.map { $0 < .milliseconds(1) } ?? false)
    lateness.note(.seconds(5), .late)
    #expect(lateness.longest == .milliseconds(100))
  }
}
