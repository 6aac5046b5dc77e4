import Analysis
import CaptureReader
import Evidence
import TCPStreams

/// The last packets of a connection as arrows between its two ends, in order of time.
struct SequenceDiagram {
  private static let mostRows = 24
  private static let rowHeight = 34.0
  private static let (client, server) = (232.0, 690.0)
  private static let top = 40.0

  let rows: [PacketRow]
  let end: Timestamp

  init?(_ session: SessionView) {
    guard let wire = session.wire else { return nil }
    let fates = PacketFates(session.session.facts, of: wire)
    let words = SessionWords(session)
    rows = PacketRow.rows(of: wire.connection, fates: fates, most: Self.mostRows) { packet in
      session.names[packet.input].map { _ in words.name(ofInput: packet.input) }
    }
    end = wire.connection.last.time
    if rows.isEmpty { return nil }
  }

  var chart: Chart {
    let height = Self.top + Double(rows.count) * Self.rowHeight + 12
    var svg = Markup()
    for (x, name) in [(Self.client, "client"), (Self.server, "server")] {
      svg.label(name, "name", x: x, y: 20, anchor: .middle)
      svg.line("axis", from: (x, 28), to: (x, height - 6))
    }
    for (index, row) in rows.enumerated() {
      draw(row, at: Self.top + (Double(index) + 0.75) * Self.rowHeight, &svg)
    }
    return Chart(
      title: "The last packets", description: description, height: height, drawing: svg)
  }

  private func draw(_ row: PacketRow, at y: Double, _ svg: inout Markup) {
    // What another capture holds has that one's time.
    if row.kind != .elsewhere {
      let before = end.since(row.first.time).seconds
      svg.label(
        before <= 0 ? "end" : "−\(Quantity.duration(before))", "tick", x: 96, y: y + 4,
        anchor: .end)
    }
    svg.label(row.frames, "tick", x: Self.client - 12, y: y + 4, anchor: .end)
    let (host, full) =
      row.side == .client ? (Self.client, Self.server) : (Self.server, Self.client)
    // Nobody at either end sent it.
    let from = row.fate == .forged ? (host + full) / 2 : host
    let arrives = row.arrives
    let to = arrives ? full : from + (full - from) * 0.62
    let isBad = !arrives || row.kind == .reset
    svg.line(isBad ? "arrow bad" : "arrow", from: (from, y), to: (to, y))
    if arrives {
      let back = row.side == .client ? -9.0 : 9.0
      svg.path(isBad ? "head bad" : "head", [(to + back, y - 5), (to, y), (to + back, y + 5)])
    } else {
      svg.line("arrow bad", from: (to - 6, y - 6), to: (to + 6, y + 6))
      svg.line("arrow bad", from: (to - 6, y + 6), to: (to + 6, y - 6))
    }
    svg.label(
      row.text, isBad ? "say strong" : "say", x: (from + to) / 2, y: y - 6,
      anchor: .middle)
  }

  private var description: String {
    rows.suffix(8).map { row in
      let who = row.side.rawValue
      return "\(row.frames) \(who): \(row.text)"
    }.joined(separator: "; ")
  }
}
