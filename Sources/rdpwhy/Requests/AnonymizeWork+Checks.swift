import Analysis
import Anonymizing
import CaptureReader
import Evidence
import Foundation
import LogReader
import PacketDecode
import RDPProtocol
import Reporting

/// What is looked at before anything gets its name: originals that are left, and verdicts that changed.
extension AnonymizeWork {
  /// Sessions whose verdict changed that are named in one capture's comments.
  private static let commentLimit = 50

  /// Originals in what was written.
  func originalsLeft() throws -> [OriginalSearch.Finding] {
    let search = OriginalSearch(names, pseudonyms)
    var found: [OriginalSearch.Finding] = []
    for item in items {
      guard let path = item.file?.partialPath else { continue }
      if case .capture = item.kind {
        found += try search.findings(inCapture: path)
        continue
      }
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      var offset = 0
      var rest: [UInt8] = []
      // Lines stay whole, so that what is looked for is never cut.
      while let data = try handle.read(upToCount: 1 << 20), !data.isEmpty {
        rest += data
        guard let end = rest.lastIndex(of: 0x0A) else { continue }
        found += search.findings(in: Array(rest[...end]), of: path, at: offset)
        offset += end + 1
        rest = Array(rest[(end + 1)...])
      }
      found += search.findings(in: rest, of: path, at: offset)
    }
    return found
  }

  /// Analyses what was written. Where verdicts are others it says so, on standard error and in the
  /// captures themselves; false where one is, and no facts keep it.
  func check(in folder: String) throws -> Bool {
    var paths: [CaptureSource: String] = [:]
    for item in items {
      switch item.kind {
      case .capture, .log: paths[item.source] = item.file?.partialPath
      case .report, .facts: break
      }
    }
    let written = series.compactMap { series -> CaptureSeries? in
      let members = series.members.compactMap { member -> CaptureSeries.Member? in
        guard let path = paths[member.source] else { return nil }
        var member = member
        member.source = .file(path)
        return member
      }
      return members.isEmpty ? nil : CaptureSeries(name: series.name, members: members)
    }
    let anonymized = CaptureAnalyzer.analyze(written, options: options)
    let differences = AnonymizedVerdicts.differences(analysis, anonymized.sessions, pseudonyms)
    let isKept = try factsDiffer().map { !$0 }
    for difference in differences {
      Diagnostics.report(
        "session \(difference.uid) was judged \(Self.before(difference)); anonymized it is "
          + "\(Self.after(difference)): \(reason(of: difference))")
    }
    guard !differences.isEmpty else { return isKept ?? true }
    switch isKept {
    case nil:
      Diagnostics.report(
        "with --facts, \(Self.factsName) beside the captures keeps the verdicts of the originals, "
          + "under the same pseudonyms")
    case true?:
      Diagnostics.report(
        "the verdicts of the originals are kept: rdpwhy judge \(folder)/\(Self.factsName)")
    case false?: Diagnostics.report("\(Self.factsName) does not keep all verdicts either")
    }
    try comment(on: differences, isKept: isKept ?? false)
    return isKept ?? false
  }

  /// Whether facts as they were written are judged otherwise; nil where none were.
  private func factsDiffer() throws -> Bool? {
    for item in items {
      guard case .facts = item.kind, let path = item.file?.partialPath else { continue }
      var reader = FactsReader()
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      while let data = try handle.read(upToCount: 1 << 20), !data.isEmpty { reader.receive(data) }
      reader.finish()
      let judged = Report(reader, tool: .current).sessions
      return reader.errorCount > 0
        || !AnonymizedVerdicts.differences(analysis, judged, pseudonyms).isEmpty
    }
    return nil
  }

  // MARK: Words

  private static func before(_ difference: AnonymizedVerdicts.Difference) -> String {
    "\(difference.code) (\(percent(difference.confidence)))"
  }

  private static func after(_ difference: AnonymizedVerdicts.Difference) -> String {
    difference.becomes.map { "\($0) (\(percent(difference.confidenceBecomes ?? 0)))" }
      ?? "not found"
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// What the verdict rests on that cannot be shown.
  private func reason(of difference: AnonymizedVerdicts.Difference) -> String {
    guard analysis.sessions.indices.contains(difference.session) else { return "unknown" }
    let captures = analysis.sessions[difference.session].facts.witnesses.compactMap {
      witness -> WireFacts? in
      guard case .capture(let wire) = witness.observation else { return nil }
      return wire
    }
    if captures.contains(where: { $0.trace.decrypted != nil }) {
      return "TLS secrets opened it, and they are left out"
    }
    if captures.contains(where: { $0.trace.carrier != nil }) {
      return "what its carrier said is left out"
    }
    return "what cannot be shown is left out (fragments, drops inside the host)"
  }

  /// Says in each capture which of its sessions were judged otherwise before.
  private func comment(on differences: [AnonymizedVerdicts.Difference], isKept: Bool) throws {
    let search = OriginalSearch(names, pseudonyms)
    for item in items {
      guard case .capture(let input) = item.kind, let path = item.file?.partialPath else {
        continue
      }
      let own = differences.filter { difference in
        analysis.sessions[difference.session].facts.witnesses.contains {
          $0.inputs.contains(input)
        }
      }
      var comments = own.prefix(Self.commentLimit).map { comment(on: $0) }
      if own.count > comments.count {
        comments.append("\(own.count - comments.count) more sessions are judged otherwise.")
      }
      if !own.isEmpty {
        comments.append(
          isKept
            ? "The verdicts of the originals: rdpwhy judge \(Self.factsName), made with this capture."
            : "rdpwhy anonymize --facts writes what keeps the verdicts of the originals.")
      }
      comments = comments.filter {
        search.findings(in: Array($0.utf8), of: path, at: 0).isEmpty
      }
      guard !comments.isEmpty else { continue }
      // The old file is read on while a new one takes its place.
      let old = try FileHandle(forReadingFrom: URL(filePath: path))
      guard let head = try old.read(upToCount: 8),
        let section = CaptureComments.section(
          replacing: Array(head), application: application, comments: comments)
      else { continue }
      try old.seek(toOffset: UInt64(section.replaced))
      try rewrite(item) { handle in
        try handle.write(contentsOf: Data(section.bytes))
        while let data = try old.read(upToCount: 1 << 20), !data.isEmpty {
          try handle.write(contentsOf: data)
        }
      }
    }
  }

  /// A session by its pseudonyms, and how it was judged.
  private func comment(on difference: AnonymizedVerdicts.Difference) -> String {
    let identity = analysis.sessions[difference.session].facts.identity
    func text(_ end: Endpoint?) -> String {
      end.map { "\(Endpoint(address: pseudonyms.address($0.address), port: $0.port))" } ?? "unknown"
    }
    return
      "\(text(identity.client)) -> \(text(identity.server)), \(identity.start.rfc3339): judged "
      + "\(Self.before(difference)) before it was anonymized; from this capture it is "
      + "\(Self.after(difference)): \(reason(of: difference))."
  }
}
