import Evidence
import TCPStreams

extension HealthRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("artefacts", artefacts)
    json.member("orig", orig)
    json.member("resp", resp)
    json.member("series", series)
    json.endObject()
  }
}

extension HealthRecord.Direction: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("backoff", backoff)
    json.member("bursts", bursts)
    json.member("bytes", bytes)
    json.member("data_packets", dataPackets)
    json.member("duplicate_acks", duplicateAcks)
    json.member("duplicate_sacks", duplicateSacks)
    json.member("fins", fins)
    json.member("first_reset", firstReset)
    json.member("keep_alives", keepAlives)
    json.member("keep_alives_unanswered", keepAlivesUnanswered)
    json.member("longest_silence_s", longestSilence)
    json.member("longest_zero_window_s", longestZeroWindow)
    json.member("loss_estimate", lossEstimate)
    json.member("lost_before_capture", lostBeforeCapture)
    json.member("missed_bytes", missedBytes)
    json.member("open_hole_bytes", openHoleBytes)
    json.member("outages", outages)
    json.member("packets", packets)
    json.member("reordered", reordered)
    json.member("resets", resets)
    json.member("retransmissions", retransmissions)
    json.member("rtt_baseline_s", roundTripBaseline)
    json.member("rtt_before_end_s", roundTripBeforeEnd)
    json.member("rtt_inflation", roundTripInflation)
    json.member("rtt_max_s", roundTripMaximum)
    json.member("rtt_min_s", roundTripMinimum)
    json.member("rtt_p50_s", roundTripMedian)
    json.member("rtt_p95_s", roundTrip95)
    json.member("rtt_samples", roundTripSamples)
    json.member("selective_acks", selectiveAcks)
    json.member("unacknowledged", unacknowledged)
    json.member("unique_bytes", uniqueBytes)
    json.member("window_full", windowFull)
    json.member("zero_window_probes", zeroWindowProbes)
    json.member("zero_windows", zeroWindows)
    json.endObject()
  }
}

extension HealthRecord.RetransmissionCounts: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("bytes", bytes)
    json.member("fast", fast)
    json.member("fin", fin)
    json.member("spurious", spurious)
    json.member("syn", syn)
    json.member("tail_loss_probe", tailLossProbe)
    json.member("timeout", timeout)
    json.member("total", total)
    json.endObject()
  }
}

extension HealthRecord.Tail: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("attempts", attempts)
    json.member("bytes", bytes)
    json.member("fin_only", finOnly)
    json.member("first_sent", firstSent)
    json.member("last_sent", lastSent)
    json.endObject()
  }
}

extension HealthRecord.Burst: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("backoff_factor", backoffFactor)
    json.member("bytes", bytes)
    json.member("end", end)
    json.member("repaired", repaired)
    json.member("segments", segments)
    json.member("start", start)
    json.endObject()
  }
}

extension HealthRecord.Reset: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("ack", hasACK)
    json.member("bytes_in_flight", bytesInFlight)
    json.member("frame", frame)
    json.member("hop_limit", hopLimit)
    json.member("hop_limits", hopLimits)
    json.member("identification", identification)
    json.member("kind", kind)
    json.member("sender_went_on", senderWentOn)
    json.member("sequence_offset", sequenceOffset)
    json.member("window", window)
    json.endObject()
  }
}

extension HealthRecord.BackoffRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("gives_up_after_s", givesUpAfter)
    json.member("gives_up_at", givesUpAt)
    json.member("pauses_s", pauses)
    json.member("schedule", schedule)
    json.member("subject", subject)
    json.member("timeout_s", timeout)
    json.endObject()
  }
}

extension HealthRecord.Interruption: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("acknowledged_bytes", acknowledgedBytes)
    json.member("attempts", attempts)
    json.member("duration_s", duration)
    json.member("end", end)
    json.member("peer_heard", peerHeard)
    json.member("recovered", recovered)
    json.member("start", start)
    json.endObject()
  }
}

extension HealthRecord.Series: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("length_s", length)
    json.member("orig", orig)
    json.member("resp", resp)
    json.member("start", start)
    json.endObject()
  }
}

extension HealthRecord.Course: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("bytes", bytes)
    json.member("packets", packets)
    json.member("retransmissions", retransmissions)
    json.member("rtt_min_s", roundTrips)
    json.endObject()
  }
}

extension HealthRecord.Artefacts: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("backward_steps", backwardSteps)
    json.member("copies", copies)
    json.member("interface_drops", interfaceDrops)
    json.member("largest_backward_step_s", largestBackwardStep)
    json.member("missed_bytes", missedBytes)
    json.member("one_sided", oneSided)
    json.member("oversized_segments", oversizedSegments)
    json.member("point", point)
    json.member("snapped", snapped)
    json.endObject()
  }
}

extension HealthRecord.Copies: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("identical", identical)
    json.member("routed", routed)
    json.member("same_packet_id", samePacketID)
    json.member("total", total)
    json.endObject()
  }
}
