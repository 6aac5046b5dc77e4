public import CaptureReader

/// What carries a session in place of a plain TCP connection to the server.
public struct Carrier: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Codable {
    /// RDP over WebSocket (ports 3387 and 3392).
    case webSocket = "websocket"
    /// Remote Desktop Gateway ([MS-TSGU]) over two HTTP channels.
    case gatewayHTTP = "gateway_http"
    /// Remote Desktop Gateway over WebSocket.
    case gatewayWebSocket = "gateway_websocket"
    /// Remote Desktop Gateway over RPC over HTTP (clients before 2012).
    case gatewayRPC = "gateway_rpc"
    /// A gateway, of which nothing but its name is seen.
    case gateway
    /// Azure Virtual Desktop's reverse connection.
    case virtualDesktop = "virtual_desktop"
    /// An HTTP proxy's CONNECT.
    case proxy
  }

  /// How it is known.
  public enum Basis: String, Sendable, Codable, CaseIterable {
    /// Its own messages were read.
    case read
    /// The server name that the client asked TLS for.
    case serverName = "server_name"
    case port
  }

  public var kind: Kind
  public var basis: Basis
  public var frame: ItemReference
  /// Host that was asked for: the gateway's name, or the proxy's target.
  public var host: String?
  public var isInsideTLS = false
  /// Identifiers by which gateway and broker logs name the connection.
  public var connectionID: String?
  public var correlationID: String?
  /// The last answer to a request.
  public var response: Seen<Response>?
  /// Answers that only asked for authentication: a hand-shake of NTLM or Kerberos takes one or two.
  public var challenges = 0
  /// The carrier is open: what follows is the session's, or a gateway's packets.
  public var isOpen: ItemReference?
  /// What the gateway's packets said, where they were read.
  public var gateway: GatewayTrace?

  public struct Response: Sendable, Hashable, Codable {
    public var status: UInt16
    /// The reason phrase: http.sys puts the logon status's name there.
    public var reason: String
  }

  public init(kind: Kind, basis: Basis, frame: ItemReference) {
    self.kind = kind
    self.basis = basis
    self.frame = frame
  }

  /// The session inside cannot be seen: only the carrier's own beginning and end.
  public var hidesSession: Bool { isInsideTLS || isGateway || basis != .read }

  public var isGateway: Bool {
    switch kind {
    case .gateway, .gatewayHTTP, .gatewayWebSocket, .gatewayRPC, .virtualDesktop: true
    case .webSocket, .proxy: false
    }
  }
}
