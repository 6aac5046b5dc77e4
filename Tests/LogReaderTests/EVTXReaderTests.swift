import CaptureReader
import Foundation
import Support
import Testing

@testable import LogReader

@Suite("EVTX", .enabled(if: SharedLogs.isThere)) struct EVTXReaderTests {
  /// Records as an independent reader counts them.
  static let counts: [(String, Int)] = [
    ("evtx/Velocidex__evtx__Security_1_record.evtx", 1),
    ("evtx/Velocidex__velociraptor__RDPAuth_System.evtx", 186),
    ("evtx/Yamato-Security__hayabusa-sample-evtx__ID302_RDS_Gateway_Logon_Logoff.evtx", 16),
    ("evtx/Yamato-Security__hayabusa-sample-evtx__many-events-application.evtx", 2_216),
    ("evtx/omerbenamram__evtx__Application_no_crc32.evtx", 17),
    ("evtx/omerbenamram__evtx__Security_with_size_t.evtx", 636),
    ("evtx/omerbenamram__evtx__security_bad_string_cache.evtx", 2_261),
    ("evtx/omerbenamram__evtx__sample-with-irregular-bool-values.evtx", 3_028),
    ("evtx/omerbenamram__evtx__system.evtx", 1_881),
    ("evtx/williballenthin__python-evtx__issue_39.evtx", 394),
    ("evtx/williballenthin__python-evtx__system.evtx", 1_601),
  ]
  static let dirty =
    "evtx/omerbenamram__evtx__2-vss_0-Microsoft-Windows-RemoteDesktopServices-RdpCoreTS%4Operational.evtx"
  static let small = "evtx/williballenthin__python-evtx__issue_38.evtx"

  @Test("as many records as an independent reader counts", arguments: counts)
  func countsAgree(sample: (String, Int)) throws {
    let path = try #require(SharedLogs.file(sample.0))
    let log = try LogFile.read(.file(path))
    #expect(log.format == .evtx)
    #expect(log.summary.records == sample.1)
    #expect(log.summary.errors == 0)
  }

  @Test("a dirty file gives all that can be read, and its connections are one password attack")
  func dirtyFile() throws {
    let log = try LogFile.read(.file(try #require(SharedLogs.file(Self.dirty))))
    #expect(log.summary.records >= 1_910)
    #expect(log.summary.errors > 0)
    #expect(zip(log.events, log.events.dropFirst()).allSatisfy { $0.time <= $1.time })
    let sessions = LogSessions.sessions(of: [log])
    let refused = sessions.filter { $0.findingCodes.contains("log.logon_refused") }
    #expect(refused.count > 100)
    #expect(refused.filter { $0.attackSize >= 10 }.count > 90)
  }

  @Test("any cut and any changed byte is read without harm")
  func mutations() throws {
    let path = try #require(SharedLogs.file(Self.small))
    let whole = Array(try Data(contentsOf: URL(filePath: path)))
    var random = SeededRandom(seed: 18)
    for _ in 0..<60 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        // A damaged header makes older records appear, but no more than a chunk can hold. Headers, records and templates lie in the first kilobytes.
        bytes[Int.random(in: 4_096..<12_000, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      if Bool.random(using: &random) {
        bytes = Array(bytes.prefix(Int.random(in: 8..<bytes.count, using: &random)))
      }
      #expect(try LogText.contents(bytes).summary.records <= 65_536 / 28)
    }
  }

  @Test("TermDD 56's binary data tells a protocol error from a time-out")
  func binaryStatus() throws {
    let path = try #require(SharedLogs.file("evtx/williballenthin__python-evtx__system.evtx"))
    let log = try LogFile.read(.file(path))
    let codes = Set(log.events.filter { $0.key == "termdd.56" }.compactMap { $0.code?.value })
    #expect(codes == [0xc00a_0032, 0xc000_00b5])
  }

  @Test("1226 is a clean end at the gateway")
  func gateway() throws {
    let path = try #require(
      SharedLogs.file(
        "evtx/Yamato-Security__hayabusa-sample-evtx__ID302_RDS_Gateway_Logon_Logoff.evtx"))
    let sessions = LogSessions.sessions(of: [try LogFile.read(.file(path))])
    // The last one is still up where the log ends.
    #expect(sessions.map(\.isOpen) == [false, false, true])
    #expect(sessions.prefix(2).allSatisfy { $0.findingCodes == ["log.gateway_closed"] })
  }
}
