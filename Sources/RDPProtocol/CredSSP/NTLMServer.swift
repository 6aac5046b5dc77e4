public import CaptureReader

/// What the server's NTLM CHALLENGE tells of it.
public struct NTLMServer: Sendable, Hashable, Codable {
  public var targetName: String?
  public var netBIOSComputer: String?
  public var netBIOSDomain: String?
  public var dnsComputer: String?
  public var dnsDomain: String?
  public var dnsForest: String?
  /// The server's clock when it made the challenge.
  public var time: Timestamp?

  public init() {}
}
