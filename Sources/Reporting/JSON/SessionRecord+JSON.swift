extension SessionRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("attempt", attempt)
    json.member("capture", capture)
    json.member("community_id", communityID)
    json.member("credssp", credssp)
    json.member("degraded", degraded)
    json.member("duration_s", duration)
    json.member("ended_by", endedBy)
    json.member("evidence", evidence)
    json.member("health", health)
    json.member("id.orig_h", originHost)
    json.member("id.orig_p", originPort)
    json.member("id.resp_h", responderHost)
    json.member("id.resp_p", responderPort)
    json.member("inputs", inputs)
    json.member("path", path)
    json.member("phase", phase)
    json.member("phases", phases)
    json.member("rdp", rdp)
    json.member("schema", schema)
    json.member("tls", tls)
    json.member("ts", ts)
    json.member("udp", udp)
    json.member("uid", uid)
    json.member("verdict", verdict)
    json.member("witnesses", witnesses)
    json.endObject()
  }
}

extension VerdictRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("alternatives", alternatives)
    json.member("cause", cause)
    json.member("code", code)
    json.member("confidence", confidence)
    json.member("next_action", nextAction)
    json.member("settled_by", settledBy)
    json.member("summary", summary)
    json.endObject()
  }
}

extension VerdictRecord.Alternative: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("cause", cause)
    json.member("code", code)
    json.member("confidence", confidence)
    json.endObject()
  }
}

extension EvidenceRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("bearing", bearing)
    json.member("code", code)
    json.member("frames", frames)
    json.member("summary", summary)
    json.member("weight", weight)
    json.endObject()
  }
}

extension FrameRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("frame", frame)
    json.member("input", input)
    json.member("ts", time)
    json.endObject()
  }
}

extension PhaseRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("inferred", inferred)
    json.member("phase", phase)
    json.member("start", start)
    json.endObject()
  }
}

extension AttemptRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("group", group)
    json.member("ordinal", ordinal)
    json.member("role", role)
    json.member("size", size)
    json.member("story", story)
    json.endObject()
  }
}

extension StoryRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("cause", cause)
    json.member("code", code)
    json.member("confidence", confidence)
    json.member("decided_by", decidedBy)
    json.member("duration_s", duration)
    json.member("outcome", outcome)
    json.member("summary", summary)
    json.member("ts", ts)
    json.endObject()
  }
}

extension CaptureRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("copies_removed", copiesRemoved)
    json.member("cut", cut)
    json.member("evicted", evicted)
    json.member("interface_drops", interfaceDrops)
    json.member("missed_bytes", missedBytes)
    json.member("one_sided", oneSided)
    json.member("orientation", orientation)
    json.member("point", point)
    json.member("snapped", snapped)
    json.endObject()
  }
}
