import Analysis
import CaptureReader
import Attribution
import PacketDecode
import TCPStreams
import Evidence
import RDPProtocol
for path in CommandLine.arguments.dropFirst() {
  let report = CaptureAnalyzer.analyze([.file(path)], options: AnalysisOptions())
  for s in report.sessions {
    let c = s.facts.connection
    var tails = ""
    for side in Side.allCases { let d = c.sent[side]
      if let u = d.unacknowledged { tails += " \(side)[n\(u.attempts) len \(Double(Int(u.lastSent.time.since(u.firstSent.time).milliseconds))/1000) afterLast \(Double(Int(c.captureEnd.since(u.lastSent.time).milliseconds))/1000) outages \(d.outages.filter { $0.recovered }.map { Double(Int($0.length.milliseconds))/1000 })]" }
    }
    print(path, "\(c.client.address):\(c.client.port)>\(c.server.address):\(c.server.port)", s.verdict.code.rawValue, s.verdict.confidence, s.verdict.phase, s.verdict.degraded ? "yes" : "no", s.verdict.evidence.map { "\($0.evidence.code)*\(Double(Int($0.evidence.strength*100))/100)" }.joined(separator: ","), s.verdict.alternatives.map { "\($0.code.rawValue)=\(Double(Int($0.confidence*1000))/1000)" }.joined(separator: ","), "fe \(s.facts.trace.firstFramingError.map { "#\($0.frame.frame)" } ?? "-") quiet \(Double(Int(s.facts.silenceAtEnd.milliseconds))/1000)\(tails) gb \(s.facts.goodbye.map { "\($0.side) \($0.kind)" } ?? "-") longsil \(c.sent.client.longestSilence.seconds) \(c.sent.server.longestSilence.seconds)", separator: "\t")
  }
}
