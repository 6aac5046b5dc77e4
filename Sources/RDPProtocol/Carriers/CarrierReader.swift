import CaptureReader
import TCPStreams

/// Follows a carrier's own messages until the session's bytes begin.
struct CarrierReader: Sendable {
  /// Requests and answers read before the carrier is given up.
  static let headLimit = 32

  private enum Stage: Sendable {
    case heads
    /// Passing over an answer's text.
    case body(Int)
    case webSocket
    /// The session's own bytes follow.
    case session
    /// A gateway's two HTTP channels, or what is not read further.
    case opaque
  }

  private(set) var carrier: Carrier?
  private var stages = PerSide<Stage>(client: .heads, server: .heads)
  private var buffers = PerSide<[UInt8]>(client: [], server: [])
  private var frames = PerSide(client: WebSocketFrames(), server: WebSocketFrames())
  private var packets = PerSide(client: GatewayPackets(), server: GatewayPackets())
  private var heads = 0
  let isInsideTLS: Bool
  private let ports: ServicePorts

  init(isInsideTLS: Bool, ports: ServicePorts = ServicePorts()) {
    self.isInsideTLS = isInsideTLS
    self.ports = ports
  }

  /// Whether bytes begin like a request that can open a carrier.
  static func begins(_ bytes: RawSpan) -> Bool {
    guard let word: UInt32 = bytes.bigEndian(at: 0) else { return false }
    switch word {
    // RDG_, RPC_, GET_, CONN
    case 0x5244_475F, 0x5250_435F, 0x4745_5420, 0x434F_4E4E: return true
    default: return false
    }
  }

  /// Takes a side's bytes and returns those of the session that is carried.
  mutating func receive(
    _ bytes: [UInt8], from side: Side, frame: ItemReference
  ) -> [UInt8] {
    switch stages[side] {
    case .heads:
      let searched = max(0, buffers[side].count - 3)
      buffers[side] += bytes
      guard let length = HTTPHead.length(of: buffers[side], from: searched) else {
        if buffers[side].count > HTTPHead.limit { giveUp(side) }
        return []
      }
      let head = HTTPHead(Array(buffers[side].prefix(length)))
      let rest = Array(buffers[side].dropFirst(length))
      buffers[side] = []
      heads += 1
      guard let head, heads <= Self.headLimit else {
        giveUp(side)
        return []
      }
      take(head, from: side, frame: frame)
      return rest.isEmpty ? [] : receive(rest, from: side, frame: frame)
    case .body(let remaining):
      let rest = Array(bytes.dropFirst(remaining))
      let left = remaining - (bytes.count - rest.count)
      stages[side] = left > 0 ? .body(left) : .heads
      return rest.isEmpty ? [] : receive(rest, from: side, frame: frame)
    case .webSocket: return unwrap(bytes, from: side, frame: frame)
    case .session: return bytes
    case .opaque: return []
    }
  }

  /// Bytes that wait for the end of a head or packet.
  var bufferedBytes: Int {
    buffers.client.count &+ buffers.server.count
      &+ packets.client.bufferedBytes &+ packets.server.bufferedBytes
  }

  /// Forgets what is not complete: what follows it cannot be told apart any more.
  mutating func dropBuffers() {
    for side in Side.allCases {
      if !buffers[side].isEmpty { giveUp(side) }
      packets[side].dropBuffer()
    }
  }

  /// Bytes are missing: what follows cannot be told apart any more.
  mutating func loseTrack(of side: Side) {
    if case .session = stages[side] { return }
    giveUp(side)
  }

  private mutating func giveUp(_ side: Side) {
    stages[side] = .opaque
    buffers[side] = []
  }

  private mutating func take(_ head: HTTPHead, from side: Side, frame: ItemReference) {
    switch (head.start, side) {
    case (.request(let method, let target), .client):
      guard let kind = kind(method, target, head) else {
        if carrier == nil { giveUp(.client) }
        return
      }
      var made = carrier ?? Carrier(kind: kind, basis: .read, frame: frame)
      made.kind = kind
      made.isInsideTLS = isInsideTLS
      made.host = kind == .proxy ? target : head.host ?? made.host
      made.connectionID = head.connectionID ?? made.connectionID
      made.correlationID = head.correlationID ?? made.correlationID
      carrier = made
      // The body of an IN channel never ends, and a CONNECT has none.
      if method == "RDG_IN_DATA" || kind == .gatewayRPC { stages.client = .opaque }
    case (.response(let status, let reason), .server):
      guard carrier != nil else { return giveUp(.server) }
      takeResponse(status, reason, head, frame: frame)
    case (.request, .server), (.response, .client):
      giveUp(side)
    }
  }

  private mutating func takeResponse(
    _ status: UInt16, _ reason: String, _ head: HTTPHead, frame: ItemReference
  ) {
    carrier?.response = Seen(Carrier.Response(status: status, reason: reason), frame)
    if status == 401 || status == 407 { carrier?.challenges += 1 }
    let opens = status == 101 || (status == 200 && carrier?.kind != .webSocket)
    guard opens, let kind = carrier?.kind else {
      if head.isChunked {
        giveUp(.server)
      } else {
        stages.server = head.contentLength.map { $0 > 0 ? .body($0) : .heads } ?? .heads
      }
      return
    }
    carrier?.isOpen = frame
    if status == 101 {
      stages = PerSide(client: .webSocket, server: .webSocket)
    } else if kind == .proxy {
      stages = PerSide(client: .session, server: .session)
    } else {
      stages.server = .opaque
    }
  }

  /// What a request opens; nil for any other web page.
  private func kind(_ method: String, _ target: String, _ head: HTTPHead) -> Carrier.Kind? {
    let path = target.lowercased()
    switch method {
    case "RDG_OUT_DATA", "RDG_IN_DATA":
      return head.upgrade == "websocket" ? .gatewayWebSocket : .gatewayHTTP
    // Other programs use RPC over HTTP too; the gateway's service is behind port 3388.
    case "RPC_IN_DATA", "RPC_OUT_DATA": return path.hasSuffix(":3388") ? .gatewayRPC : nil
    case "CONNECT": return CarrierRecognizer.isProxied(path, ports) ? .proxy : nil
    case "GET":
      guard head.upgrade == "websocket" else { return nil }
      if path.hasPrefix("/remotedesktopgateway") { return .gatewayWebSocket }
      return path == "/rdp" || path.hasPrefix("/rdp/") ? .webSocket : nil
    default: return nil
    }
  }

  private mutating func unwrap(
    _ bytes: [UInt8], from side: Side, frame: ItemReference
  ) -> [UInt8] {
    var data: [UInt8] = []
    var isBroken = false
    frames[side].consume(bytes[...]) { event in
      switch event {
      case .data(let part): data += part
      case .broken: isBroken = true
      case .close: break
      }
    }
    if isBroken { giveUp(side) }
    guard carrier?.kind == .gatewayWebSocket else { return data }
    var trace = carrier?.gateway ?? GatewayTrace()
    packets[side].consume(data, from: side, frame: frame, into: &trace)
    if trace != GatewayTrace() { carrier?.gateway = trace }
    return []
  }
}
