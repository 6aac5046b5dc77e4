import CaptureReader
import Testing

@testable import RDPProtocol

@Suite("Client and server data of the conference")
struct ConferenceDataTests {
  private func client(_ bytes: [UInt8]) -> ClientData? {
    ClientData(conferenceRequest: bytes.rawSpan)
  }

  private func server(_ bytes: [UInt8]) -> ServerData? {
    ServerData(conferenceResponse: bytes.rawSpan)
  }

  @Test("a client tells its desktop, channels and encryption methods")
  func readsClient() throws {
    let data = try #require(client(Vectors.connectInitial))
    #expect(data.name == "LAPTOP-604")
    #expect(data.build == 2600)
    #expect(data.version == 0x0008_0004)
    #expect((data.desktopWidth, data.desktopHeight) == (200, 200))
    #expect(data.keyboardLayout == 0x409)
    #expect(data.channels == ["cliprdr", "rdpsnd", "snddbg", "rdpdr", "drdynvc"])
    #expect(data.encryptionMethods == 3)
    #expect(data.redirectedSessionID == nil)
  }

  @Test("a server tells its version and encryption")
  func readsServer() throws {
    let data = try #require(server(Vectors.connectResponse))
    #expect(data.version == 0x0008_0004)
    #expect(data.clientRequestedProtocols == 3)
    #expect(data.encryptionMethod == 2)
    #expect(data.encryptionLevel == 3)
  }

  @Test("optional blocks are read where they stand")
  func readsOptional() throws {
    let place = try #require(Vectors.connectInitial.firstRange(of: hex("04c00c00"))).lowerBound
    let session = Vectors.connectInitial.replacing(at: place + 4, with: hex("0f00000005000000"))
    #expect(client(session)?.redirectedSessionID == 5)
    let transport = Vectors.connectInitial + hex("0ac00800 05030000")
    #expect(client(transport)?.multitransport == 0x305)
  }

  @Test(
    "truncations and changed bytes stay within the limits",
    arguments: [Vectors.connectInitial, Vectors.connectResponse])
  func hostile(bytes: [UInt8]) {
    for changed in bytes.truncations + bytes.mutations {
      if let client = client(changed) {
        #expect(client.name.utf16.count <= 16)
        #expect(client.channels.count <= ClientData.channelLimit)
      }
      _ = server(changed)
    }
  }

  @Test("a refused confirm tells its result, an accepted one is what it is")
  func confirms() throws {
    guard case .refused(.attachUserConfirm, let result) = try parseMCS(hex("02f0802fc00008"))
    else {
      Issue.record("not refused")
      return
    }
    #expect(result == 14)
    guard case .domain(.channelJoinConfirm) = try parseMCS(hex("02f0803e00000803f103f1")) else {
      Issue.record("refused")
      return
    }
  }
}
