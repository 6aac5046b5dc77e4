import Analysis
import Attribution
import CaptureReader
import Evidence
import LogReader
import RDPProtocol

/// Gives references the names of their inputs.
struct InputNames: Sendable {
  private final class Storage: Sendable {
    /// Of the inputs that are numbered from 0 on.
    let names: [String]
    /// The same as JSON has them.
    let written: [[UInt8]]
    /// Of others.
    let byIndex: [Int: String]

    init(names: [String], byIndex: [Int: String]) {
      self.names = names
      self.byIndex = byIndex
      written = names.map { name in
        var json = JSONBytes()
        json.string(name)
        return json.text.bytes
      }
    }
  }

  static let none = InputNames(names: [])

  private let storage: Storage

  init(byIndex: [Int: String]) { storage = Storage(names: [], byIndex: byIndex) }

  init(names: [String]) { storage = Storage(names: names, byIndex: [:]) }

  subscript(index: Int) -> String? {
    storage.names.indices.contains(index) ? storage.names[index] : storage.byIndex[index]
  }

  /// Writes an input's name; `null` where it has none.
  func write(_ index: Int, to json: inout JSONBytes) {
    if storage.written.indices.contains(index) {
      json.text.append(storage.written[index])
    } else {
      storage.byIndex[index].write(to: &json)
    }
  }

  /// The inputs that the session's packets and records are known to lie in, in the order given.
  func names(of session: SessionView) -> [String] {
    indices(of: session).compactMap { self[$0] }
  }

  /// The numbers of the same.
  func indices(of session: SessionView) -> [Int] {
    // By its lists: the whole of a session would be copied.
    indices(
      session.session.facts.witnesses, session.wire?.phases ?? [],
      session.session.verdict.evidence)
  }

  private func indices(
    _ witnesses: [Witness], _ phases: [ReachedPhase], _ evidence: [WeighedEvidence]
  ) -> [Int] {
    var indices: [Int] = []
    func note(_ input: Int) { if indices.last != input { indices.append(input) } }
    // A borrowed witness is not copied.
    let seen = witnesses.span
    for place in seen.indices {
      if seen[place].kind == .capture {
        note(seen[place].inputs.lowerBound)
        note(seen[place].inputs.upperBound)
      } else {
        for input in seen[place].log?.session.inputs ?? [] { note(input) }
      }
    }
    for mark in phases { note(mark.start.input) }
    let reasons = evidence.span
    for place in reasons.indices {
      for item in reasons[place].evidence.references { note(item.input) }
    }
    if indices.count == 1 { return self[indices[0]] == nil ? [] : indices }
    indices.sort()
    return indices.enumerated().compactMap { place, input in
      place > 0 && indices[place - 1] == input || self[input] == nil ? nil : input
    }
  }
}
