import PacketDecode
import Support

@testable import TCPStreams

/// A conversation as text, a packet to each line: `TIME SIDE WORDS`, the time in milliseconds, the side
/// `C` or `S`. Words: `0+1000` data at an offset, `0-` nothing sent from that offset (a bare
/// acknowledgement, a keep-alive), `a1000` acknowledgment, `s2000-3000` a SACK block, `w0` window,
/// `t50/40` timestamps, `id7` IPv4 identification, `syn`, `fin`, `rst`, `hop63` hop limit.
///
/// `open` stands for a handshake whose half beyond the capture takes 0.5 ms to the server and 50 ms to
/// the client: a capture at the server. `warm` is followed by ten segments of 1000 bytes from the server,
/// each acknowledged after 50 ms.
struct PacketScript {
  private let lines: [Substring]

  init(_ text: String) {
    lines = text.split(whereSeparator: { $0 == "\n" || $0 == ";" })
  }

  func run() -> Conversation {
    let talk = Conversation()
    var sent = PerSide(client: 0, server: 0)
    var heard = PerSide(client: 0, server: 0)
    for line in lines {
      let words = line.split(separator: " ")
      guard let first = words.first else { continue }
      if first == "open" || first == "warm" {
        talk.open(serverHalf: 0.5, clientHalf: 50)
        if first == "warm" { Self.transfer(talk, &sent, &heard) }
        continue
      }
      guard words.count > 1, let time = Double(first) else { continue }
      let side: Side = words[1] == "C" ? .client : .server
      play(words.dropFirst(2), at: time, side, talk, &sent, &heard)
    }
    talk.finish()
    return talk
  }

  private static func transfer(
    _ talk: Conversation, _ sent: inout PerSide<Int>, _ heard: inout PerSide<Int>
  ) {
    for index in 0..<10 {
      let time = 100 + Double(index) * 60
      talk.data(.server, at: time, seq: index * 1000, 1000)
      talk.ack(.client, at: time + 50, (index + 1) * 1000)
    }
    sent.server = 10_000
    heard.server = 10_000
  }

  private func play(
    _ words: ArraySlice<Substring>, at time: Double, _ side: Side, _ talk: Conversation,
    _ sent: inout PerSide<Int>, _ heard: inout PerSide<Int>
  ) {
    var seq = sent[side]
    var ack: Int? = heard[side.other]
    var (length, window, ttl) = (0, UInt16(64_240), UInt8(64))
    var flags: TCPFlags = []
    var blocks: [Range<Int>] = []
    var options: [PacketBuilder.Option] = []
    var identification: UInt16?
    for word in words {
      if word == "syn" {
        flags.insert(.syn)
        seq = -1
        if side == .client { ack = nil }
      } else if word == "fin" {
        flags.insert(.fin)
      } else if word == "rst" {
        flags.insert(.rst)
      } else if word.hasPrefix("a"), let value = Int(word.dropFirst()) {
        ack = value
        heard[side.other] = max(heard[side.other], value)
      } else if word.hasPrefix("w"), let value = UInt16(word.dropFirst()) {
        window = value
      } else if word.hasPrefix("id"), let value = UInt16(word.dropFirst(2)) {
        identification = value
      } else if word.hasPrefix("hop"), let value = UInt8(word.dropFirst(3)) {
        ttl = value
      } else if word.hasPrefix("s"), let range = Self.range(word.dropFirst()) {
        blocks.append(range)
      } else if word.hasPrefix("t") {
        let values = word.dropFirst().split(separator: "/").compactMap { UInt32($0) }
        if values.count == 2 {
          options.append(
            .raw(
              [1, 1, 8, 10] + PacketBuilder.bigEndian(values[0])
                + PacketBuilder.bigEndian(values[1])))
        }
      } else if word.hasSuffix("-"), let value = Int(word.dropLast()) {
        seq = value
      } else if let plus = word.firstIndex(of: "+"), let start = Int(word[..<plus]),
        let count = Int(word[word.index(after: plus)...])
      {
        (seq, length) = (start, count)
      }
    }
    if !blocks.isEmpty {
      let edges = blocks.flatMap { range in
        PacketBuilder.bigEndian(talk.sequence(side.other, range.lowerBound))
          + PacketBuilder.bigEndian(talk.sequence(side.other, range.upperBound))
      }
      options.append(.raw([5, UInt8(2 + 8 * blocks.count)] + edges))
    }
    let end = seq + length + (flags.contains(.fin) ? 1 : 0)
    if !flags.contains(.syn) { sent[side] = max(sent[side], end) }
    talk.packet(
      side, at: time, seq: seq, ack: ack, flags: flags, window: window, options: options,
      payload: Conversation.bytes(max(0, seq)..<max(0, seq) + length), ttl: ttl,
      id: identification)
  }

  private static func range(_ text: Substring) -> Range<Int>? {
    let ends = text.split(separator: "-").compactMap { Int($0) }
    return ends.count == 2 && ends[0] < ends[1] ? ends[0]..<ends[1] : nil
  }
}
