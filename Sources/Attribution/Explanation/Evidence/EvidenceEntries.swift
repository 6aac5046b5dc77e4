/// The pages of every `evidence[].code`. A new rule adds its page to the array of its subject.
enum EvidenceEntries {
  typealias Fix = Explanation.Fix

  static let all: [HandbookEntry] = tcpPath + tcpEnd + handshake + credSSP + session + capture
}
