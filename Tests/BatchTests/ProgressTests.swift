import Testing

@testable import Batch

@Suite("Progress") struct ProgressTests {
  @Test("says how far, how fast, how long, and what was found")
  func line() {
    let half = RunProgress.Snapshot(
      series: 30, seriesDone: 12, bytes: 2_500_000_000, bytesDone: 1_250_000_000,
      bytesRead: 1_000_000_000, sessions: 310)
    #expect(
      ProgressLine(half, after: 10).text
        == "50 %  1.3 GB of 2.5 GB  100 MB/s  12 s left  12 of 30 series  310 sessions"
        || ProgressLine(half, after: 10).text
          == "50 %  1.3 GB of 2.5 GB  100 MB/s  13 s left  12 of 30 series  310 sessions"
    )
    #expect(ProgressLine(half, after: 10).bar(columns: 60).count == 59)
    #expect(
      ProgressLine(half, after: 10).bar(columns: 200).hasPrefix("[##########----------] 50 %"))
  }

  @Test("of nothing divides by nothing")
  func empty() {
    #expect(ProgressLine(RunProgress.Snapshot(), after: 0).text.hasPrefix("100 %"))
  }
}
