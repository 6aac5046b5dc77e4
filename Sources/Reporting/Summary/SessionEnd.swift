import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol

/// What a summary looks at in a session.
struct SessionEnd {
  let cause: Cause
  let code: String
  let isDegraded: Bool
  let fate: SessionFate
  /// Hours since 1970 at the session's last packet, which is when a drop happened; nil where the
  /// record's time is none.
  let hour: Int?
  let server: String
  let clientNetwork: String
  /// The client's site; nil where none is known.
  let site: String?
  let inputs: [String]
  /// Time of the first packet (RFC 3339).
  let start: String

  init(_ session: StoredRecord) {
    cause = session["verdict.cause"].text.flatMap(Cause.init(rawValue:)) ?? .undetermined
    code = session["verdict.code"].text ?? ""
    isDegraded = session["degraded"].boolean ?? false
    fate = SessionFate(
      code: VerdictCode(code), phase: session["phase"].text.flatMap(Phase.init(rawValue:)) ?? .tcp)
    let time = session["ts"].text.flatMap { Timestamp(rfc3339: $0) }
    // Records without a time of their own have the first moment of 1970.
    let isDated = time.map { $0.nanoseconds != 0 } ?? false
    start = isDated ? session["ts"].text ?? "" : ""
    let duration = session["duration_s"].real ?? 0
    hour = (isDated ? time : nil).map { start in
      let length = min(max(duration, 0), 1e9)
      let end = start.advanced(by: TimeSpan(nanoseconds: Int64(length * 1e9)))
      return Self.floor(Int(end.nanoseconds / 1_000_000_000), by: 3_600)
    }
    server = session["id.resp_h"].text ?? "unknown"
    clientNetwork = Self.network(of: session["id.orig_h"].text ?? "unknown")
    site = session["orig_site"].text
    inputs = session["inputs"].texts
  }

  /// The /24 of an IPv4 address, the /64 of an IPv6 address; other text is its own network.
  static func network(of host: String) -> String {
    guard let address = IPAddress(host) else { return host }
    if address.isV4 {
      let value = UInt32(truncatingIfNeeded: address.low) & 0xFFFF_FF00
      return "\(IPAddress(v4: value))/24"
    }
    return "\(IPAddress(high: address.high, low: 0))/64"
  }

  private static func floor(_ value: Int, by divisor: Int) -> Int {
    value / divisor - (value % divisor < 0 ? 1 : 0)
  }
}
