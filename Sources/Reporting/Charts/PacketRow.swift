import CaptureReader
import Evidence
import PacketDecode
import TCPStreams

/// One arrow of a sequence diagram: a packet, or several of one kind that follow each other.
struct PacketRow {
  enum Kind: Equatable { case data, acknowledgment, repeated, opening, goodbye, reset }

  let side: Side
  let kind: Kind
  let first: ItemReference
  var last: ItemReference
  var packets: Int
  var bytes: Int
  /// What it is beyond its kind: flags, window.
  let remark: String
  /// Nil where nothing can answer it.
  var isAcknowledged: Bool?

  /// `data, 1.3 kB`, `6 × data, 8.8 kB`, `RST`.
  var text: String {
    let number = packets > 1 ? "\(packets) × " : ""
    let what =
      switch kind {
      case .data: "data"
      case .acknowledgment: "ACK"
      case .repeated: "sent again"
      case .opening, .goodbye, .reset: remark
      }
    var parts = [number + what]
    if bytes > 0 { parts.append(Quantity.bytes(Double(bytes))) }
    if kind == .acknowledgment || kind == .data || kind == .repeated, !remark.isEmpty {
      parts.append(remark)
    }
    if isAcknowledged == false { parts.append("no answer") }
    return parts.joined(separator: ", ")
  }

  /// `#410`, `#410–415`.
  var frames: String {
    first.frame == last.frame ? "#\(first.frame)" : "#\(first.frame)–\(last.frame)"
  }

  fileprivate func joins(_ other: PacketRow) -> Bool {
    side == other.side && kind == other.kind && remark == other.remark
      && isAcknowledged == other.isAcknowledged && first.input == other.first.input
      && (kind == .data || kind == .acknowledgment)
  }
}

extension PacketRow {
  /// The last arrows of a connection, in order.
  static func rows(of connection: ConnectionRecord, most: Int) -> [PacketRow] {
    let tail = connection.tail
    let answers = answers(to: tail)
    var rows: [PacketRow] = []
    for (packet, answer) in zip(tail, answers) {
      let row = PacketRow(packet, isAcknowledged: answer)
      if let end = rows.indices.last, rows[end].joins(row) {
        rows[end].last = row.last
        rows[end].packets += 1
        rows[end].bytes = rows[end].bytes.addingSaturating(row.bytes)
      } else {
        rows.append(row)
      }
    }
    if tail.count < mostInTail { rows = beginning(of: connection) + rows }
    return Array(rows.suffix(most))
  }

  /// A tail of fewer packets holds all since the connection's first data.
  private static let mostInTail = 64

  init(_ packet: TailPacket, isAcknowledged: Bool?) {
    let flags = packet.flags
    let kind: Kind =
      if flags.contains(.rst) {
        .reset
      } else if flags.contains(.syn) {
        .opening
      } else if flags.contains(.fin) {
        .goodbye
      } else if packet.isRepeat {
        .repeated
      } else {
        packet.length > 0 ? .data : .acknowledgment
      }
    var remark: [String] = []
    switch kind {
    case .reset: remark = [flags.contains(.ack) ? "RST, ACK" : "RST"]
    case .goodbye: remark = ["FIN"]
    case .opening: remark = [flags.contains(.ack) ? "SYN, ACK" : "SYN"]
    case .data, .acknowledgment, .repeated:
      if packet.window == 0 { remark.append("window closed") }
      if packet.hasSelectiveAcknowledgment { remark.append("reports a hole") }
    }
    self.init(
      side: packet.side, kind: kind, first: packet.frame, last: packet.frame, packets: 1,
      bytes: packet.length, remark: remark.joined(separator: ", "), isAcknowledged: isAcknowledged)
  }

  /// Whether each packet was acknowledged before it was sent again; nil for those that take no place in
  /// the stream, and for resets, which nothing answers.
  static func answers(to packets: [TailPacket]) -> [Bool?] {
    packets.indices.map { index -> Bool? in
      let packet = packets[index]
      guard packet.sequenceLength > 0, !packet.flags.contains(.rst) else { return nil }
      for later in packets[(index + 1)...] {
        if later.side == packet.side {
          if later.isRepeat, later.sequence == packet.sequence { return false }
        } else if later.flags.contains(.ack),
          packet.end.distance(to: later.acknowledgment) >= 0
        {
          return true
        }
      }
      // A reset of the other side is no acknowledgement, and no silence either.
      let wasReset = packets[(index + 1)...].contains {
        $0.side != packet.side && $0.flags.contains(.rst)
      }
      return wasReset ? nil : false
    }
  }

  /// The handshake, where data followed or not, and what ended a connection without data.
  private static func beginning(of connection: ConnectionRecord) -> [PacketRow] {
    let handshake = connection.handshake
    var rows: [PacketRow] = []
    func row(
      _ side: Side, _ kind: Kind, _ frame: ItemReference, _ remark: String,
      last: ItemReference? = nil,
      count: Int = 1, answered: Bool? = nil
    ) {
      rows.append(
        PacketRow(
          side: side, kind: kind, first: frame, last: last ?? frame, packets: max(1, count),
          bytes: 0, remark: remark, isAcknowledged: answered))
    }
    let resets = connection.sent.server.resets
    if let syn = handshake.syn {
      row(
        .client, .opening, syn, "SYN", last: handshake.lastSyn, count: handshake.synCount,
        answered: handshake.synAck != nil || !resets.isEmpty)
    }
    if let answer = handshake.synAck {
      row(.server, .opening, answer, "SYN, ACK", answered: handshake.established != nil)
    }
    guard connection.tail.isEmpty else { return rows }
    if let established = handshake.established { row(.client, .acknowledgment, established, "") }
    for side in Side.allCases {
      if let fin = connection.sent[side].fin {
        row(side, .goodbye, fin, "FIN", answered: connection.sent[side].finAcknowledged)
      }
      for reset in connection.sent[side].resets.prefix(3) { row(side, .reset, reset.frame, "RST") }
    }
    return rows.sorted { $0.first < $1.first }
  }
}
