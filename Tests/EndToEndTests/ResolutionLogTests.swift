import CaptureReader
import PacketDecode
import Testing

@testable import Analysis

@Suite("Resolution log") struct ResolutionLogTests {
  @Test("a flood of addresses is remembered to the limit")
  func limit() {
    var log = ResolutionLog()
    let frame = ItemReference(input: 0, frame: 1, time: Timestamp(nanoseconds: 0))
    func request(_ address: UInt32) -> AddressResolution {
      AddressResolution(
        isReply: false, sender: IPAddress(v4: 1), target: IPAddress(v4: address))
    }
    for address in 0...UInt32(ResolutionLog.limit) { log.note(request(address), frame: frame) }
    let last = UInt32(ResolutionLog.limit) - 1
    #expect(log[IPAddress(v4: last)]?.unanswered == 1)
    #expect(log[IPAddress(v4: last + 1)] == nil)
    // Those that are known are counted on.
    log.note(request(last), frame: frame)
    #expect(log[IPAddress(v4: last)]?.unanswered == 2)
  }
}
