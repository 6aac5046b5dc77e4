/// The 72 bytes before each buffer of an event trace log (WMI_BUFFER_HEADER of Windows 7 and later,
/// little-endian; measured on files of builds 7600 to 26200).
struct ETLBufferHeader: Hashable, Sendable {
  static let size = 72

  /// Bytes of the buffer in the file, this header included.
  let storedBytes: Int
  /// Bytes of header and records once they are decompressed.
  let filledBytes: Int
  let flags: UInt16
  let type: UInt16

  /// Nil where the fields contradict each other.
  init?(_ bytes: RawSpan) {
    guard let stored = bytes.littleEndian(at: 0, as: UInt32.self),
      let filled = bytes.littleEndian(at: 0x30, as: UInt32.self),
      let flags = bytes.littleEndian(at: 0x34, as: UInt16.self),
      let type = bytes.littleEndian(at: 0x36, as: UInt16.self), bytes.byteCount >= Self.size
    else { return nil }
    storedBytes = Int(stored)
    filledBytes = Int(filled)
    self.flags = flags
    self.type = type
  }

  var isCompressed: Bool { flags & 0x40 != 0 }
  var hasLostEvents: Bool { flags & 0x02 != 0 }
  var hasLostBuffers: Bool { flags & 0x04 != 0 }

  /// The buffer that holds the log file's own header.
  private static let headerType: UInt16 = 4

  /// Whether an input begins like an event trace: the header buffer, and in it the system event with
  /// the log file's header.
  static func begins(_ head: RawSpan) -> Bool {
    guard let header = Self(head), header.type == headerType, !header.isCompressed,
      (size...header.storedBytes).contains(header.filledBytes),
      let marker = head.littleEndian(at: size, as: UInt32.self),
      let hook = head.littleEndian(at: size + 6, as: UInt16.self), hook == 0
    else { return false }
    return marker & 0xFFFF_0000 == 0xC001_0000 || marker & 0xFFFF_0000 == 0xC002_0000
  }
}
