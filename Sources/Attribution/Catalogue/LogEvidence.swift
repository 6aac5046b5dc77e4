import Evidence
import LogReader

extension Catalogue {
  /// What logs say: weights and words stand with the reader of logs, which knows what their lines mean.
  static let logEvidence: [EvidenceEntry] = LogWeights.table.sorted { $0.key < $1.key }.map {
    code, weights in
    let words = code.dropFirst("log.".count).split(separator: "_").joined(separator: " ")
    return EvidenceEntry(
      EvidenceCode(code), weights: weights.map { (VerdictCode($0.code), $0.weight) },
      "a log says: \(words)",
      """
      \(LogWeights.meanings[code] ?? "A record of a log says so.") The record's number stands beside the \
      evidence. Where a capture shows the session too, a log that names no reason is context only.
      """,
      confirm: ["The named records, and the lines before and after them."],
      seeAlso: weights.prefix(2).map(\.code))
  }
}
