import CaptureReader
import PacketDecode
import RDPProtocol
import TCPStreams

extension Inference {
  /// RDP over WebSocket inside TLS.
  private static let webSocketPorts: Set<UInt16> = [3387, 3392]

  /// Names a carrier of which only TLS was seen, by the name that the client asked for or by the
  /// port.
  static func hiddenCarrier(_ trace: ProtocolTrace, connection: ConnectionRecord) -> Carrier? {
    guard let hello = trace.tls.clientHelloFrame, trace.carrier == nil, !trace.hasRequest,
      !trace.hasConfirm, trace.mcs.connectInitial == nil
    else { return nil }
    let name = trace.tls.clientHello?.value.serverName
    var carrier: Carrier
    if let kind = name.flatMap(GatewayName.kind) {
      carrier = Carrier(kind: kind, basis: .serverName, frame: hello)
    } else if webSocketPorts.contains(connection.server.port) {
      carrier = Carrier(kind: .webSocket, basis: .port, frame: hello)
    } else {
      return nil
    }
    carrier.host = name
    carrier.isInsideTLS = true
    return carrier
  }
}
