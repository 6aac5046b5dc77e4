extension OpenCode where RawValue == UInt16 {
  /// Reserved values that TLS clients sprinkle in (RFC 8701).
  public var isGrease: Bool { ClientHello.isGrease(rawValue) }
}
