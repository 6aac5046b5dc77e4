import CaptureReader
import TCPStreams

extension HealthRecord {
  init(_ connection: ConnectionRecord, naming inputs: InputNames) {
    self.init(
      orig: Direction(connection.sent.client, naming: inputs),
      resp: Direction(connection.sent.server, naming: inputs))
  }
}

extension HealthRecord.Direction {
  init(_ sent: DirectionRecord, naming inputs: InputNames) {
    let histogram = sent.roundTrip.histogram
    self.init(
      packets: sent.packets, dataPackets: sent.dataPackets, bytes: sent.bytes,
      uniqueBytes: sent.uniqueBytes, retransmissions: .init(sent.retransmissions),
      lossEstimate: sent.lossEstimate.rounded(toPlaces: 4), reordered: sent.reordered,
      lostBeforeCapture: sent.lostBeforeCapture, missedBytes: sent.missedBytes,
      openHoleBytes: sent.openHoleBytes, duplicateAcks: sent.duplicateAcks,
      selectiveAcks: sent.selectiveAcks, duplicateSacks: sent.duplicateSacks,
      roundTripSamples: sent.roundTrip.samples,
      roundTripMinimum: sent.roundTrip.minimum?.secondsRounded,
      roundTripMedian: histogram.quantile(0.5)?.secondsRounded,
      roundTrip95: histogram.quantile(0.95)?.secondsRounded,
      roundTripMaximum: sent.roundTrip.maximum?.secondsRounded,
      zeroWindows: sent.zeroWindows, longestZeroWindow: sent.longestZeroWindow.secondsRounded,
      zeroWindowProbes: sent.zeroWindowProbes, windowFull: sent.windowFull,
      keepAlives: sent.keepAlives, keepAlivesUnanswered: sent.keepAlivesUnanswered,
      fins: sent.finCount, resets: sent.resetCount,
      longestSilence: sent.longestSilence.secondsRounded,
      unacknowledged: sent.unacknowledged.map { .init($0, naming: inputs) },
      bursts: sent.bursts.map { .init($0, naming: inputs) },
      outages: sent.outages.map { .init($0, naming: inputs) })
  }
}

extension HealthRecord.RetransmissionCounts {
  init(_ counts: Retransmissions) {
    self.init(
      total: counts.total, timeout: counts.timeout, fast: counts.fast,
      tailLossProbe: counts.tailLossProbe, spurious: counts.spurious, syn: counts.syn,
      fin: counts.fin, bytes: counts.bytes)
  }
}

extension HealthRecord.Tail {
  init(_ tail: UnacknowledgedTail, naming inputs: InputNames) {
    self.init(
      bytes: tail.bytes, attempts: tail.attempts, finOnly: tail.isFinOnly,
      firstSent: inputs.record(tail.firstSent), lastSent: inputs.record(tail.lastSent))
  }
}

extension HealthRecord.Burst {
  init(_ burst: RetransmissionBurst, naming inputs: InputNames) {
    self.init(
      start: inputs.record(burst.start), end: inputs.record(burst.end),
      segments: burst.segments, bytes: burst.bytes)
  }
}

extension HealthRecord.Interruption {
  init(_ outage: Outage, naming inputs: InputNames) {
    self.init(
      start: inputs.record(outage.start), end: outage.end.rfc3339,
      duration: outage.length.secondsRounded, attempts: outage.attempts,
      recovered: outage.recovered, peerHeard: outage.peerHeard)
  }
}
