extension WitnessRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("clock_error_s", clockError)
    json.member("clock_offset_s", clockOffset)
    json.member("input", input)
    json.member("kind", kind)
    json.member("point", point)
    json.endObject()
  }
}

extension PathRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("changes", changes)
    json.member("clean", clean)
    json.member("findings", findings)
    json.member("orig", orig)
    json.member("parts", parts)
    json.member("points", points)
    json.member("resp", resp)
    json.member("round_trip_s", roundTrip)
    json.endObject()
  }
}

extension PathRecord.DirectionRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("arrived", arrived)
    json.member("delay_max_s", delayLongest)
    json.member("delay_median_s", delayMedian)
    json.member("delay_p95_s", delayHigh)
    json.member("duplicated", duplicated)
    json.member("first_lost", firstLost)
    json.member("forged_resets", forgedResets)
    json.member("hops", hops)
    json.member("last_lost", lastLost)
    json.member("lost", lost)
    json.member("lost_bytes", lostBytes)
    json.member("missed_by_receiver", missedByReceiver)
    json.member("missed_by_sender", missedBySender)
    json.member("payload_changed", payloadChanged)
    json.member("reordered", reordered)
    json.member("sent", sent)
    json.member("unsent", unsent)
    json.endObject()
  }
}

extension PathRecord.PartRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("from", from)
    json.member("orig_lost", origLost)
    json.member("resp_lost", respLost)
    json.member("to", to)
    json.endObject()
  }
}
