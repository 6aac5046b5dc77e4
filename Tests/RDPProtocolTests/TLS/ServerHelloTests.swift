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
    let (hello, isRetry) = try parseServerHello(
      Self.modern, clientSessionID: Array(Self.modern[35..<67]))
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
    #expect(hello.extensions.count <= 2)
    // The suite tells the version where the extension that names it is cut off.
    #expect(hello.version == 0x0304)
  }

  @Test("another session than the client's is a new one")
  func otherSession() throws {
    let own = Array(Self.modern[35..<67])
    #expect(try parseServerHello(Self.modern, clientSessionID: own).hello.echoesSessionID)
    let other = [UInt8](repeating: 1, count: 32)
    #expect(try !parseServerHello(Self.modern, clientSessionID: other).hello.echoesSessionID)
  }

  @Test("the group of the key exchange is read")
  func readsGroup() throws {
    #expect(try parseServerHello(Self.modern).hello.group == 0x001D)
    let exchange = handshakeBody(HandshakeType.serverKeyExchange, in: Vectors.serverFlight12)
    #expect(try parseKeyExchange(exchange, cipherSuite: 0xC030) == .group(0x001D))
    let prime = [1, 1] + [0x00, 0x7F] + [UInt8](repeating: 1, count: 255)
    #expect(try parseKeyExchange(prime, cipherSuite: 0x009F) == .prime(bits: 2047))
    #expect(try parseKeyExchange(prime, cipherSuite: 0x009D) == nil)
    for cut in 0..<3 {
      #expect(throws: WireError.self) {
        try parseKeyExchange(Array(exchange.prefix(cut)), cipherSuite: 0xC030)
      }
    }
  }

  @Test("one changed byte never makes lists longer than the message")
  func mutated() {
    for bytes in Self.modern.mutations {
      guard let hello = try? parseServerHello(bytes).hello else { continue }
      #expect(hello.extensions.count <= bytes.count / 4)
    }
  }
}
