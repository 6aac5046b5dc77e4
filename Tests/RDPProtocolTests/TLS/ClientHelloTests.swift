import CaptureReader
import Testing

@testable import RDPProtocol

@Suite("TLS ClientHello")
struct ClientHelloTests {
  static let modern = handshakeBody(HandshakeType.clientHello, in: Vectors.clientHello13)

  @Test("reads what FreeRDP offers")
  func readsRecorded() throws {
    let hello = try parseClientHello(Self.modern)
    #expect(hello.maximumVersion == 0x0304)
    #expect(hello.minimumVersion == 0x0301)
    #expect(hello.legacyVersion == 0x0303)
    #expect(hello.cipherSuites.prefix(4) == [0x1302, 0x1303, 0x1301, 0xC02C])
    #expect(hello.cipherSuites.count == 31)
    #expect(
      hello.groups
        == [
          0x001D, 0x0017, 0x001E, 0x0019, 0x0018, 0x0100, 0x0101, 0x0102,
          0x0103, 0x0104,
        ].prefix(hello.groups.count).map { $0 })
    #expect(hello.pointFormats == [0, 1, 2])
    #expect(hello.supportedVersions == [0x0304, 0x0303, 0x0302, 0x0301])
    #expect(hello.extensions == [0, 11, 10, 35, 22, 23, 13, 43, 45, 51])
    #expect(hello.serverName == "192.168.149.102")
  }

  @Test("a hello without supported_versions offers at most its legacy version")
  func readsLegacy() throws {
    let hello = try parseClientHello(
      handshakeBody(HandshakeType.clientHello, in: Vectors.clientHello12))
    #expect(hello.maximumVersion == 0x0303)
    #expect(hello.minimumVersion == nil)
    #expect(hello.supportedVersions.isEmpty)
    let old = try parseClientHello(
      handshakeBody(HandshakeType.clientHello, in: Vectors.clientHelloOld))
    #expect(old.cipherSuites == [0x002F, 0x00FF])
  }

  @Test("a hello without extensions is whole")
  func readsWithoutExtensions() throws {
    let body = hex("0301") + [UInt8](repeating: 7, count: 32) + hex("00 0002 0005 01 00")
    let hello = try parseClientHello(body)
    #expect(hello.maximumVersion == 0x0301)
    #expect(hello.cipherSuites == [5])
    #expect(hello.extensions.isEmpty)
  }

  @Test("truncations throw, or are known as such", arguments: modern.truncations)
  func truncated(bytes: [UInt8]) {
    guard let hello = try? parseClientHello(bytes) else { return }
    #expect(!hello.isWhole || hello.extensions.isEmpty)
    #expect(hello.legacyVersion == 0x0303)
    #expect(hello.ja3 == nil || hello.extensions.isEmpty)
  }

  @Test("what the client could go on with is told")
  func resumption() throws {
    let hello = try parseClientHello(Self.modern)
    #expect(hello.sessionIDLength == 32)
    #expect(hello.ticketLength == 0)
    #expect(hello.keyShareGroups == [0x001D])
    #expect(!hello.offersResumption)
    var resuming = hello
    resuming.ticketLength = 180
    #expect(resuming.offersResumption)
    resuming = hello
    resuming.preSharedKeys = 1
    #expect(resuming.offersResumption)
  }

  /// A hello with these extensions, each a type and its body.
  private func body(_ extensions: [(UInt16, [UInt8])]) -> [UInt8] {
    let list = extensions.flatMap { type, body in
      [
        UInt8(type >> 8), UInt8(type & 0xFF), UInt8(body.count >> 8), UInt8(body.count & 0xFF),
      ] + body
    }
    return hex("0303") + [UInt8](repeating: 7, count: 32) + hex("00 0002 c02f 01 00")
      + [UInt8(list.count >> 8), UInt8(list.count & 0xFF)] + list
  }

  @Test("protocols, keys and early data are read")
  func readsExtensions() throws {
    let protocols = hex("000c 02 6832 08 687474702f312e31")
    let key = hex("0009 0003 616263 00000001 0021 20")
    let shares = hex("0006 001d 0002 0909")
    let hello = try parseClientHello(
      body([(16, protocols), (42, []), (51, shares), (41, key)]))
    #expect(
      hello.applicationProtocols.map { String(decoding: $0, as: UTF8.self) } == ["h2", "http/1.1"])
    #expect(hello.preSharedKeys == 1)
    #expect(hello.offersEarlyData)
    #expect(hello.keyShareGroups == [0x001D])
    #expect(hello.isWhole)
  }

  @Test("an extension that cannot be read hides no other", arguments: [10, 11, 13, 16, 41, 43, 51])
  func malformedExtension(type: Int) throws {
    let damaged = [UInt8](repeating: 0xFF, count: 5)
    let hello = try parseClientHello(
      body([(UInt16(type), damaged), (0, hex("0005 00 0002 6162"))]))
    #expect(hello.serverName == "ab")
    #expect(!hello.isWhole)
    #expect(hello.ja3 == nil)
  }

  @Test("SSL 2.0's form of a hello is read, TLS's suites of it")
  func readsSSL2Form() throws {
    let bytes =
      hex("01 0301 0009 0000 0010 00002f 010080 000005")
      + [UInt8](repeating: 9, count: 16)
    let hello = try parseSSL2ClientHello(bytes)
    #expect(hello.maximumVersion == 0x0301)
    #expect(hello.cipherSuites == [0x002F, 0x0005])
    #expect(hello.isSSL2Form)
    #expect(hello.ja3 == nil)
    for cut in bytes.prefix(17).indices {
      #expect(throws: WireError.self) { try parseSSL2ClientHello(Array(bytes.prefix(cut))) }
    }
  }

  @Test("one changed byte never makes lists longer than the message")
  func mutated() {
    for bytes in Self.modern.mutations {
      guard let hello = try? parseClientHello(bytes) else { continue }
      #expect(hello.cipherSuites.count + hello.extensions.count <= bytes.count)
      #expect(hello.length == bytes.count)
    }
  }

  @Test("lengths at their limits throw", arguments: [34, 67])
  func lengthLimits(offset: Int) {
    #expect(throws: WireError.self) {
      try parseClientHello(Self.modern.replacing(at: offset, with: [0xFF, 0xFF]))
    }
  }

  @Test("thousands of extensions are cut at the limit")
  func manyExtensions() throws {
    var body = hex("0303") + [UInt8](repeating: 7, count: 32) + hex("00 0002 c02f 01 00 4e20")
    for number in 0..<5000 { body += [0x7F, UInt8(number & 0xFF), 0, 0] as [UInt8] }
    let hello = try parseClientHello(body)
    #expect(hello.extensions.count == ByteReader.helloExtensionLimit)
    #expect(!hello.isWhole)
  }

  @Test("a list over the limit is cut, and gives no fingerprint", arguments: [255, 256, 5000])
  func manySuites(count: Int) throws {
    let suites = (0..<count).flatMap { [UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)] }
    let body =
      hex("0303") + [UInt8](repeating: 7, count: 32) + [0]
      + [UInt8(suites.count >> 8), UInt8(suites.count & 0xFF)] + suites + hex("0100")
    let hello = try parseClientHello(body)
    #expect(hello.cipherSuites.count == min(count, ClientHello.listLimit))
    #expect((hello.ja3 != nil) == (count < ClientHello.listLimit))
    #expect((hello.ja4 != nil) == (count < ClientHello.listLimit))
  }

  @Test("reserved values are known", arguments: [0x0A0A, 0x1A1A, 0xFAFA] as [UInt16])
  func grease(value: UInt16) {
    #expect(ClientHello.isGrease(value))
    #expect(!ClientHello.isGrease(value &+ 1))
    #expect(!ClientHello.isGrease(0x0A1A))
  }
}
