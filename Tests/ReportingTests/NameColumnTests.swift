import Analysis
import CaptureReader
import Evidence
import RDPProtocol
@testable import Reporting
import TCPStreams
import Testing

@Suite("Names in a column") struct NameColumnTests {
  @Test("the folder that all have in common stands before them once")
  func folder() {
    let column = NameColumn(["/a/b/one.pcap", "/a/b/two.pcap", "/a/b/c/three.pcap"])
    #expect(column.folder == "/a/b/")
    #expect(column.names == ["one.pcap", "two.pcap", "c/three.pcap"])
    // Networks differ before their slash; a name alone keeps its folder.
    #expect(NameColumn(["10.1.2.0/24", "10.1.3.0/24"]).folder == nil)
    #expect(NameColumn(["/a/b/one.pcap"]).names == ["/a/b/one.pcap"])
    #expect(NameColumn(["/a/b/one.pcap", "/a/b/one.pcap"]).names == ["one.pcap", "one.pcap"])
    #expect(NameColumn([]).longest == 0)
  }

  @Test("long names lose their middle", arguments: [3, 8, 16, 23])
  func shortened(width: Int) {
    let name = "m-hap-idle5-thin.401.c.pcap.gz"
    let short = NameColumn.shortened(name, to: width, sign: "…")
    #expect(short.count == width)
    #expect(short.first == name.first && short.last == name.last && short.contains("…"))
    #expect(NameColumn.shortened("short", to: width + 5, sign: "…") == "short")
  }

  @Test("rows keep their code whole")
  func rows() {
    let sessions = (0..<3).map { index in
      var connection = Sample.connection(begins: Int64(index) * 1000)
      connection.first = Sample.frame(1, input: index)
      connection.last = Sample.frame(412, at: 1000, input: index)
      return Sample.session(
        Sample.verdict("negotiation.ssl_with_user_auth_required", phase: .x224),
        connection: connection)
    }
    let files = (0..<3).map {
      Sample.input("/captures/of/one/place/file-\($0)-at-the-client.pcap.gz")
    }
    let report = Sample.report(sessions, inputs: files)
    let text = SummaryText(style: TerminalStyle()).text(
      of: SummaryDocument(Summary(report), tool: report.tool))
    #expect(text.contains("in /captures/of/one/place/"))
    for line in text.split(separator: "\n") { #expect(line.count <= 80) }
    #expect(text.ranges(of: "negotiation.ssl_with_user_auth_required").count >= 3)
  }
}
