/// Logon error of Save Session Info: type and data as on the wire.
public struct LogonNotice: Sendable, Hashable, Codable {
  public var type: UInt32
  public var data: UInt32
}
