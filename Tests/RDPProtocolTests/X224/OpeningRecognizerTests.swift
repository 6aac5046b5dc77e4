import CaptureReader
import RDPProtocol
import TCPStreams
import Testing

@Suite("Opening recognizer")
struct OpeningRecognizerTests {
  private func opening(_ bytes: [UInt8]) -> Opening? {
    OpeningRecognizer.opening(of: bytes.rawSpan)
  }

  @Test(
    "knows a client's request",
    arguments: [Vectors.request, Vectors.requestCookieOnly, Vectors.requestBare])
  func knowsRequest(bytes: [UInt8]) {
    #expect(opening(bytes) == .fromClient)
  }

  @Test("knows a server's confirm with negotiation data")
  func knowsConfirm() {
    #expect(opening(Vectors.confirmHybrid) == .fromServer)
    #expect(opening(Vectors.confirmHybrid.replacing(at: 11, with: [3])) == .fromServer)
  }

  @Test("a confirm without negotiation data could be any ISO transport's")
  func ignoresBareConfirm() {
    #expect(opening(Vectors.confirmWithout) == nil)
  }

  static let others: [[UInt8]] = [
    Vectors.clientHello13,
    Array("GET / HTTP/1.1\r\nHost: example.org\r\n\r\n".utf8),
    Array("SSH-2.0-OpenSSH_9.2\r\n".utf8),
    // ISO-TSAP on port 102 (S7): source reference, then parameters C0, C1, C2.
    hex("0300001611e00000000100c1020100c2020102c0010a"),
    // H.323 (Q.931 in TPKT).
    hex("0300002808020001050403889090"),
    Vectors.connectInitial,
    [],
    [3],
  ]

  @Test("takes no other protocol for RDP", arguments: others)
  func ignores(bytes: [UInt8]) {
    #expect(opening(bytes) == nil)
  }

  @Test("needs the lengths to agree")
  func needsLengths() {
    #expect(opening(Vectors.request.replacing(at: 4, with: [0x26])) == nil)
    #expect(opening(Vectors.request.replacing(at: 2, with: [0xFF, 0xFF])) == nil)
    #expect(opening(Vectors.request.replacing(at: 2, with: [0, 0])) == nil)
  }

  @Test("knows none by less than its fixed part", arguments: Vectors.request.truncations.prefix(12))
  func truncated(bytes: [UInt8]) {
    #expect(opening(bytes) == nil)
  }
}
