/// TLS record types (RFC 8446 §5.1, RFC 6520).
package enum TLSContentType {
  package static var changeCipherSpec: UInt8 { 20 }
  package static var alert: UInt8 { 21 }
  package static var handshake: UInt8 { 22 }
  package static var applicationData: UInt8 { 23 }
  package static var heartbeat: UInt8 { 24 }
  /// 2¹⁴ + 2048 (RFC 5246 §6.2.3).
  package static let maximumLength = 18_432

  package static func isKnown(_ type: UInt8) -> Bool { type >= 20 && type <= 24 }
}
