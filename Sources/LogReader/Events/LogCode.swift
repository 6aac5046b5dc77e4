/// A number that a program gave for a reason, and whose number it is.
public struct LogCode: Hashable, Sendable, Codable {
  public var system: System
  public var value: UInt32
  /// The name that the log gives beside the number.
  public var name: String?

  public init(_ system: System, _ value: UInt32, name: String? = nil) {
    self.system = system
    self.value = value
    // FreeRDP prints "(null)" for a status that it has no name for.
    self.name = name.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A family of numbers; more may be added.
  public struct System: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let ntStatus = System(rawValue: "ntstatus")
    public static let hresult = System(rawValue: "hresult")
    /// Win32 and Winsock errors: 64, 121, 1226, 10054.
    public static let win32 = System(rawValue: "win32")
    /// Linux `errno`.
    public static let errno = System(rawValue: "errno")
    /// FreeRDP's last error: class in the upper half.
    public static let freeRDP = System(rawValue: "freerdp")
    /// `[MS-RDPBCGR]` 2.2.5.1.1 Set Error Info, which is also LocalSessionManager's reason.
    public static let errorInfo = System(rawValue: "error_info")
    /// `discReason` of Microsoft's ActiveX client.
    public static let disconnectReason = System(rawValue: "disconnect_reason")
    /// RdpCoreTS 103.
    public static let rdpCoreReason = System(rawValue: "rdpcore_reason")
    /// `[MS-RDPBCGR]` 2.2.1.2.2 negotiation failure.
    public static let negotiation = System(rawValue: "negotiation_failure")
    /// Status of an HTTP answer, as gateways give them.
    public static let http = System(rawValue: "http")
    public static let tlsAlert = System(rawValue: "tls_alert")
    /// Codes of Azure Virtual Desktop's diagnostics.
    public static let virtualDesktop = System(rawValue: "avd")
  }

  /// Hexadecimal where that is how people know the number.
  public var text: String {
    let isDecimal: Bool =
      switch system {
      case .errno, .win32, .http, .tlsAlert, .rdpCoreReason, .virtualDesktop: true
      default: false
      }
    let number = isDecimal ? String(value) : "0x" + String(value, radix: 16, uppercase: true)
    return name.map { "\($0) (\(number))" } ?? number
  }
}
