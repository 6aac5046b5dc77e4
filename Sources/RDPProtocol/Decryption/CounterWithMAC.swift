import Crypto
import CryptoExtras
import Foundation

/// AES-CCM (RFC 3610) with the nonce of twelve bytes that TLS uses, made of the library's counter and
/// chaining modes, as it has no CCM itself.
struct CounterWithMAC {
  let key: SymmetricKey
  let tagLength: Int

  /// Bytes that hold the message's length: fifteen less the nonce.
  private static let lengthBytes = 3
  private static let blockLength = 16

  /// The plaintext of ciphertext and tag; nil where the tag does not fit.
  func open(_ sealed: [UInt8], nonce: [UInt8], authenticating header: [UInt8]) -> [UInt8]? {
    guard nonce.count == 12, sealed.count >= tagLength, sealed.count < 1 << 24 else { return nil }
    let start = [UInt8(Self.lengthBytes - 1)] + nonce
    // Counter 0 masks the tag, the message begins with counter 1: one run does both.
    let zeroes = [UInt8](repeating: 0, count: Self.blockLength)
    let body = sealed.dropLast(tagLength)
    guard let counter = try? AES._CTR.Nonce(nonceBytes: start + [0, 0, 0]),
      let run = try? AES._CTR.decrypt(zeroes + body, using: key, nonce: counter)
    else { return nil }
    let mask = run.prefix(tagLength)
    let plaintext = Array(run.dropFirst(Self.blockLength))
    guard let check = authentication(of: plaintext, nonce: nonce, header: header) else {
      return nil
    }
    let tag = zip(check, mask).map { $0 ^ $1 }
    return tag.elementsEqual(sealed.suffix(tagLength)) ? plaintext : nil
  }

  /// CBC-MAC over lengths, header and message (RFC 3610 §2.2).
  private func authentication(
    of message: [UInt8], nonce: [UInt8], header: [UInt8]
  ) -> [UInt8]? {
    let flags = UInt8(0x40 | ((tagLength - 2) / 2) << 3 | (Self.lengthBytes - 1))
    let length = message.count
    var blocks = [flags] + nonce
    blocks += [UInt8(length >> 16 & 0xFF), UInt8(length >> 8 & 0xFF), UInt8(length & 0xFF)]
    blocks += [UInt8(header.count >> 8 & 0xFF), UInt8(header.count & 0xFF)] + header
    Self.pad(&blocks)
    blocks += message
    Self.pad(&blocks)
    let zeroes = [UInt8](repeating: 0, count: Self.blockLength)
    guard let iv = try? AES._CBC.IV(ivBytes: zeroes),
      let chained = try? AES._CBC.encrypt(blocks, using: key, iv: iv, noPadding: true)
    else { return nil }
    return Array(chained.suffix(Self.blockLength).prefix(tagLength))
  }

  private static func pad(_ bytes: inout [UInt8]) {
    let rest = bytes.count % blockLength
    if rest > 0 { bytes += [UInt8](repeating: 0, count: blockLength - rest) }
  }
}
