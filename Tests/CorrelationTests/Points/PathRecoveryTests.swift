import CaptureReader
import Correlation
import Evidence
import PacketDecode
import Support
import TCPStreams
import Testing

/// A simulated connection is seen at two or three points, and what is known of it is recovered.
@Suite("Path between points") struct PathRecoveryTests {
  private static let translated = Endpoint(address: IPAddress(v4: 0xCB00_7107), port: 61_000)

  private func compared(
    _ views: [SimulatedView], _ connection: SimulatedConnection,
    names: ConnectionPath.PointNames = ConnectionPath.PointNames()
  ) -> ConnectionPath? {
    let all = views.enumerated().flatMap { place, view in
      view.sightings(of: connection, seed: UInt64(place) + 7)
    }
    let groups = SameConnection.groups(of: all)
    guard groups.count == 1, let group = groups.first, group.members.count == all.count,
      case .path(let path) = ConnectionPath.compare(group, of: all, names: names)
    else { return nil }
    return path
  }

  @Test(
    "loss, delay, offset, drift and translation are recovered", arguments: 0..<16 as Range<UInt64>)
  func recovers(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var conditions = PathConditions()
    conditions.loss = Double.random(in: 0...0.15, using: &random)
    conditions.delay = Int64.random(in: 500_000...60_000_000, using: &random)
    conditions.pause = 5_000_000_000
    conditions.turns = 80
    conditions.hasTimestamps = seed % 4 < 2
    conditions.countsDatagrams = seed % 4 != 3
    let connection = SimulatedConnection(seed: seed, conditions)
    let offset = Int64.random(in: -100_000_000_000...100_000_000_000, using: &random)
    let skew = Double.random(in: -80...80, using: &random)
    var server = SimulatedView(place: .server, witness: 1)
    server.clock = { time in
      time + offset + Int64(Double(time - SimulatedConnection.start) * skew / 1e6)
    }
    if seed % 2 == 1 { server.client = { _ in Self.translated } }
    let path = try #require(
      compared([server, SimulatedView(place: .client, witness: 0)], connection), "seed \(seed)")
    let hop = try #require(path.overall)
    #expect(hop.near == 0 && hop.far == 1, "seed \(seed)")
    for side in Side.allCases {
      #expect(hop.sent[side].lost == connection.lost(side).count, "seed \(seed), \(side)")
      #expect(hop.sent[side].unsent == 0, "seed \(seed), \(side)")
      #expect(hop.sent[side].hops == 4, "seed \(seed), \(side)")
    }
    let piece = try #require(hop.clock.main)
    #expect(hop.clock.pieces.count == 1, "seed \(seed)")
    let truth =
      Double(offset) + Double(piece.start.nanoseconds - SimulatedConnection.start) * skew / 1e6
    #expect(abs(Double(piece.offset.nanoseconds) - truth) < 300_000, "seed \(seed)")
    #expect(abs(piece.skewPPM - skew) < 3, "seed \(seed)")
    #expect(
      abs(Double((hop.clock.roundTrip ?? .zero).nanoseconds - 2 * conditions.delay)) < 600_000,
      "seed \(seed)")
  }

  @Test("what a capture missed is no loss of the path", arguments: 20..<26 as Range<UInt64>)
  func captureLoss(seed: UInt64) throws {
    let connection = SimulatedConnection(seed: seed, PathConditions())
    var server = SimulatedView(place: .server, witness: 1)
    server.missing = 0.1
    let path = try #require(
      compared([SimulatedView(place: .client, witness: 0), server], connection))
    let hop = try #require(path.overall)
    #expect(hop.lost == 0, "seed \(seed)")
    #expect(hop.sent.client.missedByReceiver > 0, "seed \(seed)")
    #expect(hop.sent.server.missedBySender > 0, "seed \(seed)")
    #expect(hop.sent.server.unsent == 0, "seed \(seed)")
    let codes = PathFinding.findings(of: path).map(\.code)
    #expect(codes.contains(.captureMissed) && !codes.contains(.loss), "seed \(seed)")
  }

  @Test("a clean path is called clean, and nothing else")
  func clean() throws {
    let connection = SimulatedConnection(seed: 3, PathConditions())
    let path = try #require(
      compared(
        [SimulatedView(place: .client, witness: 0), SimulatedView(place: .server, witness: 1)],
        connection))
    #expect(PathFinding.findings(of: path).map(\.code) == [.clean])
  }

  @Test("names that packets contradict are not believed, those that they cannot check are")
  func misnamed() throws {
    let names = ConnectionPath.PointNames(byWitness: [0: "server", 1: "client"])
    let views = [
      SimulatedView(place: .client, witness: 0), SimulatedView(place: .server, witness: 1),
    ]
    var conditions = PathConditions()
    conditions.delay = 20_000_000
    conditions.loss = 0.1
    let connection = SimulatedConnection(seed: 3, conditions)
    let path = try #require(compared(views, connection, names: names))
    #expect(path.points.map(\.name) == ["client", "server"])
    #expect(path.points.map(\.witness) == [0, 1])
    #expect(path.overall?.sent.client.lost == connection.lost(.client).count)
    #expect(PathFinding.findings(of: path).contains { $0.code == .pointsMisnamed })
    conditions.delay = 100_000
    conditions.jitter = 50_000
    let near = SimulatedConnection(seed: 3, conditions)
    let named = try #require(compared(views, near, names: names))
    #expect(named.points.map(\.witness) == [1, 0] && named.isMisnamed == nil)
  }

  @Test("a RST that no host sent is told at either end")
  func forgedResets() throws {
    let connection = SimulatedConnection(seed: 4, PathConditions(turns: 9))
    let moment = SimulatedConnection.start + 6_500_000_000
    var client = SimulatedView(place: .client, witness: 0)
    var server = SimulatedView(place: .server, witness: 1)
    client.forged = [(.server, moment)]
    server.forged = [(.client, moment)]
    let path = try #require(compared([client, server], connection))
    let hop = try #require(path.overall)
    #expect(hop.sent.client.forgedResets.map(\.input) == [1])
    #expect(hop.sent.server.forgedResets.map(\.input) == [0])
    // Both hosts go on in this simulation.
    #expect(hop.sent.client.forgedResetEffect == .ignored)
  }

  @Test("a RST is no clock: two hosts can make the same one, each at its own time")
  func resetIsNoClock() throws {
    let connection = SimulatedConnection(seed: 4, PathConditions(turns: 9))
    let moment = SimulatedConnection.start + 6_500_000_000
    var client = SimulatedView(place: .client, witness: 0)
    var server = SimulatedView(place: .server, witness: 1)
    client.forged = [(.server, moment)]
    server.forged = [(.server, moment + 3_000_000)]
    let hop = try #require(compared([client, server], connection)?.overall)
    #expect(abs(hop.clock.offset.nanoseconds) < 300_000)
  }

  @Test(
    "where one point holds one direction only, the other's round trips bound the offset",
    arguments: Side.allCases, [1, 30, 120] as [Int64])
  func oneDirection(side: Side, delay: Int64) throws {
    let conditions = PathConditions(loss: 0.05, delay: delay * 1_000_000)
    let connection = SimulatedConnection(seed: 40, conditions)
    var server = SimulatedView(place: .server, witness: 1)
    server.onlySide = side
    server.clock = { $0 + 1_700_000_000 }
    let hop = try #require(
      compared([SimulatedView(place: .client, witness: 0), server], connection)?.overall)
    let error = abs(hop.clock.offset.nanoseconds - 1_700_000_000)
    #expect(error < 1_000_000 + delay * 1_000_000 / 2)
    #expect(error <= hop.clock.error.nanoseconds)
  }

  @Test(
    "bytes are compared where offload joins segments at one end",
    arguments: 30..<36 as Range<UInt64>)
  func offload(seed: UInt64) throws {
    let connection = SimulatedConnection(seed: seed, PathConditions(loss: 0.05))
    var client = SimulatedView(place: .client, witness: 0)
    client.joinsSegments = true
    let path = try #require(
      compared([client, SimulatedView(place: .server, witness: 1)], connection))
    let hop = try #require(path.overall)
    for side in Side.allCases {
      let bytes = connection.lost(side).reduce(0) { $0 + $1.payload.count }
      #expect(hop.sent[side].lostBytes == bytes, "seed \(seed), \(side)")
      #expect(hop.sent[side].unsent == 0, "seed \(seed), \(side)")
    }
  }

  @Test("a snap length at one end changes nothing")
  func snapped() throws {
    let connection = SimulatedConnection(seed: 5, PathConditions(loss: 0.04))
    var server = SimulatedView(place: .server, witness: 1)
    server.snap = 20
    let path = try #require(
      compared([SimulatedView(place: .client, witness: 0), server], connection))
    let hop = try #require(path.overall)
    #expect(hop.sent.client.lost == connection.lost(.client).count)
    #expect(hop.sent.client.payloadChanged.isEmpty)
  }

  @Test("a capture that begins late covers what it can")
  func lateCapture() throws {
    let connection = SimulatedConnection(seed: 6, PathConditions())
    var server = SimulatedView(place: .server, witness: 1)
    server.start = SimulatedConnection.start + 20_000_000_000
    let path = try #require(
      compared([SimulatedView(place: .client, witness: 0), server], connection))
    let hop = try #require(path.overall)
    #expect(hop.lost == 0 && hop.sent.client.unsent == 0)
    #expect(hop.sent.client.uncovered > 0)
    #expect(hop.near == 0)
  }

  @Test("with three points the part of the path that loses is named")
  func threePoints() throws {
    let conditions = PathConditions(loss: 0.1, loosesBehindMiddle: true)
    let connection = SimulatedConnection(seed: 7, conditions)
    let views = [
      SimulatedView(place: .server, witness: 0), SimulatedView(place: .middle, witness: 1),
      SimulatedView(place: .client, witness: 2),
    ]
    let path = try #require(compared(views, connection))
    #expect(path.points.map(\.witness) == [2, 1, 0])
    #expect(path.points.map(\.name) == ["client", "between", "server"])
    #expect(path.hops[0].sent.client.lost == 0)
    #expect(path.hops[1].sent.client.lost == connection.lost(.client).count)
    #expect(path.overall?.sent.client.lost == connection.lost(.client).count)
  }

  @Test("a clock that was set is found")
  func clockStep() throws {
    let connection = SimulatedConnection(seed: 8, PathConditions())
    let moment = SimulatedConnection.start + 30_000_000_000
    var server = SimulatedView(place: .server, witness: 1)
    server.clock = { $0 < moment ? $0 + 5_000_000 : $0 + 2_005_000_000 }
    let path = try #require(
      compared([SimulatedView(place: .client, witness: 0), server], connection))
    let clock = try #require(path.overall?.clock)
    #expect(clock.pieces.count == 2)
    let step = try #require(clock.steps.first)
    #expect(abs(step.nanoseconds - moment) < 2_000_000_000)
    let sizes = clock.pieces.map { Double($0.offset.nanoseconds) / 1e6 }
    #expect(abs(sizes[0] - 5) < 1 && abs(sizes[1] - 2_005) < 1)
    #expect(path.overall?.lost == 0)
  }

  @Test("a device that moves sequence numbers leaves one connection")
  func movedSequences() throws {
    let connection = SimulatedConnection(seed: 9, PathConditions(loss: 0.05))
    var client = SimulatedView(place: .client, witness: 0)
    client.serverShift = 0x1234_5678
    let path = try #require(
      compared([client, SimulatedView(place: .server, witness: 1)], connection))
    let hop = try #require(path.overall)
    #expect(hop.isRewritten)
    #expect(hop.sent.client.lost == connection.lost(.client).count)
    #expect(hop.sent.server.lost == connection.lost(.server).count)
  }

  @Test("a translation that changes the port midway leaves one connection")
  func changedPort() throws {
    let connection = SimulatedConnection(seed: 10, PathConditions(loss: 0.05))
    let moment = SimulatedConnection.start + 30_000_000_000
    var server = SimulatedView(place: .server, witness: 1)
    server.client = {
      $0 < moment ? Self.translated : Endpoint(address: Self.translated.address, port: 7)
    }
    let path = try #require(
      compared([SimulatedView(place: .client, witness: 0), server], connection))
    #expect(path.overall?.sent.client.lost == connection.lost(.client).count)
    #expect(path.overall?.sent.server.lost == connection.lost(.server).count)
  }

  @Test("copies of one capture are no second witness")
  func copies() {
    let connection = SimulatedConnection(seed: 11, PathConditions(loss: 0.05))
    let all =
      SimulatedView(place: .client, witness: 0).sightings(of: connection)
      + SimulatedView(place: .client, witness: 1).sightings(of: connection)
    let groups = SameConnection.groups(of: all)
    #expect(groups.count == 1)
    guard let group = groups.first,
      case .onePlace(let clocks) = ConnectionPath.compare(group, of: all)
    else {
      Issue.record("two places")
      return
    }
    #expect(clocks.values.map(\.offset) == [.zero])
  }

  @Test("other connections between the same hosts stay apart")
  func others() {
    let all =
      SimulatedView(place: .client, witness: 0).sightings(
        of: SimulatedConnection(seed: 12, PathConditions()))
      + SimulatedView(place: .server, witness: 1).sightings(
        of: SimulatedConnection(seed: 13, PathConditions()))
    #expect(SameConnection.groups(of: all).count == 2)
  }
}
