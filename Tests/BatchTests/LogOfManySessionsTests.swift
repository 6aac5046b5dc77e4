import Analysis
import CaptureReader
import Evidence
import Foundation
import PacketDecode
import Support
import Testing

@testable import Batch
@testable import Reporting

/// A capture with more sessions than can be compared with each of a log's, and that log.
@Suite("Logs of many sessions in a batch") struct LogOfManySessionsTests {
  private static let sessions = 420
  private static let start: UInt32 = 1_793_520_000
  private static let server = Endpoint("10.0.0.2", 3389)

  private static func client(_ number: Int) -> Endpoint {
    Endpoint("10.1.0.5", UInt16(2_000 + number))
  }

  private static let request: [UInt8] = [
    3, 0, 0, 19, 14, 0xE0, 0, 0, 0, 0, 0, 1, 0, 8, 0, 0, 0, 0, 0,
  ]
  private static let refusal: [UInt8] = [
    3, 0, 0, 19, 14, 0xD0, 0, 0, 0x12, 0x34, 0, 3, 0, 8, 0, 5, 0, 0, 0,
  ]

  private static func capture() -> [UInt8] {
    var capture = PCAPBuilder()
    for number in 0..<sessions {
      let client = client(number)
      let packets: [(Bool, UInt32, UInt32, TCPFlags, [UInt8])] = [
        (true, 0, 0, .syn, []), (false, 0, 1, [.syn, .ack], []), (true, 1, 1, .ack, []),
        (true, 1, 1, [.ack, .psh], request), (false, 1, 20, [.ack, .psh], refusal),
        (true, 20, 20, [.ack, .rst], []),
      ]
      for (place, packet) in packets.enumerated() {
        let (isClients, seq, ack, flags, payload) = packet
        capture.packet(
          PacketBuilder.tcp(
            from: isClients ? client : server, to: isClients ? server : client, seq: seq, ack: ack,
            flags: flags, payload: payload),
          seconds: start + UInt32(number) * 2, fraction: UInt32(place) * 10)
      }
    }
    return capture.bytes
  }

  private static func log() -> String {
    let formatter = DateFormatter()
    formatter.dateFormat = "yyyyMMdd-HH:mm:ss"
    formatter.timeZone = TimeZone(identifier: "UTC")
    formatter.locale = Locale(identifier: "en_US_POSIX")
    return (0..<sessions).map { number in
      let date = Date(timeIntervalSince1970: Double(start) + Double(number) * 2)
      let head = "[\(formatter.string(from: date))] [INFO ] [pid:\(1_000 + number) tid:7]"
      return """
        \(head) Socket 12: AF_INET connection received from 10.1.0.5 port \(2_000 + number)
        \(head) Closed socket 12 (AF_INET 10.0.0.2 port 3389)

        """
    }.joined()
  }

  @Test("each of them is joined with the log, as in one analysis")
  func joined() async throws {
    let files = (try ScratchFile(named: "many.pcap"), try ScratchFile(named: "xrdp.log"))
    try files.0.write(Self.capture())
    try files.1.write(Data(Self.log().utf8))
    let plan = try Plan([files.0.path, files.1.path], mode: .auto)
    let tool = Tool(name: "rdpwhy", version: "test")
    let run = BatchRun(
      plan, shard: .whole, settings: .init(tool: tool, jobs: 2, memory: 8 << 30),
      checkpoint: try Checkpoint())
    var batch = Data()
    _ = try await run.run().forEach { try $0.text { batch.append($0) } }
    let report = Report(
      CaptureAnalyzer.analyze(plan.series.map(\.captures), options: AnalysisOptions()),
      tool: tool)
    var analysis = Data()
    try JSONReport(.lines).write(report) { analysis.append($0) }
    #expect(Self.sessionLines(batch).count == Self.sessions)
    #expect(Self.sessionLines(batch) == Self.sessionLines(analysis))
    #expect(report.sessions.allSatisfy { $0.facts.witnesses.count == 2 })
  }

  private static func sessionLines(_ text: Data) -> [Data] {
    text.split(separator: UInt8(ascii: "\n")).filter {
      $0.contains(Data("\"rdpwhy/session/1\"".utf8))
    }
  }
}
