/// Names of files as text from which their bytes come back.
///
/// A name on disk or in an archive is bytes, mostly UTF-8. Each byte that is no UTF-8 stands in the text
/// as U+10FE00 + byte, a private character (U+10FE80…U+10FEFF), so that two names never become one. A
/// name that has such a character by itself has its four bytes written so.
public enum FileName {
  private static let base: UInt32 = 0x10FE00
  private static let marks: ClosedRange<UInt32> = 0x10FE80...0x10FEFF
  /// First byte of the marks' UTF-8.
  private static let leadByte: UInt8 = 0xF4

  public static func text(of bytes: [UInt8]) -> String {
    if !bytes.contains(leadByte), let text = String(validating: bytes, as: UTF8.self) {
      return text
    }
    var text = String.UnicodeScalarView()
    func mark(_ bytes: ArraySlice<UInt8>) {
      for byte in bytes {
        if let scalar = Unicode.Scalar(base + UInt32(byte)) { text.append(scalar) }
      }
    }
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var place = 0
    while place < bytes.count {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        let end = place + encoded.count
        if marks.contains(scalar.value) { mark(bytes[place..<end]) } else { text.append(scalar) }
        place = end
      case .error(let length):
        let end = min(bytes.count, place + max(1, length))
        mark(bytes[place..<end])
        place = end
      case .emptyInput: place = bytes.count
      }
    }
    return String(text)
  }

  /// The bytes that a name has on disk.
  public static func bytes(of text: String) -> [UInt8] {
    guard !isUTF8(text) else { return Array(text.utf8) }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if let byte = byte(markedBy: scalar) {
        bytes.append(byte)
      } else {
        bytes += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
    return bytes
  }

  /// The byte that a character stands for; nil where it stands for itself.
  public static func byte(markedBy scalar: Unicode.Scalar) -> UInt8? {
    marks.contains(scalar.value) ? UInt8(truncatingIfNeeded: scalar.value - base) : nil
  }

  /// Nothing in the text stands for a byte.
  public static func isUTF8(_ text: String) -> Bool {
    !text.utf8.contains(leadByte)
      || !text.unicodeScalars.contains { marks.contains($0.value) }
  }

  /// The name in UTF-8, each other byte as `%E9`: for what takes no other names.
  public static func percentEscaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let byte = byte(markedBy: scalar) {
        result += "%" + String(byte, radix: 16, uppercase: true)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// What the program was called with, where `arguments` has lost bytes: Swift repairs what is no UTF-8.
  public static func arguments(_ arguments: [String]) -> [String] {
    guard arguments.contains(where: { $0.unicodeScalars.contains("\u{FFFD}") }),
      let line = FileSystem.contents(of: "/proc/self/cmdline", limit: argumentLimit)
    else { return arguments }
    let typed = line.split(separator: 0, omittingEmptySubsequences: false).dropLast()
    guard typed.count == arguments.count else { return arguments }
    return typed.map { text(of: Array($0)) }
  }

  /// Linux takes 2 MiB of arguments, mostly.
  private static let argumentLimit = 8 << 20
}
