import CaptureReader
import Evidence
import PacketDecode
import TCPStreams

/// One arrow of a sequence diagram: a packet, or several of one kind that follow each other.
struct PacketRow {
  enum Kind: Equatable {
    case data, acknowledgment, repeated, opening, goodbye, reset
    /// The capture at the other end holds it, this one does not.
    case elsewhere
  }

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
  /// What the capture at the other end proves; nil without one.
  var fate: PacketFates.Fate?
  /// The file that holds it, where that is not the one whose packets are drawn.
  var file: String?

  /// It came to the other end, as far as anything tells.
  var arrives: Bool {
    switch fate {
    case .arrived, .forged: true
    case .vanished: false
    case nil: isAcknowledged != false
    }
  }

  /// `data, 1.3 kB`, `6 × data, 8.8 kB`, `RST`.
  var text: String {
    let number = packets > 1 ? "\(packets) × " : ""
    let what =
      switch kind {
      case .data: "data"
      case .acknowledgment: "ACK"
      case .repeated: "sent again"
      case .opening, .goodbye, .reset: remark
      case .elsewhere: fate == .forged ? "RST" : "sent"
      }
    var parts = [number + what]
    if bytes > 0 { parts.append(Quantity.bytes(Double(bytes))) }
    if kind == .acknowledgment || kind == .data || kind == .repeated, !remark.isEmpty {
      parts.append(remark)
    }
    switch fate {
    case .vanished: parts.append("vanished on the way")
    case .forged: parts.append("forged")
    case .arrived: if isAcknowledged == false { parts.append("arrived, no answer") }
    case nil: if isAcknowledged == false { parts.append("no answer") }
    }
    return parts.joined(separator: ", ")
  }

  /// `#410`, `#410–415`.
  var frames: String {
    (file ?? "")
      + (first.frame == last.frame ? "#\(first.frame)" : "#\(first.frame)–\(last.frame)")
  }

  fileprivate func joins(_ other: PacketRow) -> Bool {
    side == other.side && kind == other.kind && remark == other.remark
      && isAcknowledged == other.isAcknowledged && first.input == other.first.input
      && fate == other.fate && fate != .forged
      && (kind == .data || kind == .acknowledgment || kind == .elsewhere)
  }
}

extension PacketRow {
  /// The last arrows of a connection, in order.
  ///
  /// - Parameter letter: of the file that holds an item, where a session has several.
  static func rows(
    of connection: ConnectionRecord, fates: PacketFates?, most: Int,
    letter: (ItemReference) -> String?
  ) -> [PacketRow] {
    let tail = connection.tail
    let answers = answers(to: tail)
    var all = zip(tail, answers).map { packet, answer in
      var row = PacketRow(packet, isAcknowledged: answer)
      row.fate = fates?.fate(of: packet.frame, from: packet.side)
      return (time: packet.frame.time, row: row)
    }
    if let fates, let begin = all.first?.time {
      all += fates.elsewhere.filter { $0.time >= begin }.map { found in
        var row = PacketRow(
          side: found.side, kind: .elsewhere, first: found.packet, last: found.packet, packets: 1,
          bytes: 0, remark: "", isAcknowledged: nil)
        row.fate = found.fate
        row.file = letter(found.packet)
        return (found.time, row)
      }
      all.sort { ($0.time, $0.row.first) < ($1.time, $1.row.first) }
    }
    var rows: [PacketRow] = []
    for (_, row) in all {
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
    case .elsewhere: break
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
