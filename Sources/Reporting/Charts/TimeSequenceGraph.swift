import CaptureReader
import PacketDecode
import TCPStreams

/// One side's last data over time, after W. R. Stevens: each segment a bar from its first byte to its
/// last, the other side's acknowledgements a line below them.
struct TimeSequenceGraph {
  private static let leastSegments = 4
  private static let (top, bottom) = (34.0, 254.0)

  let side: Side
  private let packets: [TailPacket]
  private let base: SequenceNumber
  private let highest: Double
  private let scale: TimeScale

  /// Nil where the side sent too little for a course.
  init?(_ connection: ConnectionRecord, of side: Side) {
    let data = connection.tail.filter { $0.side == side && $0.length > 0 }
    guard data.count >= Self.leastSegments, let first = data.first else { return nil }
    // The oldest byte of all: a repeat can begin before the first segment kept.
    let base = data.reduce(first.sequence) { $1.sequence.distance(to: $0) > 0 ? $1.sequence : $0 }
    let highest = data.map { base.distance(to: $0.end) }.max() ?? 0
    guard highest > 0, highest < 1 << 30, let start = connection.tail.first?.frame.time else {
      return nil
    }
    self.side = side
    self.base = base
    self.highest = Double(highest)
    packets = connection.tail
    scale = TimeScale(from: start, to: max(start, connection.last.time))
  }

  var chart: Chart {
    var svg = Markup()
    svg.label("bytes of \(side.direction)", "name", x: TimeScale.left, y: 20)
    for share in [0.0, 0.5, 1] {
      let y = y(highest * share)
      svg.line("grid", from: (TimeScale.left, y), to: (TimeScale.right, y))
      svg.label(
        Quantity.bytes(highest * share), "tick", x: TimeScale.left - 8, y: y + 4, anchor: .end)
    }
    scale.drawAxis(
      &svg, top: Self.top, bottom: Self.bottom, title: "time before the connection's last packet")
    drawAcknowledgments(&svg)
    for packet in packets where packet.side == side && packet.length > 0 {
      draw(packet, &svg)
    }
    return Chart(
      title: "Bytes over time, \(side.direction)", description: description,
      height: Self.bottom + TimeScale.axisHeight, drawing: svg)
  }

  private func y(_ bytes: Double) -> Double {
    Self.bottom - min(max(bytes / highest, 0), 1) * (Self.bottom - Self.top)
  }

  private func draw(_ packet: TailPacket, _ svg: inout Markup) {
    let x = scale.x(packet.frame.time)
    let low = Double(base.distance(to: packet.sequence))
    let high = Double(base.distance(to: packet.end))
    let (from, to) = (y(low), min(y(high), y(low) - 2))
    svg.line(packet.isRepeat ? "segment bad" : "segment", from: (x, from), to: (x, to))
    guard packet.isRepeat else { return }
    svg.path("head bad", [(x - 5, from + 7), (x, from), (x + 5, from + 7)])
  }

  /// A line of steps: it stays where it is until the next acknowledgement.
  private func drawAcknowledgments(_ svg: inout Markup) {
    var points: [(x: Double, y: Double)] = []
    var highestSoFar = -1
    for packet in packets where packet.side == side.other && packet.flags.contains(.ack) {
      let bytes = base.distance(to: packet.acknowledgment)
      guard bytes >= 0, bytes > highestSoFar, Double(bytes) <= highest * 1.01 else { continue }
      let x = scale.x(packet.frame.time)
      if let last = points.last { points.append((x, last.y)) }
      points.append((x, y(Double(bytes))))
      highestSoFar = bytes
    }
    if let last = points.last { points.append((TimeScale.right, last.y)) }
    if points.count > 1 { svg.path("acks", points) }
  }

  private var description: String {
    let own = packets.filter { $0.side == side && $0.length > 0 }
    let acknowledged =
      packets.filter { $0.side == side.other && $0.flags.contains(.ack) }
      .map { base.distance(to: $0.acknowledgment) }.max() ?? 0
    let repeats = own.count { $0.isRepeat }
    return
      "In the last \(Quantity.duration(scale.length)) the \(side.rawValue) sent \(Quantity.bytes(highest)) in \(own.count) segments, of which"
      + " \(repeats) were sent again; \(Quantity.bytes(Double(max(0, acknowledged)))) of it were"
      + " acknowledged."
  }
}
