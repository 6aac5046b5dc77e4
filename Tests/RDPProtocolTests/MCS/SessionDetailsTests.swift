import CaptureReader
import Crypto
import TCPStreams
import Testing

@testable import RDPProtocol

/// Structures put together from the drawings of [MS-RDPBCGR] 2.2.
@Suite("Details of a session")
struct SessionDetailsTests {
  private static func utf16(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private static func little(_ value: Int, _ count: Int = 4) -> [UInt8] {
    (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) }
  }

  /// TS_INFO_PACKET with a password, and a cookie of logon `reconnects`.
  static func clientInfo(reconnects: Int? = nil) -> [UInt8] {
    let names = ["CONTOSO", "alice", "secret", "", ""].map(utf16)
    let fixed = little(0) + little(0x10 | 0x8) + names.flatMap { little($0.count, 2) }
    let address = utf16("192.168.1.20") + [0, 0]
    let directory = utf16("C:\\") + [0, 0]
    let extended =
      little(2, 2) + little(address.count, 2) + address + little(directory.count, 2) + directory
      + [UInt8](repeating: 0, count: 172) + little(0) + little(0)
    let cookie =
      reconnects.map {
        little(28, 2) + little(28) + little(1) + little($0) + [UInt8](repeating: 0xEE, count: 16)
      } ?? little(0, 2)
    return fixed + names.flatMap { $0 + [0, 0] } + extended + cookie
  }

  static let redirection: [UInt8] = {
    func field(_ bytes: [UInt8]) -> [UInt8] { little(bytes.count) + bytes }
    return little(0x0400, 2) + little(300, 2) + little(9) + little(0x1 | 0x2 | 0x4 | 0x10 | 0x100)
      + field(utf16("10.1.2.4") + [0, 0])
      + field(Array("Cookie: msts=3640205228.15629.0000\r\n".utf8))
      + field(utf16("alice") + [0, 0]) + field(utf16("secret") + [0, 0])
      + field(utf16("rdsh02.contoso.example") + [0, 0])
  }()

  /// Save Session Info with a cookie and a logon error.
  static let saveSessionInfo: [UInt8] =
    little(3) + little(0, 2) + little(3)
    + little(28) + little(28) + little(1) + little(0x1234) + [UInt8](repeating: 0xEE, count: 16)
    + little(8) + little(Int(0xFFFF_FFFA)) + little(2)

  private func parse(_ bytes: [UInt8]) throws -> (info: ClientInfo, reconnects: UInt32?) {
    var reader = ByteReader(bytes.rawSpan)
    return try ClientInfo.parse(&reader)
  }

  private func offer(_ bytes: [UInt8]) -> MultitransportOffer? {
    MultitransportOffer(
      bytes.rawSpan,
      frame: ItemReference(input: 0, frame: 1, time: Timestamp(nanoseconds: 0)))
  }

  private func saved(_ bytes: [UInt8]) -> SaveSessionInfo { SaveSessionInfo(bytes.rawSpan) }

  private func parseRedirection(_ bytes: [UInt8]) throws -> Redirection {
    var reader = ByteReader(bytes.rawSpan)
    return try Redirection(parsing: &reader)
  }

  @Test("Client Info tells the account and the client's address, and no password")
  func readsInfo() throws {
    let read = try parse(Self.clientInfo())
    #expect(read.info.domain == "CONTOSO")
    #expect(read.info.user == "alice")
    #expect(read.info.address == "192.168.1.20")
    #expect(read.info.isAutoLogon)
    #expect(!read.info.isRemoteApp)
    #expect(read.reconnects == nil)
    #expect(!"\(read.info)".contains("secret"))
  }

  @Test("an auto-reconnect cookie tells its logon, not its bits")
  func readsCookie() throws {
    #expect(try parse(Self.clientInfo(reconnects: 77)).reconnects == 77)
    #expect(saved(Self.saveSessionInfo).reconnectID == 0x1234)
    #expect(
      saved(Self.saveSessionInfo).notice
        == LogonNotice(type: 0xFFFF_FFFA, data: 2))
  }

  @Test("a redirection tells where to, and no password")
  func readsRedirection() throws {
    let read = try parseRedirection(Self.redirection)
    #expect(read.address == "10.1.2.4")
    #expect(read.loadBalanceInfo == "Cookie: msts=3640205228.15629.0000")
    #expect(read.user == "alice")
    #expect(read.target == "rdsh02.contoso.example")
    #expect(read.sessionID == 9)
    #expect(read.flagNames.contains("PASSWORD"))
    #expect(!read.isNoRedirect)
    #expect(!"\(read)".contains("secret"))
  }

  @Test("a request for a UDP transport is known by the hash of its cookie")
  func readsMultitransport() throws {
    let cookie: [UInt8] = Array(1...16)
    let body = Self.little(5) + Self.little(1, 2) + Self.little(0, 2) + cookie
    let offer = try #require(self.offer(body))
    #expect(offer.requestID == 5)
    #expect(offer.kind == .reliable)
    #expect(offer.cookieHash == Array(SHA256.hash(data: cookie)))
    for part in body.truncations {
      #expect(self.offer(part) == nil)
    }
  }

  @Test("truncations and changed bytes are read or left, never beyond the end")
  func hostile() {
    let info = Self.clientInfo(reconnects: 77)
    for changed in info.truncations + info.mutations {
      if let read = try? parse(changed) {
        #expect((read.info.user ?? "").utf16.count <= 256)
        #expect((read.info.address ?? "").utf16.count <= 64)
      }
    }
    for changed in Self.redirection.truncations + Self.redirection.mutations {
      if let read = try? parseRedirection(changed) {
        #expect((read.loadBalanceInfo ?? "").utf8.count <= 3 * 256)
      }
    }
    for part in Self.saveSessionInfo.truncations.prefix(20) {
      #expect(saved(part).reconnectID == nil)
    }
    for changed in Self.saveSessionInfo.mutations { _ = saved(changed) }
  }

  /// A TPKT packet around user data: X.224 data, MCS Send Data Indication, length.
  private func indication(_ data: [UInt8], from side: Side) -> [UInt8] {
    let choice: UInt8 = side == .server ? 0x68 : 0x64
    let length = [UInt8(0x80 | data.count >> 8), UInt8(data.count & 0xFF)]
    return tpkt([2, 0xF0, 0x80, choice, 0, 1, 3, 0xEB, 0x70] + length + data)
  }

  @Test("a session in the clear tells all of it")
  func follows() throws {
    var conversation = Conversation()
    conversation.say(.client, Vectors.request)
    conversation.say(.server, Vectors.confirmWithout)
    conversation.say(.client, Vectors.connectInitial)
    let share = { (type: UInt8) in hex("0001 1700 ea03 ea030100 00 01 0000") + [type, 0, 0, 0] }
    conversation.say(.client, indication([0x40, 0, 0, 0] + Self.clientInfo(), from: .client))
    conversation.say(.server, indication(share(0x26) + Self.saveSessionInfo, from: .server))
    conversation.say(.server, indication(share(0x32) + [0, 0, 0, 0], from: .server))
    conversation.say(
      .server,
      indication(
        [2, 0, 0, 0] + Self.little(5) + Self.little(2, 2) + Self.little(0, 2)
          + [UInt8](repeating: 9, count: 16), from: .server))
    conversation.say(
      .client,
      indication([4, 0, 0, 0] + Self.little(5) + [0x04, 0x40, 0x00, 0x80], from: .client))
    conversation.say(
      .server, indication(hex("0001 1a00 ea03 0000") + Self.redirection, from: .server))
    let details = try #require(conversation.followed()?.trace.mcs.details)
    #expect(details.clientInfo?.user == "alice")
    #expect(details.autoReconnectOffered?.value == 0x1234)
    #expect(details.autoReconnectRefused != nil)
    #expect(details.logonNotice?.value.type == 0xFFFF_FFFA)
    #expect(details.multitransport.first?.kind == .lossy)
    #expect(details.multitransport.first?.result?.value == 0x8000_4004)
    #expect(details.redirection?.value.target == "rdsh02.contoso.example")
  }
}
