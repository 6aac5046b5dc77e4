import Foundation
import Reporting

/// Stored facts of any shape, judged and told.
enum FactsTarget {
  private static let tool = Tool(name: "fuzz", version: "0")

  static func run(_ bytes: [UInt8]) {
    let stored = ObservationDecoder(.records, shift: bytes.count)
    _ = try? stored.facts(bytes[...])
    _ = try? stored.outline(bytes[...])
    _ = try? stored.transport(bytes[...])
    var reader = FactsReader()
    reader.receive(Data(bytes))
    reader.finish()
    let lines = bytes.count { $0 == 0x0A } + 1
    require(
      reader.sessions.count + reader.inputs.count + reader.errorCount <= lines,
      "more findings than lines")
    let report = Report(reader, tool: tool)
    do {
      try JSONReport(.lines).write(report) { _ in }
      try TextReport(.init(style: TerminalStyle(), showsAll: true)).write(report) { _ in }
    } catch {
      fatalError("a report could not be written: \(error)")
    }
  }
}
