import CaptureReader
import Support
import Testing

@testable import RDPProtocol
@testable import TCPStreams

/// What waits for the end of a message is counted, and can be dropped at any time.
@Suite("Buffers of a session") struct BufferBudgetTests {
  /// Feeds trackers chunk by chunk.
  private struct Feeder {
    var tracker = SessionTracker()
    var offsets = PerSide(client: 0, server: 0)
    var frame = 0

    mutating func say(_ side: Side, _ bytes: [UInt8]) {
      frame += 1
      tracker.receive(
        StreamChunk(
          side: side, offset: offsets[side], length: bytes.count, isGap: false,
          hasBeginning: true,
          frame: ItemReference(
            input: 0, frame: frame, time: Timestamp(nanoseconds: Int64(frame)))),
        bytes.rawSpan)
      offsets[side] += bytes.count
    }
  }

  private static let head = Array("RDG_OUT_DATA /remoteDesktopGateway/ HTTP/1.1\r\n".utf8)
  private static let padding = [UInt8](repeating: 0x61, count: 20_000)

  @Test("bytes of every kind of unfinished message are counted")
  func counted() {
    var record = Feeder()
    record.say(.client, Vectors.request)
    record.say(.server, [3, 0, 0x40, 0] + Self.padding.prefix(10_000))
    #expect(record.tracker.bufferedBytes >= 10_000)
    var message = Feeder()
    message.say(.client, Vectors.request)
    message.say(.server, Vectors.confirmHybrid)
    message.say(.server, tlsRecord(22, [11, 0, 0x80, 0] + Self.padding.prefix(12_000)))
    #expect(message.tracker.bufferedBytes >= 12_000)
    var head = Feeder()
    head.say(.client, Self.head + Self.padding)
    #expect(head.tracker.bufferedBytes >= 20_000)
    // A chunk of many units, and one more that is not complete.
    var units = Feeder()
    units.say(.client, Vectors.request)
    units.say(.server, Vectors.confirmHybrid)
    units.say(
      .server,
      (0..<100).flatMap { _ in tlsRecord(21, [1, 90]) } + [22, 3, 3, 0x40, 0]
        + Self.padding.prefix(9_000))
    #expect(units.tracker.bufferedBytes >= 9_000)
  }

  @Test("what is dropped is said, leaves nothing behind, and what follows is understood")
  func dropped() {
    var talk = Feeder()
    talk.say(.client, Vectors.request)
    talk.say(.server, Vectors.confirmHybrid)
    talk.say(.client, Vectors.clientHello12)
    let certificate = handshake(HandshakeType.certificate, Array(Self.padding.prefix(10_000)))
    talk.say(.server, tlsRecord(22, Array(certificate.prefix(6_000))))
    #expect(talk.tracker.bufferedBytes > 0)
    talk.tracker.dropBuffers()
    #expect(talk.tracker.bufferedBytes == 0)
    talk.say(.server, tlsRecord(22, Array(certificate.dropFirst(6_000))))
    talk.say(.server, tlsRecord(22, handshake(HandshakeType.serverHelloDone, [])))
    #expect(talk.tracker.trace.hasDroppedBuffers)
    #expect(talk.tracker.trace.tls.certificate == nil)
    #expect(talk.tracker.trace.tls.serverHelloDone != nil)
  }

  @Test("a carrier's head that was dropped ends the reading of its side")
  func droppedHead() {
    var talk = Feeder()
    talk.say(.client, Self.head + Self.padding)
    talk.tracker.dropBuffers()
    #expect(talk.tracker.bufferedBytes == 0)
    talk.say(.client, Self.padding)
    #expect(talk.tracker.bufferedBytes == 0)
    #expect(talk.tracker.trace.hasDroppedBuffers)
  }
}
