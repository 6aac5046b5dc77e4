import Analysis
import CaptureReader
@testable import Reporting
import Testing

@Suite("Report without sessions") struct EmptyFindingTests {
  @Test("says what the capture holds and how to name a port")
  func otherTraffic() {
    var input = Sample.input()
    input.contents.packets = 412
    input.contents.tcpSegments = 300
    input.contents.tcpConnections = 3
    input.contents.udpDatagrams = 12
    input.contents.topPorts = [.init(port: 443, connections: 2), .init(port: 80, connections: 1)]
    #expect(
      text([input]) == """
        No RDP session found.
          capture.pcapng holds 412 packets, 3 TCP connections (to port 443: 2, 80: 1),
            12 UDP datagrams
          Try   RDP is found on port 3389, and on any port where the capture has a
                connection's start. If the server listens elsewhere, name the port:
                --port N

        """)
  }

  @Test("counts what began before the capture, and names its port")
  func midStream() {
    var input = Sample.input()
    input.contents.packets = 146
    input.contents.tcpSegments = 146
    input.contents.midStreamConnections = 1
    input.contents.midStreamPorts = [.init(port: 4489, connections: 1)]
    let told = text([input])
    #expect(told.contains("0 TCP connections, 1 that began before it"))
    #expect(told.contains("(probably to port 4489: 1)"))
    #expect(told.contains("--port 4489"))
  }

  @Test("points out RDP over UDP without its TCP connection")
  func sideChannel() {
    var input = Sample.input()
    input.contents.packets = 40
    input.contents.udpDatagrams = 40
    input.contents.rdpOverUDP = 40
    let told = text([input])
    #expect(told.contains("Try   There is RDP over UDP here."))
    #expect(told.contains("Try   No TCP was captured"))
  }

  @Test("says when a capture is empty, and when nothing could be read")
  func nothing() {
    #expect(text([Sample.input(packets: 0)]).contains("capture.pcapng holds no packets"))
    #expect(text([Sample.unreadable()]) == "No input could be read.\n")
  }

  private func text(_ inputs: [InputReport]) -> String {
    TextReport(.init(style: TerminalStyle())).text(of: Sample.report([], inputs: inputs))
  }
}
