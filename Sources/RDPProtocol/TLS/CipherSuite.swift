/// A cipher suite.
public struct CipherSuite: OpenCode {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }
}
