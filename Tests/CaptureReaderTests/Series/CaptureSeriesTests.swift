import CaptureReader
import Testing

@Suite("Capture series") struct CaptureSeriesTests {
  /// Sorts names into series, as if each file's first packet came at its time (in seconds).
  private func series(
    _ times: [(name: String, second: Int64?)], _ mode: SeriesMode = .auto
  ) -> [[String]] {
    let known = Dictionary(uniqueKeysWithValues: times.map { ($0.name, $0.second) })
    return CaptureSeries.series(of: times.map { .file($0.name) }, mode: mode) { source in
      known[source.name].flatMap { $0 }.map { Timestamp(nanoseconds: $0 * 1_000_000_000) }
    }.map { $0.members.map(\.source.name) }
  }

  @Test("are in the order of their first packets, not of their names")
  func order() {
    let found = series([("d/r.pcap0", 300), ("d/r.pcap1", 100), ("d/r.pcap2", 200)])
    #expect(found == [["d/r.pcap1", "d/r.pcap2", "d/r.pcap0"]])
  }

  @Test("do not cross folders, and single captures stay alone")
  func folders() {
    let found = series([
      ("a/r_00001_20260101120000.pcap", 1), ("b/r_00002_20260101120100.pcap", 2),
      ("a/r_00002_20260101120100.pcap", 2), ("a/case.pcap", 0),
    ])
    #expect(
      found == [
        ["a/r_00001_20260101120000.pcap", "a/r_00002_20260101120100.pcap"],
        ["b/r_00002_20260101120100.pcap"], ["a/case.pcap"],
      ])
  }

  @Test("files without packets stand last")
  func empty() {
    #expect(series([("r.pcap0", nil), ("r.pcap1", 5)]) == [["r.pcap1", "r.pcap0"]])
  }

  @Test("hours in names count where the packets bear them out")
  func hours() {
    let hour: Int64 = 3_600
    #expect(series([("s-09.pcap", 8 * hour + 20), ("s-10.pcap", 9 * hour)]).count == 1)
    #expect(series([("s-01.pcap", 8 * hour), ("s-02.pcap", 20 * hour)]).count == 2)
  }

  @Test("each and one do what they say")
  func modes() {
    let files: [(String, Int64?)] = [("r.pcap0", 9), ("x.pcap", 3), ("r.pcap1", 1)]
    #expect(series(files, .each) == [["r.pcap0"], ["x.pcap"], ["r.pcap1"]])
    #expect(series(files, .one) == [["r.pcap1", "x.pcap", "r.pcap0"]])
  }
}
