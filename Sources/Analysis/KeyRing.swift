import RDPProtocol

/// The TLS secrets known so far: those the user gave, and those met in the capture while it is read.
final class KeyRing {
  var log: KeyLog

  init(_ log: KeyLog) { self.log = log }
}
