@testable import Attribution
import Testing

@Suite("Names of numbers") struct NumberNamesTests {
  @Test("are the first names of the handbook's pages")
  func pages() {
    let tables: [(Explanation.Family, NumberNames)] = [
      (.ntStatus, .ntStatus), (.tlsAlert, .tlsAlert),
      (.negotiationFailure, .negotiationFailure), (.errorInfo, .errorInfo),
    ]
    for (family, names) in tables {
      var seen: Set<UInt32> = []
      for entry in HandbookIndex.shared.entries where entry.explanation.family == family {
        guard let number = entry.number, seen.insert(number).inserted else { continue }
        #expect(names[number] == entry.names.first)
      }
      #expect(!seen.isEmpty)
    }
  }
}
