public import CaptureReader

public struct ProtocolNote: Sendable, Hashable, Codable {
  public var code: String
  public var message: String
  public var frame: ItemReference?
}
