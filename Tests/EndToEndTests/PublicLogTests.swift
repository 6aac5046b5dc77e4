import Analysis
import Attribution
import CaptureReader
import Evidence
import Foundation
import Support
import Testing

/// Where the published logs lie; nil where they are absent.
private enum PublishedLogs {
  static let folder: URL? = {
    let url = Recordings.root.appending(path: "../shared/logs").standardizedFileURL
    return FileManager.default.fileExists(atPath: url.appending(path: "MANIFEST.tsv").path)
      ? url : nil
  }()
}

/// Logs that others published, against what their manifest says of them.
@Suite("Published logs", .enabled(if: PublishedLogs.folder != nil, "logs absent"))
struct PublicLogTests {
  /// The verdicts of a text's sessions, in order of time, as the manifest describes them; those of rebuilt
  /// texts as the reports that they were rebuilt from do.
  static let texts: [(file: String, codes: [String])] = [
    (
      "FreeRDP__FreeRDP__issue2862-password-certainly-expired-misnomer.log",
      ["credssp.server_dropped"]
    ),
    (
      "FreeRDP__FreeRDP__issue8331-timeout-110-reconnect.log",
      ["network.path_outage", "undetermined"]
    ),
    (
      "FreeRDP__FreeRDP__issue9263-three-kinds-of-drop.log",
      ["server.disconnected", "undetermined", "network.path_outage"]
    ),
    ("FreeRDP__FreeRDP__issue9519-short-ms.log", ["clean.server_closed"]),
    ("neutrinolabs__xrdp__issue1546-old-syslog-format.log", ["undetermined"]),
    ("neutrinolabs__xrdp__issue2155-func-file-line.xrdp.log", ["client.terminated"]),
    (
      "neutrinolabs__xrdp__issue2363-interleaved-unexpected-eof.xrdp.log",
      ["client.terminated", "undetermined"]
    ),
    ("neutrinolabs__xrdp__issue2505-healthcheck-every-10s.log", ["clean.probe"]),
    ("neutrinolabs__xrdp__issue2628-tls-no-protocols.journald.log", ["tls.version_mismatch"]),
    ("raspberrypi-nmap-scan__xrdp.journald.log", ["clean.probe"]),
    ("rebuilt__01-freerdp2-wlog.txt", ["network.path_outage", "undetermined"]),
    ("rebuilt__03-xrdp-09.log", ["negotiation.ssl_cert_not_on_server"]),
    (
      "rebuilt__05-guacd-syslog-and-json.txt", ["tls.certificate_rejected", "negotiation.refused"]
    ),
    ("rebuilt__06-windows-event-rdpcorets-text.txt", ["undetermined"]),
    ("rebuilt__07-windows-gateway-export-german.csv", ["clean.client_closed"]),
    (
      "rebuilt__08-managers-1remote-mremoteng-mstsc.txt",
      ["undetermined", "undetermined", "protocol.malformed"]
    ),
    (
      "rebuilt__10-firewalls-pfirewall-fortigate-5152.txt",
      ["network.syn_unanswered", "network.idle_timeout"]
    ),
    (
      "rebuilt__11-avd-wvderrors.csv",
      ["network.path_outage", "network.path_outage", "client.terminated"]
    ),
    ("rfutils__rdpclient-1025-1033-226-0x904.wevtutil.xml", ["client.terminated"]),
    ("technet__termdd56-D0000184.eventviewer.txt", ["undetermined"]),
    ("ubuntuforums__2022-09-29__xrdp.log", ["client.terminated", "undetermined"]),
    ("ubuntuforums__2023-04-19__gnome-logs-reversed.txt", ["undetermined"]),
  ]

  private static func report(_ path: String) throws -> AnalysisReport {
    let file = try #require(PublishedLogs.folder).appending(path: path).path
    return CaptureAnalyzer.analyze([.file(file)], options: AnalysisOptions())
  }

  @Test("no text is without its expectation")
  func complete() throws {
    let texts = try #require(PublishedLogs.folder).appending(path: "text")
    let files = try FileManager.default.contentsOfDirectory(atPath: texts.path)
    #expect(Set(files) == Set(Self.texts.map(\.file)))
  }

  @Test("texts give the sessions and verdicts that their manifest describes", arguments: texts)
  func text(file: String, codes: [String]) throws {
    let found = try Self.report("text/\(file)").sessions.map { session in
      session.verdict.cause == .undetermined ? "undetermined" : session.verdict.code.rawValue
    }
    #expect(found.sorted() == codes.sorted())
  }

  /// File and number of records of each event log in the manifest.
  private static func eventLogs() throws -> [(file: String, records: Int)] {
    let manifest = try String(
      contentsOf: try #require(PublishedLogs.folder).appending(path: "MANIFEST.tsv"),
      encoding: .utf8)
    return manifest.split(separator: "\n").compactMap { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard let file = columns.first, file.hasSuffix(".evtx"),
        let count = line.firstMatch(of: /records=(\d+)/).flatMap({ Int($0.1) })
      else { return nil }
      return (String(file.dropFirst("logs/".count)), count)
    }
  }

  @Test(
    "event logs give all the records that other readers find, and sure verdicts where they say one")
  func eventLogRecords() throws {
    let logs = try Self.eventLogs()
    #expect(logs.count >= 30)
    for (file, records) in logs {
      let report = try Self.report(file)
      let note = report.inputs.first?.notes.first { $0.code == "log" }?.message ?? ""
      let read = note.firstMatch(of: /\): (\d+) records?/).flatMap { Int($0.1) } ?? 0
      #expect(read >= records, "\(file)")
    }
  }

  @Test("a scan, a password attack and a gateway's clean ends are told as such")
  func eventLogVerdicts() throws {
    func codes(_ file: String) throws -> Set<String> {
      Set(try Self.report("evtx/\(file)").sessions.map(\.verdict.code.rawValue))
    }
    let hayabusa = "Yamato-Security__hayabusa-sample-evtx__"
    #expect(try codes(hayabusa + "ID131-RDP_brutforce__no_user_info_.evtx") == ["clean.probe"])
    #expect(try codes("omerbenamram__evtx__2-vss_7-System.evtx") == ["credssp.encryption_oracle"])
  }

  @Test("a log of nothing but host events names them")
  func hostEvents() throws {
    let report = try Self.report("evtx/omerbenamram__evtx__system.evtx")
    #expect(report.sessions.isEmpty)
    let notes = report.inputs.first?.notes.filter { $0.code == "log_host" } ?? []
    #expect(notes.contains { $0.message.contains("lost its link") })
  }
}
