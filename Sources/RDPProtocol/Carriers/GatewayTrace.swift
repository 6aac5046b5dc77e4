public import CaptureReader

/// What a gateway's packets said ([MS-TSGU] 2.2.10).
public struct GatewayTrace: Sendable, Hashable, Codable {
  /// The server that the client asked the gateway for.
  public var target: String?
  public var targetPort: UInt16?
  /// HRESULT by which the gateway refused, and at which step.
  public var refusal: Seen<Refusal>?
  public var isChannelOpen: ItemReference?
  public var closed: ItemReference?

  public struct Refusal: Sendable, Hashable, Codable {
    public var step: String
    public var status: UInt32
  }

  public init() {}
}
