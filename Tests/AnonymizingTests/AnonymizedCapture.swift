import Analysis
import CaptureReader
import Foundation
import LogReader
import PacketDecode
import Support

@testable import Anonymizing

/// Captures and logs with their anonymised copies in a folder of their own.
final class AnonymizedCapture {
  let original: AnalysisReport
  let anonymized: AnalysisReport
  let pseudonyms: Pseudonyms
  let names: NameBook
  let paths: [String]
  private let folder: URL

  init(_ sources: [String]) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-anonymize-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let options = AnalysisOptions()
    let pseudonyms = Pseudonyms(PseudonymTests.key)
    let report = CaptureAnalyzer.analyze(sources.map { .file($0) }, options: options)
    let captures = CaptureAnonymizer(report, pseudonyms: pseudonyms, application: "rdpwhy test")
    let logs = LogAnonymizer(pseudonyms: pseudonyms)
    var names = NameBook()
    names.add(report)
    try captures.collectNames(into: &names)
    var read: [String: Int] = [:]
    for input in captures.captures { read[report.inputs[input].name] = input }
    for source in sources where read[source] == nil {
      try logs.collectNames(of: .file(source), into: &names)
    }
    var paths: [String] = []
    for (place, source) in sources.enumerated() {
      var bytes: [UInt8] = []
      if let input = read[source] {
        _ = try captures.anonymize(input: input, names: names) { bytes += $0 }
      } else {
        _ = try logs.anonymize(.file(source), names: names) { bytes += $0 }
      }
      let path = folder.appending(path: "\(place)").path
      try Data(bytes).write(to: URL(filePath: path))
      let written = try? FileManager.default.attributesOfItem(atPath: source)[.modificationDate]
      if let written {
        try? FileManager.default.setAttributes([.modificationDate: written], ofItemAtPath: path)
      }
      paths.append(path)
    }
    self.folder = folder
    self.pseudonyms = pseudonyms
    self.names = names
    self.paths = paths
    original = report
    anonymized = CaptureAnalyzer.analyze(paths.map { .file($0) }, options: options)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var differences: [AnonymizedVerdicts.Difference] {
    AnonymizedVerdicts.differences(original, anonymized.sessions, pseudonyms)
  }
}
