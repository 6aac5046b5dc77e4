/// What the first bytes of an input say it is.
enum FormatRecognition: Hashable {
  case capture(CaptureFormat)
  case compressed(Compression)
  case known(CaptureFormat)
  /// Nothing that is known; the text says what is there.
  case unknown(String)

  enum Compression: String, Hashable {
    case gzip, zstd, xz, bzip2, lz4, lzma, lzip, compress
  }

  /// - Parameter head: the first bytes, some 4 KiB of them where there are as many.
  init(head: [UInt8]) {
    if let format = Self.captureFormat(head) {
      self = .capture(format)
    } else if let compression = Self.compression(head) {
      self = .compressed(compression)
    } else if let format = Self.knownFormat(head) ?? Self.textFormat(head) {
      self = .known(format)
    } else {
      self = .unknown(Self.appearance(of: head))
    }
  }

  /// The five magic numbers that libpcap reads, in both byte orders, and pcapng's; an event trace.
  private static func captureFormat(_ head: [UInt8]) -> CaptureFormat? {
    guard let magic = unsafe head.span.bytes.bigEndian(at: 0, as: UInt32.self) else { return nil }
    switch magic {
    case 0x0a0d_0d0a: return .pcapng
    case 0xa1b2_c3d4, 0xa1b2_3c4d, 0xa1b2_cd34, 0xa1b2_34cd, 0xa12b_3c4d,
      0xd4c3_b2a1, 0x4d3c_b2a1, 0x34cd_b2a1, 0xcd34_b2a1, 0x4d3c_2ba1:
      return .pcap
    default: return ETLBufferHeader.begins(head.rawSpan) ? .etl : nil
    }
  }

  private static func compression(_ head: [UInt8]) -> Compression? {
    if head.starts(with: [0x1f, 0x8b]) { return .gzip }
    if head.starts(with: [0x28, 0xb5, 0x2f, 0xfd]) { return .zstd }
    if head.starts(with: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]) { return .xz }
    if head.starts(with: "BZh".utf8), head.count > 3, (0x31...0x39).contains(head[3]) {
      return .bzip2
    }
    if head.starts(with: [0x04, 0x22, 0x4d, 0x18]) || head.starts(with: [0x02, 0x21, 0x4c, 0x18]) {
      return .lz4
    }
    if head.starts(with: "LZIP".utf8) { return .lzip }
    if head.starts(with: [0x1f, 0x9d]) { return .compress }
    // Zstandard and LZ4 share the magic of skippable frames.
    if head.count > 3, head[0] & 0xf0 == 0x50, head[1...3] == [0x2a, 0x4d, 0x18] { return .zstd }
    // LZMA-alone: usual properties byte, a dictionary of a power of two, unknown or sane length.
    if head.count > 13, head[0] == 0x5d, head[1...2] == [0, 0], head[13] == 0,
      head[5...12].allSatisfy({ $0 == 0xff }) || head[10...12].allSatisfy({ $0 == 0 })
    {
      return .lzma
    }
    return nil
  }

  private static func knownFormat(_ head: [UInt8]) -> CaptureFormat? {
    for (magic, format) in magics where head.starts(with: magic) { return format }
    if head.count >= 262, head[257..<262].elementsEqual("ustar".utf8) { return .tar }
    if isERF(head) { return .erf }
    return nil
  }

  private static let magics: [([UInt8], CaptureFormat)] = [
    (Array("GMBU".utf8), .netMon),
    (Array("RTSS".utf8), .netMon),
    (Array("snoop\0\0\0".utf8), .snoop),
    (Array("TRSNIFF data    \u{1a}".utf8), .sniffer),
    (Array("XCP\0".utf8), .netXRay),
    ([0x56, 0x4c, 0x00, 0x00], .netXRay),
    (Array("\u{7f}ver".utf8), .omniPeek),
    (Array("iptrace 1.0".utf8), .iptrace),
    (Array("iptrace 2.0".utf8), .iptrace),
    ([0x54, 0x52, 0x00, 0x64, 0x00], .nettl),
    ([0x05, 0x56, 0x4e, 0x46], .visualNetworks),
    (Array("btsnoop\0".utf8), .btsnoop),
    (Array("ElfFile\0".utf8), .evtx),
    ([0x50, 0x4b, 0x03, 0x04], .zip),
    ([0x50, 0x4b, 0x05, 0x06], .zip),
    ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], .sevenZip),
    (Array("Rar!\u{1a}\u{07}".utf8), .rar),
    (Array("MSCF\0\0\0\0".utf8), .cabinet),
  ]

  /// ERF has no magic: two records in a row must make sense (type, length, times a day apart).
  private static func isERF(_ head: [UInt8]) -> Bool {
    let bytes = unsafe head.span.bytes
    guard let first = ERFHeader(bytes, at: 0) else { return false }
    if head.count == first.length { return true }
    guard let second = ERFHeader(bytes, at: first.length) else { return false }
    return second.seconds >= first.seconds && second.seconds - first.seconds < 86_400
  }

  private struct ERFHeader {
    let seconds: UInt32
    let length: Int

    init?(_ bytes: RawSpan, at offset: Int) {
      guard let seconds = bytes.littleEndian(at: offset + 4, as: UInt32.self),
        let type = bytes.bigEndian(at: offset + 8, as: UInt8.self),
        let length = bytes.bigEndian(at: offset + 10, as: UInt16.self),
        let wireLength = bytes.bigEndian(at: offset + 14, as: UInt16.self),
        (1...48).contains(type & 0x7f), length >= 18, wireLength > 0,
        seconds > 631_152_000  // 1990
      else { return nil }
      self.seconds = seconds
      self.length = Int(length)
    }
  }
}
