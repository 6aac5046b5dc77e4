import Evidence
import LogReader
import PacketDecode
import RDPProtocol
import TCPStreams

/// Puts what the session is known by in the place of the words that stand for it in commands: `HOST`,
/// `HOST.DOMAIN` (the name in the certificate), `NAME`, `DOMAIN`, and port 3389; and lets commands that read
/// Windows' event logs begin at the session's end.
///
/// The values come from packets and logs, and people paste commands. Only a value that every shell reads as
/// one plain word is filled in; without one the placeholder stays.
struct KnownNames {
  let facts: SessionFacts

  /// `text` with what is known.
  static func fill(_ text: String, from facts: SessionFacts) -> String {
    let text = facts.wire.map { EventWindow.limited(text, from: $0.endTime) } ?? text
    guard holdsPlaceholder(text) else { return text }
    var filled = KnownNames(facts: facts).filled(text)
    // Tools that only ask about a host say nothing without one.
    for command in askers where filled.hasSuffix(command) {
      filled.removeLast(command.count)
    }
    return filled
  }

  /// There is something in the text that is filled in for some sessions.
  static func mayFill(_ text: String) -> Bool { EventWindow.has(text) || holdsPlaceholder(text) }

  private static let askers = [" `pathping HOST`", " `tracert HOST`", " `nslookup NAME`"]

  private enum Placeholder: String, CaseIterable {
    /// The longer before those that they begin with.
    case certificate = "HOST.DOMAIN"
    case host = "HOST"
    case user = "NAME"
    case domain = "DOMAIN"
    case port = "3389"
    /// As the registry shows the port.
    case registryPort = "0xd3d"
  }

  /// Most sentences have none, and this is asked for each session.
  private static func holdsPlaceholder(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    // A run of four covers every fourth byte.
    var place = shortest - 1
    while place < bytes.count {
      if isOfPlaceholder(bytes[place]) {
        var (start, end) = (place, place + 1)
        while start > 0, isOfPlaceholder(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, isOfPlaceholder(bytes[end]) { end += 1 }
        if end - start >= shortest { return true }
      }
      place += shortest
    }
    return false
  }

  /// Every placeholder has so many capitals or digits of a port in a row.
  private static let shortest = 4

  private static func isOfPlaceholder(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x33, 0x38, 0x39: true
    default: false
    }
  }

  private func filled(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var place = 0
    while place < bytes.count {
      guard Self.begins(bytes[place]), let found = Self.placeholder(at: place, in: bytes) else {
        result.append(bytes[place])
        place += 1
        continue
      }
      let length = found.rawValue.utf8.count
      let before = bytes[..<place]
      let after = bytes[(place + length)...]
      result += (value(of: found, before: before, after: after) ?? found.rawValue).utf8
      place += length
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Asked for each byte of a text.
  private static func begins(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "H"), UInt8(ascii: "N"), UInt8(ascii: "D"), UInt8(ascii: "3"),
      UInt8(ascii: "0"):
      true
    default: false
    }
  }

  private static func placeholder(at place: Int, in bytes: [UInt8]) -> Placeholder? {
    guard place == 0 || !isWord(bytes[place - 1]) else { return nil }
    return Placeholder.allCases.first { placeholder in
      let word = placeholder.rawValue.utf8
      guard bytes[place...].starts(with: word) else { return false }
      let end = place + word.count
      return end == bytes.count || !isWord(bytes[end])
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }

  private func value(
    of placeholder: Placeholder, before: ArraySlice<UInt8>, after: ArraySlice<UInt8>
  ) -> String? {
    func follows(_ words: String...) -> Bool { words.contains { before.ends(with: $0.utf8) } }
    switch placeholder {
    case .certificate: return Self.plain(certificateName)
    case .host where after.starts(with: ".rdp".utf8): return nil
    // Kerberos and saved credentials know the name that was typed, never another one.
    case .host where follows("TERMSRV/"): return Self.plain(askedName)
    case .host: return Self.plain(address ?? askedName)
    // An address needs no look-up, and is not the name that was not found.
    case .user where follows("nslookup "):
      return askedName.flatMap { IPAddress($0) == nil ? Self.plain($0) : nil }
    // Quoted: the name of a device.
    case .user where follows("\"", "-"): return nil
    case .user: return Self.plain(user)
    case .domain where follows(":") || after.starts(with: "\\NAME".utf8):
      return Self.plain(domain)
    case .domain: return nil
    case .port where follows("-P ", "-p ", "findstr ", "grep ", "-Port ", "PortNumber = "):
      return port
    case .port: return nil
    case .registryPort:
      return facts.identity.server.flatMap {
        $0.port == 0 ? nil : "0x\(String($0.port, radix: 16))"
      }
    }
  }

  /// A word that no shell takes for more than itself.
  private static func plain(_ value: String?) -> String? {
    guard let value, let first = value.utf8.first, value.utf8.count <= 253 else { return nil }
    let isPlain = value.utf8.allSatisfy { byte in
      isWord(byte) || byte == 0x2D || byte == 0x2E || byte == 0x3A
    }
    return isPlain && (isWord(first) || first == 0x3A) ? value : nil
  }
}

extension KnownNames {
  private var wire: WireFacts? { facts.wire }

  private var address: String? { facts.identity.server.map { "\($0.address)" } }

  private var port: String? {
    facts.identity.server.flatMap { $0.port == 0 ? nil : "\($0.port)" }
  }

  /// The server by the name that the client asked for.
  private var askedName: String? {
    facts.identity.serverName ?? wire?.trace.decrypted?.credssp.server.dnsComputer
  }

  private var certificateName: String? {
    guard let subject = wire?.trace.tls.certificate?.value.subject else { return nil }
    let part = subject.split(separator: ",").first { part in
      part.drop { $0 == " " }.hasPrefix("CN=")
    }
    return part.map { String($0.drop { $0 == " " }.dropFirst(3)) }
  }

  private var account: (user: String?, domain: String?) {
    if let account = wire?.trace.decrypted?.credssp.account, account.user != nil {
      return (account.user, account.domain)
    }
    if let user = facts.identity.user ?? facts.logs.compactMap(\.session.user).first {
      return Self.split(user)
    }
    // mstsc cuts the name in its request after nine characters: a longer one may not be whole.
    guard let cookie = wire?.trace.request?.value.cookie, cookie.utf8.count < Self.longestCookie
    else { return (nil, nil) }
    return Self.split(cookie)
  }

  private static let longestCookie = 9

  private var user: String? { account.user }
  private var domain: String? { account.domain }

  /// `CORP\anja` into its parts.
  private static func split(_ name: String) -> (user: String?, domain: String?) {
    let parts = name.split(separator: "\\", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return (parts.count == 1 ? name : nil, nil) }
    return (String(parts[1]), String(parts[0]))
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with words: String.UTF8View) -> Bool {
    count >= words.count && suffix(words.count).elementsEqual(words)
  }
}
