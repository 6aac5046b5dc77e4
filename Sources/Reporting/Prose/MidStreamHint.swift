import CaptureReader

/// Connections that had begun before their capture and were not followed, on ports where another capture
/// saw RDP: named, they are witnesses too. A batch looks at each series by itself and cannot know the
/// ports of the others before all are done.
public struct MidStreamHint {
  /// Ports said on standard error.
  private static let portsShown = 5
  /// Ports remembered; an input names at most eight.
  private static let mostPorts = 4_096
  /// Lower ports are other services' own (RFC 6335 §6): of RDP on 443 in one capture nothing follows for
  /// another one's.
  private static let firstPort: UInt16 = 1_024

  private struct Count {
    var inputs = 0
    var connections = 0
  }

  private var counts: [UInt16: Count] = [:]

  public init() {}

  public mutating func add(_ input: InputRecord) {
    for entry in input.contents?.midStreamPorts ?? [] {
      guard entry.port >= Self.firstPort,
        counts[entry.port] != nil || counts.count < Self.mostPorts
      else { continue }
      var count = counts[entry.port] ?? Count()
      count.inputs = count.inputs.addingSaturating(1)
      count.connections = count.connections.addingSaturating(entry.connections)
      counts[entry.port] = count
    }
  }

  /// Whether the line of an input may name such ports, told without decoding it.
  public static func mayConcern(_ line: ArraySlice<UInt8>) -> Bool {
    ByteSearch.holds("\"mid_stream_ports\"", in: line)
  }

  /// - Parameter ports: server ports of sessions that were seen to speak RDP.
  public func lines(ports: Set<UInt16>) -> [String] {
    let concerned = counts.filter { ports.contains($0.key) }.sorted { $0.key < $1.key }
    let lines = concerned.prefix(Self.portsShown).map { port, count in
      let isOne = count.connections == 1
      return "\(Quantity.count(count.inputs, "input")) "
        + "\(count.inputs == 1 ? "holds" : "hold") "
        + "\(Quantity.count(count.connections, "connection")) to port \(port) that began before the "
        + "capture; others speak RDP on that port: with --port \(port) "
        + "\(isOne ? "it is" : "they are") followed too"
    }
    let hidden = concerned.count - lines.count
    return lines
      + (hidden > 0 ? ["the same is true of \(Quantity.count(hidden, "more port"))"] : [])
  }
}
