import Carving
import PacketDecode
import RDPProtocol
import TCPStreams

/// Finds who is named in the plain beginning of a stream, and what to write over it: pseudonyms where
/// a name stands, zeros where something could name somebody and no verdict needs it.
///
/// First comes what X.224 and MCS say, until TLS begins; handshakes of TLS are read message by message.
struct PlainNames {
  private let bytes: [UInt8]
  private let side: Side
  private let pseudonyms: Pseudonyms
  private(set) var patches = StreamPatches()
  private(set) var names: [String] = []
  private var position = 0
  /// Messages of the handshake so far, and where each of their bytes lies.
  private var handshake: [UInt8] = []
  private var places: [Int] = []
  private var hasChangedCipher = false
  private var hasRecords = false
  private var hasPackets = false

  /// Bytes of a TPKT packet that carry no names: headers of X.224, MCS, security and sharing, error
  /// codes and the lengths of names.
  static let packetHead = 45

  init(_ bytes: [UInt8], from side: Side, pseudonyms: Pseudonyms) {
    self.bytes = bytes
    self.side = side
    self.pseudonyms = pseudonyms
    walk()
  }

  private mutating func walk() {
    while bytes.count - position >= 5 {
      let start = position
      if TLSContentType.isKnown(bytes[start]), bytes[start + 1] == 3 {
        let length = Int(bytes[start + 3]) << 8 | Int(bytes[start + 4])
        hasRecords = true
        if bytes[start] == TLSContentType.applicationData {
          patches.isEncryptedBehind = true
          break
        }
        let end = min(start + 5 + length, bytes.count)
        if bytes[start] == 20 { hasChangedCipher = true }
        if bytes[start] == 22 {
          takeHandshake((start + 5)..<end, isWhole: end == start + 5 + length)
        }
        position = start + 5 + length
      } else if bytes[start] == 3, bytes[start + 1] == 0 {
        let length = Int(bytes[start + 2]) << 8 | Int(bytes[start + 3])
        guard length >= 7, start + length <= bytes.count else { break }
        hasPackets = true
        takePacket(start..<(start + length))
        position = start + length
      } else if hasPackets, !hasRecords, bytes[start] & 3 == 0, bytes[start + 1] > 2 {
        // A fast-path PDU: its length is all that stays.
        let isLong = bytes[start + 1] & 0x80 != 0
        let length =
          isLong ? Int(bytes[start + 1] & 0x7F) << 8 | Int(bytes[start + 2]) : Int(bytes[start + 1])
        guard length >= 3 else { break }
        patches.blank((start + 3)..<max(start + 3, min(start + length, bytes.count)))
        position = start + length
      } else if !hasRecords, !hasPackets, HTTPOpening.match(bytes[start...].prefix(16)) == .yes {
        guard takeOpening(at: start) else { break }
      } else {
        break
      }
      patches.lookedAt = min(position, bytes.count)
    }
    finishHandshake()
  }

  private mutating func write(_ new: [UInt8], at start: Int) { patches.write(new, at: start) }

  /// A carrier's opening in plain HTTP; false where nothing that is read here follows it.
  private mutating func takeOpening(at start: Int) -> Bool {
    let rest = bytes[start...].prefix(HTTPOpening.longest)
    let length = HTTPOpening.length(of: rest) ?? rest.count
    let original = rest.prefix(length)
    var head = HTTPHeadText(original, pseudonyms: pseudonyms)
    head.anonymize()
    names += head.names
    write(head.bytes, at: start)
    position = start + length
    patches.lookedAt = position
    guard let body = HTTPOpening.body(behind: original) else { return false }
    position = min(position + body, bytes.count)
    patches.blank((start + length)..<position)
    return true
  }

  // MARK: X.224 and MCS

  private mutating func takePacket(_ packet: Range<Int>) {
    let code = bytes[packet.lowerBound + 5]
    switch code & 0xF0 {
    case 0xE0:
      takeRequest((packet.lowerBound + 11)..<max(packet.lowerBound + 11, packet.upperBound))
    case 0xF0: takeData(packet)
    default: break
    }
  }

  /// The line of cookie or token in a connection request ([MS-RDPBCGR] 2.2.1.1).
  private mutating func takeRequest(_ body: Range<Int>) {
    guard !body.isEmpty, body.lowerBound < bytes.count, bytes[body.lowerBound] >= 0x20 else {
      return
    }
    guard let end = body.dropLast().first(where: { bytes[$0] == 0x0D && bytes[$0 + 1] == 0x0A })
    else {
      // A line without an end is no cookie, but somebody's text all the same.
      let text = bytes[body].map { $0 >= 0x20 && $0 < 0x7F ? UInt8(ascii: "x") : $0 }
      return write(text, at: body.lowerBound)
    }
    let line = String(decoding: bytes[body.lowerBound..<end], as: UTF8.self)
    for (prefix, isToken) in [("Cookie: mstshash=", false), ("Cookie: msts=", true), ("", true)]
    where line.hasPrefix(prefix) {
      let value = String(line.dropFirst(prefix.count))
      let start = body.lowerBound + prefix.utf8.count
      guard value.utf8.count == end - start else {
        // Not UTF-8: it cannot be told what it says.
        write([UInt8](repeating: UInt8(ascii: "x"), count: end - start), at: start)
        return
      }
      if isToken, let target = RoutingTarget(value), let token = self.token(value, of: target) {
        write(Array(token.utf8), at: start)
      } else {
        names.append(value)
        write(Array(pseudonyms.name(value).utf8), at: start)
      }
      return
    }
  }

  /// The token of the pseudonym of the address that a token holds; nil where it would be longer.
  ///
  /// Zeros in front make up for a shorter number.
  private func token(_ value: String, of target: RoutingTarget) -> String? {
    guard let address = IPAddress(target.address), address.isV4 else { return nil }
    let image = UInt32(truncatingIfNeeded: pseudonyms.address(address).low).byteSwapped
    let rest = value.drop { $0 != "." }
    let digits = String(image)
    let room = value.utf8.count - rest.utf8.count
    guard digits.utf8.count <= room else { return nil }
    return String(repeating: "0", count: room - digits.utf8.count) + digits + rest
  }

  private mutating func takeData(_ packet: Range<Int>) {
    let start = packet.lowerBound + 7
    guard start + 2 <= packet.upperBound else { return }
    if bytes[start] == 0x7F, bytes[start + 1] == 0x65 || bytes[start + 1] == 0x66 {
      return takeConference(start..<packet.upperBound)
    }
    let head = min(packet.lowerBound + Self.packetHead, packet.upperBound)
    patches.blank(head..<packet.upperBound)
    if bytes[start] == 0x64 { takeClientInfo(start..<packet.upperBound) }
  }

  /// Client Info ([MS-RDPBCGR] 2.2.1.11) in the clear: domain and user become pseudonyms, all else zeros.
  private mutating func takeClientInfo(_ body: Range<Int>) {
    guard body.count >= 8 else { return }
    let security = body.lowerBound + (bytes[body.lowerBound + 6] & 0x80 != 0 ? 8 : 7)
    let info = security + 4
    guard info + 18 <= body.upperBound, little16(security) & 0x0048 == 0x0040 else { return }
    patches.blank((info + 18)..<body.upperBound)
    let isWide = little16(info + 4) & 0x10 != 0
    var place = info + 18
    for field in 0..<2 {
      let length = little16(info + 8 + 2 * field)
      guard place + length <= body.upperBound else { return }
      takeText(place..<(place + length), isWide: isWide)
      place += length + (isWide ? 2 : 1)
    }
  }

  private func little16(_ place: Int) -> Int {
    guard place + 2 <= bytes.count else { return 0 }
    return Int(bytes[place]) | Int(bytes[place + 1]) << 8
  }

  /// A name in a field of its own.
  private mutating func takeText(_ field: Range<Int>, isWide: Bool) {
    let field = field.clamped(to: 0..<bytes.count)
    if isWide {
      let units = stride(from: field.lowerBound, to: field.upperBound - 1, by: 2).map {
        UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
      }.prefix { $0 != 0 }
      let name = String(decoding: units, as: UTF16.self)
      names.append(name)
      let image = Array(pseudonyms.name(name).utf16)
      patches.blank(field)
      guard image.count == units.count else { return }
      write(image.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, at: field.lowerBound)
    } else {
      let text = bytes[field].prefix { $0 != 0 }
      let name = String(decoding: text, as: UTF8.self)
      names.append(name)
      let image = Array(pseudonyms.name(name).utf8)
      patches.blank(field)
      if image.count == text.count { write(image, at: field.lowerBound) }
    }
  }

  /// The settings of MCS Connect Initial and Response ([MS-RDPBCGR] 2.2.1.3 and 2.2.1.4).
  private mutating func takeConference(_ body: Range<Int>) {
    let isRequest = bytes[body.lowerBound + 1] == 0x65
    let key: [UInt8] = isRequest ? Array("Duca".utf8) : Array("McDn".utf8)
    let first = isRequest ? 0xC001 : 0x0C01
    var place: Int?
    search: for start in body.dropLast(12) where bytes[start..<(start + 4)].elementsEqual(key) {
      for offset in 4...8 where little16(start + offset) == first {
        place = start + offset
        break search
      }
    }
    guard var start = place else {
      // No settings that are known: nothing but the start can be shown.
      return patches.blank(min(body.lowerBound + 40, body.upperBound)..<body.upperBound)
    }
    while start + 4 <= body.upperBound {
      let length = little16(start + 2)
      guard length >= 4 else { break }
      let end = min(start + length, body.upperBound)
      switch little16(start) {
      case 0xC001:
        takeText((start + 24)..<max(start + 24, min(start + 56, end)), isWide: true)
        // Input method's file, serial number, product identifier.
        for field in [68..<132, 136..<140, 146..<210] {
          let range = (start + field.lowerBound)..<(start + field.upperBound)
          patches.blank(range.clamped(to: start..<end))
        }
      case 0x0C02:
        // Lengths of random and certificate stay.
        patches.blank(((start + 20)..<max(start + 20, end)).clamped(to: start..<end))
      default: break
      }
      start += length
    }
  }

  // MARK: TLS

  private mutating func takeHandshake(_ body: Range<Int>, isWhole: Bool) {
    if hasChangedCipher {
      // Encrypted, but for a second ClientHello or a ServerHello (RFC 8446 §4.1.4).
      guard body.count >= 4, bytes[body.lowerBound] == 1 || bytes[body.lowerBound] == 2,
        bytes[body.lowerBound + 1] == 0,
        isWhole,
        Int(bytes[body.lowerBound + 2]) << 8 | Int(bytes[body.lowerBound + 3]) == body.count - 4
      else { return }
    }
    handshake += bytes[body]
    places += body
    while handshake.count >= 4 {
      let length = Int(handshake[1]) << 16 | Int(handshake[2]) << 8 | Int(handshake[3])
      guard handshake.count >= 4 + length else { return }
      takeMessage(4..<(4 + length))
      handshake.removeFirst(4 + length)
      places.removeFirst(4 + length)
    }
  }

  /// A message whose end is missing is not shown.
  private mutating func finishHandshake() {
    guard handshake.count > 4 else { return }
    if handshake[0] == 1 {
      takeMessage(4..<handshake.count)
    } else {
      for place in places.dropFirst(4) { patches.write([0], at: place) }
    }
  }

  private mutating func takeMessage(_ body: Range<Int>) {
    var message = TLSMessage(
      bytes: Array(handshake[body]), places: Array(places[body]), pseudonyms: pseudonyms)
    message.anonymize(type: handshake[0])
    names += message.names
    for (start, new) in message.changes { write(new, at: start) }
  }
}
