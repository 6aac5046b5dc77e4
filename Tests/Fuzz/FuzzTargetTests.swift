import Foundation
import Support
import Testing

/// The fuzz targets on what is cut from our recordings, as it is and changed at random: the part of
/// the fuzzing that every run can afford.
///
/// One after the other: targets that read files share one in memory.
@Suite("Fuzz targets", .serialized) struct FuzzTargetTests {
  /// Other changes than the same ones each time: `HOSTILE_SEED=1234 swift test --filter Fuzz`.
  static let seed =
    ProcessInfo.processInfo.environment["HOSTILE_SEED"].flatMap { UInt64($0) } ?? 1

  /// Recordings of different phases; what is wrong by itself; archives.
  private static let recordings: [String] = {
    let captures = [
      "negotiation/nla-required.pcap.gz", "tls/version-mismatch.pcap.gz",
      "tls/certificate-expired.pcap.gz", "credssp/wrong-password-lossy.pcap.gz",
      "decryption/logon-failure.pcap.gz", "decryption/logon-failure.keys",
    ]
    let fixtures = Recordings.fixtures
    return captures.map { fixtures.appending(path: "captures/\($0)").path }
      + Recordings.files(
        in: fixtures.appending(path: "malformed"), endingIn: [".pcap", ".pcapng", ".gz"]
      ).map(\.path)
      + Recordings.files(
        in: fixtures.appending(path: "archives"), endingIn: [".zip", ".7z", ".gz"]
      ).map(\.path)
  }()

  /// Each target's inputs, in an order that does not change.
  private static let seeds: [String: [[UInt8]]] = {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-seeds-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    SeedWriter(folder: folder.path).write(captures: recordings)
    return Dictionary(
      uniqueKeysWithValues: FuzzTargets.all.keys.map { target in
        let files = Recordings.files(in: folder.appending(path: target), endingIn: [""])
        return (target, files.compactMap { try? [UInt8](Data(contentsOf: $0)) })
      })
  }()

  @Test("come back from everything", arguments: FuzzTargets.all.keys.sorted())
  func comeBack(target: String) throws {
    let run = try #require(FuzzTargets.all[target])
    let seeds = try #require(Self.seeds[target])
    #expect(!seeds.isEmpty)
    for seed in seeds { run(seed) }
    var random = SeededRandom(seed: Self.seed)
    for _ in 0..<Self.rounds(of: target) {
      guard var bytes = seeds.randomElement(using: &random) else { break }
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        ByteMutation.allCases.randomElement(using: &random)?.apply(
          to: &bytes, from: seeds, using: &random)
      }
      run(bytes)
    }
  }

  /// Whole files take a hundred times as long as a message.
  private static func rounds(of target: String) -> Int {
    switch target {
    case "file", "stored", "facts", "archives", "inside", "logs": 60
    default: 600
    }
  }

  @Test("what is sealed anew is read up to the account")
  func insideReaches() throws {
    let traces = try #require(Self.seeds["inside"]).map(InsideTarget.trace)
    let messages = traces.compactMap { $0.decrypted?.credssp.messages.count }.max()
    #expect(messages ?? 0 > 2)
  }
}

/// Changes to bytes as a fuzzer makes them.
private enum ByteMutation: CaseIterable {
  case changed, extreme, removed, doubled, cut, joined

  func apply(to bytes: inout [UInt8], from seeds: [[UInt8]], using random: inout SeededRandom) {
    guard let place = bytes.indices.randomElement(using: &random) else { return }
    let end = min(bytes.count, place + Int.random(in: 1...16, using: &random))
    switch self {
    case .changed: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case .extreme:
      let value: UInt8 = Bool.random(using: &random) ? 0xFF : 0
      for index in place..<end { bytes[index] = value }
    case .removed: bytes.removeSubrange(place..<end)
    case .doubled: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case .cut: bytes.removeSubrange(place...)
    case .joined:
      guard let other = seeds.randomElement(using: &random),
        let start = other.indices.randomElement(using: &random)
      else { return }
      bytes.replaceSubrange(place..., with: other[start...])
    }
  }
}
