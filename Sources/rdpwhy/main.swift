import Analysis
import CaptureReader
import TCPStreams
import PacketDecode
import RDPProtocol
import Evidence
for path in CommandLine.arguments.dropFirst() {
  print("=====", path)
  for f in CaptureAnalyzer.dump([.file(path)], options: AnalysisOptions()) {
    let c = f.connection
    print("--", c.client.address, c.client.port, ">", c.server.address, c.server.port, c.orientation, c.capturePoint, "copies", c.copies)
    let t0 = c.first.time
    func T(_ r: FrameReference?) -> String { r.map { "#\($0.frame)@\(Double(Int($0.time.since(t0).milliseconds))/1000)" } ?? "-" }
    print("  hs syn \(c.handshake.synCount) synack \(T(c.handshake.synAck)) rtt", c.handshake.serverRoundTrip?.milliseconds as Any, c.handshake.clientRoundTrip?.milliseconds as Any)
    for s in Side.allCases {
      let d = c.sent[s]
      print("  \(s): pk \(d.packets) data \(d.dataPackets) bytes \(d.bytes) uniq \(d.uniqueBytes) rtx[to \(d.retransmissions.timeout) fast \(d.retransmissions.fast) tlp \(d.retransmissions.tailLossProbe) spur \(d.retransmissions.spurious) syn \(d.retransmissions.syn) fin \(d.retransmissions.fin)] ooo \(d.reordered) lbc \(d.lostBeforeCapture) missed \(d.missedBytes) hole \(d.openHoleBytes) dup \(d.duplicateAcks) sack \(d.selectiveAcks) dsack \(d.duplicateSacks) zw \(d.zeroWindows)\(T(d.zeroWindowSince)) ka \(d.keepAlives)/\(d.keepAlivesUnanswered) loss \(d.lossEstimate)")
      print("     rtt", d.roundTrip.samples, d.roundTrip.minimum?.milliseconds as Any, d.roundTrip.smoothed?.milliseconds as Any, d.roundTrip.histogram.quantile(0.95)?.milliseconds as Any, "ttl", d.hopLimits.values, "last", T(d.lastPacket), "lastData", T(d.lastData), "fin", T(d.fin), d.finAcknowledged, "silence", d.longestSilence.seconds)
      for r in d.resets { print("     RST \(T(r.frame)) ttl \(r.hopLimit) id \(r.identification as Any) win \(r.window) ack \(r.hasAck) ts \(r.hasTimestamps) off \(r.sequenceOffset) answers \(r.answersAcknowledgment) sinceOther \(r.sinceOther?.milliseconds as Any) sinceOwn \(r.sinceOwn?.milliseconds as Any) wentOn \(r.senderWentOn)") }
      if let u = d.unacknowledged { print("     UNACKED \(u.bytes) first \(T(u.firstSent)) last \(T(u.lastSent)) attempts \(u.attempts) len \(u.segmentLength) finOnly \(u.isFinOnly)") }
      for o in d.outages { print("     OUTAGE \(T(o.start)) \(o.length.seconds)s attempts \(o.attempts) rec \(o.recovered) heard \(o.peerHeard)") }
      for b in d.bursts { print("     BURST \(T(b.start))-\(T(b.end)) n \(b.segments)") }
    }
    for i in c.icmpErrors { print("  ICMP", i.type, i.code, i.reporter, i.about) }
    let t = f.trace
    print("  rec \(t.recognised) CR \(t.request?.value.requestedProtocols?.names as Any) cookie \(t.request?.value.cookie as Any) CC \(t.confirm?.value as Any) foreign \(t.foreignBytes.client) \(t.foreignBytes.server) ferr \(t.framingErrors.client)/\(t.framingErrors.server) \(T(t.firstFramingError?.frame)) lost \(T(t.lostTrack.client)) \(T(t.lostTrack.server))")
    print("  CH \(T(t.tls.clientHello?.frame)) max \(String(t.tls.clientHello?.value.maximumVersion ?? 0, radix: 16)) SH \(T(t.tls.serverHello?.frame)) v \(String(t.tls.version ?? 0, radix: 16)) cs \(String(t.tls.serverHello?.value.cipherSuite ?? 0, radix: 16)) cert \(t.tls.certificate?.value.subject as Any) fin \(T(t.tls.finished.client))/\(T(t.tls.finished.server)) ccs \(T(t.tls.changeCipherSpec.client))/\(T(t.tls.changeCipherSpec.server)) mid \(t.tls.midStream) app \(t.tls.applicationRecords.client)/\(t.tls.applicationRecords.server)")
    for a in t.tls.alerts { print("   ALERT \(a.side) \(a.level as Any) \(a.code as Any) enc \(a.isEncrypted) \(T(a.frame))") }
    print("   first:", t.tls.firstRecords.prefix(24).map { "\($0.side == .client ? "C" : "S")\($0.type == 23 ? "" : "!")\($0.length)" }.joined(separator: " "))
    print("   last:", t.tls.lastRecords.map { "\($0.side == .client ? "C" : "S")\($0.type == 23 ? "" : "!")\($0.length)\(T($0.frame))" }.joined(separator: " "))
    print("   credssp exp \(t.credssp.expected) \(t.credssp.stage) refusal \(t.credssp.refusal as Any) \(T(t.credssp.refusalFrame)) left \(T(t.credssp.clientLeft))  msgs \(t.credssp.messages.map { "\($0.side == .client ? "C" : "S")\($0.plaintextLength)" })")
    print("   mcs CI \(T(t.mcs.connectInitial)) CR \(t.mcs.connectResponse?.value as Any) \(T(t.mcs.inferredResponse)) name \(t.mcs.clientName as Any) lic \(T(t.mcs.licensing)) \(t.mcs.licensingError?.value as Any) DA \(T(t.mcs.demandActive)) act \(T(t.mcs.active)) pdus \(t.mcs.activePDUs.client)/\(t.mcs.activePDUs.server) enc \(t.mcs.encryptionMethod as Any)/\(t.mcs.encryptionLevel as Any) dpum \(t.mcs.ultimatums.map { "\($0.side) \($0.reason as Any) \(T($0.frame))" }) err \(t.mcs.errorInfo?.value as Any)")
    print("   phases", t.phases.map { "\($0.phase)\(T($0.start))" }.joined(separator: " "), "notes", t.notes.map(\.message), "end", T(c.last), c.captureEnd.since(c.last.time).seconds)
  }
}
