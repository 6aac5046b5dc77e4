/// What the name of a file says about its place in a ring: the names that dumpcap -b, tcpdump -C,
/// -G and -W, and editcap -c and -i write.
///
/// Only the kind of the name counts here, never its order: rings wrap, and files get renamed.
struct RotatedName: Hashable {
  /// The name with what rotates replaced by `*`: the same for all files of a ring.
  var pattern: String
  /// The file's number, where the name has one.
  var counter: Int?
  /// The name has nothing but an hour (`-%H`): it takes more than the name to be sure.
  var hour: Int?

  /// Nil where nothing in the name rotates.
  init?(_ name: String) {
    let plain = Self.withoutCompression(name)
    guard let dot = plain.lastIndex(of: "."), dot > plain.startIndex else { return nil }
    let suffix = plain[plain.index(after: dot)...]
    let letters = suffix.prefix { $0.isLetter }
    let number = suffix.dropFirst(letters.count)
    guard Self.captureSuffixes.contains(letters.lowercased()),
      number.allSatisfy({ $0.isASCII && $0.isNumber }), number.count <= 6
    else { return nil }
    let stem = String(plain[..<dot])
    let ending = "." + letters.lowercased()
    // Most names need no closer look.
    let digits = stem.utf8.count { UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "9") }
    if let counter = Int(number) {
      // tcpdump -C: name.pcap, name.pcap1, name.pcap2; with -W: name.pcap00, name.pcap01.
      self.init(pattern: stem + ending + "*", counter: counter)
    } else if digits < 2 {
      self.init(firstOf: stem + ending)
    } else if let numbered = Self.numbered(stem) {
      self.init(pattern: "\(numbered.start)_*\(ending)", counter: numbered.counter)
    } else {
      let bytes = Array(stem.utf8)
      func pattern(without range: Range<Int>) -> String {
        String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + "*"
          + String(decoding: bytes[range.upperBound...], as: UTF8.self) + ending
      }
      if let date = DateInName.first(in: bytes) {
        self.init(pattern: pattern(without: date))
      } else if let seconds = Self.seconds(bytes) {
        self.init(pattern: pattern(without: seconds))
      } else if let hour = Self.hour(bytes) {
        self.init(pattern: pattern(without: (bytes.count - 2)..<bytes.count), hour: hour)
      } else {
        self.init(firstOf: stem + ending)
      }
    }
  }

  /// dumpcap's `name_00001_20260101120000`, and the other way round.
  private static func numbered(_ stem: String) -> (start: Substring, counter: Int)? {
    let parts = stem.split(separator: "_", maxSplits: .max, omittingEmptySubsequences: false)
    guard parts.count >= 3, parts.suffix(2).allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else {
      return nil
    }
    let (one, other) = (parts[parts.count - 2], parts[parts.count - 1])
    let start = stem.dropLast(one.count + other.count + 2)
    let number =
      switch (one.count, other.count) {
      case (5...9, 14): one
      case (14, 5...9): other
      default: one.prefix(0)
      }
    return Int(number).map { (start, $0) }
  }

  /// Seconds since 1970, from 2001 to 2033: ten digits alone.
  private static func seconds(_ name: [UInt8]) -> Range<Int>? {
    var start = 0
    for place in 0...name.count where place == name.count || !name[place].isDigit {
      if place - start == 10, name[start] == UInt8(ascii: "1") { return start..<place }
      start = place + 1
    }
    return nil
  }

  /// The hour at the end of a name.
  private static func hour(_ name: [UInt8]) -> Int? {
    guard name.count >= 3, "-_.h".utf8.contains(name[name.count - 3]) else { return nil }
    let digits = name.suffix(2)
    guard digits.allSatisfy(\.isDigit), let hour = Int(String(decoding: digits, as: UTF8.self)),
      hour < 24
    else { return nil }
    return hour
  }

  /// The first file of tcpdump -C has no number.
  private init(firstOf name: String) {
    self.init(pattern: name + "*", counter: 0)
    isFirstOnly = true
  }

  /// The name is that of any single capture too: it joins a ring only where others are its members.
  private(set) var isFirstOnly = false

  private init(pattern: String, counter: Int? = nil, hour: Int? = nil) {
    self.pattern = pattern
    self.counter = counter
    self.hour = hour
  }

  private static let captureSuffixes: Set = ["pcap", "pcapng", "cap", "dmp", "ntar"]
  private static let compressionSuffixes: Set = [
    "gz", "zst", "xz", "bz2", "lz4", "lzma", "lz", "z",
  ]

  /// cron compresses the older files of a ring.
  private static func withoutCompression(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."),
      compressionSuffixes.contains(name[name.index(after: dot)...].lowercased())
    else { return name }
    return String(name[..<dot])
  }
}

extension CaptureSource {
  /// Whether the name ends as the names of captures do (`.pcap`, `.cap3`, `.pcapng.gz`).
  public var isNamedLikeCapture: Bool { RotatedName(lastName) != nil }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
