/// The official names of the numbers in one family of the handbook.
///
/// Each family has its own table, built when it is asked for first: the index of all pages takes
/// longer than reading a small capture.
struct NumberNames: Sendable {
  static let ntStatus = NumberNames(NTStatusEntries.all)
  static let tlsAlert = NumberNames(TLSAlertEntries.all)
  static let negotiationFailure = NumberNames(NegotiationFailureEntries.all)
  static let errorInfo = NumberNames(ErrorInfoEntries.all)

  private let names: [UInt32: String]

  init(_ entries: [HandbookEntry]) {
    var names: [UInt32: String] = [:]
    // Of pages with the same number the one whose code comes first in order speaks.
    for entry in entries.sorted(by: { $0.explanation.code < $1.explanation.code }) {
      guard let number = entry.number, let name = entry.names.first else { continue }
      if names[number] == nil { names[number] = name }
    }
    self.names = names
  }

  subscript(number: UInt32) -> String? { names[number] }
}
