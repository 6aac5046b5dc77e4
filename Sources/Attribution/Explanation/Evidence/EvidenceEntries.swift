/// The pages of every `evidence[].code`. A new rule adds its page to the array of its subject.
enum EvidenceEntries {
  typealias Fix = Explanation.Fix

  static let all: [HandbookEntry] =
    connecting + path + negotiation + tls + credSSP + server + client + session + udp
    + carrier + capture + surroundings
}
