/// `requestedProtocols` / `selectedProtocol` bits.
public struct SecurityProtocols: OptionSet, Sendable, Hashable, Codable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  public static let rdp: SecurityProtocols = []
  public static let ssl = SecurityProtocols(rawValue: 0x01)
  public static let hybrid = SecurityProtocols(rawValue: 0x02)
  public static let rdstls = SecurityProtocols(rawValue: 0x04)
  public static let hybridEx = SecurityProtocols(rawValue: 0x08)
  public static let aad = SecurityProtocols(rawValue: 0x10)

  public var names: [String] {
    isEmpty ? ["RDP"] : Self.known[rawValue]
  }

  private static let known = FlagNames([
    (0x01, "SSL"), (0x02, "HYBRID"), (0x04, "RDSTLS"), (0x08, "HYBRID_EX"), (0x10, "RDSAAD"),
  ])

  public var usesCredSSP: Bool { !isDisjoint(with: [.hybrid, .hybridEx]) }
}
