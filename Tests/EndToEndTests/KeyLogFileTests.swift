import Analysis
import Support
import Testing

@Suite("Key log files") struct KeyLogFileTests {
  @Test("are read up to a limit, and never in part")
  func limit() throws {
    let file = try ScratchFile(named: "many.keys")
    try file.write([UInt8](repeating: 0x23, count: 100))
    #expect(try KeyLogFile.bytes(of: file.path, limit: 100).count == 100)
    #expect(throws: KeyLogFile.Failure.tooLong(limit: 99)) {
      try KeyLogFile.bytes(of: file.path, limit: 99)
    }
    // A device that never ends.
    #expect(throws: KeyLogFile.Failure.tooLong(limit: 4_096)) {
      try KeyLogFile.bytes(of: "/dev/zero", limit: 4_096)
    }
    #expect(throws: KeyLogFile.Failure.unreadable) {
      try KeyLogFile.bytes(of: file.path + ".none")
    }
  }
}
