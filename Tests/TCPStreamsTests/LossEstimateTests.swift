import CaptureReader
import TCPStreams
import Support
import Testing

@Suite("Loss and bursts over a simulated link") struct LossEstimateTests {
  struct Setting: Sendable, CustomTestStringConvertible {
    var loss: Double
    var side: Side
    var seed: UInt64
    var testDescription: String { "\(loss * 100) % seen at the \(side), seed \(seed)" }

    static let all = [0.01, 0.02, 0.05, 0.1, 0.2].flatMap { loss in
      Side.allCases.flatMap { side in
        [11, 12].map { Setting(loss: loss, side: side, seed: $0) }
      }
    }
  }

  @Test("the estimate is within a tenth of the truth", arguments: Setting.all)
  func estimate(setting: Setting) {
    var link = SimulatedTransfer.Link()
    link.loss = setting.loss
    // Beyond that, segments are repeated because their only acknowledgement was lost, which without
    // DSACK looks like a loss of theirs.
    link.acknowledgmentLoss = min(0.1, setting.loss)
    link.reordering = 0.02
    link.duplication = 0.005
    let segments = max(6_000, Int(150 / setting.loss))
    let transfer = SimulatedTransfer(segments: segments, over: link, seed: setting.seed)
    let truth = Double(transfer.lost) / Double(transfer.sent)
    let sent = transfer.record(capturedAt: setting.side).sent.server
    #expect(sent.uniqueBytes == segments * SimulatedTransfer.segmentLength)
    #expect(
      abs(sent.lossEstimate / truth - 1) < 0.1,
      "estimate \(sent.lossEstimate), truth \(truth): \(sent.retransmissions), \(sent.lostBeforeCapture) late, \(sent.reordered) reordered"
    )
  }

  @Test(
    "a link that reorders and duplicates but loses nothing has no loss and no burst",
    arguments: Side.allCases, [0.02, 0.2, 0.5])
  func reordering(side: Side, share: Double) {
    var link = SimulatedTransfer.Link()
    link.reordering = share
    link.duplication = 0.02
    let transfer = SimulatedTransfer(segments: 6_000, over: link, seed: 21)
    let sent = transfer.record(capturedAt: side).sent.server
    #expect(sent.bursts.isEmpty)
    #expect(sent.outages.isEmpty)
    #expect(
      sent.lossEstimate < 0.0005,
      "\(sent.retransmissions), \(sent.lostBeforeCapture) late, \(sent.reordered) reordered")
    #expect(transfer.lost == 0)
  }

  @Test("detours longer than a round trip are no loss to who sees the first copies arrive")
  func longDetours() {
    var link = SimulatedTransfer.Link()
    link.reordering = 0.02
    link.detour = 50...150
    let transfer = SimulatedTransfer(segments: 6_000, over: link, seed: 61)
    let sent = transfer.record(capturedAt: .client).sent.server
    #expect(transfer.lost == 0)
    #expect(sent.retransmissions.spurious > 50, "the sender repeats in vain")
    #expect(
      sent.lossEstimate < 0.001,
      "\(sent.retransmissions), \(sent.lostBeforeCapture) late, \(sent.reordered) reordered")
    #expect(sent.bursts.isEmpty)
  }

  @Test(
    "losses close together are found as bursts, each of them",
    arguments: Side.allCases, [31, 32, 33] as [UInt64])
  func bursts(side: Side, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var link = SimulatedTransfer.Link()
    link.reordering = 0.05
    var start = 2_000.0
    for _ in 0..<10 {
      // A segment every 5 ms: between three and about twenty of them are lost.
      link.outages.append(start...start + Double.random(in: 16...100, using: &random))
      start += Double.random(in: 6_000...9_000, using: &random)
    }
    let transfer = SimulatedTransfer(segments: 20_000, every: 5, over: link, seed: seed)
    let sent = transfer.record(capturedAt: side).sent.server
    for outage in link.outages {
      let lost = transfer.losses.filter { outage.contains($0) }.count
      let found = sent.bursts.filter { burst in
        let begin = Double(burst.start.time.nanoseconds) / 1e6
        return begin >= outage.lowerBound && begin <= outage.upperBound + 2_000
      }
      #expect(lost >= 3)
      #expect(found.count == 1, "seed \(seed), \(lost) lost at \(outage)")
    }
    #expect(sent.bursts.count == link.outages.count)
  }

  @Test("losses far apart are no burst", arguments: Side.allCases) func isolated(side: Side) {
    var link = SimulatedTransfer.Link()
    link.outages = (1...12).map { Double($0) * 3_000...Double($0) * 3_000 + 4.9 }
    let transfer = SimulatedTransfer(segments: 8_000, every: 5, over: link, seed: 41)
    let sent = transfer.record(capturedAt: side).sent.server
    #expect(transfer.lost == 12)
    #expect(sent.bursts.isEmpty)
    #expect(sent.retransmissions.needed + sent.lostBeforeCapture == 12)
  }

  @Test("an interruption is an outage at both ends' captures", arguments: Side.allCases)
  func interruption(side: Side) {
    var link = SimulatedTransfer.Link()
    link.outages = [5_000...9_000]
    let transfer = SimulatedTransfer(segments: 3_000, every: 5, over: link, seed: 51)
    let sent = transfer.record(capturedAt: side).sent.server
    if side == .server {
      #expect(sent.outages.count == 1)
      #expect(sent.outages.first?.recovered == true)
      #expect((sent.outages.first?.length ?? .zero) > .seconds(3))
    } else {
      #expect(sent.longestSilence > .seconds(3))
    }
  }
}
