import Analysis
import Attribution
package import CaptureReader
package import CaptureWriter
import Evidence
package import PacketDecode
import RDPProtocol
package import TCPStreams

/// One carved capture in the making: takes its packets in the order of the inputs, cuts what is the
/// desktop's, and writes them.
///
/// Where a stream has a hole, packets wait until it is filled: what a segment holds shows only when all
/// before it was seen.
package final class CarvedFile {
  /// Bytes and packets that wait behind a hole at most.
  private static let heldBytesLimit = 1 << 20
  private static let heldLimit = 1_024
  /// Bytes of several points' packets that are put in order of time at once.
  private static let gatheredLimit = 128 << 20

  let cut: PayloadCut
  package var connections: [CarvedConnection] = []
  /// Gives each packet its last form before it is written; it may not make it longer.
  package var finishing: ((Finishing) -> [UInt8])?
  private(set) var writer: PCAPNGWriter
  private(set) var cutPackets = 0
  private var layout: InterfaceLayout
  private var held: [HeldPacket] = []
  private var heldBytes = 0
  private var gathered: [(packet: WrittenPacket, bytes: [UInt8])] = []
  private var gatheredBytes = 0

  /// A packet that waits.
  private struct HeldPacket {
    var packet: WrittenPacket
    var record: PacketRecord
    var original: [UInt8]
    var bytes: [UInt8]
    /// Where the payload lies in the bytes; empty where none of it is cut.
    var payload: Range<Int>
    /// The payload, cut or not.
    var data: Range<Int>
    var stream: Stream?
  }

  /// Where a packet's data lies in its stream.
  package struct Stream {
    package var connection: Int
    package var side: Side
    package var range: Range<Int>
  }

  /// A packet before it is written.
  package struct Finishing {
    package var record: PacketRecord
    package var original: [UInt8]
    /// The same, cut.
    package var bytes: [UInt8]
    package var payload: Range<Int>
    package var stream: Stream?
  }

  package init(_ writer: PCAPNGWriter, layout: InterfaceLayout, cut: PayloadCut) {
    self.writer = writer
    self.layout = layout
    self.cut = cut
  }

  /// Begins another capture, in which the connections go on; what was written before has to be taken.
  package func begin(_ writer: PCAPNGWriter, layout: InterfaceLayout) {
    self.writer = writer
    self.layout = layout
  }

  package var pendingBytes: Int { writer.pendingBytes }

  /// Takes a segment of one of its connections.
  ///
  /// - Parameter payload: where the captured data lies in the bytes; nil where it is not part of them.
  package func receive(
    _ segment: TCPSegment, from side: Side, connection: Int, _ record: PacketRecord,
    input: Int, _ bytes: [UInt8], payload: Range<Int>?, comments: [String]
  ) {
    guard connections.indices.contains(connection),
      var packet = packet(record, input: input, comments)
    else { return }
    packet.comments = comments
    guard cut != .nothing, let payload else {
      enqueue(held(packet, record, bytes, data: payload))
      return
    }
    var waiting = held(packet, record, bytes, data: payload)
    waiting.payload = payload
    if let range = connections[connection].place(segment, from: side) {
      waiting.stream = Stream(connection: connection, side: side, range: range)
      if walk(waiting, passesHoles: false) { walkHeld(connection, side) }
    }
    enqueue(waiting)
  }

  /// Takes a packet that stays as it is, but for what `keeping` cuts off its payload.
  package func receive(
    _ record: PacketRecord, input: Int, _ bytes: [UInt8], payload: Range<Int>?, keeping: Int?,
    comments: [String]
  ) {
    guard let packet = packet(record, input: input, comments) else { return }
    var waiting = held(packet, record, bytes, data: payload)
    if let keeping, let payload, cut != .nothing, payload.count > keeping {
      waiting.bytes = cut.applied(to: bytes, payload: payload, keeping: [0..<keeping])
      cutPackets += 1
    }
    enqueue(waiting)
  }

  private func held(
    _ packet: WrittenPacket, _ record: PacketRecord, _ bytes: [UInt8], data: Range<Int>?
  ) -> HeldPacket {
    HeldPacket(
      packet: packet, record: record, original: bytes, bytes: bytes, payload: 0..<0,
      data: data ?? 0..<0)
  }

  /// Secrets stand before the packets that they open.
  func receive(_ secrets: CaptureSecrets) {
    writeGathered()
    writer.add(secrets)
  }

  /// Hands over what was written.
  package func take() -> [UInt8] { writer.take() }

  /// No more packets come.
  package func finish() {
    while !held.isEmpty { passHole() }
    writeGathered()
    for (interface, statistics) in layout.statistics { writer.add(statistics, of: interface) }
  }

  private func packet(_ record: PacketRecord, input: Int, _ comments: [String]) -> WrittenPacket? {
    guard let (number, written) = layout.interface(of: record, input: input, in: &writer) else {
      return nil
    }
    var packet = WrittenPacket(
      interface: number, time: record.time, originalLength: record.originalLength)
    packet.comments = comments
    packet.packetID = record.packetID
    if record.frameCheckLength != written.frameCheckLength ?? 0 {
      packet.frameCheckLength = record.frameCheckLength
    }
    return packet
  }

  private func walk(_ packet: HeldPacket, passesHoles: Bool) -> Bool {
    guard let stream = packet.stream else { return false }
    return connections[stream.connection].extend(
      stream.range, packet.bytes[packet.payload], of: stream.side, at: packet.packet.time,
      passesHoles: passesHoles)
  }

  /// Segments that waited may continue the stream now.
  private func walkHeld(_ connection: Int, _ side: Side) {
    var goesOn = !held.isEmpty
    while goesOn {
      goesOn = false
      for packet in held where packet.stream?.connection == connection {
        if packet.stream?.side == side, walk(packet, passesHoles: false) { goesOn = true }
      }
    }
  }

  private func enqueue(_ packet: HeldPacket) {
    held.append(packet)
    heldBytes += packet.bytes.count
    writeReady()
    while heldBytes > Self.heldBytesLimit || held.count > Self.heldLimit { passHole() }
  }

  /// What is missing before the first packet that waits will not come any more.
  private func passHole() {
    guard let first = held.first else { return }
    _ = walk(first, passesHoles: true)
    if let stream = first.stream { walkHeld(stream.connection, stream.side) }
    writeReady()
  }

  private func writeReady() {
    let count = held.prefix { packet in
      packet.stream.map { connections[$0.connection].covers($0.range, of: $0.side) } ?? true
    }.count
    guard count > 0 else { return }
    for packet in held[..<count] { write(packet) }
    held.removeFirst(count)
  }

  private func write(_ waiting: HeldPacket) {
    heldBytes -= waiting.bytes.count
    var bytes = waiting.bytes
    if !waiting.payload.isEmpty, cut != .nothing {
      let kept =
        waiting.stream.map { connections[$0.connection].kept($0.range, of: $0.side) } ?? []
      let whole = 0..<waiting.payload.count
      if kept.first.map({ $0.lowerBound > 0 || $0.upperBound < whole.upperBound }) ?? true {
        bytes = cut.applied(to: bytes, payload: waiting.payload, keeping: kept)
        cutPackets += 1
      }
    }
    if let finishing {
      bytes = finishing(
        Finishing(
          record: waiting.record, original: waiting.original, bytes: bytes, payload: waiting.data,
          stream: waiting.stream))
    }
    guard layout.hasSeveralPoints else {
      writer.add(waiting.packet, bytes)
      return
    }
    gathered.append((waiting.packet, bytes))
    gatheredBytes += bytes.count
    if gatheredBytes > Self.gatheredLimit { writeGathered() }
  }

  /// Packets of several points are put in order of time; those of one moment stay as they came.
  private func writeGathered() {
    let order = gathered.indices.sorted {
      (gathered[$0].packet.time, $0) < (gathered[$1].packet.time, $1)
    }
    for index in order { writer.add(gathered[index].packet, gathered[index].bytes) }
    gathered = []
    gatheredBytes = 0
  }
}

/// What becomes of payload that a verdict does not need.
public enum PayloadCut: Sendable, Hashable {
  /// It stays.
  case nothing
  /// The packet ends behind the last byte that stays, as with a snap length; zeros before it.
  case shortens
  /// Zeros, and the packet keeps its length.
  case blanks

  /// - Parameter kept: parts of the payload that stay.
  func applied(
    to bytes: [UInt8], payload: Range<Int>, keeping kept: [Range<Int>]
  ) -> [UInt8] {
    guard self != .nothing, payload.upperBound <= bytes.count else { return bytes }
    var result = bytes
    var position = payload.lowerBound
    for range in kept {
      let start = min(payload.lowerBound + range.lowerBound, payload.upperBound)
      for index in position..<max(position, start) { result[index] = 0 }
      position = max(position, min(payload.lowerBound + range.upperBound, payload.upperBound))
    }
    if self == .shortens { return Array(result[..<position]) }
    for index in position..<payload.upperBound { result[index] = 0 }
    return result
  }
}
