import CaptureReader
import TCPStreams

/// The words in which findings name points, directions and times.
struct PathWords {
  let near: String
  let far: String
  private let names: [Int: String]
  /// What the clocks of the first and the last point are ahead of the session's.
  private let ahead: PerSide<TimeSpan>

  /// - Parameter clock: the session's clock less the first point's.
  init(_ path: ConnectionPath, clock: TimeSpan = .zero) {
    ahead = PerSide(
      client: .zero - clock, server: (path.points.last?.clockOffset ?? .zero) - clock)
    near = path.points.first?.name ?? "client"
    far = path.points.last?.name ?? "server"
    names = Dictionary(path.points.map { ($0.witness, $0.name) }) { first, _ in first }
  }

  /// "client and server".
  var both: String { "\(near) and \(far)" }

  /// The point from which a side's packets come.
  func origin(of side: Side) -> String { side == .client ? near : far }
  func target(of side: Side) -> String { side == .client ? far : near }

  func name(_ witness: Int) -> String { names[witness] ?? "point \(witness + 1)" }

  /// "client and router".
  func ends(of hop: PathComparison) -> String { "\(name(hop.near)) and \(name(hop.far))" }

  /// When a packet passed the point at a side's end, by the session's clock.
  func moment(_ reference: ItemReference, at side: Side) -> Timestamp {
    reference.time.advanced(by: .zero - ahead[side])
  }

  /// That, as time of day in UTC, to the second.
  func time(_ reference: ItemReference, at side: Side) -> String {
    let day: Int64 = 86_400
    let seconds = moment(reference, at: side).nanoseconds / 1_000_000_000
    let within = Int((seconds % day + day) % day)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(within / 3600)):\(two(within / 60 % 60)):\(two(within % 60))"
  }

  func span(_ span: TimeSpan) -> String {
    let tenths = span.nanoseconds / 100_000_000
    if tenths >= 10 { return "\(tenths / 10).\(tenths % 10) s" }
    let micros = span.nanoseconds / 100_000
    return "\(micros / 10).\(micros % 10) ms"
  }

  func count(_ number: Int, _ one: String, _ many: String) -> String {
    number == 1 ? "1 \(one)" : "\(number) \(many)"
  }
}
