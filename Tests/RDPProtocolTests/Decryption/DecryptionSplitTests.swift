import CaptureReader
import Foundation
import PacketDecode
import Support
import Testing

@testable import RDPProtocol
@testable import TCPStreams

@Suite("Decryption of a split stream")
struct DecryptionSplitTests {
  struct Turn {
    var side: Side
    var bytes: [UInt8]
  }

  /// What is compared: all that does not name packets.
  struct Reading: Equatable {
    var records: PerSide<Int>
    var failed: PerSide<Int>
    var stage: CredSSPStage
    var messages: [Int]
    var errorCode: NTStatus?
    var user: String?
    var phases: [Phase]
    var certificate: String?
    var ultimatums: [UInt8?]
    var channelJoins: Int
    var clientName: String?

    init(_ trace: ProtocolTrace) {
      let read = trace.decrypted ?? DecryptedTrace()
      records = read.records
      failed = read.failedRecords
      stage = read.credssp.stage
      messages = read.credssp.messages.map(\.length)
      errorCode = read.credssp.errorCode?.value
      user = read.credssp.account.user
      phases = trace.phases.map(\.phase)
      certificate = trace.tls.certificate?.value.subject
      ultimatums = trace.mcs.ultimatums.map(\.reason)
      channelJoins = trace.mcs.channelJoins
      clientName = trace.mcs.clientName
    }
  }

  /// What the sides of a fixture's first connection say, turn by turn.
  private func turns(_ name: String) throws -> [Turn] {
    let file = DecryptionTests.folder.appending(path: "\(name).pcap.gz")
    var decoder = PacketDecoder()
    var table = ConnectionTable(options: ConnectionOptions(servicePorts: [3389]))
    var turns: [Turn] = []
    _ = try CaptureFile.read(.file(file.path)) { record, bytes in
      let frame = ItemReference(input: 0, frame: record.frame, time: record.time)
      decoder.decode(bytes, record) { packet, payload in
        guard case .tcp(let segment) = packet.transport else { return }
        table.receive(
          segment, network: packet.network, payload: payload, frame: frame, opening: nil
        ) { connection, chunk, bytes in
          guard connection == 0 else { return }
          if turns.last?.side == chunk.side {
            turns[turns.count - 1].bytes += bytes.copied()
          } else {
            turns.append(Turn(side: chunk.side, bytes: bytes.copied()))
          }
        }
      }
    }
    return turns
  }

  private func reading(
    _ turns: [Turn], keys: KeyLog?, next: () -> Int
  ) -> Reading {
    var tracker = SessionTracker(keys: keys)
    var offsets = PerSide(client: 0, server: 0)
    var frame = 0
    for turn in turns {
      var rest = turn.bytes[...]
      while !rest.isEmpty {
        let part = Array(rest.prefix(max(1, next())))
        frame += 1
        tracker.receive(
          StreamChunk(
            side: turn.side, offset: offsets[turn.side], length: part.count, isGap: false,
            hasBeginning: true, frame: testFrame(frame)),
          part.rawSpan)
        offsets[turn.side] += part.count
        rest = rest.dropFirst(part.count)
      }
    }
    return Reading(tracker.finished())
  }

  @Test(
    "any split gives the same reading",
    arguments: ["logon-failure", "wrong-password-tls12", "logoff"],
    [1, 2, 3, 4, 5, 6] as [UInt64])
  func anySplit(name: String, seed: UInt64) throws {
    let turns = try turns(name)
    let keys = try keyLog(beside: DecryptionTests.folder.appending(path: "\(name).pcap.gz"))
    let whole = reading(turns, keys: keys, next: { .max })
    #expect(whole.records.server > 0 && whole.failed == PerSide(client: 0, server: 0))
    var generator = SeededRandom(seed: seed)
    let limit = [1, 5, 60, 600, 1500, 6000][Int(seed % 6)]
    let split = reading(turns, keys: keys) {
      Int.random(in: 1...limit, using: &generator)
    }
    #expect(split == whole, "seed \(seed)")
  }
}
