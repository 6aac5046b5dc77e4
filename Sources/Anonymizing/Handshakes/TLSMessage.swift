import PacketDecode
import RDPProtocol

/// A message of the TLS handshake in which names become pseudonyms of the same length, so that all
/// lengths stay right.
struct TLSMessage {
  private var bytes: [UInt8]
  private let original: [UInt8]
  /// Where each byte lies in the stream.
  private let places: [Int]
  private let pseudonyms: Pseudonyms
  private(set) var names: [String] = []

  init(bytes: [UInt8], places: [Int], pseudonyms: Pseudonyms) {
    self.bytes = bytes
    original = bytes
    self.places = places
    self.pseudonyms = pseudonyms
  }

  /// Stretches that became others, by their place in the stream.
  var changes: [(start: Int, bytes: [UInt8])] {
    var found: [(start: Int, bytes: [UInt8])] = []
    for index in bytes.indices where bytes[index] != original[index] {
      if let last = found.last, last.start + last.bytes.count == places[index] {
        found[found.count - 1].bytes.append(bytes[index])
      } else {
        found.append((places[index], [bytes[index]]))
      }
    }
    return found
  }

  /// - Parameter type: of the message (RFC 8446 §4).
  mutating func anonymize(type: UInt8) {
    switch type {
    case 1: anonymizeHello()
    case 11: anonymizeCertificates()
    case 13: anonymizeAuthorities()
    // CertificateStatus, CertificateURL: they name certificates.
    case 21, 22: blank(0..<bytes.count)
    default: break
    }
  }

  private mutating func blank(_ range: Range<Int>) {
    for index in range.clamped(to: 0..<bytes.count) { bytes[index] = 0 }
  }

  private func big16(_ place: Int) -> Int? {
    guard place >= 0, place + 2 <= bytes.count else { return nil }
    return Int(bytes[place]) << 8 | Int(bytes[place + 1])
  }

  private func big24(_ place: Int) -> Int? {
    guard let low = big16(place + 1) else { return nil }
    return Int(bytes[place]) << 16 | low
  }

  /// The name of the server in a ClientHello (RFC 6066 §3). One that is cut is read as far as it goes.
  private mutating func anonymizeHello() {
    guard bytes.count > 35 else { return }
    var place = 35 + Int(bytes[34])
    guard let suites = big16(place) else { return }
    place += 2 + suites
    guard place < bytes.count, place >= 0 else { return }
    place += 1 + Int(bytes[place]) + 2
    while let type = big16(place), let length = big16(place + 2) {
      let body = place + 4
      if type == 0, let nameLength = big16(body + 3) {
        let end = min(body + 5 + nameLength, min(body + length, bytes.count))
        if body + 5 < end { takeText((body + 5)..<end) }
      }
      place = body + length
    }
  }

  private mutating func takeText(_ range: Range<Int>) {
    let name = String(decoding: bytes[range], as: UTF8.self)
    names.append(name)
    let image = Array(pseudonyms.name(name).utf8)
    guard image.count == range.count else { return blank(range) }
    bytes.replaceSubrange(range, with: image)
  }

  /// The certificates of a message of TLS 1.2 or before; those of 1.3 are encrypted.
  private mutating func anonymizeCertificates() {
    guard let total = big24(0) else { return blank(0..<bytes.count) }
    var place = 3
    let end = min(3 + total, bytes.count)
    while place + 3 <= end, let length = big24(place) {
      let range = (place + 3)..<min(place + 3 + length, end)
      guard !range.isEmpty else { break }
      var certificate = CertificateBytes(Array(bytes[range]), pseudonyms: pseudonyms)
      certificate.anonymize()
      names += certificate.names
      bytes.replaceSubrange(range, with: certificate.bytes)
      place = range.upperBound
    }
  }

  /// The authorities that a server wants certificates of (RFC 5246 §7.4.4) are names of somebody.
  private mutating func anonymizeAuthorities() {
    guard let first = bytes.first else { return }
    var place = 1 + Int(first)
    // TLS 1.2 has signature algorithms in between; the list's length tells which it is.
    if let list = big16(place), place + 2 + list != bytes.count { place += 2 + list }
    guard place + 2 <= bytes.count else { return }
    var names = CertificateBytes(Array(bytes[(place + 2)...]), pseudonyms: pseudonyms)
    names.anonymizeNames(listed: true)
    self.names += names.names
    bytes.replaceSubrange((place + 2)..., with: names.bytes)
  }
}
