import CaptureReader
import PacketDecode

/// Looks in what was written for what should not be there: addresses as bytes and as text, names in
/// ASCII and in UTF-16.
public struct OriginalSearch {
  /// Something that was left.
  public struct Finding: Hashable, Sendable {
    public var file: String
    /// In captures; then the offset is that within the frame.
    public var frame: Int?
    public var offset: Int
    public var original: String
  }

  /// Names below are found in any text by chance.
  private static let leastName = 4
  /// Findings of one file.
  private static let limit = 20

  private typealias Pattern = PatternSearch.Pattern

  private let texts: PatternSearch
  private let payloads: PatternSearch
  private let addresses: PatternSearch
  private let links: PatternSearch

  public init(_ names: NameBook, _ pseudonyms: Pseudonyms) {
    let words = pseudonyms.replaced(of: names.strong).filter { $0.utf8.count >= Self.leastName }
    let ascii = words.map { Pattern(bytes: Array($0.utf8), original: $0, isWord: true) }
    let wide = words.flatMap { Self.wide($0, original: $0) }
    let hosts = pseudonyms.replacedAddresses
    let written = hosts.flatMap { address in
      Self.texts(of: address).map { text in
        Pattern(bytes: Array(text.utf8), original: "\(address)", isWord: true)
      } + Self.wide("\(address)", original: "\(address)")
    }
    let stored = hosts.map { address in
      let bytes =
        address.isV4
        ? UInt32(truncatingIfNeeded: address.low).bigEndianBytes
        : address.high.bigEndianBytes + address.low.bigEndianBytes
      return Pattern(bytes: bytes, original: "\(address)", isWord: false)
    }
    let links = pseudonyms.replacedLinks.map { Array($0.bigEndianBytes.suffix(6)) }
    let cards = links.map {
      Pattern(bytes: $0, original: Self.text(ofLink: $0, separator: ":"), isWord: false)
    }
    let cardTexts = links.flatMap { link in
      [":", "-", ""].map { separator in
        Pattern(
          bytes: Array(Self.text(ofLink: link, separator: separator).utf8),
          original: Self.text(ofLink: link, separator: ":"), isWord: true)
      }
    }
    texts = PatternSearch(ascii + wide + written + cardTexts)
    payloads = PatternSearch(ascii + wide + written + stored + cards + cardTexts)
    addresses = PatternSearch(stored)
    self.links = PatternSearch(cards)
  }

  /// A text in UTF-16, in both orders of bytes.
  private static func wide(_ text: String, original: String) -> [Pattern] {
    let units = text.utf16
    return [
      units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
    ].map { Pattern(bytes: $0, original: original, isWord: false) }
  }

  /// The forms in which addresses are written: the usual one, those of routing tokens ([MS-RDPBCGR]
  /// 2.2.1.1) and of the names of reverse resolution, and eight groups in full.
  private static func texts(of address: IPAddress) -> [String] {
    guard address.isV4 else {
      let groups = [address.high, address.low].flatMap { half in
        stride(from: UInt64(48), through: 0, by: -16).map { half >> $0 & 0xFFFF }
      }
      let short = groups.map { String($0, radix: 16) }.joined(separator: ":")
      let long = groups.map { group in
        let digits = String(group, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
      }.joined(separator: ":")
      return Array(Set(["\(address)", short, long]))
    }
    let value = UInt32(truncatingIfNeeded: address.low)
    let octets = value.bigEndianBytes.map(String.init)
    return ["\(address)", octets.reversed().joined(separator: ".") + ".in-addr"]
      // Fewer digits are found by chance.
      + ["\(value.byteSwapped)", "\(value)"].filter { $0.utf8.count >= 9 }
  }

  private static func text(ofLink bytes: [UInt8], separator: String) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 0xF, radix: 16) }
      .joined(separator: separator)
  }

  /// Looks through a capture: the fields of its headers that hold addresses, and all payload. The
  /// numbers of TCP are as they were, and can be any bytes.
  public func findings(inCapture path: String) throws -> [Finding] {
    var found: [Finding] = []
    _ = try CaptureFile.read(.file(path)) { record, bytes in
      guard found.count < Self.limit else { return }
      let outline = FrameOutline(bytes, record)
      let data = bytes.copied()
      for header in outline.headers {
        let hit: (offset: Int, length: Int, original: String)?
        switch header.kind {
        case .ethernet, .linuxCooked, .linuxCooked2, .wireless:
          hit = links.first(in: data, header.start..<header.end)
        // Options too.
        case .ipv4: hit = addresses.first(in: data, (header.start + 12)..<header.end)
        case .ipv6: hit = addresses.first(in: data, (header.start + 8)..<(header.start + 40))
        case .arp: hit = payloads.first(in: data, header.start..<header.end)
        default: hit = nil
        }
        if let hit {
          found.append(
            Finding(
              file: path, frame: record.frame, offset: hit.offset, original: hit.original))
        }
      }
      if let hit = payloads.first(in: data, outline.rest..<max(outline.rest, data.count)) {
        found.append(
          Finding(file: path, frame: record.frame, offset: hit.offset, original: hit.original))
      }
    }
    return found
  }

  /// Looks through a piece of a text.
  ///
  /// - Parameter offset: of the piece in its file.
  public func findings(in text: [UInt8], of path: String, at offset: Int) -> [Finding] {
    var found: [Finding] = []
    var place = 0
    while found.count < Self.limit, let hit = texts.first(in: text, place..<text.count) {
      found.append(
        Finding(file: path, offset: offset + hit.offset, original: hit.original))
      place = hit.offset + hit.length
    }
    return found
  }
}
