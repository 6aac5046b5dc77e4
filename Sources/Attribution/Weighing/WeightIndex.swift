import Evidence

/// The catalogue's weights by number: verdicts are put in order once and not for each session.
struct WeightIndex: Sendable {
  typealias Weights = [(code: Int, weight: Double)]

  static let shared = WeightIndex()

  /// All verdicts that evidence or a prior speaks for, ordered by their names.
  let codes: [VerdictCode]
  /// Place of each code's cause in `Cause.allCases`, by the code's number.
  let causes: [Int]
  /// Codes that need no evidence, in order of their numbers, with what speaks for them without any.
  let expected: [(code: Int, prior: Double)]
  /// The same by the codes' numbers; not a number for all others.
  let priors: [Double]
  private let rows: [EvidenceCode: Weights]

  private init() {
    var priorByCode: [VerdictCode: Double] = [:]
    for entry in Catalogue.verdicts { priorByCode[entry.code] = entry.prior }
    let weighed = Catalogue.evidence.flatMap { $0.weights.map(\.code) }
    let ordered = Set(weighed).union(priorByCode.keys).sorted { $0.rawValue < $1.rawValue }
    var numbers: [VerdictCode: Int] = [:]
    for (number, code) in ordered.enumerated() { numbers[code] = number }
    var rows: [EvidenceCode: Weights] = [:]
    for entry in Catalogue.evidence {
      rows[entry.code] = entry.weights.compactMap { weight in
        numbers[weight.code].map { ($0, weight.weight) }
      }
    }
    codes = ordered
    causes = ordered.map { Cause.allCases.firstIndex(of: $0.cause) ?? 0 }
    expected = ordered.enumerated().compactMap { number, code in
      priorByCode[code].map { (number, $0) }
    }
    priors = ordered.map { priorByCode[$0] ?? .nan }
    self.rows = rows
  }

  func weights(of evidence: EvidenceCode) -> Weights { rows[evidence] ?? [] }
}
