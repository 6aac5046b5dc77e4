import CaptureReader
import Evidence
import TCPStreams

extension HealthRecord {
  init(_ facts: WireFacts, naming inputs: InputNames) {
    self.init(
      orig: Direction(facts, .client, naming: inputs),
      resp: Direction(facts, .server, naming: inputs),
      series: facts.connection.series.map { Series($0) }, artefacts: Artefacts(facts))
  }
}

extension HealthRecord.Direction {
  init(_ facts: WireFacts, _ side: Side, naming inputs: InputNames) {
    let sent = facts[side]
    let histogram = sent.roundTrip.histogram
    let trend = facts.connection.roundTripTrends[side]
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
      roundTripBaseline: trend?.baseline.secondsRounded,
      roundTripBeforeEnd: trend?.beforeEnd.secondsRounded,
      roundTripInflation: trend?.inflation.rounded(toPlaces: 2),
      zeroWindows: sent.zeroWindows, longestZeroWindow: sent.longestZeroWindow.secondsRounded,
      zeroWindowProbes: sent.zeroWindowProbes, windowFull: sent.windowFull,
      keepAlives: sent.keepAlives, keepAlivesUnanswered: sent.keepAlivesUnanswered,
      fins: sent.finCount, resets: sent.resetCount,
      firstReset: HealthRecord.Reset(facts, side, naming: inputs),
      longestSilence: sent.longestSilence.secondsRounded,
      unacknowledged: sent.unacknowledged.map { .init($0, naming: inputs) },
      backoff: facts.connection.backoffs[side].map { .init($0) },
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
      segments: burst.segments, bytes: burst.bytes, repaired: burst.isRepaired,
      backoffFactor: burst.backoffFactor?.rounded(toPlaces: 2))
  }
}

extension HealthRecord.Interruption {
  init(_ outage: Outage, naming inputs: InputNames) {
    self.init(
      start: inputs.record(outage.start), end: outage.end.rfc3339,
      duration: outage.length.secondsRounded, attempts: outage.attempts,
      recovered: outage.recovered, peerHeard: outage.peerHeard,
      acknowledgedBytes: outage.acknowledged)
  }
}

extension HealthRecord.BackoffRecord {
  init(_ backoff: Backoff) {
    self.init(
      subject: backoff.subject, schedule: backoff.schedule,
      pauses: backoff.pauses.map(\.secondsRounded), timeout: backoff.timeout?.secondsRounded,
      givesUpAfter: backoff.givesUpAfter?.secondsRounded, givesUpAt: backoff.givesUpAt?.rfc3339)
  }
}

extension HealthRecord.Series {
  init(_ series: ConnectionSeries) {
    self.init(
      start: series.start.rfc3339, length: series.length.secondsRounded,
      orig: HealthRecord.Course(series.courses.client),
      resp: HealthRecord.Course(series.courses.server))
  }
}

extension HealthRecord.Course {
  init(_ course: ConnectionSeries.Course) {
    self.init(
      packets: course.packets, bytes: course.bytes, retransmissions: course.repeats,
      roundTrips: course.roundTrips.map { $0?.secondsRounded })
  }
}

extension HealthRecord.Artefacts {
  init(_ facts: WireFacts) {
    let capture = CaptureRecord(facts)
    self.init(
      point: capture.point,
      copies: HealthRecord.Copies(
        total: facts.connection.copies,
        identical: facts.connection.copies - facts.connection.routedCopies
          - facts.connection.copiesByPacketID,
        routed: facts.connection.routedCopies, samePacketID: facts.connection.copiesByPacketID),
      oneSided: capture.oneSided, missedBytes: capture.missedBytes,
      interfaceDrops: capture.interfaceDrops, snapped: capture.snapped,
      oversizedSegments: facts.connection.hasOversizedSegments,
      backwardSteps: facts.connection.backwardSteps,
      largestBackwardStep: facts.connection.largestBackwardStep.secondsRounded)
  }
}

extension HealthRecord.Reset {
  init?(_ facts: WireFacts, _ side: Side, naming inputs: InputNames) {
    guard let reset = facts[side].resets.first, let kind = facts.resetKind(of: side) else {
      return nil
    }
    self.init(
      kind: kind, frame: inputs.record(reset.frame), hopLimit: reset.hopLimit,
      hopLimits: facts[side].hopLimits.values, identification: reset.identification,
      window: reset.window, hasACK: reset.hasAck, sequenceOffset: reset.sequenceOffset,
      senderWentOn: reset.senderWentOn,
      bytesInFlight: facts[side.other].bytesInFlightAtReset)
  }
}
