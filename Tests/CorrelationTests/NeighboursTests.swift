import CaptureReader
import Evidence
import PacketDecode
import TCPStreams
import Testing

@testable import Correlation
@testable import RDPProtocol

@Suite("Neighbours and UDP transports") struct NeighboursTests {
  private typealias Sample = FactsSample

  @Test("each session knows the client's connections before and after it, across series")
  func neighbours() {
    let probe = Sample.session(
      from: 0, to: 1, client: Sample.client(port: 1001), phase: .x224, end: .serverFIN)
    let real = Sample.session(from: 3, to: 60, client: Sample.client(port: 1002), input: 1)
    let stranger = Sample.session(from: 2, to: 3, client: Sample.client(9))
    let found = Correlation([real, stranger, probe]).sessions
    #expect(found[2].wire?.surroundings.next?.phase == .active)
    #expect(found[0].wire?.surroundings.previous?.established == true)
    #expect(found[0].wire?.surroundings.next == nil)
    #expect(found[1].wire?.surroundings.previous == nil)
  }

  @Test("a second capture of the same connection is no neighbour")
  func copies() {
    let session = Sample.session(from: 0, to: 60)
    let copy = Sample.session(from: 0, to: 60, input: 1)
    let found = Correlation([session, copy]).sessions
    #expect(found.allSatisfy { $0.wire?.surroundings.next == nil })
    #expect(found.allSatisfy { $0.wire?.surroundings.previous == nil })
  }

  @Test("a UDP transport belongs to the newest session of its hosts that ran when it began")
  func transport() {
    let old = Sample.session(from: 0, to: 600, client: Sample.client(port: 1001), end: .none)
    let new = Sample.session(from: 100, to: 600, client: Sample.client(port: 1002), end: .none)
    let other = Sample.session(from: 100, to: 600, client: Sample.client(7), end: .none)
    let start = ItemReference(
      input: 0, frame: 900, time: Sample.start.advanced(by: .seconds(101)))
    let transport = UDPTransport(
      client: Sample.client(port: 50_000), server: Sample.server(), tunnel: 0, kind: .rdpeudp,
      first: start, last: start)
    let found = Correlation([old, new, other], transports: [transport]).sessions
    #expect(found.map { $0.wire?.surroundings.udp.count } == [0, 1, 0])
  }
}
