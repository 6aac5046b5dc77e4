import CaptureReader
import TCPStreams

/// Reads a gateway's packets of one direction until its channel is open ([MS-TSGU] 2.2.10.1).
struct GatewayPackets: Sendable {
  /// Packets read: tunnel and channel take five each way, renewed authentication a few more.
  static let packetLimit = 64
  /// Longest packet looked into.
  static let lengthLimit = 16_384

  private var buffer: [UInt8] = []
  private var skipping = 0
  private var count = 0
  private var isOver = false

  var bufferedBytes: Int { buffer.count }

  /// Forgets a packet that is not complete, and what follows it.
  mutating func dropBuffer() {
    guard !buffer.isEmpty else { return }
    isOver = true
    buffer = []
  }

  /// Takes bytes in order.
  mutating func consume(
    _ bytes: [UInt8], from side: Side, frame: ItemReference, into trace: inout GatewayTrace
  ) {
    guard !isOver else { return }
    let skipped = min(skipping, bytes.count)
    skipping -= skipped
    buffer += bytes.dropFirst(skipped)
    while buffer.count >= 8 {
      let (type, length) = Self.header(of: buffer)
      count += 1
      guard length >= 8, type >= 1, type <= 0x11, count <= Self.packetLimit else {
        isOver = true
        buffer = []
        return
      }
      if length > Self.lengthLimit {
        skipping = length - buffer.count
        if skipping < 0 { isOver = true }
        buffer = []
        return
      }
      guard buffer.count >= length else { return }
      let body = Array(buffer[8..<length])
      buffer.removeFirst(length)
      Self.take(type, body, from: side, frame: frame, into: &trace)
    }
  }

  private static func header(of packet: [UInt8]) -> (type: UInt16, length: Int) {
    let span = packet.rawSpan
    return (
      span.littleEndian(at: 0) ?? 0, Int(span.littleEndian(at: 4, as: UInt32.self) ?? 0)
    )
  }

  private static func take(
    _ type: UInt16, _ body: [UInt8], from side: Side, frame: ItemReference,
    into trace: inout GatewayTrace
  ) {
    let span = body.rawSpan
    switch (type, side) {
    case (0x2, .server): note("handshake", span.littleEndian(at: 0), frame, in: &trace)
    case (0x5, .server): note("tunnel", span.littleEndian(at: 2), frame, in: &trace)
    case (0x7, .server): note("tunnel authorization", span.littleEndian(at: 0), frame, in: &trace)
    case (0x8, .client):
      // Resources, alternatives, port, protocol, then names of length and UTF-16.
      trace.targetPort = span.littleEndian(at: 2)
      guard let length: UInt16 = span.littleEndian(at: 6) else { return }
      var units: [UInt16] = []
      while units.count < min(Int(length) / 2, 256),
        let unit: UInt16 = span.littleEndian(at: 8 + 2 * units.count), unit != 0
      {
        units.append(unit)
      }
      trace.target = String(decoding: units, as: UTF16.self)
    case (0x9, .server):
      let status: UInt32? = span.littleEndian(at: 0)
      note("channel", status, frame, in: &trace)
      if status == 0 { trace.isChannelOpen = trace.isChannelOpen ?? frame }
    case (0x10, _), (0x11, _): trace.closed = trace.closed ?? frame
    default: break
    }
  }

  /// 0x800759DD (E_PROXY_QUARANTINE_ACCESSDENIED) and its like: an HRESULT whose top bit is set.
  private static func note(
    _ step: String, _ status: UInt32?, _ frame: ItemReference, in trace: inout GatewayTrace
  ) {
    guard let status, status & 0x8000_0000 != 0, trace.refusal == nil else { return }
    trace.refusal = Seen(GatewayTrace.Refusal(step: step, status: status), frame)
  }
}
