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
    /// Of others.
    let byIndex: [Int: String]

    init(names: [String], byIndex: [Int: String]) {
      self.names = names
      self.byIndex = byIndex
    }
  }

  static let none = InputNames(names: [])

  private let storage: Storage
  /// Those that are numbered from 0 on, as JSON has them.
  fileprivate let written: [[UInt8]]

  init(byIndex: [Int: String]) { self.init(Storage(names: [], byIndex: byIndex)) }

  init(names: [String]) { self.init(Storage(names: names, byIndex: [:])) }

  private init(_ storage: Storage) {
    self.storage = storage
    written = storage.names.map { name in
      var json = JSONBytes()
      json.string(name)
      return json.text.bytes
    }
  }

  subscript(index: Int) -> String? {
    storage.names.indices.contains(index) ? storage.names[index] : storage.byIndex[index]
  }

  /// The inputs that the session's packets and records are known to lie in, in the order given.
  func names(of session: SessionView) -> [String] {
    indices(of: session).compactMap { self[$0] }
  }

  /// The numbers of the same.
  func indices(of session: SessionView) -> [Int] {
    var seen = SeenInputs()
    seen.note(session)
    return seen.sorted.filter { self[$0] != nil }
  }
}

/// Inputs by their numbers: of most sessions one.
private struct SeenInputs {
  private var first: Int?
  private var others: [Int] = []

  @inline(__always)
  private mutating func note(_ input: Int) {
    guard let first else { return first = input }
    if input != first, others.last != input { others.append(input) }
  }

  /// By its lists: the whole of a session would be copied.
  mutating func note(_ session: SessionView) {
    note(session.session.facts.witnesses)
    if let wire = session.wire {
      for mark in wire.trace.phases { note(mark.start.input) }
      for mark in wire.inference.phases { note(mark.start.input) }
    }
    note(session.session.verdict.evidence)
  }

  private mutating func note(_ witnesses: [Witness]) {
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
  }

  private mutating func note(_ evidence: [WeighedEvidence]) {
    let reasons = evidence.span
    for place in reasons.indices {
      for item in reasons[place].evidence.references { note(item.input) }
    }
  }

  /// The only one; nil where there are several.
  var only: Int? { others.isEmpty ? first : nil }

  /// Each once.
  var sorted: [Int] {
    guard let first else { return [] }
    if others.isEmpty { return [first] }
    let all = (others + [first]).sorted()
    return all.indices.filter { $0 == 0 || all[$0 - 1] != all[$0] }.map { all[$0] }
  }
}

extension JSONBytes {
  /// The name of an input; `null` where there is no such input.
  @inline(__always)
  mutating func name(ofInput index: Int) {
    if names.written.indices.contains(index) {
      text.append(names.written[index])
    } else {
      names[index].write(to: &self)
    }
  }

  /// The names of the inputs that hold a session.
  mutating func inputs(of session: SessionView) {
    var seen = SeenInputs()
    seen.note(session)
    if let only = seen.only, names.written.indices.contains(only) {
      return list(count: 1) { _, json in json.name(ofInput: only) }
    }
    let known = seen.sorted.filter { names[$0] != nil }
    list(count: known.count) { place, json in json.name(ofInput: known[place]) }
  }
}
