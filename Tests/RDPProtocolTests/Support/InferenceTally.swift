import Evidence
import TCPStreams
import Testing

@testable import RDPProtocol

/// Each kind of conclusion from the outside of records, counted against what the records say.
struct InferenceTally {
  struct Counts {
    var concluded = 0
    var wrong = 0
    var missed = 0
  }

  private(set) var rows: [(name: String, counts: Counts)] = []

  mutating func add(concluded: WireFacts, read: WireFacts) {
    let stages: [CredSSPStage] = [
      .negotiate, .challenge, .authenticate, .publicKeyReply, .credentials, .passed,
    ]
    for stage in stages {
      count("\(stage)", concluded.credssp.stage >= stage, read.credssp.stage >= stage)
    }
    let refusals: [CredSSPRefusalKind] = [
      .errorCode, .alert, .closed, .reset, .earlyAuthorization,
    ]
    for refusal in refusals {
      count(
        "refusal: \(refusal)", concluded.credssp.refusal == refusal, read.credssp.refusal == refusal
      )
    }
    count(
      "client left", concluded.credssp.clientLeft != nil, read.credssp.clientLeft != nil)
    count("MCS", concluded.connectInitial != nil, read.connectInitial != nil)
    count("active", concluded.isActive, read.isActive)
    for side in Side.allCases {
      count(
        "goodbye of the \(side)", concluded.ultimatums.contains { $0.side == side },
        read.ultimatums.contains { $0.side == side })
    }
  }

  private mutating func count(_ name: String, _ isConcluded: Bool, _ isTrue: Bool) {
    if !rows.contains(where: { $0.name == name }) { rows.append((name, Counts())) }
    guard let index = rows.firstIndex(where: { $0.name == name }) else { return }
    if isConcluded { rows[index].counts.concluded += 1 }
    if isConcluded, !isTrue { rows[index].counts.wrong += 1 }
    if !isConcluded, isTrue { rows[index].counts.missed += 1 }
  }

  func printTable(_ title: String) {
    print("\(title): conclusion, concluded, wrong, missed")
    for (name, counts) in rows {
      print("  \(name), \(counts.concluded), \(counts.wrong), \(counts.missed)")
    }
  }

  /// No kind of conclusion is wrong, or missed, more often than measured when Docs/tls.md was written.
  func expectWithin(percent: Int) {
    let all = rows.map(\.counts.concluded).max() ?? 0
    for (name, counts) in rows {
      #expect(counts.wrong * 100 <= max(100, counts.concluded * percent), "\(name)")
      #expect(counts.missed * 100 <= max(100, all * percent), "\(name)")
    }
  }
}
