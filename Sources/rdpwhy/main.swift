import Analysis
import CaptureReader
import Attribution
import PacketDecode
import TCPStreams
import Evidence
for path in CommandLine.arguments.dropFirst() {
  let report = CaptureAnalyzer.analyze([.file(path)], options: AnalysisOptions())
  for s in report.sessions {
    let c = s.facts.connection
    print(path, "\(c.client.address):\(c.client.port)>\(c.server.address):\(c.server.port)", s.verdict.code.rawValue, s.verdict.confidence, s.verdict.phase, s.verdict.degraded ? "yes" : "no", s.verdict.evidence.map { "\($0.evidence.code)*\(Double(Int($0.evidence.strength*100))/100)" }.joined(separator: ","), s.verdict.alternatives.map { "\($0.code.rawValue)=\(Double(Int($0.confidence*1000))/1000)" }.joined(separator: ","), separator: "\t")
  }
}
