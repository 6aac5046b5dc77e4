import Analysis
import Attribution
package import CaptureReader
import CaptureWriter
import Evidence
package import PacketDecode
import RDPProtocol
import TCPStreams

/// What decides which captures a packet goes into.
package struct PacketMeaning {
  /// The flow that it belongs to, or that an ICMP error quotes.
  package var pair: FlowPair?
  package var isQuoted = false
  package var segment: TCPSegment?
  package var source = Endpoint(address: IPAddress(high: 0, low: 0), port: 0)
  /// Where its data lies in the frame; nil where it is not part of the frame's bytes.
  package var payload: Range<Int>?
  package var ports: [UInt16] = []
  package var hosts: [IPAddress] = []
  /// Addresses whose link address is asked for or told.
  package var resolved: [IPAddress] = []

  package init(of record: borrowing PacketRecord, _ frame: RawSpan, by decoder: inout PacketDecoder)
  {
    var meaning = Self()
    decoder.decode(frame, record) { packet, data in
      let network = packet.network
      switch packet.transport {
      case .tcp(let segment):
        meaning.take(network, segment.sourcePort, segment.destinationPort)
        meaning.segment = segment
        if !network.isReassembled { meaning.payload = frame.byteOffsets(of: data) }
      case .udp(let datagram):
        meaning.take(network, datagram.sourcePort, datagram.destinationPort)
        if !network.isReassembled { meaning.payload = frame.byteOffsets(of: data) }
      case .icmpError(let error):
        meaning.isQuoted = true
        guard let from = error.quotedSourcePort, let to = error.quotedDestinationPort else {
          return
        }
        meaning.pair = FlowPair(
          Endpoint(address: error.quotedSource, port: from),
          Endpoint(address: error.quotedDestination, port: to), tunnel: network.tunnel)
      case .resolution(let resolution):
        meaning.resolved = [resolution.sender, resolution.target]
      case .echoReply:
        meaning.resolved = [network.source]
      }
    }
    self = meaning
  }

  private init() {}

  private mutating func take(_ network: NetworkHeader, _ from: UInt16, _ to: UInt16) {
    source = Endpoint(address: network.source, port: from)
    pair = FlowPair(
      source, Endpoint(address: network.destination, port: to), tunnel: network.tunnel)
    ports = [from, to]
    hosts = [network.source, network.destination]
  }
}
