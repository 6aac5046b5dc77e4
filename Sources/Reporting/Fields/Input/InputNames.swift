import Analysis
import Attribution
import CaptureReader
import Evidence
import LogReader
import RDPProtocol

/// Gives references the names of their inputs.
struct InputNames: Sendable {
  /// Of the inputs that are numbered from 0 on.
  private let names: [String]
  /// Of others.
  private let byIndex: [Int: String]

  init(byIndex: [Int: String]) {
    names = []
    self.byIndex = byIndex
  }

  init(names: [String]) {
    self.names = names
    byIndex = [:]
  }

  subscript(index: Int) -> String? {
    names.indices.contains(index) ? names[index] : byIndex[index]
  }

  /// The inputs that the session's packets and records are known to lie in, in the order given.
  func names(of session: SessionReport) -> [String] {
    indices(of: session).compactMap { self[$0] }
  }

  /// The numbers of the same.
  func indices(of session: SessionReport) -> [Int] {
    var indices: [Int] = []
    func note(_ input: Int) { if indices.last != input { indices.append(input) } }
    let witnesses = session.facts.witnesses
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
    for mark in session.wire?.phases ?? [] { note(mark.start.input) }
    for weighed in session.verdict.evidence {
      for item in weighed.evidence.references { note(item.input) }
    }
    if indices.count == 1 { return self[indices[0]] == nil ? [] : indices }
    indices.sort()
    return indices.enumerated().compactMap { place, input in
      place > 0 && indices[place - 1] == input || self[input] == nil ? nil : input
    }
  }
}
