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
    } else if let match = stem.firstMatch(of: /^(.*)_(\d{5,9})_(\d{14})$/) {
      self.init(pattern: "\(match.1)_*\(ending)", counter: Int(match.2))
    } else if let match = stem.firstMatch(of: /^(.*)_(\d{14})_(\d{5,9})$/) {
      self.init(pattern: "\(match.1)_*\(ending)", counter: Int(match.3))
    } else if let match = stem.firstMatch(of: Self.date) {
      self.init(
        pattern: "\(stem[..<match.range.lowerBound])*\(stem[match.range.upperBound...])\(ending)")
    } else if let match = stem.firstMatch(of: /(?:^|[^0-9])(1\d{9})(?:[^0-9]|$)/) {
      let seconds = match.output.1
      self.init(
        pattern: "\(stem[..<seconds.startIndex])*\(stem[seconds.endIndex...])\(ending)")
    } else if let match = stem.firstMatch(of: /[-_.h]([01]\d|2[0-3])$/), let hour = Int(match.1) {
      self.init(pattern: "\(stem[..<match.output.1.startIndex])*\(ending)", hour: hour)
    } else {
      self.init(firstOf: stem + ending)
    }
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

  /// A date, with or without a time of day, in the forms that strftime patterns usually have.
  private static var date: Regex<Substring> {
    /(?:19|20)\d\d[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12]\d|3[01])(?:[-_.T ]?(?:[01]\d|2[0-3])(?:[-_.:h]?[0-5]\d(?:[-_.:m]?[0-5]\d)?)?)?Z?/
  }

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
