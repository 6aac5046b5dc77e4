import CaptureReader
import Foundation
import PacketDecode
import Support
import Testing

@testable import TCPStreams

/// The account of packets in order is a shortcut: it comes to what the general account comes to.
@Suite("Packets in order") struct InOrderTests {
  /// A captured segment with its payload.
  struct Captured {
    var segment: TCPSegment
    var network: NetworkHeader
    var payload: [UInt8]
    var frame: ItemReference
  }

  /// What a table makes of packets: records, and all that was handed on.
  struct Account: Equatable {
    var records: [Data] = []
    var deliveries: [String] = []
  }

  static let recordings: [URL] = {
    let folders = Recordings.files(
      in: Recordings.fixtures.appending(path: "captures"), endingIn: [""])
    let own = folders.flatMap { Recordings.files(in: $0, endingIn: [".pcap", ".pcapng", ".gz"]) }
    let lab = Recordings.shared("lab").map { Recordings.files(in: $0, endingIn: [".gz"]) } ?? []
    return own + lab.enumerated().filter { $0.offset % 6 == 0 }.map(\.element)
  }()

  @Test("the shortcut changes nothing in a recording", arguments: recordings)
  func recording(file: URL) throws {
    let packets = Self.packets(of: file)
    let (short, taken) = try Self.account(of: packets, usesShortcut: true)
    let (general, _) = try Self.account(of: packets, usesShortcut: false)
    #expect(short == general)
    if packets.count > 200 { #expect(taken > packets.count / 20) }
  }

  @Test(
    "nor where packets are lost, doubled, late or turned round",
    arguments: 1...30 as ClosedRange<UInt64>)
  func disturbed(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    guard let file = Self.recordings.randomElement(using: &random) else { return }
    var packets = Array(Self.packets(of: file).prefix(3_000))
    guard packets.count > 20 else { return }
    for _ in 0..<(packets.count / 10) {
      let place = Int.random(in: 1..<packets.count, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: packets.remove(at: place)
      case 1: packets.insert(packets[place], at: place)
      case 2: packets.swapAt(place, Int.random(in: 0..<packets.count, using: &random))
      case 3: packets[place].segment.window = UInt16.random(in: 0...2, using: &random)
      case 4:
        packets[place].segment.flags = TCPFlags(rawValue: UInt8.random(in: 0...63, using: &random))
      case 5:
        packets[place].segment.acknowledgment =
          packets[place].segment.acknowledgment.advanced(
            by: Int.random(in: -3000...3000, using: &random))
      case 6:
        packets[place].segment.sequence =
          packets[place].segment.sequence.advanced(by: Int.random(in: -3000...3000, using: &random))
      default: packets[place].network.ttl = UInt8.random(in: 60...64, using: &random)
      }
      guard packets.count > 20 else { break }
    }
    for place in packets.indices {
      let known = packets[place].frame
      packets[place].frame = ItemReference(input: 0, frame: place + 1, time: known.time)
    }
    let (short, _) = try Self.account(of: packets, usesShortcut: true)
    let (general, _) = try Self.account(of: packets, usesShortcut: false)
    #expect(short == general, "seed \(seed), \(file.lastPathComponent)")
  }

  private static func packets(of file: URL) -> [Captured] {
    var result: [Captured] = []
    var decoder = PacketDecoder()
    _ = try? CaptureFile.read(.file(file.path)) { record, bytes in
      let frame = ItemReference(input: 0, frame: record.frame, time: record.time)
      decoder.decode(bytes, record) { packet, payload in
        guard case .tcp(let segment) = packet.transport else { return }
        result.append(
          Captured(
            segment: segment, network: packet.network, payload: payload.copied(), frame: frame))
      }
    }
    return result
  }

  /// The account, and how many packets the shortcut took.
  private static func account(
    of packets: [Captured], usesShortcut: Bool
  ) throws -> (Account, taken: Int) {
    let ports = Set(packets.map { min($0.segment.sourcePort, $0.segment.destinationPort) })
    var table = ConnectionTable(options: ConnectionOptions(servicePorts: ports))
    var result = Account()
    var taken = 0
    for packet in packets {
      let note: (Int, StreamChunk, RawSpan) -> Void = { connection, chunk, bytes in
        result.deliveries.append(
          "\(connection) \(chunk.side) \(chunk.offset)+\(chunk.length) \(chunk.isGap) "
            + "\(chunk.frame.frame) \(bytes.byteCount)")
      }
      if usesShortcut,
        table.receiveInOrder(
          packet.segment, network: packet.network, payload: packet.payload.rawSpan,
          frame: packet.frame, deliver: note)
      {
        taken += 1
        continue
      }
      table.receive(
        packet.segment, network: packet.network, payload: packet.payload.rawSpan,
        frame: packet.frame, opening: nil, deliver: note)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    for index in 0..<table.count {
      let record = try encoder.encode(table.record(of: index))
      result.records.append(record)
      // A record that is taken is the same, and what its state held is given back.
      let next = table.nextTaken()
      #expect(next == index)
      let taken = table.takeRecord(of: index)
      #expect(try encoder.encode(taken) == record)
      #expect(table.connections[index].tail.packets.isEmpty)
      #expect(!table.connections[index].series.isBegun)
    }
    return (result, taken)
  }
}
