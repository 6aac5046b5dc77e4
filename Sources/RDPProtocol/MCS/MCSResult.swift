/// Result of an MCS request (T.125 §7, part 7: `Result`).
public struct MCSResult: OpenCode {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let successful = MCSResult(rawValue: 0)

  public static let names: [UInt8: String] = [
    0: "rt-successful",
    1: "rt-domain-merging",
    2: "rt-domain-not-hierarchical",
    3: "rt-no-such-channel",
    4: "rt-no-such-domain",
    5: "rt-no-such-user",
    6: "rt-not-admitted",
    7: "rt-other-user-id",
    8: "rt-parameters-unacceptable",
    9: "rt-token-not-available",
    10: "rt-token-not-possessed",
    11: "rt-too-many-channels",
    12: "rt-too-many-tokens",
    13: "rt-too-many-users",
    14: "rt-unspecified-failure",
    15: "rt-user-rejected",
  ]
}
