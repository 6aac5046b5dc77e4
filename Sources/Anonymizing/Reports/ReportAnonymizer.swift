public import CaptureReader
public import PacketDecode

/// Writes NDJSON reports and facts anew with pseudonyms: the texts of each line are scrubbed as those of
/// logs are; what was computed from originals is computed again, or becomes noise.
public struct ReportAnonymizer {
  private let pseudonyms: Pseudonyms
  private let limits: ReadingLimits
  private let communityID: (Endpoint, Endpoint) -> String

  /// The longest line that is read: that of a session with much evidence is a hundredth of it.
  private static let longestLine = 64 << 20

  public enum Failure: Error {
    case lineTooLong
  }

  /// - Parameter communityID: the flow hash of a connection's ends.
  public init(
    pseudonyms: Pseudonyms, limits: ReadingLimits = ReadingLimits(),
    communityID: @escaping (Endpoint, Endpoint) -> String
  ) {
    self.pseudonyms = pseudonyms
    self.limits = limits
    self.communityID = communityID
  }

  /// Whether an input is NDJSON that this program wrote, by its beginning.
  public static func isReport(_ source: CaptureSource, limits: ReadingLimits = ReadingLimits())
    -> Bool
  {
    guard let opened = try? OpenedInput(source, limits: limits) else { return false }
    let head = opened.head
    guard head.first == UInt8(ascii: "{") else { return false }
    let line = String(decoding: head, as: UTF8.self)
    // Keys stand in alphabetical order, the schema's far behind.
    return line.contains("\"rdpwhy/")
      || ["{\"attempt\":{", "{\"captured_bytes\":", "{\"facts\":{"].contains { line.hasPrefix($0) }
  }

  public func collectNames(of source: CaptureSource, into names: inout NameBook) throws {
    try forEachLine(of: source) { line in collectNames(ofLine: line, into: &names) }
  }

  /// Takes the names that one line gives.
  public func collectNames(ofLine line: [UInt8], into names: inout NameBook) {
    names.add(namedIn: line)
    for key in Self.nameKeys {
      for value in JSONText.values(of: key, in: line) { names.addHost(value) }
    }
    for key in Self.subjectKeys {
      for value in JSONText.values(of: key, in: line) {
        for part in value.split(separator: ",") {
          names.addHost(part.split(separator: "=", maxSplits: 1).last.map(String.init))
        }
      }
    }
  }

  /// One line with pseudonyms, without its end.
  public func anonymized(line: [UInt8], names: NameBook) -> [UInt8] {
    anonymized(line, TextScrubber(pseudonyms: pseudonyms, names: names))
  }

  public func anonymize(
    _ source: CaptureSource, names: NameBook, write: ([UInt8]) throws -> Void
  ) throws -> Int {
    let scrubber = TextScrubber(pseudonyms: pseudonyms, names: names)
    var count = 0
    try forEachLine(of: source) { line in
      count += 1
      try write(anonymized(line, scrubber) + [0x0A])
    }
    return count
  }

  private static let nameKeys = [
    "user", "client_name", "clientName", "cookie", "server_name", "serverName", "domain",
    "computer",
    "workstation", "common_name", "commonName", "routing_token", "routingToken", "names",
    "client_host", "clientHost", "target_name", "targetName", "target", "dnsForest",
  ]
  private static let subjectKeys = ["subject", "issuer"]
  /// Hexadecimal values that lead to a machine: other hexadecimal digits take their place.
  private static let noiseKeys = [
    "fingerprint", "serial_number", "serialNumber", "sha256", "input_sha256", "certificate_sha256",
  ]

  private func anonymized(_ line: [UInt8], _ scrubber: TextScrubber) -> [UInt8] {
    var line = JSONText.replacing(["input", "inputs", "name"], in: line) { value in
      // Folders name users and customers.
      Self.interface(value)
        ?? (value.contains("/")
          ? value.split(separator: "/").last.map(String.init) ?? value : value)
    }
    if JSONText.values(of: "schema", in: line).first?.hasPrefix("rdpwhy/input/") ?? false {
      // Of interfaces.
      line = JSONText.replacing(["description", "filter"], in: line) { _ in "" }
    }
    for key in Self.noiseKeys {
      line = JSONText.replacing([key], in: line) { value in
        guard value.utf8.allSatisfy(\.isHexDigit) else { return value }
        return Self.text(pseudonyms.noise(Array(value.utf8)[...])[...], digits: Self.base16)
      }
    }
    line = JSONText.replacing(["uid", "story"], in: line) { value in
      guard value.utf8.count == 14, value.hasPrefix("R") else { return value }
      return Self.identifier(pseudonyms.noise(Array(value.utf8)[...]))
    }
    line = scrubber.scrubbed(line)
    guard
      let from = JSONText.endpoint("id.orig_h", "id.orig_p", in: line),
      let to = JSONText.endpoint("id.resp_h", "id.resp_p", in: line)
    else {
      return JSONText.replacing(["community_id"], in: line) { value in
        let noise = pseudonyms.noise(Array(value.utf8)[...])
        return "1:" + Self.text(noise.prefix(27), digits: Self.base64) + "="
      }
    }
    return JSONText.replacing(["community_id"], in: line) { _ in communityID(from, to) }
  }

  /// What stays of an interface's name that leads to one machine: Npcap's has an identifier, those of
  /// systemd can have the link address.
  private static func interface(_ name: String) -> String? {
    if name.contains("NPF_{") { return "NPF" }
    let digits = name.dropFirst(3)
    guard ["enx", "wlx", "wwx"].contains(name.prefix(3)), digits.utf8.count == 12,
      digits.utf8.allSatisfy(\.isHexDigit)
    else { return nil }
    return String(name.prefix(3))
  }

  private static let base16 = Array("0123456789abcdef".utf8)
  private static let base36 = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
  private static let base64 = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func text(_ noise: ArraySlice<UInt8>, digits: [UInt8]) -> String {
    String(decoding: noise.map { digits[Int($0) % digits.count] }, as: UTF8.self)
  }

  /// A letter and thirteen digits of base 36, as `uid`s are.
  private static func identifier(_ noise: [UInt8]) -> String {
    "R" + text(noise.prefix(13), digits: base36)
  }

  private func forEachLine(of source: CaptureSource, _ body: ([UInt8]) throws -> Void) throws {
    let opened = try OpenedInput(source, limits: limits)
    var line: [UInt8] = []
    while true {
      let chunk = opened.next(1 << 16)
      if chunk.isEmpty { break }
      var rest = chunk[...]
      while let end = rest.firstIndex(of: 0x0A) {
        line += rest[..<end]
        try body(line)
        line = []
        rest = rest[(end + 1)...]
      }
      line += rest
      guard line.count <= Self.longestLine else { throw Failure.lineTooLong }
    }
    if !line.isEmpty { try body(line) }
  }
}
