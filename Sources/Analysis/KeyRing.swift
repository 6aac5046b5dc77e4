import CaptureReader
import RDPProtocol

/// The TLS secrets known so far: those the user gave, and those met in the capture while it is read.
final class KeyRing {
  var log: KeyLog
  /// Secrets came behind packets that they may belong to.
  private(set) var hasLateSecrets = false

  init(_ log: KeyLog) { self.log = log }

  func add(_ secrets: CaptureSecrets, afterPackets isLate: Bool) {
    let before = log.count
    log.add(secrets)
    if isLate, log.count > before { hasLateSecrets = true }
  }
}
