import Foundation
import Support
import Testing

/// A capture of Fixtures with what is known to have happened in it.
struct LabelledFixture: Sendable, CustomTestStringConvertible {
  let file: String
  let cause: String
  /// Other causes that the wire cannot rule out.
  let also: Set<String>
  /// Regular expression of the right verdict codes.
  let code: String
  let isDegraded: Bool
  let clientPort: UInt16

  var testDescription: String { file }
  var url: URL { Recordings.fixtures.appending(path: "captures/\(file)") }
  var expected: URL {
    Recordings.fixtures.appending(
      path: "captures/" + file.replacing(".pcap.gz", with: ".expected.json"))
  }

  static let all: [LabelledFixture] = {
    let url = Recordings.fixtures.appending(path: "captures/labels.tsv")
    let lines = ((try? String(contentsOf: url, encoding: .utf8)) ?? "").split(separator: "\n")
    return lines.dropFirst().compactMap { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count >= 7,
        let port = columns[6].split(separator: ">").first?.split(separator: ":").last.flatMap({
          UInt16($0)
        })
      else { return nil }
      return LabelledFixture(
        file: columns[0], cause: columns[2],
        also: Set(columns[3].split(separator: " ").map(String.init)),
        code: columns[4], isDegraded: columns[5] == "yes", clientPort: port)
    }
  }()
}

/// Runs the built executable.
enum Program {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// What every run gets: little, so that results depend on nothing else; a sanitizer keeps its options.
  static let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(
    ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
  ) { own, _ in own }

  /// The executable lies beside the test bundle.
  static let url: URL = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent().appending(path: "rdpwhy")

  static func run(
    _ arguments: [String], input: Data? = nil, environment: [String: String] = [:],
    directory: URL? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    if let directory { process.currentDirectoryURL = directory }
    process.environment = Self.environment.merging(environment) { $1 }
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    let feed = Pipe()
    process.standardInput = feed
    try process.run()
    if let input { try feed.fileHandleForWriting.write(contentsOf: input) }
    try feed.fileHandleForWriting.close()
    let outputData = output.fileHandleForReading.readDataToEndOfFile()
    let errorData = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: outputData, as: UTF8.self),
      errors: String(decoding: errorData, as: UTF8.self))
  }

  static var executable: URL {
    let manager = FileManager.default
    if manager.isExecutableFile(atPath: url.path) { return url }
    // `swift test` runs a helper that loads the bundle: then the product lies in .build.
    return Recordings.root.appending(path: ".build/debug/rdpwhy")
  }
}
