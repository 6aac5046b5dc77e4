import Analysis
import Attribution
import CaptureReader
import Evidence
import Foundation
import PacketDecode
import RDPProtocol
import Support
import TCPStreams
import Testing

/// Real captures that others published, with what an expert read in them.
@Suite(
  "Published RDP captures",
  .enabled(if: Recordings.shared("public/rdp") != nil, "recordings absent"))
struct PublicRDPTests {
  /// What an expert's class allows as a cause.
  static let causes: [String: Set<Cause>] = [
    "clean_close": [.clean], "scanner_probe": [.clean],
    "server_protocol_close": [.server, .protocol], "credssp_failure": [.credssp],
    "negotiation_failure": [.negotiation, .clean], "no_response": [.network],
    "mid_session": [.undetermined], "inconclusive_capture_end": [.undetermined],
    "port_closed": [.server], "client_abort_handshake": [.credssp, .tls, .clean],
  ]

  struct Session: Decodable, Sendable {
    var client: String?
    var server: String?
    var verdict_class: String?
  }

  struct File: Decodable, Sendable {
    var sessions: [Session]
    var sessions_on_tcp_3389: Int?
  }

  static let files: [String] = {
    guard let folder = Recordings.shared("public/rdp") else { return [] }
    return Recordings.files(in: folder, endingIn: ["pcap", "pcapng"]).map(\.lastPathComponent)
  }()

  @Test("every session is found, and its end is read as an expert reads it", arguments: files)
  func agreesWithExpert(name: String) throws {
    let folder = try #require(Recordings.shared("public/rdp"))
    let truthFile = folder.deletingLastPathComponent().appending(path: "rdp-truth.json")
    let truth = try JSONDecoder().decode([String: File].self, from: Data(contentsOf: truthFile))
    let report = CaptureAnalyzer.analyze(
      [.file(folder.appending(path: name).path)], options: AnalysisOptions())
    let found = Dictionary(
      report.sessions.map { session in
        let client = session.facts.identity.client
        return (client.map { "\($0.address):\($0.port)" } ?? "", session)
      }, uniquingKeysWith: { first, _ in first })
    let count = report.sessions.count { $0.facts.identity.server?.port == 3389 }
    #expect(count == truth[name]?.sessions_on_tcp_3389)
    for expected in truth[name]?.sessions ?? [] {
      guard let client = expected.client, let kind = expected.verdict_class else { continue }
      if kind == "rd_gateway_443" {
        // The file holds the keys: the tunnel that was refused is named, its KDC proxy is no session.
        if let tunnel = found[client] {
          #expect(tunnel.wire?.carrier?.isGateway == true)
          #expect(tunnel.verdict.code.rawValue == "credssp.gateway_refused")
        }
        continue
      }
      let session = try #require(found[client], "\(client) is not found")
      let allowed = try #require(Self.causes[kind], "unknown class \(kind)")
      #expect(
        allowed.contains(session.verdict.cause),
        "\(client): \(kind), but \(session.verdict.code.rawValue)")
      if let server = expected.server {
        let endpoint = try #require(session.facts.identity.server)
        #expect(server == "\(endpoint.address):\(endpoint.port)")
      }
    }
  }

  @Test("frames that were captured twice are no retransmissions")
  func copiesAreNoRetransmissions() throws {
    let folder = try #require(Recordings.shared("public/rdp"))
    let file = folder.appending(path: "zeek__zeek__rdp-no-cookie-mstshash.pcap")
    let report = CaptureAnalyzer.analyze([.file(file.path)], options: AnalysisOptions())
    let connection = try #require(report.sessions.first?.wire).connection
    #expect(connection.copies == 10)
    for side in Side.allCases {
      #expect(connection.sent[side].retransmissions.total == 0)
      #expect(connection.sent[side].lostBeforeCapture == 0)
    }
  }

  @Test("reordering on the path is no loss")
  func reorderingIsNoLoss() throws {
    let folder = try #require(Recordings.shared("public/rdp"))
    let file = folder.appending(path: "zeek__zeek__rdp-proprietary-encryption.pcap")
    let report = CaptureAnalyzer.analyze([.file(file.path)], options: AnalysisOptions())
    let session = try #require(report.sessions.last)
    let sent = try #require(session.wire).connection.sent
    #expect(sent.client.reordered + sent.server.reordered == 9)
    #expect(sent.client.retransmissions.total + sent.server.retransmissions.total == 0)
    #expect(session.verdict.degraded == false)
  }
}

/// Nothing that is on the shelf crashes the program, takes long or bloats it.
@Suite(
  "All shared recordings", .enabled(if: Recordings.shared("public") != nil, "recordings absent"))
struct AllRecordingsTests {
  static let folders = ["lab", "public/link", "public/malformed", "public/pcapng", "public/tls"]

  @Test("are analysed or refused with a message", arguments: folders)
  func nothingCrashes(folder: String) throws {
    let url = try #require(Recordings.shared(folder))
    let all = FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)
    let files = (all?.allObjects as? [URL] ?? []).filter { !$0.hasDirectoryPath }
    #expect(files.count > 50)
    for file in files {
      let report = CaptureAnalyzer.analyze([.file(file.path)], options: AnalysisOptions())
      let input = try #require(report.inputs.first)
      #expect((input.summary == nil) == (input.failure != nil))
      if let failure = input.failure {
        #expect(failure.description.contains(file.lastPathComponent))
      }
      for session in report.sessions {
        #expect(session.verdict.confidence >= 0 && session.verdict.confidence <= 1)
      }
    }
  }
}
