import CaptureReader
import RDPProtocol
import TCPStreams

/// The connection ends on the server's last licensing message, which records hide ([MS-RDPELE]
/// 1.3.3): it refuses the client's licence, or has none to give.
struct LicensingEnd: EvidenceRule {
  static let yields: [EvidenceCode] = [.rdpLicensingEnded]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard facts.phase == .licensing, facts.trace.licensing.error == nil,
      let start = facts.inference.licensing, let answer = facts.inference.licensingEnd,
      let goodbye = facts.goodbye, goodbye.frame > answer,
      goodbye.frame.time.since(answer.time) <= Thresholds.stall
    else { return [] }
    return [
      Evidence(
        .rdpLicensingEnded,
        "the \(goodbye.side) closed on the server's licensing message, and no desktop came",
        frames: [start, answer, goodbye.frame])
    ]
  }
}
