import ArgumentParser
import Evidence

/// Causes with commas between them.
struct CauseList: ExpressibleByArgument {
  static var vocabulary: String { Cause.allCases.map(\.rawValue).joined(separator: ", ") }

  var causes: Set<Cause> = []

  init() {}

  init?(argument: String) {
    if argument == "none" { return }
    for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let cause = Cause(rawValue: word.lowercased()) else { return nil }
      causes.insert(cause)
    }
  }

  var defaultValueDescription: String { "none" }
}
