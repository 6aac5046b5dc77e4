import CaptureReader
import Testing

@Suite("Ports of RDP") struct ServicePortsTests {
  @Test("a named port counts as RDP's over TCP and UDP, and no longer as merely likely")
  func named() {
    let ports = ServicePorts(named: [3390, 5000])
    #expect(ports.service == [3389, 3390, 5000])
    #expect(ports.udp == [3389, 3390, 3391, 5000])
    #expect(!ports.isLikely(3390))
    #expect(ports.isLikely(3388))
    #expect(ServicePorts().isLikely(3390))
    #expect(!ports.isService(443))
  }

  @Test("a set of ports holds what was put into it, at both ends too")
  func set() {
    var set = PortSet([0, 3389])
    set.insert(65_535)
    #expect([0, 3389, 65_535].allSatisfy { set.contains($0) })
    #expect(![1, 3388, 3390, 65_534].contains { set.contains($0) })
  }
}
