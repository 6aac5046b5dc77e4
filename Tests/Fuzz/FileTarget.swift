import Analysis
import CaptureReader
import Foundation
import RDPProtocol
import Reporting

/// A whole file up to its reports, whose text holds nothing that a terminal would obey.
enum FileTarget {
  nonisolated(unsafe) private static let file = MemoryFile()
  private static let tool = Tool(name: "fuzz", version: "0")

  static func run(_ bytes: [UInt8]) {
    file.write(bytes)
    var options = AnalysisOptions()
    options.limits.decompressedBytes = 4 << 20
    let analysis = CaptureAnalyzer.analyze([.file(file.path)], options: options)
    let report = Report(analysis, tool: tool)
    do {
      try JSONReport(.lines).write(report) { _ in }
      TextReport(.init(style: TerminalStyle(), showsAll: true)).write(report) { text in
        require(
          !text.utf8.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F }, "a control character")
      }
    } catch {
      fatalError("a report could not be written: \(error)")
    }
  }
}
