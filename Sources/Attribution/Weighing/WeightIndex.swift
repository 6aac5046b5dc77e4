import Evidence

/// The table of weights by number: codes are split into cause and detail, and put in order, once and
/// not for each session.
struct WeightIndex: Sendable {
  typealias Weights = [(code: Int, weight: Double)]

  static let shared = WeightIndex()

  /// All codes of the table, ordered by their names.
  let codes: [VerdictCode]
  /// What no evidence at all speaks for, by the code's number; nil for codes that need evidence.
  let priors: [Double?]
  private let rows: [String: Weights]

  private init() {
    let table = WeightTable.table
    let names = Set(table.values.flatMap { $0.map(\.code) }).union(WeightTable.priors.keys).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    codes = names.map { VerdictCode($0) }
    priors = names.map { WeightTable.priors[$0] }
    rows = table.mapValues { weights in
      weights.compactMap { weight in numbers[weight.code].map { ($0, weight.weight) } }
    }
  }

  func weights(of evidence: String) -> Weights { rows[evidence] ?? [] }
}
