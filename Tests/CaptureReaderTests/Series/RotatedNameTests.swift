import Testing

@testable import CaptureReader

@Suite("Rotated names") struct RotatedNameTests {
  @Test(
    "of one ring have one pattern",
    arguments: [
      ["ring_00001_20260101120000.pcapng", "ring_00002_20260101120100.pcapng.gz"],
      ["ring_20260101120000_00001.pcapng", "ring_20260101120100_00002.pcapng"],
      ["dump.pcap", "dump.pcap1", "dump.pcap2"],
      ["dump.pcap00", "dump.pcap01", "dump.pcap11.zst"],
      ["srv-2026-01-01T12-00-00.pcap", "srv-2026-01-01T13-00-00.pcap"],
      ["srv.20260101.cap", "srv.20260102.cap"],
      ["2026-01-01_12.pcap", "2026-01-01_13.pcap"],
      ["srv-1767268800.pcap", "srv-1767272400.pcap"],
      ["srv-09.pcap", "srv-10.pcap"],
    ])
  func sameRing(names: [String]) {
    let patterns = Set(names.map { RotatedName($0)?.pattern })
    #expect(patterns.count == 1 && patterns.first != .some(nil), "\(patterns)")
  }

  @Test(
    "of different captures do not",
    arguments: [
      ("a_00001_20260101120000.pcapng", "b_00001_20260101120000.pcapng"),
      ("case-1.pcap", "case-2.pcap"), ("a-nla.100.c.pcap.gz", "a-nla.101.c.pcap.gz"),
      ("eth0-2026-01-01.pcap", "eth1-2026-01-01.pcap"), ("dump.pcap", "dump.pcapng"),
    ])
  func different(one: String, other: String) {
    #expect(RotatedName(one)?.pattern != RotatedName(other)?.pattern)
  }

  @Test(
    "are taken apart where their dates, seconds and numbers are",
    arguments: [
      ("srv-2026-01-31T23:59:59Z-x.pcap", "srv-*-x.pcap"), ("a20260131b.pcap", "a*b.pcap"),
      ("a_20260131235959.pcap", "a_*.pcap"), ("x2026.02.30_2400.cap", "x*_2400.cap"),
      ("1234-20261301.pcap", "1234-20261301.pcap*"), ("v19-2026-01-01.pcap", "v19-*.pcap"),
      ("a-1767268800-b.pcap", "a-*-b.pcap"), ("a-17672688001.pcap", "a-17672688001.pcap*"),
      ("2767268800.pcap", "2767268800.pcap*"), ("a_0001_20260101120000.pcap", "a_0001_*.pcap"),
      ("a_00001_20261399999999.pcap", "a_*.pcap"), ("_00001_20261399999999.pcap", "_*.pcap"),
      ("srv-24.pcap", "srv-24.pcap*"), ("srvh07.pcap", "srvh*.pcap"), ("99.pcap", "99.pcap*"),
      ("é-2026-01-01.pcap", "é-*.pcap"), ("20.pcap", "20.pcap*"), ("202601.pcap", "202601.pcap*"),
    ])
  func patterns(name: String, pattern: String) {
    #expect(RotatedName(name)?.pattern == pattern)
  }

  @Test("that no capture has are none", arguments: ["notes.txt", "ring_1.keys", "", ".pcap", "a"])
  func noCapture(name: String) { #expect(RotatedName(name) == nil) }

  @Test("number their files")
  func counters() {
    #expect(RotatedName("ring_00041_20260101120000.pcapng")?.counter == 41)
    #expect(RotatedName("dump.pcap7")?.counter == 7)
    #expect(RotatedName("dump.pcap")?.counter == 0)
    #expect(RotatedName("srv-2026-01-01.pcap")?.counter == nil)
  }
}
