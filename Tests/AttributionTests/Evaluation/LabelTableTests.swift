import Evidence
import Testing

@testable import Attribution

@Suite("Label table") struct LabelTableTests {
  private func table(_ lines: String..., end: String = "\n") throws -> [Label] {
    try LabelTable(parsing: lines.joined(separator: end) + end).labels
  }

  @Test("reads columns by their names, in any order", arguments: ["\n", "\r\n"])
  func columns(end: String) throws {
    let labels = try table(
      "scenario\tcause\tfile\talso\tcode\tdegraded\tnote\ttuple",
      "s1\tnetwork\ta.pcap\tserver client\tnetwork\\..*\tyes\tanything\t10.0.0.5:40000>10.1.2.3:3389",
      end: end)
    let label = try #require(labels.first)
    #expect(label.file == "a.pcap")
    #expect(label.scenario == "s1")
    #expect(label.cause == .network)
    #expect(label.also == [.server, .client])
    #expect(label.accepts(VerdictCode("network.loss")) == true)
    #expect(label.accepts(VerdictCode("server.closed")) == false)
    #expect(label.isDegraded == true)
    #expect(label.connection?.clientPort == 40_000)
    #expect(label.connection?.server == "10.1.2.3")
  }

  @Test("needs no more than file and cause")
  func minimum() throws {
    let labels = try table("file\tcause", "# a remark", "", "a.pcap\tclean", "b.pcap\ttls")
    #expect(labels.map(\.file) == ["a.pcap", "b.pcap"])
    #expect(labels.map(\.scenario) == ["a.pcap", "b.pcap"])
    #expect(labels[0].accepts(VerdictCode("clean.running")) == nil)
    #expect(labels[0].isDegraded == nil)
    #expect(labels[0].connection == nil)
  }

  @Test(
    "says which line is wrong, and why",
    arguments: [
      ("", 1, "header"), ("file\tcode\na\tb", 1, "no column cause"),
      ("file\tcause\na\tclean\nb\tbroken", 3, "no cause"),
      ("file\tcause\n\tclean", 2, "file is empty"),
      ("file\tcause\talso\na\tclean\tserver nothing", 2, "no cause"),
      ("file\tcause\tcode\na\tclean\t(", 2, "regular expression"),
      ("file\tcause\ttuple\na\tclean\t10.0.0.1>10.0.0.2", 2, "client:port>server:port"),
    ])
  func errors(text: String, line: Int, reason: String) throws {
    let error = #expect(throws: LabelError.self) { try LabelTable(parsing: text) }
    #expect(error?.line == line)
    #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
  }

  @Test(
    "reads a session's ends",
    arguments: [
      ("10.0.0.5:40000>10.1.2.3:3389", "10.0.0.5", "10.1.2.3"),
      ("10.0.0.5:40000>10.1.2.3:3389 ; 10.0.0.5:40001>10.1.2.3:3389", "10.0.0.5", "10.1.2.3"),
      ("10.0.0.1,10.0.0.5:40000>10.0.0.5,10.1.2.3:3389", "10.0.0.5", "10.1.2.3"),
      ("fd00:f::317:40000>fd01::3:3389", "fd00:f::317", "fd01::3"),
      ("[fd00:f::317]:40000>[fd01::3]:3389", "fd00:f::317", "fd01::3"),
    ])
  func connections(text: String, client: String, server: String) throws {
    let connection = try #require(Label.Connection(parsing: text))
    #expect(connection.client == client)
    #expect(connection.clientPort == 40_000)
    #expect(connection.server == server)
    #expect(connection.serverPort == 3389)
  }

  @Test(
    "reads no ends from other text", arguments: ["", ">", "a>b", ":1>:2", "a:1", "a:1>b:70000"])
  func noConnections(text: String) {
    #expect(Label.Connection(parsing: text) == nil)
  }

  @Test("accepts the labelled cause and those beside it")
  func accepts() {
    let label = Grading.label(.tls, also: [.credssp])
    #expect(label.accepts(Cause.tls) && label.accepts(Cause.credssp))
    #expect(!label.accepts(Cause.network))
  }

  @Test("a code's pattern must fit the whole code")
  func wholeCode() {
    let label = Grading.label(.tls, code: #"tls\.alert"#)
    #expect(label.accepts(VerdictCode("tls.alert")) == true)
    #expect(label.accepts(VerdictCode("tls.alert_other")) == false)
  }
}
