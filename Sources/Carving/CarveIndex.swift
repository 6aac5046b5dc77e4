import Analysis
import Attribution
import CaptureReader
import CaptureWriter
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Which carved captures a packet belongs to.
struct CarveIndex {
  struct Flow {
    var file: Int
    var connection: Int
  }

  /// A stretch of time within which packets of other protocols belong to a capture.
  struct Span {
    var file: Int
    var inputs: ClosedRange<Int>
    var times: ClosedRange<Timestamp>

    func contains(_ record: PacketRecord, input: Int) -> Bool {
      inputs.contains(input) && times.contains(record.time)
    }
  }

  private(set) var flows: [FlowPair: [Flow]] = [:]
  private(set) var datagrams: [FlowPair: [Span]] = [:]
  /// Captures that need to know who asked for an address on the link.
  private(set) var resolutions: [IPAddress: [Span]] = [:]
  /// Captures that need the client's requests to Kerberos servers.
  private(set) var kerberos: [IPAddress: [Span]] = [:]
  private(set) var frames: [FrameKey: [(file: Int, comments: [String])]] = [:]
  private(set) var inputs: Set<Int> = []

  mutating func add(_ file: Int, _ carved: CarvedFile, comments: [FrameKey: [String]]) {
    for (number, connection) in carved.connections.enumerated() {
      flows[connection.pair, default: []].append(Flow(file: file, connection: number))
      inputs.formUnion(connection.inputs)
    }
    for (frame, texts) in comments {
      frames[frame, default: []].append((file, texts))
      inputs.insert(frame.input)
    }
  }

  /// What is needed beside the connection itself.
  mutating func add(surroundingsOf wire: WireFacts, inputs: ClosedRange<Int>, to file: Int) {
    let record = wire.connection
    for transport in wire.surroundings.udp {
      datagrams[FlowPair(transport.client, transport.server, tunnel: transport.tunnel), default: []]
        .append(
          Span(
            file: file, inputs: inputs,
            times: transport.first.time...max(transport.first.time, transport.last.time)))
    }
    let end = max(record.first.time, record.captureEnd)
    let span = Span(file: file, inputs: inputs, times: record.first.time...end)
    if wire.surroundings.unansweredResolutions > 0 || wire.surroundings.pingReply != nil {
      resolutions[record.server.address, default: []].append(span)
    }
    if wire.surroundings.unansweredKerberos > 0 {
      kerberos[record.client.address, default: []].append(span)
    }
  }
}
