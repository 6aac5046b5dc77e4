/// The pages of every `verdict.code`.
enum VerdictEntries {
  typealias Fix = Explanation.Fix

  static let all: [HandbookEntry] =
    clean + network + negotiation + tls + credSSP + server + client + protocolFault
    + undetermined
}
