import CaptureReader
import Testing

@testable import RDPProtocol

@Suite("TLS ServerHello")
struct ServerHelloTests {
  static let modern = handshakeBody(HandshakeType.serverHello, in: Vectors.serverHello13)
  static let older = handshakeBody(HandshakeType.serverHello, in: Vectors.serverFlight12)
  static let retryRandom = hex(
    "cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c")

  @Test("reads TLS 1.3 from the extension")
  func reads13() throws {
    let (hello, isRetry) = try parseServerHello(Self.modern, clientSessionID: true)
    #expect(hello.version == 0x0304)
    #expect(hello.cipherSuite == 0x1302)
    #expect(hello.echoesSessionID)
    #expect(!hello.downgradeSentinel)
    #expect(!isRetry)
  }

  @Test("reads TLS 1.2 with the sentinel of a server that knows 1.3")
  func reads12() throws {
    let (hello, isRetry) = try parseServerHello(Self.older)
    #expect(hello.version == 0x0303)
    #expect(hello.cipherSuite == 0xC030)
    #expect(hello.extensions == [0xFF01, 11, 35, 23])
    #expect(hello.downgradeSentinel)
    #expect(!hello.encryptThenMAC)
    #expect(!isRetry)
  }

  @Test("tells a HelloRetryRequest by its random")
  func readsRetry() throws {
    #expect(try parseServerHello(Self.modern.replacing(at: 2, with: Self.retryRandom)).isRetry)
  }

  @Test("truncations throw, or lack extensions", arguments: modern.truncations)
  func truncated(bytes: [UInt8]) {
    guard let hello = try? parseServerHello(bytes).hello else { return }
    #expect(hello.extensions.count < 2)
  }

  @Test("one changed byte never makes lists longer than the message")
  func mutated() {
    for bytes in Self.modern.mutations {
      guard let hello = try? parseServerHello(bytes).hello else { continue }
      #expect(hello.extensions.count <= bytes.count / 4)
    }
  }
}
