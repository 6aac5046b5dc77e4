import CaptureReader
import SwiftASN1

/// What a negotiation token holds: SPNEGO (RFC 4178) unwrapped, or a mechanism's token by itself.
struct SPNEGO: Hashable, Sendable {
  /// Mechanisms by name.
  enum Mechanism: String, Sendable {
    case ntlm = "NTLM"
    case kerberos = "Kerberos"
    case kerberosUserToUser = "Kerberos user-to-user"
    case negoEx = "NEGOEX"
  }

  /// Offered by the client, or chosen by the server.
  var mechanisms: [Mechanism] = []
  /// NegTokenResp's state: 0 completed, 1 incomplete, 2 rejected, 3 request MIC.
  var state: UInt8?
  var ntlm: NTLMSSP?
  /// KRB-ERROR's code inside the token (RFC 4120 §7.5.9).
  var kerberosError: KerberosErrorCode?

  /// Reads a token; what is not known is left out.
  init(_ token: [UInt8]) {
    if NTLMSSP.isMessage(token) {
      mechanisms = [.ntlm]
      ntlm = NTLMSSP(token)
      return
    }
    guard token.count <= TSRequest.lengthLimit else { return }
    // GSS-API's frame ([APPLICATION 0] mechanism, inner token) holds no DER inside for Kerberos.
    if token.first == 0x60 {
      takeFrame(token, isOuter: true)
    } else if let node = try? BER.parse(token) {
      take(node)
    }
  }

  /// - Parameter isOuter: SPNEGO may be inside; inside of SPNEGO only a mechanism's token is.
  private mutating func takeFrame(_ token: [UInt8], isOuter: Bool) {
    var reader = ByteReader(token.rawSpan)
    guard (try? reader.skip(1)) != nil, (try? reader.readBERLength()) != nil,
      let tag: UInt8 = try? reader.read(), tag == 6, let length = try? reader.readBERLength(),
      let identifier = try? reader.readSpan(length).copied(limit: 16)
    else { return }
    let rest = reader.rest().copied()
    if identifier == Self.spnego {
      if isOuter, let node = try? BER.parse(rest) { take(node) }
    } else {
      takeKerberos(identifier, rest)
    }
  }

  /// Kerberos' inner token: two bytes of type, then the message (RFC 4121 §4.1).
  private mutating func takeKerberos(_ identifier: [UInt8], _ rest: [UInt8]) {
    guard let mechanism = Self.names[identifier] else { return }
    if mechanisms.isEmpty { mechanisms = [mechanism] }
    guard rest.starts(with: [3, 0, 0x7E]), let node = try? BER.parse(rest.dropFirst(2)),
      let code = node.firstChild?.child(6)?.firstChild?.integer
    else { return }
    kerberosError = KerberosErrorCode(rawValue: UInt32(truncatingIfNeeded: code))
  }

  private mutating func take(_ node: ASN1Node) {
    guard let sequence = node.firstChild else { return }
    if node.identifier.isContext(0) {
      if let list = sequence.child(0)?.firstChild, case .constructed(let items) = list.content {
        mechanisms = items.prefix(8).compactMap { $0.octets.flatMap { Self.names[$0] } }
      }
    } else if node.identifier.isContext(1) {
      state = sequence.child(0)?.firstChild?.integer.flatMap { UInt8(exactly: $0) }
      if let chosen = sequence.child(1)?.firstChild?.octets.flatMap({ Self.names[$0] }) {
        mechanisms = [chosen]
      }
    } else {
      return
    }
    guard let inner = sequence.child(2)?.firstChild?.octets else { return }
    if NTLMSSP.isMessage(inner) {
      ntlm = NTLMSSP(inner)
    } else if inner.first == 0x60 {
      let kept = (mechanisms, state)
      takeFrame(inner, isOuter: false)
      if !kept.0.isEmpty { mechanisms = kept.0 }
      state = kept.1
    }
  }

  /// Contents of the object identifiers.
  private static let spnego: [UInt8] = [0x2B, 6, 1, 5, 5, 2]
  private static let names: [[UInt8]: Mechanism] = [
    // 1.3.6.1.4.1.311.2.2.10
    [0x2B, 6, 1, 4, 1, 0x82, 0x37, 2, 2, 0x0A]: .ntlm,
    // 1.3.6.1.4.1.311.2.2.30
    [0x2B, 6, 1, 4, 1, 0x82, 0x37, 2, 2, 0x1E]: .negoEx,
    // 1.2.840.113554.1.2.2 and Microsoft's 1.2.840.48018.1.2.2
    [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x12, 1, 2, 2]: .kerberos,
    [0x2A, 0x86, 0x48, 0x82, 0xF7, 0x12, 1, 2, 2]: .kerberos,
    // 1.2.840.113554.1.2.2.3
    [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x12, 1, 2, 2, 3]: .kerberosUserToUser,
  ]
}
