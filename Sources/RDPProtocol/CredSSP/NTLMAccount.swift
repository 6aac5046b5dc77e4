/// The account that the client's NTLM AUTHENTICATE names.
public struct NTLMAccount: Sendable, Hashable, Codable {
  public var user: String?
  public var domain: String?
  public var workstation: String?

  public init() {}
}
