import CaptureReader
import Evidence
import Reporting

/// Facts that are decoded before they are asked for, and the sessions of which they are expected to be.
struct FactsAhead {
  typealias Decoded = Result<SessionFacts, any Error>

  private var expected: ArraySlice<Int> = []
  private var decoded: ArraySlice<(session: Int, facts: Decoded)> = []

  mutating func expect(_ sessions: [Int]) {
    expected = sessions[...]
    decoded = []
  }

  /// The next session to be decoded.
  var next: Int? { expected.first }

  mutating func pass() { expected = expected.dropFirst() }

  mutating func put(_ facts: [(session: Int, facts: Decoded)]) { decoded = facts[...] }

  /// What was decoded of a session; those before it are not asked for any more.
  mutating func take(_ session: Int) -> Decoded? {
    guard let place = decoded.firstIndex(where: { $0.session == session }) else { return nil }
    defer { decoded = decoded[(place + 1)...] }
    return decoded[place].facts
  }
}
