import Analysis
import Attribution
import CaptureReader
import Evidence
import TCPStreams

/// One session's facts as a line of `--format facts`: all that its verdict rests on, before any of it
/// is weighed.
struct FactsRecord: Decodable {
  static let currentSchema = "rdpwhy/facts/3"

  var schema = Self.currentSchema
  var uid: String
  /// Sessions of one story share it.
  var group: Int
  /// The inputs that its references name by index.
  var inputs: [Input]
  var facts: SessionFacts

  struct Input: Decodable {
    var index: Int
    var name: String
  }

  init(_ session: SessionReport, naming names: InputNames) {
    uid = session.uid
    group = session.attempt.group
    facts = session.facts
    var indices = Set(session.facts.witnesses.flatMap(\.allInputs))
    for weighed in session.verdict.evidence {
      indices.formUnion(weighed.evidence.references.map(\.input))
    }
    inputs = indices.sorted().compactMap { index in
      names[index].map { Input(index: index, name: $0) }
    }
  }

  /// A session that was seen and is not judged yet.
  init(_ facts: SessionFacts, names: [String], firstInput: Int) {
    uid = SessionIdentifier.uid(of: facts)
    group = 0
    self.facts = facts
    inputs = Set(facts.witnesses.flatMap(\.allInputs)).sorted().compactMap { index in
      let place = index - firstInput
      return names.indices.contains(place) ? Input(index: index, name: names[place]) : nil
    }
  }
}
