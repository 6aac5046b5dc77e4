import CaptureReader
import RDPProtocol

/// What carries a session in place of a plain connection to the server.
public struct CarrierRecord: Codable, Sendable {
  public var kind: String
  /// `read`, `server_name` or `port`: how it is known.
  public var basis: String
  @ExplicitNull public var host: String?
  public var insideTLS: Bool
  /// The session inside cannot be seen: the verdict is about the carrier.
  public var hidesSession: Bool
  @ExplicitNull public var connectionID: String?
  @ExplicitNull public var correlationID: String?
  /// The last HTTP answer.
  @ExplicitNull public var status: UInt16?
  @ExplicitNull public var reason: String?
  @ExplicitNull public var opened: FrameRecord?
  /// The server that the gateway was asked for.
  @ExplicitNull public var target: String?
  /// HRESULT by which the gateway refused.
  @ExplicitNull public var gatewayStatus: String?
  public var frame: FrameRecord

  enum CodingKeys: String, CodingKey {
    case kind, basis, host
    case insideTLS = "inside_tls"
    case hidesSession = "hides_session"
    case connectionID = "connection_id"
    case correlationID = "correlation_id"
    case status, reason, opened, target
    case gatewayStatus = "gateway_status"
    case frame
  }
}

extension CarrierRecord {
  init(_ carrier: Carrier, naming inputs: InputNames) {
    let gateway = carrier.gateway
    self.init(
      kind: carrier.kind.rawValue, basis: carrier.basis.rawValue, host: carrier.host,
      insideTLS: carrier.isInsideTLS, hidesSession: carrier.hidesSession,
      connectionID: carrier.connectionID, correlationID: carrier.correlationID,
      status: carrier.response?.value.status, reason: carrier.response?.value.reason,
      opened: carrier.isOpen.map(inputs.record),
      target: gateway?.target.map { name in
        gateway?.targetPort.map { "\(name):\($0)" } ?? name
      },
      gatewayStatus: gateway?.refusal.map { RDPNames.hexadecimal($0.value.status) },
      frame: inputs.record(carrier.frame))
  }
}
