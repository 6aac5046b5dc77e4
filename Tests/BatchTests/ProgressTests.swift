import Reporting
import Testing

@testable import Batch

@Suite("Progress") struct ProgressTests {
  @Test("says how far, how fast, how long, and what was found")
  func line() {
    let half = RunProgress.Snapshot(
      series: 30, seriesDone: 12, bytes: 2_500_000_000, bytesDone: 1_250_000_000,
      bytesRead: 1_000_000_000, sessions: 310)
    let line = ProgressLine(half, after: 10)
    #expect(
      line.text
        == "50 %  1.3 of 2.5 GB  100 MB/s  13 s left  310 sessions  12 of 30 series")
    #expect(line.bar(columns: 200).hasPrefix("[##########----------]  50 %  1.3 of"))
    #expect(
      line.bar(columns: 80)
        == "[#####-----]  50 %  1.3 of 2.5 GB  100 MB/s  13 s left  310 sessions")
    for columns in 20..<120 { #expect(line.bar(columns: columns).count < columns) }
  }

  @Test("believes no speed")
  func extreme() {
    let claimed = RunProgress.Snapshot(
      series: 2, seriesDone: 1, bytes: .max, bytesDone: .max, bytesRead: .max, sessions: .max)
    #expect(ProgressLine(claimed, after: 0.001).text.contains("TB/s"))
    let progress = RunProgress(series: 2, bytes: .max)
    progress.finish(series: .max)
    progress.finish(series: .max)
    #expect(progress.snapshot.sessions == .max)
  }

  @Test("of judging says how many of how many")
  func judging() {
    let progress = JudgingProgress(sessions: 3)
    #expect(progress.text == "comparing 3 sessions")
    progress.count()
    #expect(progress.text == "judged 1 of at most 3 sessions")
  }

  @Test("of nothing divides by nothing")
  func empty() {
    #expect(ProgressLine(RunProgress.Snapshot(), after: 0).text.hasPrefix("100 %"))
  }
}
