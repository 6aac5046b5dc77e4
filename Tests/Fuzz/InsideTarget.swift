import Crypto
import Foundation
import PacketDecode
import TCPStreams

@testable import RDPProtocol

/// What a peer says inside TLS: each chunk of the input is sealed under keys that the analysis has.
enum InsideTarget {
  /// Protocol choice, then for each record: side and inner type, length, plaintext.
  static func run(_ bytes: [UInt8]) { _ = trace(of: bytes) }

  static func trace(of bytes: [UInt8]) -> ProtocolTrace {
    var input = FuzzInput(bytes)
    var log = KeyLog()
    log.add(keyLog)
    var session = FuzzSession(keys: log)
    let choice = input.byte()
    session.receive(FuzzChunk(side: .client, bytes: request))
    session.receive(FuzzChunk(side: .server, bytes: confirm(protocols: choice)))
    session.receive(FuzzChunk(side: .client, bytes: record(22, clientHello)))
    session.receive(FuzzChunk(side: .server, bytes: record(22, serverHello)))
    var sealers = PerSide(client: RecordSealer(side: .client), server: RecordSealer(side: .server))
    while !input.isEmpty {
      let kind = input.byte()
      let side: Side = kind & 1 == 0 ? .client : .server
      let type: UInt8 = kind & 0xE0 == 0xE0 ? 22 : kind & 0xE0 == 0xC0 ? 21 : 23
      let plaintext = input.counted()
      session.receive(
        FuzzChunk(
          side: side, bytes: record(23, sealers[side].seal(plaintext.prefix(16_384) + [type]))))
    }
    return session.finish()
  }

  static let clientRandom = [UInt8](repeating: 0x11, count: 32)
  static let secret = [UInt8](repeating: 0x5A, count: 32)

  private static var keyLog: [UInt8] {
    let random = String(repeating: "11", count: 32)
    let secret = String(repeating: "5a", count: 32)
    let lines = ["CLIENT_TRAFFIC_SECRET_0", "SERVER_TRAFFIC_SECRET_0"]
      .map { "\($0) \(random) \(secret)\n" }
    return Array(lines.joined().utf8)
  }

  private static let request: [UInt8] = [
    3, 0, 0, 19, 14, 0xE0, 0, 0, 0, 0, 0, 1, 0, 8, 0, 11, 0, 0, 0,
  ]

  private static func confirm(protocols: UInt8) -> [UInt8] {
    let chosen: UInt8 = [2, 8, 1, 2][Int(protocols & 3)]
    return [3, 0, 0, 19, 14, 0xD0, 0, 0, 0x12, 0x34, 0, 2, 0, 8, 0, chosen, 0, 0, 0]
  }

  private static func record(_ type: UInt8, _ body: [UInt8]) -> [UInt8] {
    [type, 3, 3, UInt8(body.count >> 8), UInt8(body.count & 0xFF)] + body
  }

  private static func message(_ type: UInt8, _ body: [UInt8]) -> [UInt8] {
    [type, 0, UInt8(body.count >> 8), UInt8(body.count & 0xFF)] + body
  }

  private static let clientHello = message(
    1, [3, 3] + clientRandom + [0, 0, 2, 0x13, 0x01, 1, 0, 0, 7, 0, 43, 0, 3, 2, 3, 4])
  private static let serverHello = message(
    2, [3, 3] + [UInt8](repeating: 0x22, count: 32) + [0, 0x13, 0x01, 0, 0, 6, 0, 43, 0, 2, 3, 4])
}

/// Seals records under TLS_AES_128_GCM_SHA256 as their sender does (RFC 8446 §5.2).
struct RecordSealer {
  private let key: SymmetricKey
  private let nonce: [UInt8]
  private var sequence: UInt64 = 0

  init(side: Side) {
    let schedule = KeySchedule(hash: .sha256)
    key = SymmetricKey(data: schedule.expand(InsideTarget.secret, label: "key", length: 16))
    nonce = schedule.expand(InsideTarget.secret, label: "iv", length: 12)
  }

  mutating func seal(_ plaintext: [UInt8]) -> [UInt8] {
    var mixed = nonce
    for index in 0..<8 {
      mixed[4 + index] ^= UInt8(truncatingIfNeeded: sequence >> UInt64(56 - 8 * index))
    }
    sequence += 1
    let length = plaintext.count + 16
    let header: [UInt8] = [23, 3, 3, UInt8(length >> 8), UInt8(length & 0xFF)]
    guard let nonce = try? AES.GCM.Nonce(data: mixed),
      let box = try? AES.GCM.seal(plaintext, using: key, nonce: nonce, authenticating: header)
    else { fatalError("a record could not be sealed") }
    return Array(box.ciphertext) + Array(box.tag)
  }
}
