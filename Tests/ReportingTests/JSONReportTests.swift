@testable import Analysis
import CaptureReader
import Evidence
import Foundation
@testable import RDPProtocol
@testable import Reporting
import TCPStreams
import Testing

@Suite("JSON report") struct JSONReportTests {
  @Test("writes sessions, then inputs, one per line")
  func lines() throws {
    let report = Sample.report(
      [Sample.refusal, Sample.clean], inputs: [Sample.input(), Sample.unreadable()])
    let lines = try output(report, .lines).split(separator: UInt8(ascii: "\n"))
    let schemas = try lines.map { try JSONValue($0)["schema"]?.string }
    #expect(
      schemas == ["rdpwhy/session/1", "rdpwhy/session/1", "rdpwhy/input/1", "rdpwhy/input/1"])
  }

  @Test("writes one document with the same records and the counts")
  func document() throws {
    let report = Sample.report([Sample.refusal, Sample.clean])
    let document = try JSONValue(output(report, .document))
    let lines = try output(report, .lines).split(separator: UInt8(ascii: "\n"))
      .map { try JSONValue($0) }
    #expect(document["schema"] == "rdpwhy/report/1")
    #expect(document["tool"] == .object(["name": "rdpwhy", "version": "0.0.0"]))
    #expect(document["sessions"] == .array(Array(lines[..<2])))
    #expect(document["inputs"] == .array([lines[2]]))
    #expect(document["summary"]?["by_cause"] == .object(["clean": 1, "credssp": 1]))
    #expect(document["summary"]?["packets"] == 412)
  }

  @Test("has what the design promises of a session")
  func session() throws {
    let record = try first(Sample.refusal)
    #expect(record["community_id"] == "1:L2HKvWdmgNEtZ/psJQdEcMz8o0A=")
    #expect(record["ts"] == "2026-03-01T14:05:07.123456789Z")
    #expect(record["duration_s"] == 19.2)
    #expect(record["id.orig_h"] == "10.0.0.5")
    #expect(record["id.orig_p"] == 49811)
    #expect(record["id.resp_h"] == "10.1.2.3")
    #expect(record["id.resp_p"] == 3389)
    #expect(record["phase"] == "credssp")
    #expect(record["ended_by"] == "server")
    #expect(record["degraded"] == false)
    #expect(record["verdict"]?["code"] == "credssp.logon_failure")
    #expect(record["verdict"]?["cause"] == "credssp")
    #expect(
      record["evidence"]?[0]?["frames"]
        == .array([
          .object([
            "input": "capture.pcapng", "frame": 19, "ts": "2026-03-01T14:05:07.123456789Z",
          ])
        ]))
    #expect(record["evidence"]?[2]?["bearing"] == "against")
    #expect(record["phases"]?[2]?["inferred"] == true)
    #expect(record["rdp"]?["cookie"] == "alice")
    #expect(record["rdp"]?["requested_protocols"] == .array(["SSL", "HYBRID"]))
    #expect(record["rdp"]?["selected_protocol"] == .array(["HYBRID"]))
    #expect(record["tls"]?["version"] == "TLS 1.2")
    #expect(record["tls"]?["offered_versions"] == .array(["TLS 1.2", "TLS 1.1"]))
    #expect(
      record["tls"]?["offered_ciphers"]
        == .array([
          .object(["code": "0xc030", "name": "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"]),
          .object(["code": "0xc0fe", "name": .null]),
        ]))
    #expect(record["tls"]?["certificate"]?["not_after"] == "2026-03-02T14:05:07.123456789Z")
    #expect(record["credssp"]?["stage"] == "authenticate")
    #expect(record["credssp"]?["refusal"] == "error_code")
    #expect(record["attempt"]?["role"] == "single")
    #expect(record["inputs"] == .array(["capture.pcapng"]))
  }

  @Test("writes unknown as null, and leaves no field out")
  func nulls() throws {
    let record = try first(Sample.clean)
    for name in ["rdp", "tls", "credssp"] { #expect(record[name] == .null) }
    #expect(record["health"]?["orig"]?["rtt_p95_s"] == .null)
    #expect(record["capture"]?["one_sided"] == .null)
    let keys = try first(Sample.refusal).object.map { Set($0.keys) }
    #expect(record.object.map { Set($0.keys) } == keys)
  }

  @Test("measures the path for each direction")
  func health() throws {
    let health = try first(Sample.outage)["health"]?["orig"]
    #expect(health?["retransmissions"]?["timeout"] == 6)
    #expect(health?["loss_estimate"] == 0.0636)
    #expect(health?["rtt_min_s"] == 0.012)
    #expect(health?["rtt_p95_s"] == 0.045)
    #expect(health?["outages"]?[0]?["duration_s"] == 8.2)
    #expect(health?["unacknowledged"]?["bytes"] == 341)
    #expect(try first(Sample.outage)["verdict"]?["confidence"] == 0.9346)
  }

  @Test("says which side alone was captured")
  func oneSided() throws {
    var session = Sample.clean
    session.wire?.connection.sent.client.packets = 0
    #expect(try first(session)["capture"]?["one_sided"] == "server")
  }

  @Test("names a refused negotiation by code")
  func negotiationFailure() throws {
    var session = Sample.clean
    session.wire?.trace.recognised = true
    session.wire?.trace.confirm = Seen(.failure(code: 5), Sample.frame(6))
    let rdp = try first(session)["rdp"]
    #expect(rdp?["failure_code"] == 5)
    #expect(rdp?["selected_protocol"] == .null)
    #expect(rdp?["requested_protocols"] == .null)
  }

  @Test("gives the same bytes for the same input, with keys in order")
  func deterministic() throws {
    let report = Sample.report([Sample.refusal, Sample.outage])
    let bytes = try output(report, .lines)
    #expect(try output(report, .lines) == bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self).hasPrefix(
        #"{"attempt":{"group":1,"ordinal":1,"role":"single","size":1,"story":null},"capture":{"#))
  }

  @Test("reads its own records back, also where a nullable field is missing")
  func roundTrip() throws {
    for session in [Sample.refusal, Sample.outage, Sample.clean, Sample.undetermined] {
      let bytes = Sample.line(Sample.report([session]))
      let record = try StoredRecord.session(Array(bytes)[...])
      #expect(try JSONValue(record) == JSONValue(bytes))
      let older = String(decoding: bytes, as: UTF8.self)
        .replacing(#","redirection":null"#, with: "")
        .replacing(#"{"attempt""#, with: #"{"added":[{"later":"\u0041"}],"attempt""#)
      let other = try StoredRecord.session(Array(older.utf8)[...])
      #expect(JSONValue(other) == JSONValue(record))
    }
  }

  @Test(
    "refuses lines that are no record",
    arguments: ["", "{}", "[]", #"{"attempt":1}"#, #"{"attempt":{"group":"#, "{\"uid\":\"x"])
  func damaged(line: String) {
    #expect(throws: RecordError.self) { try StoredRecord.session(Array(line.utf8)[...]) }
  }

  @Test("refuses every prefix of a record, and names the place")
  func prefixes() {
    let bytes = Array(Sample.line(Sample.report([Sample.refusal]))).dropLast()
    for end in stride(from: 0, to: bytes.count, by: 7) {
      #expect(throws: RecordError.self) { try StoredRecord.session(bytes.prefix(end)) }
    }
  }

  @Test("another number of the story changes nothing else")
  func story() throws {
    let line = Array(Sample.line(Sample.report([Sample.refusal])))[...]
    let shifted = SessionLine.shiftingStory(of: line, by: 41)
    var record = try JSONValue(Data(line))
    record["attempt"]?["group"] = 42
    #expect(try JSONValue(Data(shifted)) == record)
    #expect(SessionLine.shiftingStory(of: shifted, by: .max) == shifted)
  }

  @Test("numbers what a terminal would act on, without changing the meaning")
  func hostile() throws {
    let name = "\u{1B}[2J\u{9B}31m\u{202E}\u{2028}\u{E0041}\u{7F}Jürgen \"q\" \\ /"
    var session = Sample.refusal
    session.wire?.trace.request?.value.cookie = name
    let bytes = try output(Sample.report([session]), .lines)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isInvisible })
    #expect(text.contains("Jürgen"))
    #expect(try JSONValue(bytes.prefix { $0 != 10 })["rdp"]?["cookie"] == .string(name))
  }

  @Test("stops writing when the output fails")
  func brokenPipe() throws {
    struct Closed: Error {}
    let sessions = Array(repeating: Sample.refusal, count: 60)
    var pieces = 0
    #expect(throws: Closed.self) {
      try JSONReport(.lines).write(Sample.report(sessions)) { _ in
        pieces += 1
        throw Closed()
      }
    }
    #expect(pieces == 1)
  }

  private func first(_ session: SessionReport) throws -> JSONValue {
    try JSONValue(Sample.line(Sample.report([session])))
  }

  private func output(_ report: Report, _ layout: JSONReport.Layout) throws -> Data {
    var data = Data()
    try JSONReport(layout).write(report) { data.append($0) }
    return data
  }
}
