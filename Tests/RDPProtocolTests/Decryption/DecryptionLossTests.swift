import CaptureReader
import Foundation
import Support
import TCPStreams
import Testing

@testable import RDPProtocol

@Suite("Decryption over losses and changes")
struct DecryptionLossTests {
  struct Frame {
    var record: PacketRecord
    var bytes: [UInt8]
  }

  /// A fixture's packets and keys.
  private func frames(_ name: String) throws -> ([Frame], KeyLog) {
    let file = DecryptionTests.folder.appending(path: "\(name).pcap.gz")
    var frames: [Frame] = []
    _ = try CaptureFile.read(.file(file.path)) { record, bytes in
      frames.append(Frame(record: copy record, bytes: bytes.copied()))
    }
    return (frames, try #require(try keyLog(beside: file)))
  }

  private func trace(_ frames: [Frame], _ keys: KeyLog?) -> ProtocolTrace? {
    var follower = Follower(keys: keys)
    for frame in frames { follower.receive(frame.record, frame.bytes.rawSpan) }
    return follower.finished().first?.trace
  }

  @Test(
    "any one packet may be missing: the status is right or not there",
    arguments: ["logon-failure", "account-disabled"])
  func missingPacket(name: String) throws {
    let (frames, keys) = try frames(name)
    let whole = try #require(trace(frames, keys)?.decrypted?.credssp.errorCode).value
    var right = 0
    for index in frames.indices {
      var fewer = frames
      fewer.remove(at: index)
      let code = trace(fewer, keys)?.decrypted?.credssp.errorCode?.value
      #expect(code == nil || code == whole)
      if code == whole { right += 1 }
    }
    // Without the hellos there are no keys, without the last record no status.
    #expect(right * 2 > frames.count)
  }

  @Test("a gap over records of a running session is crossed", arguments: [70, 90, 110])
  func gap(start: Int) throws {
    let (frames, keys) = try frames("logoff")
    let fewer = frames.filter { !(start..<(start + 8)).contains($0.record.frame) }
    let whole = try #require(trace(fewer, keys))
    #expect(whole.mcs.ultimatums.map(\.reason) == [3])
  }

  @Test("snapped packets leave what was captured whole", arguments: [96, 200, 600])
  func snapped(length: Int) throws {
    let (frames, keys) = try frames("logon-failure")
    let cut = frames.map { Frame(record: $0.record, bytes: Array($0.bytes.prefix(length))) }
    let code = trace(cut, keys)?.decrypted?.credssp.errorCode?.value
    #expect(code == nil || code == 0xC000_006D)
  }

  @Test(
    "changed bytes never change what is read, only whether it is",
    arguments: 0..<150 as Range<UInt64>)
  func changed(seed: UInt64) throws {
    var generator = SeededRandom(seed: seed)
    let name = ["logon-failure", "wrong-password-tls12", "authorization-denied"][Int(seed % 3)]
    var (frames, keys) = try frames(name)
    for _ in 0..<3 {
      let index = Int.random(in: frames.indices, using: &generator)
      guard frames[index].bytes.count > 66 else { continue }
      let place = Int.random(in: 66..<frames[index].bytes.count, using: &generator)
      frames[index].bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
    }
    let read = trace(frames, keys)?.decrypted?.credssp
    #expect([nil, 0xC000_006D].contains(read?.errorCode?.value), "seed \(seed)")
    #expect([nil, 5].contains(read?.earlyAuthorization?.value), "seed \(seed)")
    #expect([nil, "jdoe"].contains(read?.account.user), "seed \(seed)")
  }

  @Test("one changed secret opens nothing, and costs no more than its limit")
  func wrongSecret() throws {
    let (frames, _) = try frames("logoff")
    let file = DecryptionTests.folder.appending(path: "logoff.keys")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let changed = text.split(separator: "\n").map { line in
      let flipped = line.last == "0" ? "1" : "0"
      return line.dropLast() + flipped
    }.joined(separator: "\n")
    let read = try #require(trace(frames, KeyLog(parsing: Array(changed.utf8)))?.decrypted)
    #expect(read.records == PerSide(client: 0, server: 0))
    #expect(read.failedRecords.server > 0)
    #expect(read.credssp.messages.isEmpty)
  }
}
