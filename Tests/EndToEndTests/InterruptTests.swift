@testable import Analysis
import CaptureReader
import Support
import Testing

@Suite("Interrupts") struct InterruptTests {
  @Test("while captures and logs are read an interrupt ends the reading, after that the run")
  func phases() throws {
    let monitor = ReadingMonitor()
    let file = try ScratchFile(named: "log")
    try file.write(Array("[20261128-10:48:36] [INFO ] AUTHFAIL: user=a ip=10.0.0.5\n".utf8))
    #expect(!monitor.isJudging)
    let report = CaptureAnalyzer.analyze(
      [CaptureSeries(.file(file.path))], options: AnalysisOptions(),
      opener: SourceOpener(monitor: monitor))
    #expect(report.inputs.count == 1 && monitor.isJudging)
    #expect(monitor.interrupt() && monitor.isCancelled)
    let reading = ReadingMonitor()
    #expect(!reading.interrupt() && reading.isCancelled)
    let writing = ReadingMonitor()
    writing.beginJudging()
    writing.endJudging()
    #expect(!writing.interrupt())
  }

  @Test("a run that is interrupted while it reads a log tells the newest of its sessions")
  func interrupted() {
    let monitor = ReadingMonitor()
    let log = LogObservation(
      sources: [], firstInput: 0, reference: nil, options: AnalysisOptions(),
      opener: SourceOpener(monitor: monitor))
    #expect(!log.tellsNewestAlone)
    monitor.cancel()
    #expect(log.tellsNewestAlone)
  }
}
