import CaptureReader
import Foundation
import Support
import Testing

@Suite(
  "Public recordings", .enabled(if: Recordings.shared("public") != nil, "recordings absent"))
struct PublicRecordingTests {
  /// Every file below a folder of the recordings.
  private static func files(below folder: String) -> [String] {
    guard let root = Recordings.shared(folder),
      let all = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    else { return [] }
    return all.compactMap { ($0 as? URL)?.path }
      .filter { path in
        [".pcap", ".pcapng", ".cap", ".gz", ".snoop"].contains { path.hasSuffix($0) }
      }
      .sorted()
  }

  @Test("pcapng is read packet by packet as libpcap reads it")
  func agreesWithLibPCAP() throws {
    var compared = 0
    for path in Self.files(below: "public") {
      guard let ours = try? read(.file(path)), ours.summary.format == .pcapng,
        let witness = try? Self.readThroughLibPCAP(path)
      else { continue }
      let name = URL(filePath: path).lastPathComponent
      // Where libpcap gives up (mixed link types, a damaged block) ours may go on.
      if witness.summary.ending == .complete {
        #expect(ours.packets.count == witness.packets.count, "\(name)")
      } else {
        #expect(ours.packets.count >= witness.packets.count, "\(name)")
      }
      for (mine, theirs) in zip(ours.packets, witness.packets) {
        guard !Self.same(mine, theirs) else { continue }
        Issue.record("\(name): \(mine.record) is \(theirs.record) to libpcap")
        break
      }
      compared += 1
    }
    #expect(compared > 50)
  }

  private static func same(_ mine: ReadPacket, _ theirs: ReadPacket) -> Bool {
    mine.bytes == theirs.bytes && mine.record.time == theirs.record.time
      && mine.record.originalLength == theirs.record.originalLength
      && mine.record.linkType == theirs.record.linkType
  }

  private static func readThroughLibPCAP(_ path: String) throws
    -> (packets: [ReadPacket], summary: CaptureSummary)
  {
    var packets: [ReadPacket] = []
    let summary = try CaptureFile.readThroughLibPCAP(.file(path)) { record, bytes in
      packets.append(ReadPacket(record: copy record, bytes: bytes.copied()))
    }
    return (packets, summary)
  }

  @Test(
    "odd and broken files are read or refused", arguments: ["public/malformed", "public/pcapng"])
  func survives(folder: String) throws {
    var packets = 0
    for path in Self.files(below: folder) {
      do {
        let result = try read(.file(path))
        #expect(result.packets.count == result.summary.packets)
        packets += result.summary.packets
      } catch let error as CaptureError {
        #expect(error.description.hasPrefix(path))
      }
    }
    #expect(packets > 1_000)
  }
}
