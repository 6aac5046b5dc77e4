import Analysis
import CaptureReader
import Foundation
import Support
import Testing

@testable import Reporting

/// Fields that are written together, and records that are written directly, come to what each field by
/// itself comes to.
@Suite("Records written by field") struct ByFieldTests {
  @Test("are the same, for all fixtures", arguments: LabelledFixture.all)
  func sessions(fixture: LabelledFixture) {
    let report = Report(
      CaptureAnalyzer.analyze([.file(fixture.url.path)], options: AnalysisOptions()),
      tool: Tool(name: "test", version: "0"))
    for index in report.sessions.indices {
      let session = SessionView(report.found, at: index)
      #expect(Self.text(of: session, byField: true) == Self.text(of: session, byField: false))
    }
    #expect(!report.sessions.isEmpty)
  }

  private static func text(of session: SessionView, byField: Bool) -> String {
    var json = JSONBytes()
    json.names = session.names
    json.isByField = byField
    SessionFields.record.write(session, to: &json)
    return json.text.text
  }
}
