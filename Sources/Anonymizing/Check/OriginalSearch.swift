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

  private let texts: PatternSearch
  private let payloads: PatternSearch
  private let addresses: PatternSearch
  private let links: PatternSearch

  public init(_ names: NameBook, _ pseudonyms: Pseudonyms) {
    let words = pseudonyms.replaced(of: names.strong).filter { $0.utf8.count >= Self.leastName }
    let ascii = words.map {
      PatternSearch.Pattern(bytes: Array($0.utf8), original: $0, isWord: true)
    }
    let wide = words.map { word in
      PatternSearch.Pattern(
        bytes: word.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, original: word,
        isWord: false)
    }
    let hosts = pseudonyms.replacedAddresses
    let written = hosts.map {
      PatternSearch.Pattern(bytes: Array("\($0)".utf8), original: "\($0)", isWord: true)
    }
    let stored = hosts.map { address in
      let bytes =
        address.isV4
        ? UInt32(truncatingIfNeeded: address.low).bigEndianBytes
        : address.high.bigEndianBytes + address.low.bigEndianBytes
      return PatternSearch.Pattern(bytes: bytes, original: "\(address)", isWord: false)
    }
    let cards = pseudonyms.replacedLinks.map { link in
      let bytes = Array(link.bigEndianBytes.suffix(6))
      let text = bytes.map { String($0 >> 4, radix: 16) + String($0 & 0xF, radix: 16) }
        .joined(separator: ":")
      return PatternSearch.Pattern(bytes: bytes, original: text, isWord: false)
    }
    let cardTexts = cards.map {
      PatternSearch.Pattern(bytes: Array($0.original.utf8), original: $0.original, isWord: true)
    }
    texts = PatternSearch(ascii + wide + written + cardTexts)
    payloads = PatternSearch(ascii + wide + written + stored + cards)
    addresses = PatternSearch(stored)
    links = PatternSearch(cards)
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
        let hit: (offset: Int, original: String)?
        switch header.kind {
        case .ethernet: hit = links.first(in: data, header.start..<header.end)
        case .ipv4: hit = addresses.first(in: data, (header.start + 12)..<(header.start + 20))
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
      place = hit.offset + 1
    }
    return found
  }
}
