import PacketDecode
import TCPStreams

/// What one input of a series holds.
struct InputTally {
  var statistics = DecodeStatistics()
  var openings = PortTally()
  /// Conversations that had begun before, by port.
  var midStream = PortTally()
  var rdpOverUDP = 0
  /// Segments of connections beyond the limit of those followed.
  var unfollowedSegments = 0

  var contents: CaptureContents {
    var contents = CaptureContents()
    contents.packets = statistics.packets
    contents.tcpSegments = statistics.tcp
    contents.udpDatagrams = statistics.udp
    contents.tcpConnections = openings.total
    contents.topPorts = openings.top(8)
    contents.midStreamConnections = midStream.total
    contents.midStreamPorts = midStream.top(8)
    contents.rdpOverUDP = rdpOverUDP
    contents.unsupportedLinks = statistics.unsupportedLinks
    contents.concealed = statistics.concealed
    contents.unfollowedSegments = unfollowedSegments
    return contents
  }
}
