import CaptureReader
import Crypto
import Foundation
import Testing

@Suite("SHA-256 of inputs, from the bytes that are read")
struct InputDigestTests {
  /// A capture of so many packets; its last bytes are no packet where it is damaged.
  private func capture(packets: Int, isDamaged: Bool = false) -> Data {
    var data = Data([0xD4, 0xC3, 0xB2, 0xA1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    data += Data([0, 0, 4, 0, 1, 0, 0, 0])
    for number in 0..<packets {
      data += Data([UInt8(truncatingIfNeeded: number), 0, 0, 1, 0, 0, 0, 0, 200, 0, 0, 0])
      data += Data([200, 0, 0, 0]) + Data(repeating: UInt8(truncatingIfNeeded: number), count: 200)
    }
    if isDamaged { data += Data(repeating: 0xFF, count: 20_000) }
    return data
  }

  private func stored(_ data: Data) throws -> URL {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-digest-\(UUID().uuidString).pcap")
    try data.write(to: file)
    return file
  }

  private func expected(_ data: Data) -> InputDigest {
    .known(SHA256.hash(data: data).map { String(format: "%02x", $0) }.joined())
  }

  @Test("is the file's, of whole and of damaged captures", arguments: [0, 3, 400, 9_000])
  func digest(packets: Int) throws {
    for isDamaged in [false, true] {
      let data = capture(packets: packets, isDamaged: isDamaged)
      let file = try stored(data)
      defer { try? FileManager.default.removeItem(at: file) }
      let opener = SourceOpener(digests: InputDigests())
      let source = CaptureSource.file(file.path)
      _ = try CaptureFile.read(source, opener: opener) { _, _ in }
      #expect(opener.digest(of: source) == expected(data))
      // What is read once more is the same.
      _ = try CaptureFile.read(source, opener: opener) { _, _ in }
      #expect(opener.digest(of: source) == expected(data))
    }
  }

  @Test("is of the bytes that were read, although the file is another by then")
  func replaced() throws {
    let (before, after) = (capture(packets: 50), capture(packets: 60))
    let file = try stored(before)
    defer { try? FileManager.default.removeItem(at: file) }
    let opener = SourceOpener(digests: InputDigests())
    let source = CaptureSource.file(file.path)
    _ = try CaptureFile.read(source, opener: opener) { _, _ in }
    try after.write(to: file)
    #expect(opener.digest(of: source) == expected(before))
    _ = try CaptureFile.read(source, opener: opener) { _, _ in }
    #expect(opener.digest(of: source) == expected(after))
  }

  @Test("says why there is none")
  func absent() throws {
    let file = try stored(capture(packets: 100))
    defer { try? FileManager.default.removeItem(at: file) }
    let source = CaptureSource.file(file.path)
    let small = SourceOpener(digests: InputDigests(limit: 1_000))
    _ = try CaptureFile.read(source, opener: small) { _, _ in }
    #expect(small.digest(of: source) == .unknown(.tooLarge))
    #expect(SourceOpener().digest(of: source) == .unknown(.off))
    let opener = SourceOpener(digests: InputDigests())
    #expect(opener.digest(of: .file(file.path + ".none")) == .unknown(.notRead))
    #expect(opener.digest(of: .standardInput) == .unknown(.notRead))
  }
}
