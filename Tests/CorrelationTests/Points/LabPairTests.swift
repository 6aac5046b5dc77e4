import CaptureReader
import Correlation
import Foundation
import PacketDecode
import Support
import TCPStreams
import Testing

/// Pairs of recordings whose clocks and paths are known (`lab2/pairs.tsv`).
@Suite("Pairs of the lab") struct LabPairTests {
  struct Pair: CustomTestStringConvertible, Sendable {
    var client: URL
    var server: URL
    var offset: Double
    var roundTrip: Double
    var ports: Set<UInt16>
    var testDescription: String { client.lastPathComponent }
  }

  /// Every fourth pair through which TCP passes; none where the recordings are not there.
  static let pairs: [Pair] = {
    guard let folder = Recordings.shared("lab2"),
      let table = try? String(contentsOf: folder.appending(path: "pairs.tsv"), encoding: .utf8)
    else { return [] }
    let rows = table.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let usable = rows.filter { $0.count > 6 && ["same", "NAT"].contains($0[5]) }
    return usable.enumerated().filter { $0.offset % 4 == 0 }.map { _, row in
      Pair(
        client: folder.appending(path: row[0]), server: folder.appending(path: row[1]),
        offset: Double(row[2]) ?? 0, roundTrip: (Double(row[6]) ?? 0) / 1000,
        ports: Set(row[3...4].compactMap { $0.split(separator: ":").last.flatMap { UInt16($0) } }))
    }
  }()

  @Test("offset and losses are those that comparing packet by packet gives", arguments: pairs)
  func compare(pair: Pair) throws {
    let all =
      sightings(pair.client, 0, ports: pair.ports) + sightings(pair.server, 1, ports: pair.ports)
    var compared = 0
    for group in SameConnection.groups(of: all) where group.members.count == 2 {
      guard case .path(let path) = ConnectionPath.compare(group, of: all),
        let hop = path.overall
      else { continue }
      compared += 1
      #expect(hop.near == 0)
      #expect(abs(hop.clock.offset.seconds - pair.offset) <= 0.002 + pair.roundTrip / 4)
      guard !hop.isRewritten else { continue }
      let near = all[group.members[0].sighting].trail
      let far = all[group.members[1].sighting].trail
      for (side, from, to) in [(Side.client, near, far), (.server, far, near)] {
        // RSTs are repeated without a number: one by one they cannot be told apart.
        guard !from.segments.contains(where: { $0.side == side && $0.flags.contains(.rst) })
        else { continue }
        let sent = hop.sent[side]
        let missing = Self.missing(of: side, from: from, to: to)
        #expect(sent.lost + sent.uncovered + sent.unclear + sent.missedByReceiver == missing)
      }
    }
    #expect(compared > 0)
  }

  /// Packets of one capture that the other lacks, one by one.
  private static func missing(of side: Side, from: SegmentTrail, to: SegmentTrail) -> Int {
    func key(_ segment: TrailedSegment) -> [UInt32] {
      [
        segment.sequence.rawValue, segment.acknowledgment.rawValue, UInt32(segment.length),
        UInt32(segment.flags.rawValue), UInt32(segment.identification ?? 0),
        segment.timestamp ?? 0, UInt32(segment.window),
      ]
    }
    var there: [[UInt32]: Int] = [:]
    for segment in to.segments where segment.side == side { there[key(segment), default: 0] += 1 }
    var missing = 0
    for segment in from.segments where segment.side == side {
      if let left = there[key(segment)], left > 0 {
        there[key(segment)] = left - 1
      } else {
        missing += 1
      }
    }
    return missing
  }

  private func sightings(_ file: URL, _ witness: Int, ports: Set<UInt16>) -> [Sighting] {
    var options = ConnectionOptions(servicePorts: ports)
    options.keepsTrail = true
    var table = ConnectionTable(options: options)
    var decoder = PacketDecoder()
    var times: [Timestamp] = []
    _ = try? CaptureFile.read(.file(file.path)) { record, bytes in
      let frame = ItemReference(input: witness, frame: record.frame, time: record.time)
      times.append(record.time)
      table.note(time: record.time)
      decoder.decode(bytes, record) { packet, payload in
        guard case .tcp(let segment) = packet.transport else { return }
        table.receive(
          segment, network: packet.network, payload: payload, frame: frame, opening: nil
        ) { _, _, _ in }
      }
    }
    let none = Timestamp(nanoseconds: 0)
    return (0..<table.count).map { index in
      let record = table.record(of: index)
      return Sighting(
        witness: witness, client: record.client, server: record.server,
        trail: record.trail ?? SegmentTrail(),
        isOriented: record.orientation == .handshake, estimate: record.capturePoint,
        captureStart: times.min() ?? none, captureEnd: times.max() ?? none)
    }
  }
}
