import Crypto
import CryptoExtras
import Foundation

/// Opens the records of one direction under one key.
struct RecordOpener: Sendable {
  /// Sequence numbers tried after one that does not fit: records that the capture lost.
  static let resynchronizationWindow = 64
  /// Failed openings before a direction is given up.
  static let failureLimit = 32
  /// Bytes of an AES block.
  static let blockLength = 16

  private let cipher: RecordCipher
  private let isTLS13: Bool
  private let encryptThenMAC: Bool
  private let key: SymmetricKey
  private let nonce: [UInt8]
  /// TLS 1.0: the initialization vector of the next record, its predecessor's last block (RFC 2246
  /// §6.2.3.2); empty where that was not captured.
  private var chain: [UInt8] = []
  private let chainsBlocks: Bool
  private(set) var sequence: UInt64 = 0
  private var failures = 0

  /// A direction's key of TLS 1.3 (RFC 8446 §7.3).
  init(cipher: RecordCipher, trafficSecret: [UInt8]) {
    let schedule = KeySchedule(hash: cipher.hash)
    self.cipher = cipher
    isTLS13 = true
    encryptThenMAC = false
    chainsBlocks = false
    key = SymmetricKey(
      data: schedule.expand(trafficSecret, label: "key", length: cipher.keyLength))
    nonce = schedule.expand(trafficSecret, label: "iv", length: 12)
  }

  /// A direction's key up to TLS 1.2.
  ///
  /// - Parameter chainsBlocks: `nonce` is the first initialization vector, and each record's last
  ///   block the next one (TLS 1.0).
  init(
    cipher: RecordCipher, key: [UInt8], nonce: [UInt8], encryptThenMAC: Bool,
    chainsBlocks: Bool = false
  ) {
    self.cipher = cipher
    isTLS13 = false
    self.encryptThenMAC = encryptThenMAC
    self.key = SymmetricKey(data: key)
    self.nonce = nonce
    self.chainsBlocks = chainsBlocks
    chain = chainsBlocks ? nonce : []
  }

  /// Counts a record whose content is not there.
  mutating func skip() {
    sequence &+= 1
    chain = []
  }

  /// The plaintext of a record, nil where it does not open; TLS 1.3's inner type is its last byte.
  mutating func open(type: UInt8, version: UInt16, _ content: [UInt8]) -> [UInt8]? {
    guard failures < Self.failureLimit else { return nil }
    defer {
      if chainsBlocks {
        chain = Array(
          content.dropLast(encryptThenMAC ? cipher.macLength : 0).suffix(Self.blockLength))
      }
    }
    for ahead in 0...UInt64(Self.resynchronizationWindow) {
      let candidate = sequence &+ ahead
      if let plaintext = open(type: type, version: version, content, sequence: candidate) {
        sequence = candidate &+ 1
        failures = 0
        return plaintext
      }
      // Block ciphers are not checked against the sequence number.
      if case .aesCBC = cipher.protection { break }
    }
    failures += 1
    return nil
  }

  private func open(
    type: UInt8, version: UInt16, _ content: [UInt8], sequence: UInt64
  ) -> [UInt8]? {
    switch cipher.protection {
    case .aesGCM:
      let explicit = isTLS13 ? 0 : 8
      guard content.count >= explicit + 16 else { return nil }
      let nonce =
        isTLS13 ? mixedNonce(sequence) : self.nonce + content.prefix(explicit)
      let body = content.dropFirst(explicit).dropLast(16)
      guard let nonce = try? AES.GCM.Nonce(data: nonce),
        let box = try? AES.GCM.SealedBox(nonce: nonce, ciphertext: body, tag: content.suffix(16)),
        let opened = try? AES.GCM.open(
          box, using: key,
          authenticating: header(type, version, sequence, plain: body.count, record: content.count))
      else { return nil }
      return Array(opened)
    case .chaCha20Poly1305:
      guard content.count >= 16 else { return nil }
      let body = content.dropLast(16)
      guard let nonce = try? ChaChaPoly.Nonce(data: mixedNonce(sequence)),
        let box = try? ChaChaPoly.SealedBox(
          nonce: nonce, ciphertext: body, tag: content.suffix(16)),
        let opened = try? ChaChaPoly.open(
          box, using: key,
          authenticating: header(type, version, sequence, plain: body.count, record: content.count))
      else { return nil }
      return Array(opened)
    case .aesCCM(let tag):
      let explicit = isTLS13 ? 0 : 8
      guard content.count >= explicit + tag else { return nil }
      let nonce = isTLS13 ? mixedNonce(sequence) : self.nonce + content.prefix(explicit)
      let sealed = Array(content.dropFirst(explicit))
      return CounterWithMAC(key: key, tagLength: tag).open(
        sealed, nonce: nonce,
        authenticating: header(
          type, version, sequence, plain: sealed.count - tag, record: content.count))
    case .aesCBC(let mac):
      return openBlocks(content, mac: mac)
    }
  }

  /// IV, blocks, MAC inside or outside (RFC 5246 §6.2.3.2, RFC 7366). The MAC is not checked:
  /// nothing is trusted more for it.
  private func openBlocks(_ content: [UInt8], mac: Int) -> [UInt8]? {
    let outside = encryptThenMAC ? mac : 0
    let explicit = chainsBlocks ? 0 : Self.blockLength
    let vector = chainsBlocks ? chain : Array(content.prefix(Self.blockLength))
    guard content.count >= explicit + Self.blockLength + outside,
      let iv = try? AES._CBC.IV(ivBytes: vector),
      let padded = try? AES._CBC.decrypt(
        content.dropFirst(explicit).dropLast(outside), using: key, iv: iv, noPadding: true),
      let last = padded.last
    else { return nil }
    let trailer = Int(last) + 1 + (encryptThenMAC ? 0 : mac)
    guard padded.count >= trailer, padded.suffix(Int(last) + 1).allSatisfy({ $0 == last }) else {
      return nil
    }
    return Array(padded.dropLast(trailer))
  }

  /// The nonce of TLS 1.3 and of ChaCha20 in 1.2: the IV with the sequence number mixed in.
  private func mixedNonce(_ sequence: UInt64) -> [UInt8] {
    var mixed = nonce
    for index in 0..<8 where mixed.count == 12 {
      mixed[4 + index] ^= UInt8(truncatingIfNeeded: sequence >> UInt64(56 - 8 * index))
    }
    return mixed
  }

  /// Additional data (RFC 5246 §6.2.3.3, RFC 8446 §5.2).
  private func header(
    _ type: UInt8, _ version: UInt16, _ sequence: UInt64, plain: Int, record: Int
  ) -> [UInt8] {
    let length = isTLS13 ? record : plain
    let counted = (0..<8).map { UInt8(truncatingIfNeeded: sequence >> UInt64(56 - 8 * $0)) }
    return (isTLS13 ? [] : counted) + [
      type, UInt8(version >> 8), UInt8(version & 0xFF), UInt8(length >> 8 & 0xFF),
      UInt8(length & 0xFF),
    ]
  }
}
